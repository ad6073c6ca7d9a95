"""The rows of the API map: data in `snippets/mappings/`, one file an area, read and checked before anything runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from comparekit.files import line_of, nearest, read_toml
from comparekit.mapping.calls import computes, final, same_arguments
from comparekit.model import Problem, ProblemError
from comparekit.project import MAPPINGS, Project

Relation = Literal["equal", "adapted", "differs", "none"]
CASES = ("ordinary", "square", "ties", "special", "empty")
"""Kinds of inputs that a row runs on; what each holds is said in `inputs`."""
WITH_GRADIENT = ("ordinary", "square", "ties")
"""Cases in which gradients are compared, too."""
GROUPS = {
    "shapes": "Shapes, axes and layouts",
    "dtypes": "Types, promotion and precision",
    "values": "NaN, infinities, ties, zeros and empty inputs",
    "indexing": "Indexing, gather and scatter",
    "layers": "Defaults of layers",
    "losses": "Losses and metrics",
    "training": "Optimisers, schedules and state in training",
    "gradients": "Gradients",
    "random": "Random numbers, initialisers and distributions",
    "numerics": "Linear algebra, Fourier transforms and signals",
    "data": "Data, images, text and saving",
}
"""Groups of the atlas, where a porter meets the difference."""


class AtlasEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a difference means for somebody who ports code; numbers come from the run of its row.

    Attributes:
        group: a key of `GROUPS`.
        title: the difference as a statement.
        expect: what one would expect.
        hurts: which models, which symptom.
        since: the version since which it is so, where that is known.
    """

    group: str
    title: str
    expect: str
    hurts: str
    since: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A PyTorch expression, its counterpart, and the relation between them.

    Attributes:
        id: unique within the area.
        pytorch: statements, the last of which is an expression: its value is the result.
        tensorflow: the counterpart that gives the same.
        relation: `equal` same arguments, same values; `adapted` other arguments; `differs` the obvious counterpart
            gives something else; `none` no counterpart, the expression is the shortest replacement.
        naive: the obvious counterpart, which must give something else.
        trap: what to look out for.
        inputs: by name, as `kind[dims]` or `= NumPy expression`.
        also_pytorch: other spellings that give the same.
        also_tensorflow: likewise.
        sizes: of a letter by case, where the usual ones do not fit.
        dtypes: of floating inputs.
        cases: to which the row is confined.
        apart: where the two differ nevertheless, and why: by case, `case.gradient`, `gradient` or `dtype`.
        tolerance: largest relative difference, where it does not follow from dtype and reference.
        why: the reason for it.
        constant: why the result does not depend on the inputs.
        lacks: the framework without a counterpart, of the relation `none`.
        atlas: the entry in the atlas of differences, if the difference bites.
    """

    id: str
    pytorch: str
    tensorflow: str
    relation: Relation
    naive: str = ""
    trap: str = ""
    inputs: dict[str, str] = {}
    also_pytorch: tuple[str, ...] = ()
    also_tensorflow: tuple[str, ...] = ()
    sizes: dict[str, tuple[int, ...]] = {}
    dtypes: tuple[Literal["float16", "bfloat16", "float32", "float64"], ...] = ("float64", "float32")
    cases: tuple[Literal["ordinary", "square", "ties", "special", "empty"], ...] = CASES
    apart: dict[str, str] = {}
    tolerance: float | None = None
    why: str = ""
    constant: str = ""
    lacks: Literal["pytorch", "tensorflow"] = "tensorflow"
    atlas: AtlasEntry | None = None


class AreaFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file of an area.

    Attributes:
        title: a noun phrase.
        answer: what carries over and what does not, in two or three sentences.
        setup_pytorch: statements before the rows.
        setup_tensorflow: likewise.
        row: the rows.
    """

    title: str
    answer: str
    setup_pytorch: str = ""
    setup_tensorflow: str = ""
    row: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Area:
    """One area with its rows.

    Attributes:
        name: of its file, without the ending.
        path: the file.
        spec: its content.
        text: the same as it is written.
    """

    name: str
    path: Path
    spec: AreaFile
    text: str

    def line(self, row: Row, key: str = "id") -> int:
        """Line of a key of a row."""
        number = next(n for n, one in enumerate(self.spec.row) if one is row)
        return line_of(self.text, ["row", str(number), key])

    def problem(self, row: Row, message: str, fix: str = "", key: str = "id") -> Problem:
        """Something wrong with a row, at its place."""
        return Problem(self.path, self.line(row, key), f"{row.id}: {message}", fix)


def area_names(project: Project) -> list[str]:
    """Names of all areas, sorted."""
    return sorted(path.stem for path in (project.snippets / MAPPINGS).glob("*.toml"))


def read_area(project: Project, name: str) -> Area:
    """One area.

    Raises:
        ProblemError: there is none of this name, or its file is wrong.
    """
    path = project.snippets / MAPPINGS / f"{name}.toml"
    if name not in (known := area_names(project)):
        raise ProblemError(Problem(path, 1, f"no area '{name}'", nearest(name, known) or f"see snippets/{MAPPINGS}/"))
    return Area(name, path, read_toml(path, AreaFile), path.read_text(encoding="utf-8"))


def read_areas(project: Project, names: list[str] | None = None) -> tuple[list[Area], list[Problem]]:
    """All areas, or those named, and what is wrong with files that cannot be read."""
    areas, problems = [], []
    for name in area_names(project) if names is None else names:
        try:
            areas.append(read_area(project, name))
        except ProblemError as error:
            problems.append(error.problem)
    return areas, problems


def faults(area: Area) -> dict[str, list[Problem]]:
    """What is wrong with the rows of an area as they are written, by row; a row without a fault can be run."""
    found: dict[str, list[Problem]] = {}
    seen: set[str] = set()
    for row in area.spec.row:
        for key, message, fix in _faults(row, seen):
            found.setdefault(row.id, []).append(area.problem(row, message, fix, key))
        seen.add(row.id)
    return found


def _faults(row: Row, seen: set[str]) -> Iterator[tuple[str, str, str]]:
    """Key, message and fix of each fault."""
    if row.id in seen or not re.fullmatch(r"[a-z0-9_]+", row.id):
        yield "id", "the id is taken or not in lower case with underscores", "choose another"
    broken = False
    for key, code in expressions(row):
        try:
            final(code)
        except (SyntaxError, ValueError) as error:
            broken = True
            yield key, f"not a Python expression: {error}", "end with an expression"
    for key, code in (("pytorch", row.pytorch), ("tensorflow", row.tensorflow)):
        if not broken and not computes(code):
            yield key, "a constant shows nothing of a framework", "compute it, or remove the row"
    if row.relation == "differs" and not (row.naive and row.trap):
        yield "relation", "a row that differs needs 'naive' and 'trap'", "add them"
    if row.relation == "none" and not row.trap:
        yield "relation", "nothing says why there is no counterpart", "add 'trap'"
    if row.relation == "equal" and row.naive:
        yield "naive", "'equal' has no naive form", "call the relation adapted or differs"
    if not broken and row.relation in ("equal", "adapted"):
        same = same_arguments(row.pytorch, row.tensorflow)
        if row.relation == "equal" and not same:
            yield "relation", "the arguments are not the same", 'relation = "adapted"'
        if row.relation == "adapted" and same and not row.apart:
            yield "relation", "the arguments are the same", 'relation = "equal"'
    if (row.tolerance is not None) != bool(row.why):
        yield "tolerance", "'tolerance' and 'why' go together", "give both or neither"
    known = [*CASES, *(f"{case}.gradient" for case in WITH_GRADIENT), "gradient", "dtype"]
    for key in row.apart:
        if key not in known:
            yield "apart", f"'{key}' is no case", nearest(key, known) or f"use one of {', '.join(known)}"
    if row.atlas and row.atlas.group not in GROUPS:
        yield (
            "atlas",
            f"'{row.atlas.group}' is no group",
            nearest(row.atlas.group, list(GROUPS)) or f"use one of {', '.join(GROUPS)}",
        )
    if row.atlas and not (row.naive or row.apart):
        yield "atlas", "an entry without a difference", "give 'naive' or 'apart'"
    for name in row.inputs:
        if not any(re.search(rf"\b{re.escape(name)}\b", code) for _, code in expressions(row)):
            yield "inputs", f"no expression uses the input '{name}'", "remove it"


def expressions(row: Row) -> list[tuple[str, str]]:
    """All code of a row, each with the key that holds it."""
    found = [("pytorch", row.pytorch), ("tensorflow", row.tensorflow)]
    found += [("naive", row.naive)] if row.naive else []
    found += [("also_pytorch", code) for code in row.also_pytorch]
    return found + [("also_tensorflow", code) for code in row.also_tensorflow]
