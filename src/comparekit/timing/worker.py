"""One process of a measurement: sets steps up, calls them on request, and says how long that took.

Only `serve` is called from outside; everything here happens in the child process.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import io
import math
import os
import queue
import signal
import sys
import time
import traceback
import types
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from comparekit.child import NoGpuError, Task, enter, require_gpu
from comparekit.model import Quantity
from comparekit.quantities import quantity
from comparekit.timing.affinity import place
from comparekit.timing.frameworks import description, full_float32, memory, synchronise

WARM_UP = 0.1
"""Least seconds of calls before anything is timed."""
WAKE = 0.01
"""Least seconds of calls before each burst: another process ran meanwhile, and a step is slow at first."""
WAKE_CALLS = 4
"""Calls before each burst at least, unless they take `WAKE_LIMIT`: 10 ms can be one call, and the first are slow."""
WAKE_LIMIT = 0.05
"""Seconds after which no further call is made before a burst."""
LONG = 0.5
"""A call that lasts so many seconds needs none before it: what it finds asleep wakes up within it."""


@dataclass(frozen=True)
class Assignment:
    """What a worker is for.

    Attributes:
        task: the script, its folder and environment.
        framework: a key of `model.TITLES`.
        device: "cpu" or "cuda".
        cores: to start on, as many as may be used at a time.
        slowdown: share of its time that every burst is made longer, to test the measurement.
    """

    task: Task
    framework: str
    device: str
    cores: tuple[int, ...]
    slowdown: float = 0.0


@dataclass(frozen=True)
class Prepare:
    """Set a step up and call it until it is warm."""

    size: int
    mode: str


@dataclass(frozen=True)
class Time:
    """Call the step that was prepared as `mode` so often on some cores, after some calls that wake it up."""

    mode: str
    calls: int
    cores: tuple[int, ...]
    each: bool = False


@dataclass(frozen=True)
class Pyperf:
    """What value does pyperf get for the step that was prepared as `mode`, on some cores, after one that warms up?"""

    mode: str
    cores: tuple[int, ...]


@dataclass(frozen=True)
class Peak:
    """Set a step up and call it once; what memory did that take?"""

    size: int
    mode: str


@dataclass(frozen=True)
class Count:
    """How many floating-point operations does a step of this size take?"""

    size: int
    mode: str


@dataclass(frozen=True)
class Forget:
    """Drop all steps."""


@dataclass(frozen=True)
class Prepared:
    """A step is warm.

    Attributes:
        set_up: seconds that the set-up took.
        first: seconds of the first call, with whatever it compiled.
        call: seconds of a warm call, roughly.
        value: what the first call returned, thinned out.
    """

    set_up: float
    first: float
    call: float
    value: Quantity


@dataclass(frozen=True)
class Timed:
    """Seconds of a call: the mean of a burst; or the median and the 99th percentile of single calls.

    Attributes:
        seconds: of one call.
        tail: 99th percentile, where calls were timed one by one.
        jump: how far two clocks disagree about the whole burst, relative to it.
    """

    seconds: float
    tail: float | None
    jump: float


@dataclass(frozen=True)
class Failed:
    """The script went wrong: what it raised, the line, and what to do."""

    message: str
    line: int
    fix: str = "correct the script"


def serve(connection: Connection, assignment: Assignment) -> None:
    """Answer requests until the connection ends."""
    if hasattr(os, "setsid"):
        os.setsid()
    _end_with_parent()
    enter(assignment.task)
    place(assignment.cores)
    try:
        require_gpu(assignment.framework if assignment.device == "cuda" else "")
        if assignment.device == "cuda":
            full_float32(assignment.framework)
        bench = _Bench(assignment)
        connection.send(description())
    except BaseException as error:
        connection.send(_failure(error, assignment.task.name))
        return
    while True:
        try:
            request = connection.recv()
        except EOFError:
            return
        try:
            connection.send(bench.answer(request))
        except BaseException as error:
            connection.send(_failure(error, assignment.task.name))


def _end_with_parent() -> None:
    """Let the system end this process when its parent is gone; standing still, it could not notice that itself."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


class _Bench:
    """The script's `setup`, and the steps that it made."""

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self.steps: dict[str, tuple[Callable[[], Any], float]] = {}
        self.runner: Any = None
        self.measured_by_pyperf = 0
        self.synchronise = synchronise(assignment.framework, assignment.device)
        task = assignment.task
        module = types.ModuleType("step")
        module.__file__ = task.name
        sys.modules["step"] = module
        sys.path.insert(0, str(Path.cwd()))
        exec(compile(task.source, task.name, "exec"), module.__dict__)
        self.setup = module.__dict__.get("setup")
        self.comparable = module.__dict__.get("comparable", lambda value: value)
        if not callable(self.setup):
            raise TypeError("no function 'setup(size, mode, device)' in the script")

    def answer(self, request: Any) -> Any:
        match request:
            case Prepare():
                return self._prepare(request)
            case Time():
                return self._time(request)
            case Pyperf():
                return self._pyperf(request)
            case Peak():
                return self._peak(request)
            case Count():
                return self._count(request)
            case Forget():
                self.steps.clear()
                if "torch._dynamo" in sys.modules:
                    sys.modules["torch"].compiler.reset()  # what one size compiled must not make the next one dynamic
                gc.unfreeze()
                gc.collect()
                return None

    def _step(self, size: int, mode: str) -> Callable[[], Any]:
        step = self.setup(size, mode, self.assignment.device)
        if "torch._dynamo" in sys.modules:  # else it would go on uncompiled without a word
            sys.modules["torch._dynamo"].config.fail_on_recompile_limit_hit = True
        if not callable(step):
            raise TypeError(f"setup returned {type(step).__name__}, not a step to call")
        return step

    def _prepare(self, request: Prepare) -> Prepared:
        begin = time.perf_counter()
        step = self._step(request.size, request.mode)
        ready = time.perf_counter()
        value = _returned(step)
        self.synchronise()
        first = time.perf_counter() - ready
        known = quantity(self.comparable(value), thin=True)
        del value
        call = self._warm_up(step, first)
        self.steps[request.mode] = step, call
        gc.collect()
        gc.freeze()
        return Prepared(ready - begin, first, call, known)

    def _warm_up(self, step: Callable[[], Any], first: float) -> float:
        """Seconds of a warm call."""
        calls, begin = 0, time.perf_counter()
        while calls < 3 or time.perf_counter() - begin < WARM_UP:
            if calls and time.perf_counter() - begin > 10 * WARM_UP + first:
                break
            step()
            calls += 1
        self.synchronise()
        return (time.perf_counter() - begin) / calls

    def _time(self, request: Time) -> Timed:
        step, call = self.steps[request.mode]
        gc.disable()
        try:
            place(request.cores)
            if call < LONG:
                self._wake(step)
            return self._each(step, request.calls) if request.each else self._burst(step, request.calls)
        finally:
            gc.enable()

    def _wake(self, step: Callable[[], Any]) -> None:
        """Bring threads and caches back to where a run without a break has them."""
        calls, begin = 0, time.perf_counter()
        while (spent := time.perf_counter() - begin) < WAKE or (calls < WAKE_CALLS and spent < WAKE_LIMIT):
            step()
            calls += 1
        self.synchronise()

    def _burst(self, step: Callable[[], Any], calls: int) -> Timed:
        other, begin = _other_clock(), time.perf_counter()
        for _ in range(calls):
            step()
        self.synchronise()
        self._linger(begin)
        seconds = time.perf_counter() - begin
        return Timed(seconds / calls, None, _jump(seconds, _other_clock() - other))

    def _each(self, step: Callable[[], Any], calls: int) -> Timed:
        seconds = []
        other, start = _other_clock(), time.perf_counter()
        for _ in range(calls):
            begin = time.perf_counter()
            step()
            self.synchronise()
            self._linger(begin)
            seconds.append(time.perf_counter() - begin)
        jump = _jump(time.perf_counter() - start, _other_clock() - other)
        seconds.sort()
        return Timed(seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.99)], jump)

    def _pyperf(self, request: Pyperf) -> float:
        """Seconds of a call by pyperf's own worker, whose values last 0.1 s by default.

        pyperf asks for the calls from another thread and they are made here, as a burst is, in the same thread and
        below the same functions: where a step is called from can change its time.
        """
        import pyperf

        step, call = self.steps[request.mode]
        if self.runner is None:  # pyperf allows one a process
            self.runner = pyperf.Runner(show_name=False)
            self.runner.parse_args(["--worker", "--quiet", "--loops=1", "--warmups=1", "--values=1"])
        args = self.runner.args
        args.loops = 2 ** max(0, math.ceil(math.log2(args.min_time / call)))
        place(request.cores)
        self.measured_by_pyperf += 1
        asked, taken = queue.SimpleQueue(), queue.SimpleQueue()

        def take(calls: int) -> float:
            asked.put(calls)
            return taken.get()

        with contextlib.redirect_stdout(io.StringIO()):
            name = f"{request.mode} {self.measured_by_pyperf}"
            found = ThreadPoolExecutor(1).submit(self.runner.bench_time_func, name, take)
            found.add_done_callback(lambda _: asked.put(0))
            while calls := asked.get():
                taken.put(calls * self._burst(step, calls).seconds)
            return found.result().median()

    def _linger(self, begin: float) -> None:
        """Take longer on purpose, where the measurement is tested."""
        now = time.perf_counter()
        until = now + self.assignment.slowdown * (now - begin)
        while now < until:
            now = time.perf_counter()

    def _peak(self, request: Peak) -> float:
        """Most memory held during one call beyond what was held before it, in MiB."""
        step = self._step(request.size, request.mode)
        held, most = memory(self.assignment.framework, self.assignment.device)
        before = held()
        value = _returned(step)  # kept until memory has been read
        self.synchronise()
        peak = most()
        del value
        return (peak - before) / 2**20

    def _count(self, request: Count) -> float:
        """Floating-point operations of one call, as torch counts them."""
        from torch.utils.flop_counter import FlopCounterMode

        step = self._step(request.size, request.mode)
        with FlopCounterMode(display=False) as counter:
            step()
        return float(counter.get_total_flops())


def _returned(step: Callable[[], Any]) -> Any:
    value = step()
    if value is None:
        raise TypeError("the step returns nothing; it has to return what it computes, so that it can be compared")
    return value


def _other_clock() -> float:
    """A clock that nothing adjusts, where there is one."""
    raw = getattr(time, "CLOCK_MONOTONIC_RAW", None)
    return time.perf_counter() if raw is None else time.clock_gettime(raw)


def _jump(one: float, other: float) -> float:
    return abs(one - other) / max(min(one, other), 1e-9)


def _failure(error: BaseException, script: str) -> Failed:
    if isinstance(error, NoGpuError):
        return Failed(f"not run: {error}", 1, "measure it on a machine with a GPU")
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == script]
    text = " ".join(str(error).split())[:300]
    return Failed(f"{type(error).__name__}: {text}" if text else type(error).__name__, lines[-1] if lines else 1)
