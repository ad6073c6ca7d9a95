"""Runs many sides at once, each in a process of its own that cannot hurt the others."""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import importlib.util
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import tempfile
import time
import types
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import msgspec

from comparekit import child
from comparekit.files import read_json
from comparekit.machine import cores
from comparekit.model import Device, Notice, Outcome, Pair, Problem, ProblemError, Side, State
from comparekit.project import DISTRIBUTIONS, Project, imports, packages, third_party
from comparekit.records import data_file

ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONHASHSEED": "0",
    "KERAS_BACKEND": "tensorflow",
    "COLUMNS": "80",
    "NO_COLOR": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""One thread a side, since several run at once and sums depend on the number of threads."""
_ENDED_LATE = 0.05


@dataclass(frozen=True)
class Execution:
    """What became of one side.

    Attributes:
        pair: its pair.
        side: the side that ran.
        outcome: what it did, when it ended by itself.
        state: PASS when it ended as its pair lets it; FAIL, ERROR or NOT_RUN otherwise.
        problem: why the state is not PASS.
        seconds: its own wall time.
        peak_memory_mib: its largest resident set.
    """

    pair: Pair
    side: Side
    outcome: Outcome | None
    state: State
    problem: Problem | None = None
    seconds: float = 0.0
    peak_memory_mib: float = 0.0


@dataclass
class _Running:
    pair: Pair
    side: Side
    process: BaseProcess
    folder: tempfile.TemporaryDirectory[str]
    started: float = field(default_factory=time.monotonic)

    def stop(self) -> None:
        """End the whole process group and remove the folder."""
        group = self.process.pid
        if group is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError, AttributeError):
                os.killpg(group, signal.SIGKILL)
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        _end_all_of(self.folder.name)
        self.folder.cleanup()


def _end_all_of(folder: str) -> None:
    """End the processes that have left their side's group; the folder is their HOME or where they work."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            at = str((process / "cwd").readlink()).startswith(folder)
            if at or os.fsencode(f"HOME={folder}") in (process / "environ").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)


def execute(
    project: Project, work: list[tuple[Pair, Side]], device: Device = "cpu", workers: int | None = None
) -> Iterator[Execution]:
    """Run sides, several at once, and yield each as it ends.

    A few sides run in fresh processes at once; more are forked from a server that has only
    imported what they import (forking after any operation would hang both frameworks).

    Args:
        project: for the pinned versions and data files.
        work: the sides, each with its pair.
        device: "cpu" hides all GPUs; "cuda" shows them.
        workers: sides at once; the number of cores when None.

    An interrupt (Ctrl-C) is acted on between two sides; call this from the main thread.
    """
    workers = workers or cores()
    forked = _fork_context(work, device) if len(work) > workers else None
    waiting, running = deque(work), dict[int, _Running]()
    interrupts: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: interrupts.append(number))
    try:
        while waiting or running:
            if interrupts:  # never in the middle of a start or a write
                raise KeyboardInterrupt
            while waiting and len(running) < workers:
                pair, side = waiting.popleft()
                if missing := _missing_package(side):
                    yield Execution(pair, side, None, State.NOT_RUN, missing)
                    continue
                try:
                    started = _start(project, pair, side, device, forked)
                except ProblemError as error:
                    yield Execution(pair, side, None, State.ERROR, error.problem)
                    continue
                running[started.process.sentinel] = started
            multiprocessing.connection.wait(list(running), timeout=_ENDED_LATE)
            for sentinel, one in list(running.items()):
                if (ended := _ended(one)) is not None:
                    del running[sentinel]
                    one.stop()
                    yield ended
    finally:
        for one in running.values():
            one.stop()
        signal.signal(signal.SIGINT, before)


def installed_versions(side: Side) -> dict[str, str]:
    """Installed version of each package that a side needs; "absent" when there is none."""
    return {package: _installed(package) for package in packages(side)}


@functools.cache
def _installed(package: str) -> str:
    """Public version of a package: a build such as 2.13.0+cpu is 2.13.0."""
    try:
        return importlib.metadata.version(package).partition("+")[0]
    except importlib.metadata.PackageNotFoundError:
        return _installed(f"{package}-cpu") if package == "tensorflow" else "absent"


def _missing_package(side: Side) -> Problem | None:
    missing = sorted(name for name in third_party(side) if importlib.util.find_spec(name) is None)
    if not missing:
        return None
    fix = f"pip install -c constraints.txt {' '.join(DISTRIBUTIONS.get(name, name) for name in missing)}"
    return Problem(side.path, 1, f"not run: {', '.join(missing)} is not installed", fix)


def _fork_context(work: list[tuple[Pair, Side]], device: Device) -> Any:
    """A context whose children are forked from a process that has imported the frameworks.

    Every optimiser and every transform of torch imports torch._dynamo on first use, which takes seconds.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return None
    from multiprocessing import forkserver

    context = multiprocessing.get_context("forkserver")
    wanted = {name for _, side in work if not _missing_package(side) for name in imports(side.source)}
    wanted |= {"torch._dynamo"} if "torch" in {name.split(".")[0] for name in wanted} else set()
    roots = {"torch", "tensorflow", "keras", "numpy", "sklearn"}
    context.set_forkserver_preload(["comparekit.child", *sorted(n for n in wanted if n.split(".")[0] in roots)])
    with child_environment(device, ENVIRONMENT), silence():
        forkserver.ensure_running()
    return context


def _start(project: Project, pair: Pair, side: Side, device: Device, forked: Any) -> _Running:
    data = {name: data_file(pair, name).read_bytes() for name in pair.spec.data}
    folder = tempfile.TemporaryDirectory(prefix="comparekit-", ignore_cleanup_errors=True)
    work = Path(folder.name) / "work"
    work.mkdir()
    for name, content in data.items():
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    fresh = forked is None or pair.spec.fresh or pair.spec.env
    context = multiprocessing.get_context("spawn") if fresh else forked
    task = child.Task(
        name=side.path.name,
        source=side.source,
        folder=Path(folder.name),
        quantities=tuple(pair.quantities(side.label)),
        warnings=tuple(pair.warnings(side.label)),
        env=tuple(pair.spec.env.items()),
        stderr=pair.spec.stderr,
        memory_limit=pair.spec.memory_limit if device == "cpu" else 0,
        gpu=side.framework if device == "cuda" else "",
    )
    process = context.Process(target=child.run, args=(task,), name=f"{pair.id} {side.label}")
    variables = ENVIRONMENT | (pair.spec.env if fresh else {})
    with child_environment(device, variables), silence() if fresh else contextlib.nullcontext():
        process.start()
    return _Running(pair, side, process, folder)


@contextlib.contextmanager
def child_environment(device: Device, variables: dict[str, str]) -> Iterator[None]:
    """The environment that a child inherits, for as long as it takes to start it.

    The main module is hidden meanwhile, since every child would import it again.
    """
    environment, main = dict(os.environ), sys.modules["__main__"]
    os.environ.update(variables | ({"CUDA_VISIBLE_DEVICES": ""} if device == "cpu" else {}))
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        os.environ.clear()
        os.environ.update(environment)


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Start a process without our output: importing TensorFlow writes there, and whoever reads it would wait for it."""
    kept = [(number, os.dup(number)) for number in (1, 2)]
    null = os.open(os.devnull, os.O_WRONLY)
    for number, _ in kept:
        os.dup2(null, number)
    os.close(null)
    try:
        yield
    finally:
        for number, copy in kept:
            os.dup2(copy, number)
            os.close(copy)


def _ended(one: _Running) -> Execution | None:
    """What became of a side that has ended or has to be stopped; None while it may go on."""
    spec, folder = one.pair.spec, Path(one.folder.name)

    def failed(message: str, fix: str, state: State = State.FAIL, line: int = 1) -> Execution:
        return Execution(one.pair, one.side, None, state, Problem(one.side.path, line, message, fix))

    printed = sum((folder / name).stat().st_size for name in ("stdout", "stderr") if (folder / name).exists())
    if printed > child.MOST_OUTPUT:
        return failed(f"printed more than {child.MOST_OUTPUT // 1000} kB", "print less")
    if one.process.exitcode is None:
        if time.monotonic() - one.started > spec.time_limit:
            return failed(
                f"ran longer than its time limit of {spec.time_limit:g} s", "make it shorter or raise time_limit"
            )
        return None
    result = folder / "result.json"
    if one.process.exitcode < 0:
        name = signal.Signals(-one.process.exitcode).name
        return failed(f"ended by the signal {name}{_last_words(folder)}", "run the script by itself to see more")
    if one.process.exitcode or not result.is_file():
        fix = "run the script by itself to see more"
        return failed(
            f"ended with exit code {one.process.exitcode} and no result{_last_words(folder)}", fix, State.ERROR
        )
    outcome = read_json(result, Outcome)
    cost = msgspec.json.decode((folder / "cost.json").read_bytes(), type=dict[str, float])
    if outcome.exception is not None and outcome.exception.type.endswith(child.NoGpuError.__name__):
        return failed(f"not run: {outcome.exception.message}", "run it on a machine with a GPU", State.NOT_RUN)
    problem = _unexpected(one.pair, one.side, outcome)
    state = State.FAIL if problem else State.PASS
    return Execution(one.pair, one.side, outcome, state, problem, **cost)


def _last_words(folder: Path) -> str:
    text = (
        (folder / "stderr").read_bytes()[-2000:].decode(errors="backslashreplace").strip()
        if (folder / "stderr").is_file()
        else ""
    )
    return f" ({text.splitlines()[-1][:200]})" if text else ""


def _unexpected(pair: Pair, side: Side, outcome: Outcome) -> Problem | None:
    """What keeps an outcome from being evidence: an exception that nobody promised, a missing quantity."""
    raised = outcome.exception
    if raised is None:
        missing = [name for name in pair.quantities(side.label) if name not in outcome.quantities]
        if missing:
            message = f"no top-level variable '{missing[0]}', which {pair.path.name} names as a quantity"
            return Problem(side.path, 1, message, "define it or correct the pair file")
        return None
    if pair.may_raise(side.label) and raised.type != "Unusable" and not raised.type.endswith("MemoryError"):
        return None
    if raised.type == "Unusable":
        return Problem(side.path, raised.line or 1, raised.message, "keep a comparable value in that variable")
    return Problem(side.path, raised.line or 1, f"raised {raised.type}: {_short(raised)}", _remedy(pair, raised))


def _short(raised: Notice) -> str:
    lines = raised.message.strip().splitlines() or [""]
    return lines[0][:300] + (" ..." if len(lines) > 1 else "")


def _remedy(pair: Pair, raised: Notice) -> str:
    if raised.type == "ModuleNotFoundError":
        return "install the package and add it to constraints.txt and pyproject.toml"
    if raised.type.endswith("MemoryError"):
        return f"needs more than its memory limit of {pair.spec.memory_limit} MiB: use less or raise memory_limit"
    return 'correct the script, or promise it with relation = "raises"'
