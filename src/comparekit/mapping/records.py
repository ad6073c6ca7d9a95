"""The evidence of the API map: one file an area, beside the areas, with what the run of each row showed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from comparekit.files import read_json, to_json, write_atomic
from comparekit.mapping.rows import Area, Row
from comparekit.model import Problem, ProblemError, State
from comparekit.project import Project

SCHEMA = 1
PACKAGES = ("torch", "tensorflow", "keras", "numpy")
"""Packages whose versions decide what a row shows."""


class Finding(msgspec.Struct, frozen=True):
    """A difference that a row speaks of, as it was met.

    Attributes:
        where: `naive`, or the key of `apart`.
        case: of the inputs.
        dtype: under test.
        kind: structure, shape, value, dtype, raises or gradient.
        pytorch: what it gave.
        tensorflow: what it gave.
        off: relative difference, of values and gradients.
    """

    where: str
    case: str
    dtype: str
    kind: str
    pytorch: str
    tensorflow: str
    off: float = 0.0


class Verified(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the run of one row that holds showed.

    Attributes:
        key: digest of all that decides it.
        comparisons: of values and gradients.
        noticed: those that disagreed once the counterpart was changed.
        findings: differences that the row speaks of.
    """

    key: str
    comparisons: int
    noticed: int
    findings: tuple[Finding, ...] = ()


class AreaRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The stored evidence of an area.

    Attributes:
        schema: version of this format.
        area: its name.
        date: of the newest row, UTC.
        versions: of the packages.
        rows: by id.
        seal: digest of everything else in the file.
    """

    schema: int
    area: str
    date: str
    versions: dict[str, str]
    rows: dict[str, Verified]
    seal: str = ""


def record_path(area: Area) -> Path:
    """File of an area's evidence."""
    return area.path.parent / "records" / f"{area.name}.json"


def versions(project: Project) -> dict[str, str]:
    """Pinned version of each package that decides."""
    return {name: project.pin(name) for name in PACKAGES}


def key(project: Project, area: Area, row: Row) -> str:
    """Digest of all that decides what a row shows; its words to the reader are left out."""
    bare = msgspec.structs.replace(row, trap="", why="", constant=str(bool(row.constant)), atlas=None)
    parts = {
        "schema": SCHEMA,
        "row": msgspec.structs.replace(bare, apart=dict.fromkeys(row.apart, "")),
        "setup": [area.spec.setup_pytorch, area.spec.setup_tensorflow],
        "versions": versions(project),
    }
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()[:32]


def read(area: Area) -> AreaRecord | None:
    """The stored evidence of an area; None where there is none.

    Raises:
        ProblemError: it is damaged or edited by hand.
    """
    path = record_path(area)
    if not path.is_file():
        return None
    fix = f"comparekit run mappings/{area.name} --all"
    try:
        record = read_json(path, AreaRecord)
    except ProblemError as error:
        raise ProblemError(Problem(path, 1, error.problem.message, fix)) from error
    if record.seal != _seal(record) or record.area != area.name:
        message = "edited by hand or damaged: its seal does not fit its content"
        raise ProblemError(Problem(path, 1, message, fix))
    return record


def write(area: Area, record: AreaRecord) -> None:
    """Store the evidence of an area.

    Raises:
        ProblemError: the file cannot be written; what was there is intact.
    """
    write_atomic(record_path(area), to_json(msgspec.structs.replace(record, seal=_seal(record))))


def states(project: Project, area: Area, record: AreaRecord | None) -> dict[str, State]:
    """What is known about each row."""
    known = record.rows if record else {}
    found = {}
    for row in area.spec.row:
        if row.id not in known:
            found[row.id] = State.NOT_RUN
        else:
            found[row.id] = State.PASS if known[row.id].key == key(project, area, row) else State.STALE
    return found


def _seal(record: AreaRecord) -> str:
    return hashlib.sha256(to_json(msgspec.structs.replace(record, seal=""))).hexdigest()
