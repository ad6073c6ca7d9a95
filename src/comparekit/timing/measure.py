"""Times the steps of a pair: fresh processes, interleaved rounds in random order, and every sample kept."""

from __future__ import annotations

import functools
import itertools
import math
import os
import random
import tempfile
import time
from collections.abc import Callable
from statistics import median as middle
from typing import Any

import msgspec

from comparekit.compare import IncomparableError, difference, tolerance_of
from comparekit.execute import installed_versions
from comparekit.files import line_of
from comparekit.machine import calibrate, core_numbers, cores, machine, now
from comparekit.model import Device, Pair, Problem, ProblemError, State
from comparekit.project import Project
from comparekit.timing import worker
from comparekit.timing.archive import SCHEMA, key, path_of, read, timing_of
from comparekit.timing.measurement import Measurement, Round, Start
from comparekit.timing.results import LEAST_PROCESSES, LEAST_SAMPLES, UNEVEN, by_process, quiet, quotient
from comparekit.timing.workers import Contestant, Workers

PROCESSES = 8
"""Fresh processes a side; fewer where the time does not suffice."""
ROUNDS = 10
"""Most rounds in each process, for each comparison and size; fewer where the time does not suffice."""
LEAST_ROUNDS = 5
"""Rounds that are taken however long they last."""
BURST = 0.02
"""Least seconds of one burst: long beside what a step takes to be fast again, short beside the machine's changes."""
ROUND = 0.15
"""Seconds of a round, at least one burst of each step."""
LATENCY_CALLS = 200
"""Calls of one sample where single calls are timed."""
GROWTH = 1.1
"""A step whose time grows by more than this in nearly every process is not in a steady state."""
CLOCKS_APART = 0.01
BUDGET = 180.0
"""Seconds that one pair should take."""
EXTENSION = 1.6
"""By how much it may take longer where too few rounds count."""


Comparisons = dict[str, tuple[Contestant, Contestant]]
"""What is compared with what, by name."""


def comparisons(pair: Pair) -> Comparisons:
    """The comparisons that a pair's file asks for."""
    found: Comparisons = {}
    for name, modes in timing_of(pair).modes.items():
        one, other = (Contestant(label, pair.sides[label], mode) for label, mode in modes.items())
        found[name] = (one, other)
    return found


def against_itself(pair: Pair, slowdown: float = 0.0) -> list[Comparisons]:
    """Every step of a pair against a second process of the same, which may be slowed on purpose; for each side."""
    found: dict[str, Comparisons] = {}
    for step in (step for both in comparisons(pair).values() for step in both):
        again = Contestant(f"{step.worker} again", step.side, step.mode, slowdown)
        found.setdefault(step.worker, {})[step.name] = (step, again)
    return list(found.values())


def cores_for(pair: Pair, device: Device, asked: int | None) -> int:
    """How many cores a pair is measured on: as many as asked for, or as its file says; all with a GPU.

    Raises:
        ProblemError: there are not so many.
    """
    wanted = asked or (cores() if device == "cuda" else timing_of(pair).cores)
    if wanted > cores() or (wanted < cores() and not hasattr(os, "sched_setaffinity")):
        message = f"{wanted} {'core' if wanted == 1 else 'cores'} asked for, {cores()} can be used here"
        raise ProblemError(Problem(pair.path, 1, message, "--cores says how many to use"))
    return wanted


def measured_here(project: Project, pair: Pair, device: Device, used: int) -> bool:
    """Whether this machine has a current measurement of a pair on so many cores."""
    place = path_of(pair, machine(device, used), device)
    return any(stored.path == place and stored.state is State.PASS for stored in read(project, pair))


def measure(
    project: Project,
    pair: Pair,
    compared: Comparisons,
    device: Device = "cpu",
    processes: int = PROCESSES,
    rounds: int = ROUNDS,
    used: int = 1,
    budget: float = BUDGET,
    say: Callable[[str], None] = lambda _: None,
    after: Callable[[Workers], None] = lambda _: None,
) -> Measurement:
    """Measure the steps of one pair.

    In each of `processes` turns every side gets a fresh process. For each size, in random order, the steps are set
    up, called once (which compiles them), warmed up, and then timed in rounds. A round belongs to one comparison:
    short bursts of its two steps take turns on the same core, and their medians are the samples. A fixed work is
    timed before and after; where its speed changed, the round does not count and is repeated. Turns are added, up
    to twice as many, until enough rounds of the same speed are there.

    Args:
        project: for the pinned versions and data files.
        pair: what to measure.
        compared: the steps.
        device: "cpu" or "cuda".
        processes: turns.
        rounds: most that count in each turn, for each comparison and size.
        used: cores.
        budget: seconds after which no further turn starts, unless too few rounds count.
        say: told of the progress.
        after: called with the processes of a turn after each timed round.

    Returns:
        All samples; `results_of` says what they show.

    Raises:
        ProblemError: a script went wrong, or the sides do not compute the same; nothing was timed then.
    """
    found = _Session(pair, compared, device, rounds, used, after).run(processes, budget, say)
    installed = {
        name: version
        for side in pair.sides.values()
        for name, version in installed_versions(side).items()
        if version != "absent"
    }
    return msgspec.structs.replace(found, key=key(project, pair, device), versions=installed)


class _Session:
    def __init__(
        self,
        pair: Pair,
        compared: Comparisons,
        device: Device,
        rounds: int,
        used: int,
        after: Callable[[Workers], None],
    ) -> None:
        self.after = after
        self.pair, self.compared, self.device, self.rounds_a_turn, self.used = pair, compared, device, rounds, used
        self.spec = timing_of(pair)
        self.contestants = list({step.name: step for both in compared.values() for step in both}.values())
        self.random = random.Random(pair.id)
        self.builds: dict[str, dict[str, str]] = {}
        self.calls: dict[str, dict[str, int]] = {str(size): {} for size in self.spec.sizes}
        self.call: dict[tuple[int, str], float] = {}
        self.flops: dict[str, float] = {}
        self.differences: dict[str, float] = {}
        self.starts: list[Start] = []
        self.rounds: list[Round] = []

    def run(self, processes: int, budget: float, say: Callable[[str], None]) -> Measurement:
        begin = time.monotonic()
        turn = self._memory_turn if self.spec.measure == "memory" else self._turn
        for process in range(2 * processes):
            left = budget - (time.monotonic() - begin)
            may_end = process >= min(processes, LEAST_PROCESSES)
            if may_end and (left < budget * (1 - EXTENSION) or (self._enough() and (left < 0 or process >= processes))):
                break
            say(f"{self.pair.id}: process {process + 1} of {processes}")
            turn(process, _compiled_code().name, left / max(processes - process, 1))
        self._require_steady()
        return Measurement(
            schema=SCHEMA,
            pair=self.pair.id,
            device=self.device,
            machine=machine(self.device, self.used),
            date=now(),
            minutes=round((time.monotonic() - begin) / 60, 2),
            key="",
            versions={},
            builds=self.builds,
            calls=self.calls,
            flops=self.flops,
            differences=self.differences,
            starts=tuple(self.starts),
            rounds=tuple(self.rounds),
        )

    def _enough(self) -> bool:
        """Whether every comparison has as many rounds that count as a ratio needs."""
        least = 1 if self.spec.measure == "memory" else LEAST_SAMPLES
        kinds = itertools.product(self.spec.sizes, self.compared)
        return all(len(quiet(self.rounds, size, name)) >= least for size, name in kinds)

    def _turn(self, process: int, cache: str, share: float) -> None:
        """One fresh process a side; all sizes in random order, each in about its part of the turn's share of time."""
        end = time.monotonic() + share
        with self._workers(cache) as workers:
            if len(self.spec.sizes) > 1:  # what a framework loads once must not count for the size that comes first
                workers.rehearse(min(self.spec.sizes))
            for place, size in enumerate(self.random.sample(self.spec.sizes, len(self.spec.sizes))):
                here = time.monotonic()
                until = here + (end - here) / (len(self.spec.sizes) - place)
                prepared = {step.name: workers.ask(step, worker.Prepare(size, step.mode)) for step in self._shuffled()}
                self.starts += [
                    Start(process=process, size=size, contestant=name, set_up=one.set_up, first=one.first)
                    for name, one in prepared.items()
                ]
                if process == 0:
                    self._require_agreement(size, {name: answer.value for name, answer in prepared.items()})
                    self.calls[str(size)] = {name: self._calls(answer.call) for name, answer in prepared.items()}
                    self.call |= {(size, name): answer.call for name, answer in prepared.items()}
                    self._count_operations(size, workers)
                names = self.random.sample(list(self.compared), len(self.compared))
                for position, name in enumerate(names):
                    left = (until - time.monotonic()) / (len(names) - position)
                    self._rounds(process, size, name, workers, time.monotonic() + left)
                workers.forget()

    def _memory_turn(self, process: int, cache: str, _: float) -> None:
        """A fresh process for every step, since one that ran another has memory left to give."""
        for size in self.spec.sizes:
            if process == 0:
                with self._workers(cache) as workers:
                    prepare = {step: worker.Prepare(size, step.mode) for step in self._shuffled()}
                    values = {step.name: workers.ask(step, request).value for step, request in prepare.items()}
                self._require_agreement(size, values)
            peaks = {}
            for step in self._shuffled():
                with self._workers(cache, step) as workers:
                    peaks[step.name] = workers.ask(step, worker.Peak(size, step.mode))
            for name, both in self.compared.items():
                seconds = tuple(peaks[step.name] for step in both)
                values = {"calibrations": (), "seconds": seconds, "ratio": quotient(*seconds)}
                self.rounds.append(Round(process=process, size=size, mode=name, **values))

    def _rounds(self, process: int, size: int, name: str, workers: Workers, until: float) -> None:
        """Rounds until enough of them count, or the time is over."""
        counted = taken = 0
        while counted < self.rounds_a_turn and taken < 4 * self.rounds_a_turn:
            one = self._round(process, size, name, workers)
            self.rounds.append(one)
            self.after(workers)
            taken, counted = taken + 1, counted + (not one.trouble)
            if time.monotonic() > until and (counted >= LEAST_ROUNDS or taken >= 4 * LEAST_ROUNDS):
                return

    def _round(self, process: int, size: int, name: str, workers: Workers) -> Round:
        both, calls = self.compared[name], self.calls[str(size)]
        spots = core_numbers()
        before, trouble = calibrate(spots), ""
        bursts: dict[str, list[worker.Timed]] = {step.name: [] for step in both}
        for _ in range(self._bursts(size, name)):
            chosen = tuple(self.random.sample(spots, self.used))
            for step in self.random.sample(both, 2):
                request = worker.Time(step.mode, calls[step.name], chosen, self.spec.measure == "latency")
                bursts[step.name].append(workers.ask(step, request))
        after, rows = calibrate(spots), [bursts[step.name] for step in both]
        if max(before, after) / min(before, after) > UNEVEN:
            trouble = "the machine's speed changed"
        if (jump := max(middle(one.jump for one in row) for row in rows)) > CLOCKS_APART:
            trouble = f"two clocks differ by {jump:.0%}"
        return Round(
            process=process,
            size=size,
            mode=name,
            calibrations=(_short(before), _short(after)),
            seconds=tuple(_short(middle(one.seconds for one in row)) for row in rows),
            ratio=_short(middle(quotient(one.seconds, other.seconds) for one, other in zip(*rows, strict=True))),
            tails=tuple(_short(middle(one.tail for one in row)) for row in rows)
            if self.spec.measure == "latency"
            else (),
            trouble=trouble,
        )

    def _bursts(self, size: int, name: str) -> int:
        """Of each step in a round."""
        if self.spec.measure == "latency":
            return 1
        seconds = sum(max(BURST, self.call[size, step.name]) for step in self.compared[name])
        return max(1, round(ROUND / seconds))

    def _calls(self, call: float) -> int:
        if self.spec.measure == "latency":
            return LATENCY_CALLS
        return max(1, math.ceil(BURST / max(call, 1e-9)))

    def _shuffled(self) -> list[Contestant]:
        return self.random.sample(self.contestants, len(self.contestants))

    def _count_operations(self, size: int, workers: Workers) -> None:
        eager = [step for step in self.contestants if step.side.framework == "pytorch"]
        if self.spec.bound == "compute" and eager:
            plain = next((step for step in eager if step.mode == "eager"), eager[0])
            self.flops[str(size)] = workers.ask(plain, worker.Count(size, plain.mode))

    def _require_agreement(self, size: int, values: dict[str, Any]) -> None:
        """Work that disagrees is never timed."""
        line = line_of(self.pair.path.read_text(encoding="utf-8"), ["timing"])
        for name, (one, other) in self.compared.items():
            a, b, asked = values[one.name], values[other.name], self.spec.tolerance
            asked = asked.get(name) if isinstance(asked, dict) else asked
            tolerance = tolerance_of(a, b) if asked is None else asked
            if tolerance > tolerance_of(a, b) and not self.spec.reason:
                message = f"looser than the default tolerance ({tolerance_of(a, b):g}) without a reason"
                raise ProblemError(Problem(self.pair.path, line, message, "add a reason or remove the tolerance"))
            try:
                apart = difference(a, b)
            except IncomparableError as reason:
                what = str(reason)
            else:
                self.differences[f"{name} {size}"] = apart
                if apart <= tolerance:
                    continue
                what = f"relative difference {apart:.2g}, allowed {tolerance:.2g}"
            message = f"the steps do not compute the same ({name}, size {size}): {what}; nothing was timed"
            raise ProblemError(Problem(self.pair.path, line, message, "correct a side"))

    def _require_steady(self) -> None:
        """A step that gets slower with every call has no time that could be compared."""
        if self.spec.measure == "memory":
            return
        for name, both in self.compared.items():
            for size in self.spec.sizes:
                rounds = quiet(self.rounds, size, name)
                for index, step in enumerate(both):
                    times = by_process((one.process, one.seconds[index]) for one in rounds)
                    growth = [row[-1] / row[0] for row in times if len(row) > 1]
                    if len(growth) >= 3 and sum(one > GROWTH for one in growth) >= 0.9 * len(growth):
                        message = f"the step '{step.mode}' gets slower with every call (size {size})"
                        fix = "let it leave nothing behind, such as a growing list or graph"
                        raise ProblemError(Problem(step.side.path, 1, message, fix))

    def _workers(self, cache: str, *steps: Contestant) -> Workers:
        """Fresh processes for some steps, or for all."""
        workers = Workers(self.pair, steps or self.contestants, self.device, cache, self.used)
        self.builds |= workers.builds
        return workers


def _short(seconds: float) -> float:
    """To five digits, which is finer than any clock's noise."""
    return float(f"{seconds:.5g}")


@functools.cache
def _compiled_code() -> tempfile.TemporaryDirectory[str]:
    """Folder for compiled code, until this process ends: the compiler's headers alone take it ten seconds."""
    return tempfile.TemporaryDirectory(prefix="comparekit-cache-")
