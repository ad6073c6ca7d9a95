"""The atlas of differences: rows that bite, by where a porter meets them, with the numbers of their run."""

from __future__ import annotations

from comparekit.files import nearest
from comparekit.mapping.catalogue import Evidenced
from comparekit.mapping.markup import (
    OPENING,
    anchor,
    code,
    entry_anchor,
    helpers,
    naive,
    prose,
    row_state,
    side_title,
    told,
)
from comparekit.mapping.pages import everything
from comparekit.mapping.rows import GROUPS, Row
from comparekit.model import Problem, ProblemError
from comparekit.project import Project


def overview(project: Project) -> str:
    """The groups, with the number of their entries and of those that hold."""
    found = everything(project)
    lines = ["| Where it is met | Differences | hold |", "| --- | ---: | ---: |"]
    total = holding = 0
    for name, title in GROUPS.items():
        entries = _entries(found, name)
        good = sum(one.verified(row) is not None for one, row in entries)
        total, holding = total + len(entries), holding + good
        lines += [f"| [{title}]({name}.md) | {len(entries)} | {good} |"] if entries else []
    return "\n".join([*lines, f"| All | {total} | {holding} |"])


def group(project: Project, name: str) -> str:
    """All entries of a group, below a list of them.

    Raises:
        ProblemError: there is no such group, or an area is wrong.
    """
    if name not in GROUPS:
        fix = nearest(name, list(GROUPS)) or f"use one of {', '.join(GROUPS)}"
        raise ProblemError(Problem(project.docs / "atlas" / f"{name}.md", 1, f"no group '{name}' in the atlas", fix))
    entries = _entries(everything(project), name)
    items = [
        f'<li><a href="#{entry_anchor(one.area.name, row)}">{prose(row.atlas.title)}</a></li>'
        for one, row in entries
        if row.atlas
    ]
    listed = f'{OPENING}\n<ul class="entries">{"".join(items)}</ul>\n</section>'
    return "\n\n".join([listed, "## In detail", *(_entry(one, row) for one, row in entries)])


def _entries(found: list[Evidenced], name: str) -> list[tuple[Evidenced, Row]]:
    return [(one, row) for one in found for row in one.area.spec.row if row.atlas and row.atlas.group == name]


def _entry(found: Evidenced, row: Row) -> str:
    entry, name, verified = row.atlas, found.area.name, found.verified(row)
    assert entry is not None
    findings = {one.where: one for one in verified.findings} if verified else {}
    unknown = "" if verified else f"<p>{row_state(found, row).capitalize()}.</p>"
    agrees = f"<p>Agrees in {verified.comparisons} comparisons.</p>" if verified else unknown
    parts = [f"<p><strong>Expected.</strong> {prose(entry.expect)}</p>"]
    parts.append(f'<div class="sides"><div>{side_title("PyTorch")}{code(row.pytorch)}</div><div>')
    parts.append(naive(row, findings.get("naive"), "The naive port") + (unknown if row.naive else ""))
    title = "What agrees" if row.naive else "TensorFlow"
    parts.append(f"{side_title(title)}{code(row.tensorflow)}{agrees}</div>")
    parts.append('<div class="words">')
    if row.trap:
        parts.append(f"<p>{prose(row.trap)}</p>")
    for key, why in row.apart.items():
        seen = f" {told(findings[key])}." if key in findings else unknown and f" {row_state(found, row).capitalize()}."
        parts.append(f"<p>{prose(why)}{seen}</p>")
    parts.append(f"<p><strong>Where it hurts.</strong> {prose(entry.hurts)}</p>")
    if entry.since:
        parts.append(f"<p><strong>Since.</strong> {prose(entry.since)}</p>")
    used = helpers(found.area, row)
    with_them = used and f", where the code of {used} is, too"
    link = f"../../map/{name}/#{anchor(name, row)}"
    parts.append(f'<p class="more"><a href="{link}">The row in the map</a>{with_them}.</p></div></div>')
    body = "\n".join(parts)
    return f"### {entry.title} {{ #{entry_anchor(name, row)} }}\n\n{OPENING}\n{body}\n</section>"
