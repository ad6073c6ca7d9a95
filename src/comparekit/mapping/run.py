"""From rows to stored evidence: one process a framework evaluates, this one judges; a fault stops no other row."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from multiprocessing.connection import Connection
from queue import Queue
from typing import Any

from comparekit.execute import ENVIRONMENT, child_environment
from comparekit.machine import now
from comparekit.mapping import apis, records
from comparekit.mapping.inputs import InputError, cases
from comparekit.mapping.introspect import introspect
from comparekit.mapping.judge import Verdict, judge, wanted
from comparekit.mapping.records import AreaRecord, Verified
from comparekit.mapping.rows import Area, Row, faults, read_areas
from comparekit.mapping.worker import serve
from comparekit.model import FRAMEWORKS, Problem, ProblemError, State
from comparekit.project import MAPPINGS, Project
from comparekit.run import alone, pin_line

TIME_LIMIT = 120
"""Seconds for all evaluations of one row in one framework."""
Work = list[tuple[Area, Row]]


def run_areas(
    project: Project, targets: list[str], everything: bool = False, say: Callable[[str], None] = lambda _: None
) -> list[Problem]:
    """Run the areas that are named as `mappings/AREA`, or all where none is; no second run may hold one of them.

    Returns:
        What does not hold or cannot be read.

    Raises:
        ProblemError: another run works on one of these areas.
    """
    names = [name for target in targets if (name := target.rstrip("/").partition("/")[2])]
    areas, problems = read_areas(project, names or None)
    with alone(*(area.path for area in areas)):
        problems += run(project, areas, everything, say)
    if areas and not apis.current(project) and not any(_other_versions(project)):
        introspect(project)
    return problems


def stale(project: Project, areas: list[Area]) -> Work:
    """Rows whose evidence is missing or out of date."""
    found: Work = []
    for area in areas:
        try:
            states = records.states(project, area, records.read(area))
        except ProblemError:
            states = {}
        found += [(area, row) for row in area.spec.row if states.get(row.id) is not State.PASS]
    return found


def run(
    project: Project, areas: list[Area], everything: bool = False, say: Callable[[str], None] = lambda _: None
) -> list[Problem]:
    """Run the rows of areas and store what those showed that hold.

    Args:
        project: the tree.
        areas: to run.
        everything: also rows that are current.
        say: told of each area that is done.

    Returns:
        What does not hold, with the place of the row.
    """
    problems: list[Problem] = []
    broken = {area.name: faults(area) for area in areas}
    problems += [problem for rows in broken.values() for found in rows.values() for problem in found]
    work = [(area, row) for area in areas for row in area.spec.row] if everything else stale(project, areas)
    work = [(area, row) for area, row in work if row.id not in broken[area.name]]
    if work and (other := list(_other_versions(project))):
        return problems + other
    shown: dict[str, dict[str, Verdict]] = {area.name: {} for area in areas}
    left = {area.name: sum(one is area for one, _ in work) for area in areas}
    for area, row, verdict in verdicts(work):
        shown[area.name][row.id] = verdict
        problems += [area.problem(row, message, fix, key) for key, message, fix in _distinct(verdict)]
        left[area.name] -= 1
        if not left[area.name]:
            good, of = sum(not one.faults for one in shown[area.name].values()), len(shown[area.name])
            say(f"{State.PASS if good == of else State.FAIL:8} {MAPPINGS}/{area.name}: {good} of {of} rows hold")
            _store(project, area, shown[area.name])
    for area in areas:
        if not shown[area.name]:
            _store(project, area, {})
    return problems


def verdicts(work: Work) -> Iterator[tuple[Area, Row, Verdict]]:
    """Evaluate rows in both frameworks at once and judge each as soon as both have answered."""
    if not work:
        return
    jobs = []
    for area, row in work:
        try:
            if not cases(row):
                raise InputError("none of its cases applies to these inputs")
            jobs.append((area, row, wanted(row)))
        except InputError as error:
            yield area, row, Verdict([("inputs", str(error), "correct 'inputs'")])
    answers: Queue[tuple[int, str, Any]] = Queue()
    threads = [threading.Thread(target=_ask_all, args=(name, jobs, answers), daemon=True) for name in FRAMEWORKS]
    with child_environment("cpu", ENVIRONMENT):
        for thread in threads:
            thread.start()
        waiting: dict[int, dict[str, Any]] = {}
        for _ in range(len(jobs) * len(FRAMEWORKS)):
            number, framework, answer = answers.get()
            both = waiting.setdefault(number, {})
            both[framework] = answer
            if len(both) == len(FRAMEWORKS):
                del waiting[number]
                area, row, _ = jobs[number]
                yield area, row, _judged(row, both)


def _judged(row: Row, answers: dict[str, Any]) -> Verdict:
    wrong = {name: answer for name, answer in answers.items() if isinstance(answer, str)}
    if wrong:
        return Verdict([(name, message, "correct the row") for name, message in wrong.items()])
    return judge(row, answers["pytorch"], answers["tensorflow"])


def _ask_all(framework: str, jobs: list[Any], answers: Queue[tuple[int, str, Any]]) -> None:
    """Put the answer to every job into the queue; a process that died or hangs is replaced."""
    setups = {area.name: getattr(area.spec, f"setup_{framework}") for area, _, _ in jobs}
    process, connection = _start(framework, setups)
    for number, (area, row, work) in enumerate(jobs):
        try:
            connection.send((area.name, row, work[framework]))
            if not connection.poll(TIME_LIMIT):
                raise TimeoutError
            answer = connection.recv()
        except TimeoutError:
            answer = f"no answer within {TIME_LIMIT} s"
        except (EOFError, OSError):
            process.join()
            answer = f"the process died (exit code {process.exitcode})"
        if isinstance(answer, str):
            process.kill()
            process.join()
            process, connection = _start(framework, setups)
        answers.put((number, framework, answer))
    connection.send(None)
    process.join()


def _start(framework: str, setups: dict[str, str]) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(framework, setups, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _store(project: Project, area: Area, shown: dict[str, Verdict]) -> None:
    """Write the evidence of an area: that of rows that hold, new or still current; nothing where nothing changed."""
    try:
        stored = records.read(area)
    except ProblemError:
        stored = None
    rows = {}
    for row in area.spec.row:
        digest = records.key(project, area, row)
        verdict = shown.get(row.id)
        old = stored.rows.get(row.id) if stored else None
        if verdict and not verdict.faults:
            new = Verified(
                key=digest,
                comparisons=verdict.comparisons,
                noticed=verdict.noticed,
                findings=tuple(verdict.findings),
            )
            rows[row.id] = old if old and same(old, new) else new
        elif not verdict and old and old.key == digest:
            rows[row.id] = old
    if stored and stored.rows == rows and stored.versions == records.versions(project):
        return
    made = AreaRecord(schema=records.SCHEMA, area=area.name, date=now(), versions=records.versions(project), rows=rows)
    records.write(area, made)


def same(old: Verified, new: Verified) -> bool:
    """Whether a run says what is stored: the last digits of a difference may change with the processor."""
    if (old.key, old.comparisons, old.noticed) != (new.key, new.comparisons, new.noticed):
        return False
    kinds = [[(one.where, one.case, one.dtype, one.kind) for one in each.findings] for each in (old, new)]
    return kinds[0] == kinds[1] and all(
        abs(a.off - b.off) <= 0.1 * max(a.off, b.off) for a, b in zip(old.findings, new.findings, strict=True)
    )


def _distinct(verdict: Verdict) -> list[tuple[str, str, str]]:
    """The first fault of each key, with how many more there are."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for fault in verdict.faults:
        found.setdefault(fault[0], []).append(fault)
    more = {key: f" (and {len(all_of) - 1} more)" if len(all_of) > 1 else "" for key, all_of in found.items()}
    return [(key, all_of[0][1] + more[key], all_of[0][2]) for key, all_of in found.items()]


def _other_versions(project: Project) -> Iterator[Problem]:
    for name, pin in records.versions(project).items():
        try:
            installed = version(name).partition("+")[0]
        except PackageNotFoundError:
            installed = "absent"
        if installed != pin:
            message = f"{name} {installed} is installed, the records are made with {pin}"
            yield Problem(
                project.constraints, pin_line(project, name), message, f"pip install -c constraints.txt {name}"
            )
