"""Pages of the map: an area, the overview with its filter, and what has no row yet."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from comparekit.files import nearest
from comparekit.mapping import apis, coverage
from comparekit.mapping.catalogue import Evidenced, gather
from comparekit.mapping.markup import OPENING, RELATIONS, code, escaped, row_html, side_title
from comparekit.mapping.rows import GROUPS, area_names, read_area, read_areas
from comparekit.model import FRAMEWORKS, Problem, ProblemError
from comparekit.project import MAPPINGS, Project

TOPICS = {
    "tensors": (
        "creation elementwise integers comparison complex special shapes indexing sorting reductions products linalg "
        "fft signal sparse",
        "shapes dtypes values indexing numerics",
    ),
    "layers": (
        "layers activations convolution pooling normalisation recurrent attention embedding resizing initialisers",
        "layers shapes",
    ),
    "training": ("losses metrics optimisers schedules", "losses training"),
    "pipelines": ("data images text", "data"),
    "autodiff": ("gradients", "gradients"),
    "graphs": ("gradients devices", "gradients"),
    "serialization": ("saving layers", "data"),
    "reproducibility": ("random distributions initialisers devices", "random"),
}
"""Topic pages, with the areas and the groups of the atlas that belong to them."""


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
    holding = "all hold" if len(spec.row) == (good := holds(found)) else f"{good} hold"
    setups = [(FRAMEWORKS[one], getattr(spec, f"setup_{one}")) for one in FRAMEWORKS]
    shared = "".join(f"<div>{side_title(title)}{code(text)}</div>" for title, text in setups if text.strip())
    parts = [
        spec.answer.strip(),
        f"{len(spec.row)} rows, {holding}: {counts}. [What the words mean](index.md#relations), "
        "[what is verified](../methodology.md#how-the-api-map-is-verified).",
        _elsewhere(project, found),
        OPENING,
    ]
    if shared:
        parts.append('<details class="shared"><summary>Code that rows share</summary>')
        parts.append(f'<div class="sides" id="shared">{shared}</div></details>')
    parts += [row_html(found, row, known) for row in spec.row]
    return "\n\n".join(filter(None, parts[:3])) + "\n\n" + "\n".join([*parts[3:], "</section>"])


def related(project: Project, topic: str) -> str:
    """The areas and the groups of the atlas that belong to a topic, as a line of links each.

    Raises:
        ProblemError: none belong to it.
    """
    if topic not in TOPICS:
        fix = nearest(topic, list(TOPICS)) or f"use one of {', '.join(TOPICS)}"
        raise ProblemError(Problem(project.docs / f"{topic}.md", 1, f"no areas belong to '{topic}'", fix))
    areas, groups = (names.split() for names in TOPICS[topic])
    shown = {one.name: one.spec.title for one in read_areas(project, _areas_shown(project, areas))[0]}
    links = ", ".join(f"[{title}](map/{name}.md)" for name, title in shown.items())
    atlas = ", ".join(f"[{GROUPS[name]}](atlas/{name}.md)" for name in groups if _page(project, "atlas", name))
    parts = [f"Single calls, in the [API map](map/index.md): {links}."] if links else []
    parts += [f"What costs a day, in the [atlas of differences](atlas/index.md): {atlas}."] if atlas else []
    return "\n\n".join(f"{part}\n{{ .related }}" for part in parts)


def overview(project: Project) -> str:
    """How much is mapped, the filter, and the areas."""
    found = sorted(everything(project), key=lambda one: one.area.spec.title)
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
    options = "".join(f'<option value="{one.area.name}">{escaped(one.area.spec.title)}</option>' for one in found)
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
    table = [f"| Area | Rows | hold | {' | '.join(RELATIONS)} |", f"| --- |{' ---: |' * (2 + len(RELATIONS))}"]
    for one in found:
        by = Counter(row.relation for row in one.area.spec.row)
        numbers = " | ".join(str(by[relation]) for relation in RELATIONS)
        title = f"[{one.area.spec.title}]({one.area.name}.md)"
        table.append(f"| {title} | {len(one.area.spec.row)} | {holds(one)} | {numbers} |")
    numbers = " | ".join(str(relations[relation]) for relation in RELATIONS)
    table.append(f"| All | {len(rows)} | {len(verified)} | {numbers} |")
    areas = "\n\n".join(['<div class="areas" markdown>', "\n".join(table), "</div>"])
    return "\n\n".join([search, "\n".join(lines), areas])


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
        parts += ["\n".join(lines), f"{OPENING}\n{rest}\n</section>"]
    return "\n\n".join(parts)


def holds(found: Evidenced) -> int:
    """How many rows of an area are verified."""
    return sum(found.verified(row) is not None for row in found.area.spec.row)


def without_page(project: Project) -> list[Problem]:
    """Areas and groups of the atlas that no page shows, and pages with another heading than their area."""
    found = []
    for folder, kind, names in (("map", "map", area_names(project)), ("atlas", "atlas", _groups(project))):
        for name in names:
            path = project.docs / folder / f"{name}.md"
            if not path.is_file() or f"{{* {kind} {name} *}}" not in path.read_text(encoding="utf-8"):
                source = project.snippets / MAPPINGS / f"{name}.toml" if kind == "map" else path
                fix = f"write docs/{folder}/{name}.md with {{* {kind} {name} *}}"
                found.append(Problem(source, 1, f"no page shows the {kind} of '{name}'", fix))
    for one in read_areas(project)[0]:
        path = project.docs / "map" / f"{one.name}.md"
        if path.is_file() and _heading(path) != one.spec.title:
            fix = f"begin it with '# {one.spec.title}'"
            found.append(Problem(path, 1, f"the heading is not the title of the area '{one.name}'", fix))
    return found


def _missing(share: coverage.Share) -> str:
    listed = ", ".join(f"<code>{escaped(name)}</code>" for name in share.missing)
    summary = f"<code>{share.module}</code>: {len(share.missing)} not mapped yet"
    return f"<details><summary>{summary}</summary><p>{listed}</p></details>"


def _groups(project: Project) -> list[str]:
    areas, _ = read_areas(project)
    used = {row.atlas.group for area in areas for row in area.spec.row if row.atlas}
    return [name for name in GROUPS if name in used]


def _versions(found: list[Evidenced]) -> dict[str, str]:
    return next((one.record.versions for one in found if one.record), {})


def _elsewhere(project: Project, found: Evidenced) -> str:
    """Links from an area to its topic pages and groups of the atlas."""
    name = found.area.name
    topics = [topic for topic, (areas, _) in TOPICS.items() if name in areas.split()]
    pages = [(project.docs / f"{topic}.md", f"../{topic}.md") for topic in topics]
    links = [f"[{_heading(path)}]({link})" for path, link in pages if path.is_file()]
    counts = Counter(row.atlas.group for row in found.area.spec.row if row.atlas)
    groups = [one for one in GROUPS if counts[one] and _page(project, "atlas", one)]
    entries = ", ".join(f"[{GROUPS[one]}](../atlas/{one}.md) ({counts[one]})" for one in groups)
    parts = [f"Whole tasks: {', '.join(links)}."] if links else []
    parts += [f"In the atlas of differences: {entries}."] if entries else []
    return " ".join(parts) + "\n{ .related }" if parts else ""


def _areas_shown(project: Project, names: list[str]) -> list[str]:
    """Those areas that exist and have a page."""
    known = area_names(project)
    return [name for name in names if name in known and _page(project, "map", name)]


def _page(project: Project, folder: str, name: str) -> bool:
    return (project.docs / folder / f"{name}.md").is_file()


def _heading(path: Path) -> str:
    found = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].strip() if found else ""
