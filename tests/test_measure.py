"""Measuring plain Python steps: what is stored, in which order, and what is refused."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import SimpleNamespace

import msgspec
import pytest
from conftest import REPOSITORY, Tree

from comparekit.machine import calibrate, core_numbers
from comparekit.model import ProblemError, Timing
from comparekit.timing import archive, control, measure, results, worker
from comparekit.timing.estimate import SMALLEST_DIFFERENCE, UNCERTAIN, faster
from comparekit.timing.measure import against_itself, comparisons
from comparekit.timing.measurement import Measurement
from comparekit.timing.workers import Worker

TOML = """
    title = "A step"

    [[expect]]
    relation = "agree"
    quantity = "value"

    [timing]
    sizes = [1, 2]
    axis = "thousandths of a second"
    [timing.modes.plain]
    pytorch = "plain"
    tensorflow = "plain"
    """
TIMING = Timing(sizes=(1, 2), axis="", modes={"plain": {"pytorch": "plain", "tensorflow": "plain"}})
SLEEP = """
    import time

    value = 1.5

    def setup(size, mode, device):
        def step():
            time.sleep({factor} * size / 1000)
            return size
        return step
    """
STEP = "value = 1.5\ndef setup(size, mode, device):\n    {before}\n    def step():\n        {body}\n    return step\n"


def step(body: str, before: str = "pass") -> str:
    return STEP.format(body=body, before=before)


@pytest.fixture
def any_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count rounds although other tests may run at the same time."""
    monkeypatch.setattr(measure, "UNEVEN", 1e9)
    monkeypatch.setattr(results, "UNEVEN", 1e9)


@pytest.fixture
def measured(tree: Tree) -> Callable[..., Measurement]:
    def run(toml: str = TOML, processes: int = 2, rounds: int = 2, **sides: str) -> Measurement:
        tree.pair("speed/step", toml, **sides)
        pair = tree.project.pair("speed/step")
        return measure.measure(tree.project, pair, comparisons(pair), "cpu", processes, rounds)

    return run


def test_every_sample_is_kept_and_the_ratio_is_right(measured: Callable[..., Measurement], any_speed: None) -> None:
    toml = TOML.replace("[1, 2]", "[1, 10]")
    found = measured(toml, processes=5, rounds=6, pytorch=SLEEP.format(factor=1), tensorflow=SLEEP.format(factor=2))
    assert {(one.process, one.size) for one in found.rounds} == {(p, s) for p in range(5) for s in (1, 10)}
    assert all(len(one.calibrations) == len(one.seconds) == 2 for one in found.rounds)
    assert [one for one in found.rounds if not 1.2 < one.ratio < 3] == []  # shows the samples of one that fails
    assert len(found.starts) == 5 * 2 * 2
    assert found.calls["1"]["pytorch plain"] > found.calls["10"]["pytorch plain"] >= 1
    assert found.differences == {"plain 1": 0.0, "plain 10": 0.0}
    steady = [
        r for r in results.results_of(msgspec.structs.replace(TIMING, sizes=(1, 10)), found) if r.what == "steady"
    ]
    assert [r.size for r in steady] == [1, 10]
    for result in steady:
        assert result.ratio and result.ratio.low < 2 < result.ratio.high * 1.1
        assert faster(result.ratio) == 1
        assert result.medians[0].value == pytest.approx(result.size / 1000, rel=0.5)


def test_a_slowed_step_against_itself(tree: Tree, any_speed: None) -> None:
    tree.pair("speed/step", TOML, pytorch=SLEEP.format(factor=1), tensorflow=SLEEP.format(factor=1))
    pair = tree.project.pair("speed/step")
    sides = against_itself(pair, slowdown=0.5)
    assert [list(compared) for compared in sides] == [["pytorch plain"], ["tensorflow plain"]]
    for compared in sides:
        found = measure.measure(tree.project, pair, compared, "cpu", 2, 4)
        assert 1.3 < median(one.ratio for one in found.rounds) < 1.7


def test_single_calls_and_their_tail(measured: Callable[..., Measurement], any_speed: None) -> None:
    toml = TOML.replace('axis = "', 'measure = "latency"\n    axis = "').replace("[1, 2]", "[1]")
    found = measured(toml, pytorch=SLEEP.format(factor=0.1), tensorflow=SLEEP.format(factor=0.1))
    assert all(len(one.tails) == 2 for one in found.rounds)
    assert all(tail >= middle for one in found.rounds for tail, middle in zip(one.tails, one.seconds, strict=True))


def test_the_peak_of_memory(measured: Callable[..., Measurement]) -> None:
    toml = TOML.replace('axis = "', 'measure = "memory"\n    axis = "').replace("[1, 2]", "[16, 64]")
    found = measured(
        toml,
        pytorch=step("return len(bytearray(b'1') * (size * 2**20))"),
        tensorflow=step("return len(bytearray(b'1') * (size * 2**19)) * 2"),
    )
    assert found.builds.keys() == {"pytorch", "tensorflow"}
    for one in found.rounds:
        assert one.seconds == pytest.approx((one.size, one.size / 2), rel=0.2, abs=2)
        assert one.ratio == pytest.approx(0.5, rel=0.2)


GROWS = step("kept.append(1); time.sleep(2e-5 * len(kept)); return 1", before="import time; kept = []")


@pytest.mark.parametrize(
    ("pytorch", "message"),
    [
        (step("raise ValueError('no such thing')"), "snippets/speed/step_pytorch.py:5: ValueError: no such thing"),
        (step("pass"), "the step returns nothing"),
        (step("return 2"), "the steps do not compute the same (plain, size"),
        (step("return [1, 1]"), "the steps do not compute the same (plain, size"),
        (step("import os; os._exit(3)"), "ended by exit code 3"),
        (step("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"), "ended by the signal SIGSEGV"),
        (step("while True: pass"), "no answer within the time limit of 2 s"),
        (step("return 1", before="raise MemoryError('too big')"), "step_pytorch.py:3: MemoryError: too big"),
        ("value = 1.5\nsetup = 3\n", "no function 'setup(size, mode, device)'"),
        ("value = 1.5\ndef setup(size, mode, device):\n    return 7\n", "setup returned int, not a step to call"),
        ("value = 1.5\nsetup(\n", "SyntaxError"),
        (GROWS, "gets slower with every call"),
    ],
)
def test_what_cannot_be_measured_is_named(
    pytorch: str, message: str, measured: Callable[..., Measurement], any_speed: None
) -> None:
    limit = "time_limit = 2\n    " if message.startswith("no answer") else ""
    toml = TOML.replace("sizes", f"{limit}sizes").replace("[1, 2]", "[1]")
    with pytest.raises(ProblemError) as error:
        measured(toml, processes=3, rounds=4, pytorch=pytorch, tensorflow=step("return 1"))
    assert message in str(error.value)
    assert error.value.problem.fix


def test_a_clock_that_jumps_spoils_the_round(measured: Callable[..., Measurement], any_speed: None) -> None:
    jumping = step("return 1").replace(
        "value", "import time\nreal = time.clock_gettime\ntime.clock_gettime = lambda c: 1.5 * real(c)\nvalue", 1
    )
    found = measured(TOML.replace("[1, 2]", "[1]"), pytorch=jumping, tensorflow=step("return 1"))
    assert all(one.trouble.startswith("two clocks differ by ") for one in found.rounds)
    assert results.all_quiet(found.rounds) == []


def test_a_looser_tolerance_needs_a_reason(measured: Callable[..., Measurement], any_speed: None) -> None:
    sides = {"pytorch": step("return 1.0"), "tensorflow": step("return 1.001")}
    loose = TOML.replace("sizes", "tolerance = 0.01\n    sizes").replace("[1, 2]", "[1]")
    with pytest.raises(ProblemError, match="without a reason"):
        measured(loose, **sides)
    with_reason = loose.replace("tolerance", 'reason = "other rounding"\n    tolerance')
    assert measured(with_reason, **sides).differences["plain 1"] == pytest.approx(0.001, rel=0.01)


def test_a_tolerance_can_be_for_one_mode_alone(measured: Callable[..., Measurement], any_speed: None) -> None:
    toml = TOML.replace("sizes", 'tolerance = {rough = 0.01}\n    reason = "other rounding"\n    sizes')
    toml += "    [timing.modes.rough]\n    pytorch = 'rough'\n    tensorflow = 'rough'\n"
    exact_where_plain = step("return 1.001 if mode == 'rough' else 1.0")
    assert measured(toml, pytorch=step("return 1.0"), tensorflow=exact_where_plain).differences["rough 1"] > 0
    with pytest.raises(ProblemError, match=r"do not compute the same \(plain"):
        measured(toml, pytorch=step("return 1.0"), tensorflow=step("return 1.001"))


def command(tree: Tree, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "comparekit", "time", *arguments]


def test_an_interrupt_keeps_what_was_stored_and_leaves_no_half_record(tree: Tree) -> None:
    quick = TOML.replace("[1, 2]", "[1]")
    tree.pair("speed/a", quick, pytorch=step("return 1"), tensorflow=step("return 1"))
    run = subprocess.run(
        command(tree, "speed/a", "--processes", "2", "--rounds", "1"), cwd=tree.root, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    (stored,) = tree.root.glob("snippets/speed/timings/a/*.cpu.json")
    before = stored.read_bytes()
    slow = step("return 1", before="import time; time.sleep(60)")
    tree.pair("speed/b", TOML, pytorch=slow, tensorflow=slow)
    process = subprocess.Popen(command(tree), cwd=tree.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline().startswith("speed/b: process 1")
    time.sleep(2)  # by now both processes set up their steps
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "interrupted" in stderr
    assert stored.read_bytes() == before
    assert [path for path in tree.root.rglob("*") if path.is_file() and "b" in path.parent.name] == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_no_process_is_left_when_the_measurement_is_killed(tree: Tree) -> None:
    tree.pair("speed/a", TOML, pytorch=step("return 1"), tensorflow=step("return 1"))
    process = subprocess.Popen(command(tree), cwd=tree.root, stdout=subprocess.PIPE, text=True)
    children, until = Path(f"/proc/{process.pid}/task/{process.pid}/children"), time.monotonic() + 20
    while len(started := [int(number) for number in children.read_text().split()]) < 2:
        assert time.monotonic() < until
    time.sleep(2)  # by now they stand still in turns
    process.kill()
    process.wait()
    until = time.monotonic() + 5
    while any(Path(f"/proc/{number}/cwd").exists() for number in started):
        assert time.monotonic() < until, "a worker outlives its parent"


def test_more_cores_than_there_are_is_refused(tree: Tree) -> None:
    tree.pair("speed/step", TOML, pytorch=step("return 1"), tensorflow=step("return 1"))
    run = subprocess.run(command(tree, "--cores", "4096"), cwd=tree.root, capture_output=True, text=True)
    assert run.returncode == 1
    assert "4096 cores asked for" in run.stderr


def test_calibration_takes_the_time_of_a_fixed_work() -> None:
    times = [calibrate(core_numbers()) for _ in range(20)]
    assert min(times) > 1e-6
    assert sorted(times)[10] < 1
    assert len(os.sched_getaffinity(0)) == len(core_numbers())  # only the threads of the calibration were bound


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux")
def test_processes_that_a_step_started_move_with_it() -> None:
    code = """
import os, subprocess, sys
from comparekit.timing import worker
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
core = max(os.sched_getaffinity(0))
worker.place((core,))
print(os.sched_getaffinity(child.pid), {core})
child.communicate(b"x")
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    moved, expected = run.stdout.strip().split(" ")
    assert moved == expected


@pytest.mark.parametrize("used", [1, len(core_numbers())])
def test_the_worker_sees_as_many_cores_as_are_used_and_no_gpu(tree: Tree, any_speed: None, used: int) -> None:
    body = (
        "assert 'OMP_NUM_THREADS' in os.environ; "
        f"assert int(os.environ['OMP_NUM_THREADS']) == len(os.sched_getaffinity(0)) == {used}; "
        "return os.environ['CUDA_VISIBLE_DEVICES'] + 'none'"
    )
    source = step(body).replace("value", "import os\nvalue", 1)
    tree.pair("speed/step", TOML.replace("[1, 2]", "[1]"), pytorch=source, tensorflow=source)
    pair = tree.project.pair("speed/step")
    found = measure.measure(tree.project, pair, comparisons(pair), "cpu", 2, 1, used)
    assert found.machine.cores == used
    assert found.differences == {"plain 1": 0.0}
    assert archive.path_of(pair, found.machine, "cpu").name.endswith(
        "-1-core.cpu.json" if used == 1 else "cores.cpu.json"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="processes are only stopped where /proc tells of them")
def test_only_the_process_that_is_asked_runs(tree: Tree, any_speed: None) -> None:
    tree.pair("speed/step", TOML.replace("[1, 2]", "[1]"), pytorch=step("return 1"), tensorflow=step("return 1"))
    pair = tree.project.pair("speed/step")
    one = Worker(pair, pair.sides["pytorch"], "cpu", "", 30, tuple(core_numbers()[:1]))
    try:
        one.receive()
        one.ask(worker.Prepare(1, "plain"))
        status, until = Path(f"/proc/{one.process.pid}/status"), time.monotonic() + 5
        while "(stopped)" not in status.read_text():
            assert time.monotonic() < until
        one.ask(worker.Time("plain", 1, tuple(core_numbers()[:1])))
    finally:
        one.stop()


@pytest.mark.parametrize(("seconds", "more"), [(0.0, range(2, 10**9)), (worker.LONG * 1.1, range(1, 2))])
def test_a_step_is_woken_before_a_burst_unless_a_call_lasts_long(tree: Tree, seconds: float, more: range) -> None:
    calls = tree.root / "calls"
    body = f"time.sleep({seconds}); open({str(calls)!r}, 'a').write('.'); return 1"
    source = step(body).replace("value", "import time\nvalue", 1)
    tree.pair("speed/step", TOML.replace("[1, 2]", "[1]"), pytorch=source, tensorflow=source)
    pair = tree.project.pair("speed/step")
    one = Worker(pair, pair.sides["pytorch"], "cpu", "", 30, tuple(core_numbers()[:1]))
    try:
        one.receive()
        one.ask(worker.Prepare(1, "plain"))
        before = calls.stat().st_size
        one.ask(worker.Time("plain", 1, tuple(core_numbers()[:1])))
        assert calls.stat().st_size - before in more
    finally:
        one.stop()


COMPILED = """
    import torch

    value = 1.5

    def setup(size, mode, device):
        seen = []

        def backend(graph, inputs):
            seen.append(any(isinstance(one, torch.SymInt) for one in inputs))
            return graph.forward

        @torch.compile(backend=backend, dynamic={dynamic})
        def total(x):
            return x.sum()

        def step():
            for length in range(2, {lengths}):
                total(torch.ones(length * size))
            return sum(seen)
        return step
    """


@pytest.mark.frameworks
def test_one_size_does_not_make_the_next_one_dynamic(measured: Callable[..., Measurement], any_speed: None) -> None:
    once = COMPILED.format(dynamic=None, lengths=3)
    found = measured(TOML.replace("[1, 2]", "[1, 2, 3]"), 2, 1, pytorch=once, tensorflow=step("return 0"))
    assert set(found.differences.values()) == {0.0}


@pytest.mark.frameworks
def test_a_step_that_is_compiled_too_often_is_no_step_that_runs_uncompiled(
    measured: Callable[..., Measurement], any_speed: None
) -> None:
    often = COMPILED.format(dynamic=False, lengths=20)
    with pytest.raises(ProblemError, match=r"(?i)recompile"):
        measured(pytorch=often, tensorflow=step("return 0"))


@pytest.mark.frameworks
def test_the_gpu_lane_measures_nothing_where_no_gpu_is(tree: Tree) -> None:
    toml = TOML.replace('title = "A step"', 'title = "A step"\n    devices = ["cpu", "cuda"]')
    tree.pair("speed/step", toml, pytorch="import torch\n" + step("return 1"), tensorflow=step("return 1"))
    run = subprocess.run(command(tree, "--device", "cuda"), cwd=tree.root, capture_output=True, text=True)
    assert run.returncode == 1
    assert "not run: pytorch sees no GPU here. Fix: measure it on a machine with a GPU" in run.stderr
    assert list(tree.root.glob("snippets/speed/timings/*/*")) == []


@pytest.mark.frameworks
@pytest.mark.parametrize("framework", ["pytorch", "tensorflow"])
def test_what_waits_for_a_gpu_exists(framework: str) -> None:
    code = f"from comparekit.timing.frameworks import synchronise; print(synchronise({framework!r}, 'cuda').__name__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() in ("synchronize", "sync_devices")


@pytest.mark.frameworks
@pytest.mark.parametrize(
    ("framework", "mark", "precision"),
    [
        ("pytorch", "max_memory_allocated", "import torch; print(torch.backends.fp32_precision == 'ieee')"),
        (
            "tensorflow",
            "<lambda>",
            "from tensorflow.config import experimental as e; e.reset_memory_stats, e.get_memory_info; "
            "print(not e.tensor_float_32_execution_enabled())",
        ),
    ],
)
def test_what_measures_memory_and_sets_the_precision_of_a_gpu_exists(framework: str, mark: str, precision: str) -> None:
    code = (
        "from comparekit.timing.frameworks import full_float32, memory; "
        f"print(memory({framework!r}, 'cuda')[1].__name__); full_float32({framework!r}); {precision}"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [mark, "True"]


@pytest.mark.parametrize(("milliseconds", "calls"), [(1, 10), (6, 4), (20, 3), (200, 1)])
def test_a_step_is_woken_by_several_calls_unless_they_take_long(
    monkeypatch: pytest.MonkeyPatch, milliseconds: int, calls: int
) -> None:
    made: list[int] = []
    monkeypatch.setattr(worker, "time", SimpleNamespace(perf_counter=lambda: milliseconds * len(made) / 1000))
    worker._Bench._wake(SimpleNamespace(synchronise=lambda: None), lambda: made.append(1))
    assert len(made) == calls


def test_the_method_page_tells_the_constants_that_are_used() -> None:
    page = (REPOSITORY / "docs/methodology.md").read_text(encoding="utf-8")
    processes = {8: "eight"}[measure.PROCESSES]
    assert f"Up to {processes} fresh processes a side" in page
    assert f"{measure.LEAST_ROUNDS} to {measure.ROUNDS} rounds in each" in page
    assert f"bursts of {1000 * measure.BURST:g} ms" in page
    four = {4: "four"}[worker.WAKE_CALLS]
    assert f"follows {1000 * worker.WAKE:g} ms of calls that are not timed, and at least {four} of them" in page
    assert f"unless {1000 * worker.WAKE_LIMIT:g} ms have passed" in page
    assert f"a step beside pyperf has {control.BESIDE:g} seconds" in page
    assert f"{measure.BUDGET / 60:g} minutes for the whole pair" in page
    assert f"{measure.EXTENSION - 1:.0%} longer".replace("%", " %") in page
    assert f"at least {results.LEAST_SAMPLES} samples from {results.LEAST_PROCESSES} processes" in page
    assert f"differ by more than {results.UNEVEN - 1:.0%}".replace("%", " %") in page
    assert f"the ratio is at least {SMALLEST_DIFFERENCE - 1:.0%}".replace("%", " %") in page
    assert f"the interval reaches {UNCERTAIN - 1:.0%} or further".replace("%", " %") in page
