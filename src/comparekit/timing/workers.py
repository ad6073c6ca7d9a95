"""Starts the processes of a measurement, asks them, and ends them."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comparekit.child import Task
from comparekit.execute import child_environment, silence
from comparekit.machine import core_numbers
from comparekit.model import Device, Pair, Problem, ProblemError, Side
from comparekit.timing import worker
from comparekit.timing.archive import timing_of


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


class Worker:
    """A process that sets up and times the steps of one side.

    Args:
        pair: for its environment and limits.
        side: the script.
        device: "cpu" or "cuda".
        cache: folder for compiled code.
        time_limit: for one answer, in seconds.
        cores: to start on.
        slowdown: share of its time that every step is made longer.
    """

    def __init__(
        self,
        pair: Pair,
        side: Side,
        device: Device,
        cache: str,
        time_limit: float,
        cores: tuple[int, ...],
        slowdown: float = 0.0,
    ) -> None:
        self.side, self.limit = side, time_limit
        self.folder = tempfile.TemporaryDirectory(prefix="comparekit-", ignore_cleanup_errors=True)
        (Path(self.folder.name) / "work").mkdir()
        task = Task(
            name=side.path.name,
            source=side.source,
            folder=Path(self.folder.name),
            env=tuple(pair.spec.env.items()),
            memory_limit=pair.spec.memory_limit if device == "cpu" else 0,
        )
        assignment = worker.Assignment(task, side.framework, device, cores, slowdown)
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=worker.serve, args=(theirs, assignment), name=f"{pair.id} {side.label}")
        with child_environment(device, worker_variables(cache, len(cores))), silence():
            self.process.start()
        theirs.close()

    def ask(self, request: Any) -> Any:
        """Send a request and wait for its answer.

        Raises:
            ProblemError: the script went wrong, or there was no answer in time.
        """
        self._signal("SIGCONT")
        with contextlib.suppress(BrokenPipeError):
            self.connection.send(request)
        return self.receive()

    def receive(self) -> Any:
        """Wait for an answer; see `ask`. Afterwards the process stands still, so that it disturbs no other."""
        try:
            if not self.connection.poll(self.limit):
                message = f"no answer within the time limit of {self.limit:g} s"
                raise ProblemError(Problem(self.side.path, 1, message, "make the work smaller or raise time_limit"))
            answer = self.connection.recv()
        except (EOFError, ConnectionResetError):
            self.process.join()
            code = self.process.exitcode or 0
            how = f"the signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
            problem = Problem(self.side.path, 1, f"ended by {how}", "run the script by itself to see more")
            raise ProblemError(problem) from None
        self._signal("SIGSTOP")
        if isinstance(answer, worker.Failed):
            raise ProblemError(Problem(self.side.path, answer.line, answer.message, answer.fix))
        return answer

    def stop(self) -> None:
        """End the process and what it started."""
        self.connection.close()
        self._signal("SIGKILL")
        self.process.kill()
        self.process.join()
        self.folder.cleanup()

    def _signal(self, name: str) -> None:
        """Send a signal to the process and what it started, where the system has it."""
        if self.process.pid is not None and hasattr(signal, name) and hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, getattr(signal, name))


class Workers(contextlib.AbstractContextManager["Workers"]):
    """The processes that steps live in, started together and ended together.

    Args:
        pair: for its environment and limits.
        steps: that will be asked for; those of the same `worker` share a process.
        device: "cpu" or "cuda".
        cache: folder for compiled code.
        used: cores of each.

    Attributes:
        builds: how the frameworks were built and how many threads they use, by process.

    Raises:
        ProblemError: a script went wrong.
    """

    def __init__(self, pair: Pair, steps: Sequence[Contestant], device: Device, cache: str, used: int) -> None:
        self.steps = steps
        self.workers: dict[str, Worker] = {}
        numbers, limit = core_numbers(), timing_of(pair).time_limit
        try:
            for step in steps:
                if step.worker not in self.workers:
                    spots = tuple(numbers[(len(self.workers) + place) % len(numbers)] for place in range(used))
                    self.workers[step.worker] = Worker(pair, step.side, device, cache, limit, spots, step.slowdown)
            self.builds = {name: one.receive() for name, one in self.workers.items()}
        except BaseException:
            self.__exit__()
            raise

    def ask(self, step: Contestant, request: Any) -> Any:
        """Ask the process of a step; see `Worker.ask`."""
        return self.workers[step.worker].ask(request)

    def rehearse(self, size: int) -> None:
        """Set all steps up and drop them, each process at the same time as the others."""

        def rehearse(name: str) -> None:
            for step in self.steps:
                if step.worker == name:
                    self.ask(step, worker.Prepare(size, step.mode))

        _together(rehearse, self.workers)
        self.forget()

    def forget(self) -> None:
        """Drop all steps."""
        _together(lambda name: self.workers[name].ask(worker.Forget()), self.workers)

    def __exit__(self, *_: object) -> None:
        for one in self.workers.values():
            one.stop()


def _together(ask: Callable[[str], None], names: Iterable[str]) -> None:
    """Ask processes at the same time, where nothing is timed; after an interrupt no answer is waited for."""
    pool = ThreadPoolExecutor()
    try:
        list(pool.map(ask, names))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def worker_variables(cache: str, cores: int) -> dict[str, str]:
    """Environment of a worker: a thread for each core, otherwise the frameworks' own defaults, and a cache folder."""
    return {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "KERAS_BACKEND": "tensorflow",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TORCHINDUCTOR_CACHE_DIR": cache,
        **{name: str(cores) for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS")},
    }
