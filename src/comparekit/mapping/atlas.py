"""The atlas of differences: rows that bite, by where a porter meets them, with the numbers of their run."""

from __future__ import annotations

from comparekit.files import nearest
from comparekit.mapping.catalogue import Evidenced
from comparekit.mapping.pages import OPENING, anchor, code, entry_anchor, everything, prose, told
from comparekit.mapping.rows import GROUPS, Row
from comparekit.model import Problem, ProblemError
from comparekit.project import Project


def overview(project: Project) -> str:
    """The groups, with the number of their entries."""
    found = everything(project)
    lines = ["| Where it is met | Differences |", "| --- | ---: |"]
    total = 0
    for name, title in GROUPS.items():
        count = len(_entries(found, name))
        total += count
        lines += [f"| [{title}]({name}.md) | {count} |"] if count else []
    return "\n".join([*lines, f"| All | {total} |"])


def group(project: Project, name: str) -> str:
    """All entries of a group.

    Raises:
        ProblemError: there is no such group, or an area is wrong.
    """
    if name not in GROUPS:
        fix = nearest(name, list(GROUPS)) or f"use one of {', '.join(GROUPS)}"
        raise ProblemError(Problem(project.docs / "atlas" / f"{name}.md", 1, f"no group '{name}' in the atlas", fix))
    return "\n\n".join(_entry(one, row) for one, row in _entries(everything(project), name))


def _entries(found: list[Evidenced], name: str) -> list[tuple[Evidenced, Row]]:
    return [(one, row) for one in found for row in one.area.spec.row if row.atlas and row.atlas.group == name]


def _entry(found: Evidenced, row: Row) -> str:
    entry, name, verified = row.atlas, found.area.name, found.verified(row)
    assert entry is not None
    findings = {one.where: one for one in verified.findings} if verified else {}
    parts = [f"<p><strong>Expected.</strong> {prose(entry.expect)}</p>"]
    parts.append(f'<div class="sides"><div><p class="row-side">PyTorch</p>{code(row.pytorch)}</div>')
    if row.naive:
        gives = f"<p>{told(findings['naive'])}.</p>" if "naive" in findings else "<p>Not run.</p>"
        parts.append(f'<div class="naive"><p class="row-side">The naive port</p>{code(row.naive)}{gives}</div></div>')
        agrees = f"<p>Agrees in {verified.comparisons} comparisons.</p>" if verified else "<p>Not run.</p>"
        parts.append(f'<p class="row-side">What agrees</p>{code(row.tensorflow)}{agrees}')
    else:
        parts.append(f'<div><p class="row-side">TensorFlow</p>{code(row.tensorflow)}</div></div>')
    if row.trap:
        parts.append(f"<p>{prose(row.trap)}</p>")
    for key, why in row.apart.items():
        seen = f" Measured: {told(findings[key])}." if key in findings else " Not run."
        parts.append(f"<p>{prose(why)}{seen}</p>")
    parts.append(f"<p><strong>Where it hurts.</strong> {prose(entry.hurts)}</p>")
    if entry.since:
        parts.append(f"<p><strong>Since.</strong> {prose(entry.since)}</p>")
    parts.append(f'<p class="more"><a href="../../map/{name}/#{anchor(name, row)}">The row in the map</a></p>')
    body = "\n".join(parts)
    return f"### {entry.title} {{ #{entry_anchor(name, row)} }}\n\n{OPENING}\n{body}\n</section>"
