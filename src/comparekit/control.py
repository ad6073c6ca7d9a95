"""The measurement measured: steps against themselves, steps slowed on purpose, and other tools on the same steps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median as middle

import msgspec

from comparekit import estimate
from comparekit.execute import child_environment, installed_versions
from comparekit.machine import machine, now
from comparekit.measure import Comparisons, against_itself, measure
from comparekit.measurement import Control, Other, Round, Trial
from comparekit.model import Pair
from comparekit.project import Project
from comparekit.timings import SCHEMA, by_process, estimates, quiet
from comparekit.workers import worker_variables

SLOWDOWN = 0.05
"""Share by which a step is slowed to see whether that is found."""


def control(project: Project, pairs: list[Pair], say: Callable[[str], None] = lambda _: None) -> Control:
    """Check the measurement on some pairs.

    Raises:
        ProblemError: as `measure.measure`.
    """
    begin = time.monotonic()
    same = trials(project, pairs, 0.0, say)
    slowed = trials(project, pairs[: len(pairs) // 2 + 1], SLOWDOWN, say)
    found = Control(
        schema=SCHEMA,
        machine=machine("cpu"),
        date=now(),
        minutes=0,
        versions={
            name: version
            for pair in pairs
            for side in pair.sides.values()
            for name, version in installed_versions(side).items()
        },
        slowdown=SLOWDOWN,
        same=tuple(same),
        slowed=tuple(slowed),
        others=tuple(others(pairs, say)),
    )
    return msgspec.structs.replace(found, minutes=round((time.monotonic() - begin) / 60, 1))


def trials(
    project: Project, pairs: list[Pair], slowdown: float, say: Callable[[str], None] = lambda _: None
) -> list[Trial]:
    """Measure every step of some pairs against itself, as two sides are measured.

    Args:
        project: the tree.
        pairs: pairs with a `[timing]` table.
        slowdown: share of its time that is added to one of the two; 0 for none.
        say: told of the progress.

    Raises:
        ProblemError: as `measure`.
    """
    found = []
    for pair in pairs:
        compared = against_itself(pair, slowdown)
        rounds = quiet(measure(project, pair, compared, say=say).rounds)
        for size in pair.spec.timing.sizes:
            here = [one for one in rounds if one.size == size]
            found += [_trial(pair, size, compared, step, here) for step in compared]
    return found


def _trial(pair: Pair, size: int, compared: Comparisons, step: str, rounds: list[Round]) -> Trial:
    rows = [(one.process, one.seconds) for one in rounds]
    plain, again = (by_process(rows, one.name) for one in compared[step])
    median, _, ratio = estimates("steady", plain, again) if len(plain) > 1 else (None, None, None)
    return Trial(pair=pair.id, step=step, size=size, median=median, ratio=ratio)


def others(pairs: list[Pair], say: Callable[[str], None] = lambda _: None) -> Iterator[Other]:
    """What pyperf and pytest-benchmark say of the same steps, measured twice, one run after the other."""
    for pair in pairs:
        size = pair.spec.timing.sizes[-1]
        for name, (step, _) in against_itself(pair).items():
            for tool, twice in {"pyperf": _pyperf, "pytest-benchmark": _pytest_benchmark}.items():
                say(f"{pair.id} {name} {size}: {tool}")
                with tempfile.TemporaryDirectory(prefix="comparekit-") as folder:
                    medians, differ = twice(step.side.path, size, step.mode, Path(folder))
                yield Other(tool=tool, pair=pair.id, step=name, size=size, medians=medians, differ=differ)


def _pyperf(script: Path, size: int, mode: str, folder: Path) -> tuple[tuple[float, float], bool]:
    """Medians in seconds of two runs of five processes with six values, and whether pyperf calls them different."""
    bench = folder / "bench.py"
    bench.write_text(
        f"import runpy\n\nimport pyperf\n\n{_step(script, size, mode)}"
        "pyperf.Runner(processes=5, values=6, warmups=1).bench_func('step', step)\n"
    )
    files = [folder / "first.json", folder / "second.json"]
    for file in files:
        _run([sys.executable, bench, "--quiet", "--inherit-environ", ",".join(os.environ), "-o", file], folder)
    compared = _run([sys.executable, "-m", "pyperf", "compare_to", *files], folder)
    return tuple(_pyperf_median(file) for file in files), "not significant" not in compared.lower()


def _pyperf_median(file: Path) -> float:
    runs = json.loads(file.read_text())["benchmarks"][0]["runs"]
    return middle(value for run in runs for value in run.get("values", ()))


def _pytest_benchmark(script: Path, size: int, mode: str, folder: Path) -> tuple[tuple[float, float], bool]:
    """Medians in seconds of two runs with the defaults; different where they are further apart than is worth naming."""
    (folder / "test_step.py").write_text(
        f"import runpy\n\n{_step(script, size, mode)}\n\ndef test_step(benchmark):\n    step()\n    benchmark(step)\n"
    )
    medians = []
    for name in ("first.json", "second.json"):
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--benchmark-json={folder / name}"]
        _run([*command, folder / "test_step.py"], folder)
        medians.append(json.loads((folder / name).read_text())["benchmarks"][0]["stats"]["median"])
    return tuple(medians), max(medians) / min(medians) > estimate.SMALLEST_DIFFERENCE


def _step(script: Path, size: int, mode: str) -> str:
    return f"step = runpy.run_path({str(script)!r}, run_name='step')['setup']({size}, {mode!r}, 'cpu')\n"


def _run(command: list[str | Path], folder: Path) -> str:
    with child_environment("cpu", worker_variables(str(folder / "cache"))):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command[:4]))} failed: {done.stderr[-500:]}")
    return done.stdout + done.stderr
