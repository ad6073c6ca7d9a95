"""Times the steps of a pair: fresh processes, interleaved rounds in random order, and every sample kept."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import math
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import msgspec

from comparekit import worker
from comparekit.compare import IncomparableError, difference, tolerance_of
from comparekit.execute import installed_versions
from comparekit.files import line_of
from comparekit.machine import cores, machine, now
from comparekit.measurement import Measurement, Round, Start
from comparekit.model import Device, Pair, Problem, ProblemError, Side, State, Timing
from comparekit.project import Project
from comparekit.timings import SCHEMA, UNEVEN, key, path_of, quiet, read
from comparekit.workers import Worker

PROCESSES = 10
"""Fresh processes a side."""
ROUNDS = 3
"""Rounds that count in each process, for each size."""
BURST = 0.03
"""Least seconds of one sample."""
LATENCY_CALLS = 200
"""Calls of one sample where single calls are timed."""
GROWTH = 1.1
"""A step whose time grows by more than this in nearly every process is not in a steady state."""
CLOCKS_APART = 0.01
BUDGET = 300.0
"""Seconds that one pair may take."""
_CALIBRATION = bytes(500_000)


@dataclass(frozen=True)
class Contestant:
    """One step to measure.

    Attributes:
        worker: name of the process that it lives in, the label of its side unless that runs against itself.
        side: the script.
        mode: given to `setup`.
        slowdown: share of its time that is added, to test the measurement.
    """

    worker: str
    side: Side
    mode: str
    slowdown: float = 0.0

    @property
    def name(self) -> str:
        """As in the record."""
        return f"{self.worker} {self.mode}"


Comparisons = dict[str, tuple[Contestant, Contestant]]
"""What is compared with what, by name."""


def comparisons(pair: Pair) -> Comparisons:
    """The comparisons that a pair's file asks for."""
    found: Comparisons = {}
    for name, modes in timing_of(pair).modes.items():
        one, other = (Contestant(label, pair.sides[label], mode) for label, mode in modes.items())
        found[name] = (one, other)
    return found


def against_itself(pair: Pair, slowdown: float = 0.0) -> Comparisons:
    """Every step of a pair against a second process of the same, which may be slowed on purpose."""
    steps = {step.name: step for both in comparisons(pair).values() for step in both}
    return {
        name: (step, Contestant(f"{step.worker} again", step.side, step.mode, slowdown)) for name, step in steps.items()
    }


def timing_of(pair: Pair) -> Timing:
    """How a pair is measured.

    Raises:
        ProblemError: its file does not say.
    """
    if pair.spec.timing is None:
        raise ProblemError(Problem(pair.path, 1, "the pair has no [timing] table", "add one, see the method page"))
    return pair.spec.timing


def measured_here(project: Project, pair: Pair, device: Device) -> bool:
    """Whether this machine has a current measurement of a pair."""
    place = path_of(pair, machine(device), device)
    return any(stored.path == place and stored.state is State.PASS for stored in read(project, pair))


def measure(
    project: Project,
    pair: Pair,
    compared: Comparisons,
    device: Device = "cpu",
    processes: int = PROCESSES,
    rounds: int = ROUNDS,
    budget: float = BUDGET,
    say: Callable[[str], None] = lambda _: None,
) -> Measurement:
    """Measure the steps of one pair.

    In each of `processes` turns every side gets a fresh process. For each size, in random order, the steps are set
    up, called once (which compiles them), warmed up, and then timed in rounds: a burst of every step in random
    order, with a fixed work before, between and after. A round during which that work's speed changed does not
    count and is repeated. Turns are added, up to twice as many, until enough rounds of the same speed are there.

    Args:
        project: for the pinned versions and data files.
        pair: what to measure.
        compared: the steps.
        device: "cpu" or "cuda".
        processes: turns.
        rounds: that have to count in each turn, for each size.
        budget: seconds after which no further turn starts.
        say: told of the progress.

    Returns:
        All samples; `timings.results` says what they show.

    Raises:
        ProblemError: a script went wrong, or the sides do not compute the same; nothing was timed then.
    """
    found = _Session(pair, compared, device, rounds).run(processes, budget, say)
    installed = {
        name: version
        for side in pair.sides.values()
        for name, version in installed_versions(side).items()
        if version != "absent"
    }
    return msgspec.structs.replace(found, key=key(project, pair, device), versions=installed)


class _Session:
    def __init__(self, pair: Pair, compared: Comparisons, device: Device, rounds: int) -> None:
        self.pair, self.compared, self.device, self.rounds_a_turn = pair, compared, device, rounds
        self.spec = timing_of(pair)
        self.contestants = list({step.name: step for both in compared.values() for step in both}.values())
        self.random = random.Random(pair.id)
        self.builds: dict[str, dict[str, str]] = {}
        self.calls: dict[str, dict[str, int]] = {str(size): {} for size in self.spec.sizes}
        self.flops: dict[str, float] = {}
        self.differences: dict[str, float] = {}
        self.starts: list[Start] = []
        self.rounds: list[Round] = []

    def run(self, processes: int, budget: float, say: Callable[[str], None]) -> Measurement:
        begin = time.monotonic()
        turn = self._memory_turn if self.spec.measure == "memory" else self._turn
        with tempfile.TemporaryDirectory(prefix="comparekit-cache-") as cache:
            for process in range(2 * processes):
                late = time.monotonic() - begin > budget
                if process >= processes and (late or self._enough(processes)):
                    break
                if late and process >= 5:
                    break
                say(f"{self.pair.id}: process {process + 1} of {processes}")
                turn(process, cache)
        self._require_steady()
        return Measurement(
            schema=SCHEMA,
            pair=self.pair.id,
            device=self.device,
            machine=machine(self.device),
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

    def _enough(self, processes: int) -> bool:
        """Whether every size has as many quiet rounds as were asked for."""
        kept = quiet(self.rounds)
        counts = {size: sum(one.size == size for one in kept) for size in self.spec.sizes}
        return all(count >= processes * self.rounds_a_turn for count in counts.values())

    def _turn(self, process: int, cache: str) -> None:
        """One fresh process a side; all sizes in random order."""
        with self._workers(cache) as workers:
            for size in self.random.sample(self.spec.sizes, len(self.spec.sizes)):
                prepared = {}
                for step in self._shuffled():
                    answer = workers[step.worker].ask(worker.Prepare(size, step.mode))
                    prepared[step.name] = answer
                    self.starts.append(
                        Start(
                            process=process, size=size, contestant=step.name, set_up=answer.set_up, first=answer.first
                        )
                    )
                if process == 0:
                    self._require_agreement(size, {name: answer.value for name, answer in prepared.items()})
                    self.calls[str(size)] = {name: self._calls(answer.call) for name, answer in prepared.items()}
                    self._count_operations(size, workers)
                self._rounds(process, size, workers)
                for one in workers.values():
                    one.ask(worker.Forget())

    def _memory_turn(self, process: int, cache: str) -> None:
        """A fresh process for every step, since one that ran another has memory left to give."""
        for size in self.spec.sizes:
            if process == 0:
                with self._workers(cache) as workers:
                    values = {
                        step.name: workers[step.worker].ask(worker.Prepare(size, step.mode)).value
                        for step in self.contestants
                    }
                self._require_agreement(size, values)
            peaks = {}
            for step in self._shuffled():
                with self._workers(cache, only=step.worker) as workers:
                    peaks[step.name] = workers[step.worker].ask(worker.Peak(size, step.mode))
            self.rounds.append(Round(process=process, size=size, calibrations=(), seconds=peaks))

    def _rounds(self, process: int, size: int, workers: dict[str, Worker]) -> None:
        counted = 0
        for _ in range(4 * self.rounds_a_turn):
            one = self._round(process, size, workers)
            self.rounds.append(one)
            counted += not one.trouble
            if counted == self.rounds_a_turn:
                return

    def _round(self, process: int, size: int, workers: dict[str, Worker]) -> Round:
        calibrations, trouble = [calibrate()], ""
        seconds, tails = {}, {}
        for step in self._shuffled():
            calls = self.calls[str(size)][step.name]
            timed = workers[step.worker].ask(worker.Time(step.mode, calls, self.spec.measure == "latency"))
            seconds[step.name] = timed.seconds
            if timed.tail is not None:
                tails[step.name] = timed.tail
            if timed.jump > CLOCKS_APART:
                trouble = f"two clocks differ by {timed.jump:.0%}"
            calibrations.append(calibrate())
        if max(calibrations) / min(calibrations) > UNEVEN:
            trouble = trouble or "the machine's speed changed"
        return Round(
            process=process,
            size=size,
            calibrations=tuple(calibrations),
            seconds=seconds,
            tails=tails,
            trouble=trouble,
        )

    def _calls(self, call: float) -> int:
        if self.spec.measure == "latency":
            return LATENCY_CALLS
        return max(1, math.ceil(BURST / max(call, 1e-9)))

    def _shuffled(self) -> list[Contestant]:
        return self.random.sample(self.contestants, len(self.contestants))

    def _count_operations(self, size: int, workers: dict[str, Worker]) -> None:
        eager = [step for step in self.contestants if step.side.framework == "pytorch"]
        if self.spec.bound == "compute" and eager:
            plain = next((step for step in eager if step.mode == "eager"), eager[0])
            self.flops[str(size)] = workers[plain.worker].ask(worker.Count(size, plain.mode))

    def _require_agreement(self, size: int, values: dict[str, Any]) -> None:
        """Work that disagrees is never timed."""
        line = line_of(self.pair.path.read_text(encoding="utf-8"), ["timing"])
        for name, (one, other) in self.compared.items():
            a, b = values[one.name], values[other.name]
            tolerance = tolerance_of(a, b) if self.spec.tolerance is None else self.spec.tolerance
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
        kept = quiet(self.rounds)
        for step in self.contestants:
            for size in self.spec.sizes:
                times: dict[int, list[float]] = {}
                for one in kept:
                    if one.size == size:
                        times.setdefault(one.process, []).append(one.seconds[step.name])
                growth = [row[-1] / row[0] for row in times.values() if len(row) > 1]
                if len(growth) >= 3 and sum(one > GROWTH for one in growth) >= 0.9 * len(growth):
                    message = f"the step '{step.mode}' gets slower with every call (size {size})"
                    fix = "let it leave nothing behind, such as a growing list or graph"
                    raise ProblemError(Problem(step.side.path, 1, message, fix))

    @contextlib.contextmanager
    def _workers(self, cache: str, only: str = "") -> Iterator[dict[str, Worker]]:
        workers: dict[str, Worker] = {}
        try:
            for step in self.contestants:
                if step.worker not in workers and only in ("", step.worker):
                    workers[step.worker] = Worker(
                        self.pair, step.side, self.device, cache, self.spec.time_limit, step.slowdown
                    )
            for name, one in workers.items():
                self.builds[name] = one.receive()
            yield workers
        finally:
            for one in workers.values():
                one.stop()


def calibrate() -> float:
    """Seconds that a fixed work takes now, on the slowest of all cores at once: how fast the machine is.

    Each core does the work five times and its shortest time counts, so that one interruption is no change of speed.
    """
    return max(_pool(cores()).map(lambda _: min(_hash() for _ in range(5)), range(cores())))


def _hash() -> float:
    begin = time.perf_counter()
    hashlib.sha256(_CALIBRATION).digest()
    return time.perf_counter() - begin


@functools.cache
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads)
