"""The gate: everything that is wrong in the tree, all at once; writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comparekit import export
from comparekit.evidence import PairEvidence, gather
from comparekit.files import line_of, nearest
from comparekit.mapping import catalogue, pages
from comparekit.mapping.rows import read_areas
from comparekit.markdown import directives, wrong
from comparekit.model import FRAMEWORKS, Device, Pair, Problem, ProblemError, State
from comparekit.project import FEATURES, Project, discover, imports
from comparekit.records import orphans, run_path
from comparekit.render import Renderer, section
from comparekit.tables import cells, features
from comparekit.timing import archive, results


def check(project: Project, device: Device = "cpu") -> list[Problem]:
    """All problems of the tree, sorted by place.

    Records of the CPU are required; records of another device are judged where they exist.
    """
    tree = discover(project)
    problems = list(tree.problems)
    for pair in tree.pairs.values():
        problems += script_problems(pair)
        problems += evidence_problems(gather(project, pair, device))
        problems += timing_problems(project, pair)
    problems += orphans(project, tree.pairs) if not tree.problems else []
    problems += catalogue.problems(project)
    problems += pages.without_page(project)
    renderer = Renderer(project)
    told = [*tree.problems, *read_areas(project)[1]]
    problems += _pages(project, renderer, tree.pairs, told)
    problems += _tables(project, renderer)
    if not problems:
        problems += _downloads(project, renderer, sorted(tree.pairs))
    return sorted(set(problems))


def script_problems(pair: Pair) -> Iterator[Problem]:
    """What is wrong with a pair and its scripts before anything runs."""
    for framework in FRAMEWORKS:
        if framework not in pair.sides:
            fix = f"write {pair.name}_{framework}.py"
            yield Problem(pair.path, 1, f"no {FRAMEWORKS[framework]} side", fix)
    if not pair.spec.expect:
        yield Problem(pair.path, 1, "the pair promises nothing", "add an [[expect]] table")
    for side in pair.sides.values():
        if any(name.split(".")[0] == "comparekit" for name in imports(side.source)):
            yield Problem(side.path, 1, "imports comparekit, which a reader does not have", "remove the import")
        try:
            text = side.source.decode("utf-8")
            section(text, pair.spec.sections)
        except UnicodeDecodeError as error:
            line = side.source[: error.start].count(b"\n") + 1
            yield Problem(side.path, line, "not UTF-8", "save the file as UTF-8")
        except KeyError as name:
            marks = re.findall(r"--8<--\s*\[start:\s*([\w-]+)", side.source.decode("utf-8"))
            fix = nearest(str(name.args[0]), marks) or "mark it, or correct 'sections'"
            yield Problem(side.path, 1, f"no section {name}, which {pair.path.name} names", fix)


def evidence_problems(found: PairEvidence) -> Iterator[Problem]:
    """Missing, stale or damaged records of a pair, and promises that do not hold."""
    yield from (evidence.problem for evidence in found.sides.values() if evidence.problem)
    for label, evidence in found.sides.items():
        if evidence.record and evidence.run is None and evidence.state is State.PASS:
            path = run_path(found.pair.sides[label], evidence.record.device)
            message = f"nothing says when and where its record was made: {path.name} is missing below runs/"
            yield Problem(found.pair.sides[label].path, 1, message, f"comparekit run {found.pair.id}")
    text = found.pair.path.read_text(encoding="utf-8")
    for number, judgement in enumerate(found.judgements):
        if judgement.state is State.FAIL:
            line = line_of(text, ["expect", str(number)])
            fix = f"correct a side or the expectation, then comparekit run {found.pair.id}"
            yield Problem(found.pair.path, line, judgement.message, fix)


def timing_problems(project: Project, pair: Pair) -> Iterator[Problem]:
    """Stale or damaged measurements of a pair; one that was never measured says so on its page."""
    for one in archive.read(project, pair):
        if one.problem:
            yield one.problem
        elif not results.well_estimated(pair.spec.timing, one.measurement):
            message = "its estimates are not those of its samples"
            yield Problem(one.path, 1, message, f"comparekit time {pair.id} --estimate")


def _pages(project: Project, renderer: Renderer, pairs: dict[str, Pair], told: Sequence[Problem]) -> Iterator[Problem]:
    shown = set()
    for page in sorted(project.docs.rglob("*.md")):
        for directive in directives(page.read_text(encoding="utf-8")):
            shown |= {directive.argument} if directive.kind == "pair" else set()
            if problem := wrong(directive, renderer, page, directive.line, told):
                yield problem
    for pair_id, pair in pairs.items():
        if pair_id not in shown:
            fix = f"add {{* pair {pair_id} *}} to docs/{pair.topic}.md"
            yield Problem(pair.path, 1, "no page shows this pair", fix)


def _tables(project: Project, renderer: Renderer) -> Iterator[Problem]:
    for topic in project.topics():
        path = project.snippets / topic / FEATURES
        try:
            for row in features(project, topic):
                unknown = [
                    name
                    for name, cell in cells(project, topic, row, renderer.evidence).items()
                    if cell.state == "unknown"
                ]
                for name in unknown:
                    message = f"the evidence of the cell {row.id}/{name} does not hold"
                    yield Problem(path, 1, message, f"comparekit run {topic}")
        except ProblemError as error:
            yield error.problem


def _downloads(project: Project, renderer: Renderer, pair_ids: list[str]) -> Iterator[Problem]:
    for path, content in export.files(project, pair_ids, renderer.evidence).items():
        if not path.is_file() or path.read_bytes() != content:
            yield Problem(path, 1, "does not match the records", "comparekit export")
