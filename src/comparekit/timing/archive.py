"""The stored measurements: where they lie, what they are keyed by, and whether they can be trusted."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from comparekit.files import read_json, write_atomic
from comparekit.model import Device, Pair, Problem, ProblemError, State, Timing
from comparekit.project import TIMINGS_FOLDER, Project
from comparekit.records import data_file, versions
from comparekit.timing.measurement import Control, Machine, Measurement
from comparekit.timing.results import estimated, results_of, work

SCHEMA = 1
CEILINGS = {"compute": "performance/matmul", "memory": "performance/copy"}
"""Pairs whose fastest step at the largest size is taken for the most that a machine can do."""
SHOWN = {"axis", "control", "devices", "reason"}
"""Keys of `[timing]` that do not decide what was measured."""


@dataclass(frozen=True)
class Stored:
    """A stored measurement with its state.

    Attributes:
        path: the file.
        state: PASS when it is current, STALE, or ERROR when it cannot be trusted.
        measurement: absent when ERROR.
        problem: why the state is not PASS.
    """

    path: Path
    state: State
    measurement: Measurement | None = None
    problem: Problem | None = None


def name_of(machine: Machine) -> str:
    """Name of a machine in paths: its processor, its GPU, and how many cores were used."""
    words = re.sub(
        r"\(r\)|\(tm\)|cpu|processor|@ *[\d.]+ *.hz", " ", f"{machine.processor} {machine.gpu}", flags=re.IGNORECASE
    )
    cores = "1-core" if machine.cores == 1 else f"{machine.cores}-cores"
    return "-".join([*re.findall(r"[a-z0-9]+", words.lower()), cores])


def timing_of(pair: Pair) -> Timing:
    """How a pair is measured.

    Raises:
        ProblemError: its file does not say.
    """
    if pair.spec.timing is None:
        raise ProblemError(Problem(pair.path, 1, "the pair has no [timing] table", "add one, see the method page"))
    return pair.spec.timing


def path_of(pair: Pair, machine: Machine, device: Device) -> Path:
    """File of a measurement."""
    return pair.path.parent / TIMINGS_FOLDER / pair.name / f"{name_of(machine)}.{device}.json"


def key(project: Project, pair: Pair, device: Device) -> str:
    """Digest of all that decides what was measured: scripts, data, the `[timing]` table, and the pinned versions."""
    parts = {
        "schema": SCHEMA,
        "scripts": {label: hashlib.sha256(side.source).hexdigest() for label, side in pair.sides.items()},
        "data": {name: hashlib.sha256(data_file(pair, name).read_bytes()).hexdigest() for name in pair.spec.data},
        "timing": {name: value for name, value in msgspec.to_builtins(pair.spec.timing).items() if name not in SHOWN},
        "env": pair.spec.env,
        "device": device,
        "versions": {label: versions(project, side) for label, side in pair.sides.items()},
    }
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def write(pair: Pair, measurement: Measurement) -> Path:
    """Store a measurement with its estimates, sealed.

    Raises:
        ProblemError: the folder cannot be written; what was stored before is intact.
    """
    measurement = estimated(pair.spec.timing, measurement)
    path = path_of(pair, measurement.machine, measurement.device)
    write_atomic(path, _sealed(measurement))
    return path


def read(project: Project, pair: Pair) -> list[Stored]:
    """All stored measurements of a pair, one for each machine and device."""
    folder = pair.path.parent / TIMINGS_FOLDER / pair.name
    return [_read(project, pair, path) for path in sorted(folder.glob("*.json"))]


def ceilings(project: Project, machine: Machine, device: Device) -> dict[str, float]:
    """The most that a machine did, by what bounds it: "compute" in operations and "memory" in bytes a second."""
    found = {}
    for bound, pair_id in CEILINGS.items():
        if pair_id not in project.pair_ids():
            continue
        pair = project.pair(pair_id)
        for stored in read(project, pair):
            one = stored.measurement
            if stored.state is State.PASS and (one.machine, one.device) == (machine, device):
                size = max(pair.spec.timing.sizes)
                steady = [r for r in results_of(pair.spec.timing, one) if r.size == size and r.what == "steady"]
                fastest = min(median.value for result in steady for median in result.medians)
                found[bound] = work(pair.spec.timing, one, size) / fastest
    return found


def control_path(project: Project, machine: Machine) -> Path:
    """File of the check of the measurement itself on one machine."""
    return project.snippets / "performance" / "control" / f"{name_of(machine)}.json"


def control_of(project: Project, machine: Machine) -> Control | None:
    """The stored check of the measurement on one machine, if there is one.

    Raises:
        ProblemError: it is damaged.
    """
    path = control_path(project, machine)
    return _control(path) if path.is_file() else None


def write_control(project: Project, control: Control) -> Path:
    """Store a check of the measurement, sealed.

    Raises:
        ProblemError: the folder cannot be written.
    """
    path = control_path(project, control.machine)
    write_atomic(path, _sealed(control))
    return path


def controls(project: Project) -> list[Control]:
    """All stored checks of the measurement.

    Raises:
        ProblemError: one is damaged.
    """
    return [_control(path) for path in sorted((project.snippets / "performance" / "control").glob("*.json"))]


def _control(path: Path) -> Control:
    one = read_json(path, Control)
    if one.seal != _seal(one):
        message = "edited by hand or damaged: its seal does not fit its content"
        raise ProblemError(Problem(path, 1, message, "comparekit time --control --all"))
    return one


def command(pair: Pair, path: Path) -> str:
    """What measures again what a file holds, as its name tells."""
    found = re.fullmatch(r".*-(\d+)-cores?\.(\w+)", path.stem)
    cores, device = (int(found[1]), found[2]) if found else (0, "cpu")
    words = ["comparekit", "time", pair.id]
    words += ["--device", device] if device != "cpu" else []
    words += ["--cores", str(cores)] if found and device == "cpu" and cores != timing_of(pair).cores else []
    return " ".join(words)


def _read(project: Project, pair: Pair, path: Path) -> Stored:
    again = command(pair, path)
    try:
        found = read_json(path, Measurement)
        expected = key(project, pair, found.device)
    except ProblemError as error:
        problem = error.problem
        return Stored(path, State.ERROR, problem=Problem(problem.path, problem.line, problem.message, again))
    if found.seal != _seal(found) or path != path_of(pair, found.machine, found.device) or found.pair != pair.id:
        problem = Problem(path, 1, "edited by hand or damaged: its seal or name does not fit its content", again)
        return Stored(path, State.ERROR, problem=problem)
    if found.key != expected:
        problem = Problem(path, 1, "stale: a script, the [timing] table or a pinned version has changed since", again)
        return Stored(path, State.STALE, found, problem)
    return Stored(path, State.PASS, found)


def _encoded(evidence: Measurement | Control) -> bytes:
    return msgspec.json.encode(evidence, order="deterministic") + b"\n"


def _sealed(evidence: Measurement | Control) -> bytes:
    """What is written: as it will be read again, where 24 and 24.0 are the same number, with its seal."""
    read_again = msgspec.json.decode(_encoded(evidence), type=type(evidence))
    return _encoded(msgspec.structs.replace(read_again, seal=_seal(read_again)))


def _seal(evidence: Measurement | Control) -> str:
    return hashlib.sha256(_encoded(msgspec.structs.replace(evidence, seal=""))).hexdigest()
