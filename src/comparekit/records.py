"""The evidence: where it lies, what it is keyed by, reading it and writing it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from comparekit.files import read_json, to_json, write_atomic
from comparekit.model import Device, Outcome, Pair, Problem, ProblemError, Record, RunLog, Side, State
from comparekit.project import EVIDENCE_FOLDERS, TIMINGS_FOLDER, Project, packages

SCHEMA = 1


@dataclass(frozen=True)
class Evidence:
    """What is stored about one side on one device.

    Attributes:
        state: PASS for a valid and current record (whether the pair's expectations hold is
            judged elsewhere), STALE, NOT_RUN, or ERROR for a record that cannot be trusted.
        record: absent when NOT_RUN or ERROR.
        run: when and where; absent when unknown.
        problem: why the state is not PASS.
    """

    state: State
    record: Record | None = None
    run: RunLog | None = None
    problem: Problem | None = None


def record_path(side: Side, device: Device) -> Path:
    """File of the deterministic part of the evidence."""
    return _path(side, device, EVIDENCE_FOLDERS[0])


def run_path(side: Side, device: Device) -> Path:
    """File of the part that differs from run to run."""
    return _path(side, device, EVIDENCE_FOLDERS[1])


def versions(project: Project, side: Side) -> dict[str, str]:
    """Pinned version of each package that decides what the side does."""
    return {package: project.pin(package) for package in packages(side)}


def key(project: Project, pair: Pair, side: Side, device: Device) -> str:
    """Digest of all that decides the outcome of a side.

    That is the script, the declared data files, the quantities and warnings asked for, the
    environment variables, the device, and the pinned versions. What only decides how an
    outcome is judged or shown (tolerances, title, sections) is left out, so that editing it
    makes no record stale.

    Raises:
        ProblemError: a declared data file is missing.
    """
    parts = {
        "schema": SCHEMA,
        "script": hashlib.sha256(side.source).hexdigest(),
        "data": {name: hashlib.sha256(data_file(pair, name).read_bytes()).hexdigest() for name in pair.spec.data},
        "quantities": pair.quantities(side.label),
        "may_raise": pair.may_raise(side.label),
        "warnings": pair.warnings(side.label),
        "fresh": pair.spec.fresh,
        "env": pair.spec.env,
        "stderr": pair.spec.stderr,
        "device": device,
        "versions": versions(project, side),
    }
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def data_file(pair: Pair, name: str) -> Path:
    """A declared data file.

    Raises:
        ProblemError: it is missing, or lies outside the topic's folder.
    """
    path = (pair.path.parent / name).resolve()
    if not path.is_file() or not path.is_relative_to(pair.path.parent.resolve()):
        raise ProblemError(Problem(pair.path, 1, f"no data file '{name}' beside the pair", "add it or correct 'data'"))
    return path


def make(project: Project, pair: Pair, side: Side, device: Device, outcome: Outcome) -> Record:
    """The record of an outcome."""
    record = Record(
        schema=SCHEMA,
        pair=pair.id,
        side=side.label,
        device=device,
        key=key(project, pair, side, device),
        digest=hashlib.sha256(side.source).hexdigest(),
        versions=versions(project, side),
        outcome=outcome,
    )
    return sealed(record)


def sealed(record: Record) -> Record:
    """The record with the seal that fits its content."""
    return msgspec.structs.replace(record, seal=_seal(record))


def write(side: Side, record: Record, run: RunLog) -> None:
    """Store a record and the log of its run.

    Raises:
        ValueError: the record does not survive being written and read.
        ProblemError: a file cannot be written; what was there is intact.
    """
    content = to_json(record)
    if sealed(msgspec.json.decode(content, type=Record)) != record:
        raise ValueError(f"the record of {record.pair} {record.side} is not what would be read back")
    write_atomic(record_path(side, record.device), content)
    write_atomic(run_path(side, record.device), to_json(run))


def read(project: Project, pair: Pair, side: Side, device: Device = "cpu") -> Evidence:
    """The stored evidence of a side, with its state."""
    path = record_path(side, device)
    command = f"comparekit run {pair.id}"
    if not path.is_file():
        problem = Problem(side.path, 1, f"no record for {device}", command)
        return Evidence(State.NOT_RUN, problem=problem)
    try:
        record = read_json(path, Record)
        log = run_path(side, device)
        run = read_json(log, RunLog) if log.is_file() else None
        expected = key(project, pair, side, device)
    except ProblemError as error:
        problem = _with_command(error.problem, command)
        return Evidence(State.ERROR, problem=problem)
    if record.seal != _seal(record) or (record.pair, record.side, record.device) != (pair.id, side.label, device):
        problem = Problem(path, 1, "edited by hand or damaged: its seal does not fit its content", command)
        return Evidence(State.ERROR, problem=problem)
    if record.key != expected or _other_versions(project, side, record):
        problem = Problem(path, 1, f"stale: {_why_stale(project, side, record)}", command)
        return Evidence(State.STALE, record, run, problem)
    return Evidence(State.PASS, record, run)


def orphans(project: Project, pairs: dict[str, Pair]) -> list[Problem]:
    """Stored files that are evidence of no side, device or timing of a pair."""
    known = {
        place(side, device)
        for pair in pairs.values()
        for side in pair.sides.values()
        for device in pair.spec.devices
        for place in (record_path, run_path)
    }
    stored = [path for folder in EVIDENCE_FOLDERS for path in project.snippets.glob(f"*/{folder}/*/*")]
    timed = {pair.path.parent / TIMINGS_FOLDER / pair.name for pair in pairs.values() if pair.spec.timing}
    measured = project.snippets.glob(f"*/{TIMINGS_FOLDER}/*/*")
    lost = [path for path in stored if path not in known] + [path for path in measured if path.parent not in timed]
    fix = "remove it, or restore what it is evidence of"
    return [Problem(path, 1, "evidence of nothing in the tree", fix) for path in sorted(lost)]


def _with_command(problem: Problem, command: str) -> Problem:
    """The problem of an unreadable file, with the command that makes it anew."""
    return problem if problem.fix else Problem(problem.path, problem.line, problem.message, command)


def _path(side: Side, device: Device, folder: str) -> Path:
    return side.path.parent / folder / side.pair.split("/")[1] / f"{side.label}.{device}.json"


def _seal(record: Record) -> str:
    return hashlib.sha256(to_json(msgspec.structs.replace(record, seal=""))).hexdigest()


def _other_versions(project: Project, side: Side, record: Record) -> list[str]:
    """What a record was made with in place of the pinned versions; a side that ran without a package needs none."""
    return [
        f"{name} {record.versions[name]} -> {pin}"
        for name, pin in versions(project, side).items()
        if record.versions.get(name, "absent") not in (pin, "absent")
    ]


def _why_stale(project: Project, side: Side, record: Record) -> str:
    if record.digest != hashlib.sha256(side.source).hexdigest():
        return f"{side.path.name} has changed since"
    if changed := _other_versions(project, side, record):
        return f"made with other versions ({', '.join(changed)})"
    return "the pair file or its data has changed since"
