"""The rows of the map as HTML: an area, the overview with its filter, and what has no row yet.

HTML and not Markdown, since two thousand rows of nested Markdown would take a builder minutes. Whatever holds rows
is a `section` that the site's search leaves out; the filter of the overview finds rows.
"""

from __future__ import annotations

import contextlib
import html
import re
from collections import Counter
from functools import lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from comparekit.mapping import apis, coverage
from comparekit.mapping.apis import Apis
from comparekit.mapping.catalogue import Evidenced, gather
from comparekit.mapping.inputs import InputError, cases
from comparekit.mapping.records import Finding
from comparekit.mapping.rows import GROUPS, Row, area_names, read_area, read_areas
from comparekit.model import FRAMEWORKS, Problem, ProblemError, State
from comparekit.project import MAPPINGS, Project

RELATIONS = {
    "equal": "same arguments, same values",
    "adapted": "other arguments, axes or calls",
    "differs": "the obvious counterpart gives something else",
    "none": "no counterpart",
}
"""Relation between two expressions, and what it means."""
OPENING = '<section class="rows" data-search-exclude>'


def everything(project: Project) -> list[Evidenced]:
    """All areas with their evidence.

    Raises:
        ProblemError: the file of an area is wrong.
    """
    areas, problems = read_areas(project)
    if problems:
        raise ProblemError(problems[0])
    return [gather(project, one) for one in areas]


def area(project: Project, name: str) -> str:
    """What carries over in an area, and all its rows.

    Raises:
        ProblemError: there is no such area, or its file is wrong.
    """
    found = gather(project, read_area(project, name))
    spec, known = found.area.spec, apis.read(project)
    relations = Counter(row.relation for row in spec.row)
    counts = ", ".join(f"{relations[one]} {one}" for one in RELATIONS if relations[one])
    setups = [(FRAMEWORKS[one], getattr(spec, f"setup_{one}")) for one in FRAMEWORKS]
    shared = "".join(f"<div>{_side_title(title)}{code(text)}</div>" for title, text in setups if text.strip())
    parts = [
        spec.answer.strip(),
        f"{len(spec.row)} rows: {counts}. [What the words mean](index.md#relations), "
        "[what is verified](../methodology.md#how-the-api-map-is-verified).",
        OPENING,
    ]
    if shared:
        parts.append('<details class="shared"><summary>Code that rows share</summary>')
        parts.append(f'<div class="sides">{shared}</div></details>')
    parts += [_row(found, row, known) for row in spec.row]
    return "\n\n".join(parts[:2]) + "\n\n" + "\n".join([*parts[2:], "</section>"])


def overview(project: Project) -> str:
    """How much is mapped, the filter, and the areas."""
    found = everything(project)
    rows = [(one, row) for one in found for row in one.area.spec.row]
    verified = [done for one, row in rows if (done := one.verified(row))]
    relations = Counter(row.relation for _, row in rows)
    naive = sum(any(finding.where == "naive" for finding in done.findings) for done in verified)
    comparisons, noticed = sum(one.comparisons for one in verified), sum(one.noticed for one in verified)
    lines = [
        f"- {len(rows):,} rows in {len(found)} areas, of which {len(verified):,} hold on the versions below.",
        f"- {comparisons:,} comparisons agree. Each was made again with a changed result: {noticed:,} were noticed.",
        f"- {naive:,} obvious counterparts were run in place of the right one, and gave something else.",
        f"- Versions: {', '.join(f'{name} {pin}' for name, pin in _versions(found).items())}.",
    ]
    options = "".join(f'<option value="{one.area.name}">{_text(one.area.spec.title)}</option>' for one in found)
    kinds = "".join(f'<option value="{one}">{one}: {meaning}</option>' for one, meaning in RELATIONS.items())
    search = f"""<section class="map-filter" data-search-exclude data-rows="../data/mappings.json" hidden>
<form role="search" aria-label="Rows of the API map">
<label>Name or code <input type="search" name="name" autocomplete="off" spellcheck="false"
placeholder="torch.scatter_add"></label>
<label>Area <select name="area"><option value="">all areas</option>{options}</select></label>
<label>Relation <select name="relation"><option value="">all relations</option>{kinds}</select></label>
</form>
<p class="map-count" role="status" aria-live="polite"></p>
<div class="map-found"></div>
</section>
<noscript><p>The filter needs JavaScript. Every area below is a page of its own that does without.</p></noscript>"""
    table = ["| Area | Rows | equal | adapted | differs | none |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for one in found:
        by = Counter(row.relation for row in one.area.spec.row)
        numbers = " | ".join(str(by[relation]) for relation in RELATIONS)
        table.append(f"| [{one.area.spec.title}]({one.area.name}.md) | {len(one.area.spec.row)} | {numbers} |")
    table.append(f"| All | {len(rows)} | {' | '.join(str(relations[relation]) for relation in RELATIONS)} |")
    return "\n\n".join([search, "\n".join(lines), "\n".join(table)])


def covered(project: Project) -> str:
    """Share of the documented callables that has a row, by module, with the rest by name.

    Raises:
        ProblemError: what the packages offer was never read, or is damaged.
    """
    known = apis.read(project)
    if known is None:
        message = "what the packages offer was never read"
        raise ProblemError(Problem(apis.path_of(project), 1, message, f"comparekit run {MAPPINGS}"))
    parts = []
    for framework, shares in coverage.shares(known, everything(project)).items():
        whole = coverage.total(shares)
        title = {"pytorch": "PyTorch", "tensorflow": "TensorFlow and Keras"}[framework]
        percent = 100 * whole.mapped / (whole.documented or 1)
        parts += [f"## {title}", f"{whole.mapped:,} of {whole.documented:,} have a row: {percent:.0f} %."]
        lines = ["| Module | Callables | With a row | Share |", "| --- | ---: | ---: | ---: |"]
        for one in shares:
            share = f"{100 * one.mapped / (one.documented or 1):.0f} %"
            lines.append(f"| `{one.module}` | {one.documented} | {one.mapped} | {share} |")
        rest = "".join(_missing(one) for one in shares if one.missing)
        parts += ["\n".join(lines), f'<section class="rows" data-search-exclude>\n{rest}\n</section>']
    return "\n\n".join(parts)


def without_page(project: Project) -> list[Problem]:
    """Areas and groups of the atlas that no page shows."""
    found = []
    for folder, kind, names in (("map", "map", area_names(project)), ("atlas", "atlas", _groups(project))):
        for name in names:
            path = project.docs / folder / f"{name}.md"
            if not path.is_file() or f"{{* {kind} {name} *}}" not in path.read_text(encoding="utf-8"):
                source = project.snippets / MAPPINGS / f"{name}.toml" if kind == "map" else path
                fix = f"write docs/{folder}/{name}.md with {{* {kind} {name} *}}"
                found.append(Problem(source, 1, f"no page shows the {kind} of '{name}'", fix))
    return found


@lru_cache(maxsize=8192)
def code(text: str) -> str:
    """Some Python as a highlighted block that the keyboard can scroll."""
    inner = highlight(text.strip(), PythonLexer(), HtmlFormatter(nowrap=True)).rstrip()
    return f'<div class="highlight"><pre><code>{inner}</code></pre></div>'


def prose(text: str) -> str:
    """A sentence with code in backticks as HTML."""
    pieces = re.split(r"`([^`]+)`", " ".join(text.split()))
    return "".join(f"<code>{_text(one)}</code>" if n % 2 else _text(one) for n, one in enumerate(pieces))


def anchor(area_name: str, row: Row) -> str:
    """Name of the place of a row on the page of its area."""
    return f"row-{area_name}-{row.id}".replace("_", "-")


def told(finding: Finding) -> str:
    """A difference as it was met, in words."""
    kind = {"raises": "", "structure": "", "value": "", "gradient": "gradient: "}.get(finding.kind, f"{finding.kind}: ")
    off = f", a relative difference of {finding.off:.2g}" if finding.off else ""
    where = "" if finding.case == "ordinary" else f" (case {finding.case})"
    return f"{kind}PyTorch {_text(finding.pytorch)}, TensorFlow {_text(finding.tensorflow)}{off}{where}"


def _row(found: Evidenced, row: Row, known: Apis | None) -> str:
    name, verified = found.area.name, found.verified(row)
    place = anchor(name, row)
    state = found.states[row.id]
    badge = f'<span class="relation relation-{row.relation}" title="{RELATIONS[row.relation]}">{row.relation}</span>'
    unknown = "" if verified else f' <span class="state state-{state.value}">{_state(state)}</span>'
    parts = [
        f'<article class="row" id="{place}">',
        f'<p class="row-head">{badge}{unknown} <a href="#{place}"><code>{_text(row.id)}</code></a></p>',
        f'<div class="sides"><div>{_side_title("PyTorch")}{code(row.pytorch)}</div>'
        f"<div>{_side_title('TensorFlow')}{code(row.tensorflow)}</div></div>",
    ]
    findings = {one.where: one for one in verified.findings} if verified else {}
    if row.naive:
        gives = f"<p>{told(findings['naive'])}.</p>" if "naive" in findings else ""
        parts.append(f'<div class="naive">{_side_title("Not the same")}{code(row.naive)}{gives}</div>')
    if row.trap:
        parts.append(f'<p class="trap">{prose(row.trap)}</p>')
    for key, why in row.apart.items():
        seen = f" <small>{told(findings[key])}.</small>" if key in findings else ""
        parts.append(f'<p class="trap"><strong>Apart, {_where(key)}:</strong> {prose(why)}{seen}</p>')
    if row.atlas:
        link = f"../../atlas/{row.atlas.group}/#{entry_anchor(name, row)}"
        parts.append(f'<p class="more"><a href="{link}">In the atlas: {prose(row.atlas.title)}</a></p>')
    parts += [_details(row, verified.comparisons if verified else 0, known), "</article>"]
    return "\n".join(parts)


def entry_anchor(area_name: str, row: Row) -> str:
    """Name of the place of an entry in the atlas."""
    return f"{area_name}-{row.id}".replace("_", "-")


def _details(row: Row, comparisons: int, known: Apis | None) -> str:
    lines = []
    for title, others in (("PyTorch", row.also_pytorch), ("TensorFlow", row.also_tensorflow)):
        if others:
            spelled = ", ".join(f"<code>{_text(one.strip())}</code>" for one in others)
            lines.append(f"<li>Also in {title}: {spelled}</li>")
    if row.inputs:
        made = ", ".join(
            f"<code>{_text(name)}</code> = <code>{_text(words)}</code>" for name, words in row.inputs.items()
        )
        lines.append(f"<li>Inputs: {made}</li>")
    with contextlib.suppress(InputError):
        lines.append(f"<li>Cases: {', '.join(cases(row))}; comparisons that agree: {comparisons}</li>")
    if row.tolerance is not None:
        lines.append(f"<li>Tolerance {row.tolerance:g}: {prose(row.why)}</li>")
    if row.constant:
        lines.append(f"<li>The result does not depend on the inputs: {prose(row.constant)}</li>")
    if known:
        both = coverage.signatures(known, row)
        lines += [f"<li>Signature: <code>{_text(name + text)}</code></li>" for name, text in both.values()]
        apart = coverage.defaults(known, row)
        said = ", ".join(f"<code>{_text(name)}</code> {_text(a)} against {_text(b)}" for name, a, b in apart)
        lines += [f"<li>Defaults that differ: {said}</li>"] if said else []
    return f"<details><summary>How it was checked</summary><ul>{''.join(lines)}</ul></details>"


def _missing(share: coverage.Share) -> str:
    listed = ", ".join(f"<code>{_text(name)}</code>" for name in share.missing)
    summary = f"<code>{share.module}</code>: {len(share.missing)} not mapped yet"
    return f"<details><summary>{summary}</summary><p>{listed}</p></details>"


def _groups(project: Project) -> list[str]:
    areas, _ = read_areas(project)
    used = {row.atlas.group for area in areas for row in area.spec.row if row.atlas}
    return [name for name in GROUPS if name in used]


def _versions(found: list[Evidenced]) -> dict[str, str]:
    return next((one.record.versions for one in found if one.record), {})


def _where(key: str) -> str:
    case, _, rest = key.partition(".")
    return f"gradient in the case {case}" if rest else case if case in ("gradient", "dtype") else f"case {case}"


def _state(state: State) -> str:
    return {State.NOT_RUN: "not run", State.STALE: "stale"}.get(state, state.value)


def _side_title(title: str) -> str:
    return f'<p class="row-side">{title}</p>'


def _text(text: str) -> str:
    return html.escape(text, quote=True)
