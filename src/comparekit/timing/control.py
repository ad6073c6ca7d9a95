"""The measurement measured: steps against themselves, steps slowed on purpose, and other tools on the same steps."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median as middle
from typing import Any

import msgspec

from comparekit.execute import child_environment, installed_versions
from comparekit.machine import core_numbers, machine, now
from comparekit.model import Pair
from comparekit.project import Project
from comparekit.timing import estimate, worker
from comparekit.timing.archive import SCHEMA
from comparekit.timing.measure import against_itself, measure
from comparekit.timing.measurement import Control, Estimate, Measurement, Other, Round, Trial
from comparekit.timing.results import TOO_FEW, estimates, quiet, quotient
from comparekit.timing.workers import Contestant, Workers, worker_variables

SLOWDOWN = 0.05
"""Share by which a step is slowed to see whether that is found."""
SLOWED = 30
"""Trials of that at least, if there are so many; whole pairs are taken, as few as suffice."""
BESIDE = 80.0
"""Seconds that a step takes which pyperf measures, too."""


def control(
    project: Project, pairs: list[Pair], say: Callable[[str], None] = lambda _: None, earlier: Control | None = None
) -> Iterator[Control]:
    """Check the measurement on some pairs: every step against itself, and against itself slowed by `SLOWDOWN`.

    Args:
        project: the tree.
        pairs: pairs with a `[timing]` table; the first step of each side is measured by other tools, too.
        say: told of the progress.
        earlier: what was found before an interrupt; its complete parts are kept.

    Yields:
        What is known so far, after every trial; the last one is complete. Nothing, if that is what is known already.

    Raises:
        ProblemError: as `measure.measure`.
    """
    begin = time.monotonic()
    versions = {
        name: version
        for pair in pairs
        for side in pair.sides.values()
        for name, version in installed_versions(side).items()
    }
    found = Control(
        schema=SCHEMA,
        machine=machine("cpu", 1),
        date=now(),
        minutes=0,
        versions=versions,
        slowdown=SLOWDOWN,
        same=(),
        slowed=(),
    )
    if earlier and (earlier.machine, earlier.versions) == (found.machine, versions):
        found = earlier
    parts: dict[str, Iterator[Any]] = {
        "same": trials(project, pairs, 0.0, say),
        "slowed": trials(project, _fewest(pairs, SLOWED), SLOWDOWN, say),
        "beside": beside(project, pairs, say),
        "others": others(pairs, say),
    }
    missing = unfinished(found, pairs)
    before = found.minutes
    for part in missing:
        found = msgspec.structs.replace(found, **{part: ()})
        for row in parts[part]:
            minutes = round(before + (time.monotonic() - begin) / 60, 1)
            found = msgspec.structs.replace(found, minutes=minutes, **{part: (*getattr(found, part), row)})
            yield found


def unfinished(found: Control, pairs: list[Pair]) -> list[str]:
    """Parts of a control that lack a trial."""
    sides = {pair.id: len(against_itself(pair)) for pair in pairs}
    whole = {
        "same": _count(pairs),
        "slowed": _count(_fewest(pairs, SLOWED)),
        "beside": sum(sides[pair.id] * len(_shared(pair)) for pair in pairs),
        "others": len(TOOLS) * sum(sides.values()),
    }
    return [part for part, number in whole.items() if len(getattr(found, part)) != number]


def _count(pairs: list[Pair]) -> int:
    """Steps and sizes of some pairs."""
    return sum(len(compared) * len(pair.spec.timing.sizes) for pair in pairs for compared in against_itself(pair))


def _fewest(pairs: list[Pair], least: int) -> list[Pair]:
    """The fewest pairs that have so many steps and sizes to try together."""
    count = {pair.id: _count([pair]) for pair in pairs}
    chosen: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: -count[pair.id]):
        if sum(count[one.id] for one in chosen) < least:
            chosen.append(pair)
    return chosen


def trials(
    project: Project, pairs: list[Pair], slowdown: float, say: Callable[[str], None] = lambda _: None
) -> Iterator[Trial]:
    """Measure every step of some pairs against itself, as two sides are measured.

    Args:
        project: the tree.
        pairs: pairs with a `[timing]` table.
        slowdown: share of its time that is added to one of the two; 0 for none.
        say: told of the progress.

    Raises:
        ProblemError: as `measure`.
    """
    for pair in pairs:
        for compared in against_itself(pair, slowdown):
            measured = measure(project, pair, compared, say=say)
            for size in pair.spec.timing.sizes:
                for step in compared:
                    trial = _trial(pair, size, step, measured)
                    say(f"{pair.id} {step} {size}, slowed by {slowdown:.0%}: {_ratio(trial.ratio)}")
                    yield trial


def _trial(pair: Pair, size: int, step: str, measured: Measurement) -> Trial:
    rows = [(one.process, (*one.seconds, one.ratio)) for one in quiet(measured.rounds, size, step)]
    several = len({process for process, _ in rows}) > 1
    median, _, ratio = estimates("steady", rows) if several else (None, None, None)
    return Trial(pair=pair.id, step=step, size=size, median=median, ratio=ratio)


def beside(project: Project, pairs: list[Pair], say: Callable[[str], None] = lambda _: None) -> Iterator[Trial]:
    """Let pyperf measure the first step of each side in turns with us, at the middle and the largest size.

    It does so in our processes, after each of our rounds: a step may take another time in every process and from one
    second to the next, which is for the comparison of a step with itself to find. What a process did before changes
    how it gets its memory, so these processes do nothing but this step.

    Raises:
        ProblemError: as `measure`.
    """
    for pair in pairs:
        for compared in against_itself(pair):
            name, both = next(iter(compared.items()))
            for size in _shared(pair):
                pyperf: list[float] = []
                alone = _of_size(pair, size)
                ask = functools.partial(_ask_pyperf, both[0], pyperf)
                measured = measure(project, alone, {name: both}, budget=BESIDE, say=say, after=ask)
                ratio = _beside(measured.rounds, quiet(measured.rounds, size, name), pyperf)
                say(f"{pair.id} {name} {size} beside pyperf: {_ratio(ratio)}")
                yield msgspec.structs.replace(_trial(alone, size, name, measured), ratio=ratio)


def _ask_pyperf(step: Contestant, values: list[float], workers: Workers) -> None:
    """Add the value that pyperf gets for a step, in the middle of all cores, since they differ."""
    values.append(middle(workers.ask(step, worker.Pyperf(step.mode, (core,))) for core in core_numbers()))


def _shared(pair: Pair) -> list[int]:
    """Sizes that pyperf measures, too."""
    sizes = pair.spec.timing.sizes
    return sorted({sizes[len(sizes) // 2], sizes[-1]})


def _of_size(pair: Pair, size: int) -> Pair:
    """The pair with only that size."""
    timing = msgspec.structs.replace(pair.spec.timing, sizes=(size,))
    return dataclasses.replace(pair, spec=msgspec.structs.replace(pair.spec, timing=timing))


def _beside(rounds: Sequence[Round], counted: list[Round], pyperf: list[float]) -> Estimate | None:
    """Ratio of our sample of a step to the value of pyperf after the same round; None where one process counts.

    Args:
        rounds: all of them.
        counted: those of one speed.
        pyperf: a value for each of all rounds.
    """
    kept = {id(one) for one in counted}
    ratios: dict[int, list[float]] = {}
    for one, value in zip(rounds, pyperf, strict=True):
        if id(one) in kept:
            ratios.setdefault(one.process, []).append(quotient(value, one.seconds[0]))
    return estimate.median(list(ratios.values())) if len(ratios) > 1 else None


def _ratio(ratio: Estimate | None) -> str:
    return "{:.3f} ({:.3f} to {:.3f})".format(*msgspec.structs.astuple(ratio)) if ratio else TOO_FEW


def others(pairs: list[Pair], say: Callable[[str], None] = lambda _: None) -> Iterator[Other]:
    """What pyperf and pytest-benchmark say of the same steps, measured twice, one run after the other."""
    for pair in pairs:
        size = pair.spec.timing.sizes[-1]
        for compared in against_itself(pair):
            name, (step, _) = next(iter(compared.items()))
            for tool, twice in TOOLS.items():
                say(f"{pair.id} {name} {size}: {tool}")
                with tempfile.TemporaryDirectory(prefix="comparekit-") as folder:
                    medians, differ = twice(step, size, Path(folder))
                yield Other(tool=tool, pair=pair.id, step=name, size=size, medians=medians, differ=differ)


class _Pyperf:
    """pyperf on one step: as many processes as it is run, with six values each."""

    def __init__(self, step: Contestant, size: int, folder: Path) -> None:
        folder.mkdir()
        self.bench, self.values = folder / "bench.py", folder / "values.json"
        self.bench.write_text(
            "import runpy\n\nimport pyperf\n\nrunner, step = pyperf.Runner(values=6, warmups=1), None\n"
            "if runner.parse_args().worker:  # what starts the process that measures must not hold the same data\n"
            f"    {_step(step, size)}runner.bench_func('step', step)\n"
        )

    def run(self, core: int) -> None:
        """One more process."""
        variables = ",".join({*os.environ, *worker_variables("", 1)})
        options = ["--quiet", "--processes=1", "--inherit-environ", variables]
        runs = self._runs() if self.values.is_file() else []
        loops = [f"--loops={runs[-1].get_loops()}"] if runs else []
        _run([sys.executable, self.bench, *options, *loops, "--append", self.values], self.bench.parent, core)

    def median(self) -> float:
        """Of all values, in seconds."""
        return middle(value for run in self._runs() for value in run.values)

    def _runs(self) -> list[Any]:
        """What each process did; the first only found out how many calls make a value, and has no values."""
        import pyperf

        (found,) = pyperf.BenchmarkSuite.load(str(self.values)).get_benchmarks()
        return found.get_runs()


def _pyperf_twice(step: Contestant, size: int, folder: Path) -> tuple[tuple[float, float], bool]:
    """Medians in seconds of two runs of five processes, and whether pyperf calls them different."""
    both = [_Pyperf(step, size, folder / name) for name in ("first", "second")]
    for one in both:
        for _, core in zip(range(5), itertools.cycle(core_numbers())):
            one.run(core)
    compared = _run([sys.executable, "-m", "pyperf", "compare_to", *(one.values for one in both)], folder)
    return tuple(one.median() for one in both), "not significant" not in compared.lower()


def _pytest_benchmark_twice(step: Contestant, size: int, folder: Path) -> tuple[tuple[float, float], bool]:
    """Medians in seconds of two runs with the defaults; different where they are further apart than is worth naming."""
    (folder / "test_step.py").write_text(
        f"import runpy\n\n{_step(step, size)}\n\ndef test_step(benchmark):\n    step()\n    benchmark(step)\n"
    )
    medians = []
    for name in ("first.json", "second.json"):
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--benchmark-json={folder / name}"]
        _run([*command, folder / "test_step.py"], folder)
        medians.append(json.loads((folder / name).read_text())["benchmarks"][0]["stats"]["median"])
    return tuple(medians), max(medians) / min(medians) > estimate.SMALLEST_DIFFERENCE


TOOLS = {"pyperf": _pyperf_twice, "pytest-benchmark": _pytest_benchmark_twice}
"""What else measures the first step of each side, and how."""


def _step(step: Contestant, size: int) -> str:
    script = str(step.side.path)
    return f"step = runpy.run_path({script!r}, run_name='step')['setup']({size}, {step.mode!r}, 'cpu')\n"


def _run(command: list[str | Path], folder: Path, core: int | None = None) -> str:
    """The output of a command on one core, the first if none is named; what a pytest around it was told is left out."""
    with child_environment("cpu", worker_variables(str(folder / "cache"), 1)):
        env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        process = subprocess.Popen(command, cwd=folder, env=env, **pipes)
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(process.pid, {core_numbers()[0] if core is None else core})
        output, errors = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command[:4]))} failed: {errors[-500:]}")
    return output + errors
