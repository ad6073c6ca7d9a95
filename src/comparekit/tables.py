"""Feature tables: rows as data, cells by evidence; nobody types a tick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from comparekit.evidence import PairEvidence, literal
from comparekit.files import nearest, read_toml
from comparekit.model import FRAMEWORKS, Cell, Feature, FeatureFile, Problem, ProblemError, State
from comparekit.project import FEATURES, Project

Lookup = Callable[[str], PairEvidence]
"""Gives the evidence of a pair by its identity; raises ProblemError where there is none."""

MARKS = {"yes": "✓", "partial": "◐", "no": "✗", "unknown": "?"}


@dataclass(frozen=True)
class CellState:
    """A cell with what its evidence shows.

    Attributes:
        state: "yes", "partial", "no" or "unknown".
        cell: the source of the cell.
        evidence: kind ("ran" or "cited"), reference and date of each piece of evidence.
    """

    state: str
    cell: Cell
    evidence: tuple[dict[str, str], ...]


def features(project: Project, topic: str) -> list[Feature]:
    """Rows of a topic's table; none when it has no features.toml.

    Raises:
        ProblemError: the file is wrong.
    """
    path = project.snippets / topic / FEATURES
    return list(read_toml(path, FeatureFile).feature) if path.is_file() else []


def cells(project: Project, topic: str, feature: Feature, lookup: Lookup) -> dict[str, CellState]:
    """State of each framework's cell.

    Passing `agree`, `bound` and `differ` expectations say yes, `warns` partial and `raises` no (by their `says`);
    evidence of both kinds says partial; evidence that is stale, missing or failing says nothing.

    Raises:
        ProblemError: a cell has no evidence, or names evidence that does not exist.
    """
    path = project.snippets / topic / FEATURES
    return {name: _cell(path, feature, name, getattr(feature, name), lookup) for name in FRAMEWORKS}


def table(project: Project, topic: str, lookup: Lookup) -> str:
    """The feature table of a topic as Markdown.

    Raises:
        ProblemError: the topic has no features.toml, or a cell has no evidence.
    """
    rows = features(project, topic)
    if not rows:
        path = project.snippets / topic / FEATURES
        raise ProblemError(Problem(path, 1, f"no feature table for the topic '{topic}'", "write it"))
    lines = [f"| Feature | {' | '.join(FRAMEWORKS.values())} |", f"| --- | {' | '.join('---' for _ in FRAMEWORKS)} |"]
    for row in rows:
        shown = [_shown(state, topic) for state in cells(project, topic, row, lookup).values()]
        lines.append(f"| {row.feature} | {' | '.join(shown)} |")
    return "\n".join(lines)


def _cell(path: Path, feature: Feature, framework: str, cell: Cell, lookup: Lookup) -> CellState:
    line = _line(path, feature.id)
    if bool(cell.ran) == bool(cell.cited):
        message = f"the cell {feature.id}/{framework} needs either 'ran' or 'cited'"
        raise ProblemError(Problem(path, line, message, "name a pair, or a public document with its date"))
    if cell.cited:
        if not (cell.date and cell.says):
            raise ProblemError(
                Problem(path, line, f"the citation of {feature.id}/{framework} lacks 'date' or 'says'", "add them")
            )
        return CellState(cell.says, cell, ({"kind": "cited", "ref": cell.cited, "date": cell.date},))
    says: set[str] = set()
    evidence = []
    for reference in cell.ran:
        answers, date = _ran(path, line, reference, framework, lookup)
        says |= answers
        evidence.append({"kind": "ran", "ref": reference, "date": date})
    state = "unknown" if "unknown" in says else says.pop() if len(says) == 1 else "partial"
    return CellState(state, cell, tuple(evidence))


def _ran(path: Path, line: int, reference: str, framework: str, lookup: Lookup) -> tuple[set[str], str]:
    """What the expectations behind a reference say, and the date of the newest record."""
    pair_id, _, name = reference.partition(":")
    try:
        found = lookup(pair_id)
    except ProblemError as error:
        if error.problem.path.is_file():  # the pair's own file is wrong
            raise
        raise ProblemError(Problem(path, line, error.problem.message, error.problem.fix)) from error
    named = found.named()
    if name and name not in named:
        message = f"the pair {pair_id} has no expectation '{name}'"
        raise ProblemError(Problem(path, line, message, nearest(name, list(named))))
    chosen = [named[name]] if name else list(named.values())
    ours = [j for j in chosen if any(label.split(".")[0] == framework for label in found.pair.concerned(j.expectation))]
    if not ours:
        raise ProblemError(Problem(path, line, f"no expectation of {reference} concerns {framework}"))
    dates = [e.run.date for label, e in found.sides.items() if e.run and label.split(".")[0] == framework]
    says = {getattr(j.expectation, "says", "yes") if j.state is State.PASS else "unknown" for j in ours}
    return says, max(dates, default="")


def _shown(state: CellState, topic: str) -> str:
    references = ", ".join(_link(item, topic) for item in state.evidence)
    note = f" {state.cell.note}" if state.cell.note else ""
    mark = f'<span class="state state-{state.state}" title="{state.state}">{MARKS[state.state]} {state.state}</span>'
    return f"{mark}{note}<br><small>{references}</small>".replace("|", "\\|")


def _link(item: dict[str, str], topic: str) -> str:
    if item["kind"] == "cited":
        return f"[cited, {item['date']}]({item['ref']})"
    pair_id = item["ref"].partition(":")[0]
    elsewhere, _, name = item["ref"].partition("/")
    page = "" if elsewhere == topic else f"{elsewhere}.md"
    return f"[{name}]({page}#{anchor(pair_id)})"


def anchor(pair_id: str) -> str:
    """Name of the place on a page where a pair is shown."""
    return "pair-" + pair_id.replace("/", "-").replace("_", "-")


def _line(path: Path, feature_id: str) -> int:
    rows = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, row in enumerate(rows, 1) if f'"{feature_id}"' in row), 1)


def scrolling(label: str, table: str) -> str:
    """A table in a region that scrolls where it is too wide, with a name for screen readers."""
    opening = f'<div class="numbers" tabindex="0" role="region" aria-label="{literal(label)}" markdown>'
    return "\n\n".join([opening, table, "</div>"])
