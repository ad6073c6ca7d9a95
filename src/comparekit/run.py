"""From stale sides to stored records: what `comparekit run` does between its options and its report."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from comparekit import records
from comparekit.compare import same_meaning
from comparekit.execute import Execution, execute, installed_versions
from comparekit.machine import now, processor
from comparekit.model import Agree, Bound, Device, Pair, Problem, ProblemError, RunLog, Side, State
from comparekit.project import Project

Work = list[tuple[Pair, Side]]
"""Sides to run, each with its pair."""


def stale(project: Project, work: Work, device: Device) -> Work:
    """Those whose stored evidence is missing, stale or damaged, or lacks the log of its run."""
    stored = [(pair, side, records.read(project, pair, side, device)) for pair, side in work]
    return [(pair, side) for pair, side, one in stored if one.state is not State.PASS or one.run is None]


def with_pinned_versions(project: Project, work: Work) -> tuple[Work, list[Problem]]:
    """The sides whose packages have the pinned versions or are absent, and what is wrong with the others."""
    good: Work = []
    wrong: dict[str, Problem] = {}
    for pair, side in work:
        pinned = records.versions(project, side)
        installed = installed_versions(side)
        other = [name for name in pinned if installed[name] not in (pinned[name], "absent")]
        for name in other:
            message = f"{name} {installed[name]} is installed, the records are made with {pinned[name]}"
            fix = f"pip install -c constraints.txt {name}, or comparekit run --other-versions"
            if pinned[name] == "unpinned":
                message = f"{name} {installed[name]} is installed and not pinned"
                fix = f"add {name}=={installed[name]}, or comparekit run --other-versions"
            wrong[name] = Problem(project.constraints, pin_line(project, name), message, fix)
        good += [] if other else [(pair, side)]
    return good, list(wrong.values())


@contextlib.contextmanager
def alone(*places: Path) -> Iterator[None]:
    """Hold folders or files against a second run; the lock is on them themselves and leaves nothing behind.

    Raises:
        ProblemError: another run holds it.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handles = []
    try:
        for place in places:
            handles.append(os.open(place, os.O_RDONLY))
            try:
                fcntl.flock(handles[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                message = "another comparekit run works in this tree"
                raise ProblemError(Problem(place, 1, message, "wait until it has ended")) from error
        yield
    finally:
        for handle in handles:
            os.close(handle)


def run(
    project: Project,
    work: Work,
    device: Device,
    repeat: int = 1,
    workers: int | None = None,
    say: Callable[[Execution], None] = lambda _: None,
) -> list[Problem]:
    """Execute sides and store each outcome as soon as it is there.

    Args:
        project: the tree to write to.
        work: the sides.
        device: "cpu" or "cuda".
        repeat: runs of each side, which have to say the same.
        workers: sides at once.
        say: told of every execution, to show progress.

    Returns:
        What went wrong; everything else is stored.
    """
    problems: list[Problem] = []
    runs: dict[tuple[str, str], list[Execution]] = {}
    for execution in execute(project, work * repeat, device, workers):
        say(execution)
        same_side = runs.setdefault((execution.pair.id, execution.side.label), [])
        same_side.append(execution)
        if len(same_side) == repeat:
            problems += _settle(project, same_side, device)
    return problems


def _settle(project: Project, runs: list[Execution], device: Device) -> list[Problem]:
    """Store what the runs of one side showed, unless one failed, they differ, or that is stored already."""
    first, pair, side = runs[0], runs[0].pair, runs[0].side
    if failed := [one.problem for one in runs if one.problem is not None]:
        return failed[:1]
    if any(not same_meaning(first.outcome, other.outcome, {}) for other in runs[1:]):
        message = f"{State.FLAKY}: {len(runs)} runs differ; nothing was recorded"
        return [Problem(side.path, 1, message, "make it deterministic (seeds, no times or addresses)")]
    stored = records.read(project, pair, side, device)
    if (
        stored.state is State.PASS
        and stored.run
        and same_meaning(stored.record.outcome, first.outcome, tolerances(pair))
    ):
        return []
    installed = installed_versions(side)
    record = records.make(project, pair, side, device, first.outcome)
    record = records.sealed(
        msgspec.structs.replace(record, versions={n: v for n, v in installed.items() if v != "absent"})
    )
    try:
        records.write(side, record, _log(first, device))
    except ProblemError as error:
        return [error.problem]
    return []


def _log(execution: Execution, device: Device) -> RunLog:
    return RunLog(
        date=now(),
        python=platform.python_version(),
        platform=f"{platform.system()} {platform.machine()}",
        processor=processor(device),
        seconds=round(execution.seconds, 3),
        peak_memory_mib=round(execution.peak_memory_mib),
    )


def tolerances(pair: Pair) -> dict[str, float]:
    """Tolerance that a pair asks for, by quantity."""
    asked = [e for e in pair.spec.expect if isinstance(e, Agree | Bound) and e.tolerance is not None]
    return {e.quantity: e.tolerance for e in asked}


def pin_line(project: Project, name: str) -> int:
    """Line of constraints.txt that holds a package."""
    lines = project.constraints.read_text(encoding="utf-8").splitlines() if project.constraints.is_file() else []
    return next((n for n, line in enumerate(lines, 1) if line.lower().startswith(f"{name.lower()}==")), 1)
