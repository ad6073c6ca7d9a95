"""The whole map with its evidence: what is wrong with it, and what is downloaded of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from comparekit.mapping import apis, records
from comparekit.mapping.records import AreaRecord, Verified
from comparekit.mapping.rows import Area, Row, faults, read_areas
from comparekit.model import Problem, ProblemError, State
from comparekit.project import MAPPINGS, Project

COLUMNS = ("id", "area", "pytorch", "tensorflow", "relation", "naive", "gotcha", "adapted", "tests", "state")
"""Of the table for spreadsheets."""

WANTING = {
    State.NOT_RUN: "without evidence: it was never run, or does not hold",
    State.STALE: "stale: the row, the set-up of its area or a version has changed",
}
"""What is said of rows that are not verified."""


@dataclass(frozen=True)
class Evidenced:
    """An area with what its run showed.

    Attributes:
        area: the rows.
        record: the evidence; absent where there is none or it is damaged.
        states: of each row.
        problem: why the evidence cannot be read.
    """

    area: Area
    record: AreaRecord | None
    states: dict[str, State]
    problem: Problem | None = None

    def verified(self, row: Row) -> Verified | None:
        """What the run of a row showed, where that is still current."""
        current = self.record and self.states[row.id] is State.PASS
        return self.record.rows[row.id] if self.record and current else None


def gather(project: Project, area: Area) -> Evidenced:
    """An area with its evidence."""
    try:
        record = records.read(area)
    except ProblemError as error:
        return Evidenced(area, None, dict.fromkeys((row.id for row in area.spec.row), State.ERROR), error.problem)
    return Evidenced(area, record, records.states(project, area, record))


def problems(project: Project) -> Iterator[Problem]:
    """Everything that is wrong with rows and their evidence; runs nothing."""
    areas, wrong = read_areas(project)
    yield from wrong
    for area in areas:
        yield from (problem for found in faults(area).values() for problem in found)
        found = gather(project, area)
        if found.problem:
            yield found.problem
            continue
        command = f"comparekit run {MAPPINGS}/{area.name}"
        for state, words in WANTING.items():
            rows = [row for row in area.spec.row if found.states[row.id] is state]
            if rows:
                yield area.problem(
                    rows[0], words + ("" if len(rows) == 1 else f"; so are {_listed(rows[1:])}"), command
                )
        lost = set(found.record.rows) - {row.id for row in area.spec.row} if found.record else set()
        for name in sorted(lost):
            path = records.record_path(area)
            yield Problem(path, 1, f"evidence of '{name}', which is no row", command)
    if areas:
        yield from _of_apis(project)
    known = {records.record_path(area) for area in areas} | {problem.path for problem in wrong}
    for path in sorted((project.snippets / MAPPINGS / "records").glob("*")):
        if path not in known and not (path.parents[1] / f"{path.stem}.toml").is_file():
            yield Problem(path, 1, "evidence of nothing in the tree", "remove it, or restore the area")


def entries(project: Project) -> list[dict[str, Any]]:
    """One entry a row, for programs.

    Raises:
        ProblemError: the file of an area is wrong.
    """
    areas, wrong = read_areas(project)
    if wrong:
        raise ProblemError(wrong[0])
    return [_entry(found, row) for found in (gather(project, area) for area in areas) for row in found.area.spec.row]


def table(rows: list[dict[str, Any]]) -> bytes:
    """The same as comma-separated values with a header."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _of_apis(project: Project) -> Iterator[Problem]:
    path = apis.path_of(project)
    try:
        found = apis.read(project)
    except ProblemError as error:
        yield error.problem
        return
    if not found or found.versions != records.versions(project):
        message = "the list of what the packages offer is missing" if not found else "stale: made with other versions"
        yield Problem(path, 1, message, f"comparekit run {MAPPINGS}")


def _listed(rows: list[Row]) -> str:
    named = [row.id for row in rows[:5]]
    return ", ".join(named) + (f" and {len(rows) - 5} more" if len(rows) > 5 else "")


def _entry(found: Evidenced, row: Row) -> dict[str, Any]:
    verified = found.verified(row)
    return {
        "id": f"{found.area.name}/{row.id}",
        "area": found.area.name,
        "pytorch": row.pytorch.strip(),
        "tensorflow": row.tensorflow.strip(),
        "relation": row.relation,
        "lacks": row.lacks if row.relation == "none" else "",
        "naive": row.naive.strip(),
        "gotcha": row.trap.strip(),
        "apart": row.apart,
        "adapted": row.relation != "equal",
        "also": [*row.also_pytorch, *row.also_tensorflow],
        "inputs": row.inputs,
        "tests": verified.comparisons if verified else 0,
        "findings": [msgspec.structs.asdict(one) for one in verified.findings] if verified else [],
        "state": found.states[row.id].value,
    }
