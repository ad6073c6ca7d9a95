"""The check of the measurement, on a plain step: every step against itself, slowed, and by other tools."""

from __future__ import annotations

import dataclasses
import functools
import signal
import subprocess
import sys

import msgspec
import pytest
from conftest import Tree

from comparekit.machine import core_numbers, machine
from comparekit.timing import archive, control, measure, results, worker
from comparekit.timing.measurement import Control, Other, Round, Trial
from comparekit.timing.results import found_by_control
from comparekit.timing.workers import Workers

TOML = """
    title = "A step"

    [[expect]]
    relation = "agree"
    quantity = "value"

    [timing]
    sizes = [1]
    axis = "thousandths of a second"
    control = true
    [timing.modes.plain]
    pytorch = "plain"
    tensorflow = "plain"
    """
STEP = """
    import time

    value = 1.5

    def setup(size, mode, device):
        def step():
            time.sleep(size / 1000)
            return size
        return step
    """


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few processes, and short rounds that count although other tests may run at the same time."""
    monkeypatch.setattr(measure, "ROUND", 0.12)
    monkeypatch.setattr(measure, "UNEVEN", 1e9)
    monkeypatch.setattr(results, "UNEVEN", 1e9)
    defaults = ("cpu", 5, 6, 1, 300.0, lambda _: None, lambda _: None)
    assert len(measure.measure.__defaults__) == len(defaults)
    monkeypatch.setattr(measure.measure, "__defaults__", defaults)


def test_every_step_is_measured_against_itself_and_slowed(
    tree: Tree, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "SLOWDOWN", 0.8)
    monkeypatch.setenv("PYTEST_ADDOPTS", "--not-an-option")  # meant for the pytest around it, as those of xdist are
    tree.pair("speed/step", TOML, pytorch=STEP, tensorflow=STEP)
    told: list[str] = []
    *earlier, found = control.control(tree.project, [tree.project.pair("speed/step")], told.append)
    lengths = [len(one.same) + len(one.slowed) + len(one.beside) + len(one.others) for one in earlier]
    assert lengths == list(range(1, 10))
    assert any(line.startswith("speed/step tensorflow plain 1, slowed by 80%: 1.") for line in told)
    assert [(one.step, one.size) for one in found.same] == [("pytorch plain", 1), ("tensorflow plain", 1)]
    assert [one.step for one in found.slowed] == ["pytorch plain", "tensorflow plain"]
    assert all(one.ratio and one.ratio.value > 1.3 for one in found.slowed)
    assert all(one.ratio and one.ratio.value < 1.3 for one in found.same)
    assert [(one.step, one.size) for one in found.beside] == [("pytorch plain", 1), ("tensorflow plain", 1)]
    assert all(one.ratio.value == pytest.approx(1, rel=0.3) for one in found.beside)
    assert all(0.9e-3 < one.median.value < 3e-3 for one in found.beside)
    assert {one.tool for one in found.others} == {"pyperf", "pytest-benchmark"}
    for one in found.others:
        assert all(0.9e-3 < median < 3e-3 for median in one.medians)
    archive.write_control(tree.project, found)
    assert "A step slowed by 80% was found slower in" in found_by_control(archive.controls(tree.project)[0])
    pairs = [tree.project.pair("speed/step")]
    assert list(control.control(tree.project, pairs, told.append, found)) == []
    without = msgspec.structs.replace(found, beside=(), slowed=found.slowed[:1])
    again = next(control.control(tree.project, pairs, told.append, without))
    assert (again.same, again.others) == (found.same, found.others)
    assert len(again.slowed) == 1
    assert again.slowed[0] != found.slowed[0]  # a part that was interrupted begins anew
    assert control.unfinished(again, pairs) == ["slowed", "beside"]


def test_a_control_of_nothing_is_refused(tree: Tree) -> None:
    tree.pair("speed/step", TOML.replace("control = true", ""), pytorch=STEP, tensorflow=STEP)
    command = [sys.executable, "-m", "comparekit", "time", "--control"]
    run = subprocess.run(command, cwd=tree.root, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "none of these pairs has 'control = true'" in run.stderr
    assert list(tree.root.glob("snippets/*/control/*")) == []


def test_an_interrupted_control_keeps_its_trials(tree: Tree) -> None:
    tree.pair("speed/step", TOML, pytorch=STEP, tensorflow=STEP)
    command = [sys.executable, "-m", "comparekit", "time", "--control"]
    process = subprocess.Popen(command, cwd=tree.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    while "slowed by 0%" not in (line := process.stdout.readline()):
        assert line, "ended without a trial"
    process.stdout.readline()  # of the next side, so that the trial is stored by now
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, "interrupted" in stderr) == (1, True)
    (kept,) = archive.controls(tree.project)
    assert [one.step for one in kept.same] == ["pytorch plain"]
    assert kept.slowed == kept.beside == kept.others == ()


def test_an_interrupt_leaves_a_whole_control_as_it_was(tree: Tree) -> None:
    tree.pair("speed/step", TOML, pytorch=STEP, tensorflow=STEP)
    (pair,) = [tree.project.pair("speed/step")]
    steps = ("pytorch plain", "tensorflow plain")
    trials = tuple(Trial(pair=pair.id, step=step, size=1, median=None, ratio=None) for step in steps)
    other = {"pair": pair.id, "step": steps[0], "size": 1, "medians": (1.0, 1.0), "differ": False}
    whole = Control(
        schema=1,
        machine=machine("cpu", 1),
        date="2026-11-01T12:00:00Z",
        minutes=1,
        versions={},
        slowdown=0.05,
        same=trials,
        slowed=trials,
        beside=trials,
        others=tuple(Other(tool="pyperf", **other) for _ in range(4)),
    )
    assert control.unfinished(whole, [pair]) == []
    assert control.unfinished(msgspec.structs.replace(whole, beside=trials[:1]), [pair]) == ["beside"]
    path = archive.write_control(tree.project, whole)
    before = path.read_bytes()
    command = [sys.executable, "-m", "comparekit", "time", "--control"]
    process = subprocess.Popen(command, cwd=tree.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    while "slowed by 0%" not in (line := process.stdout.readline()):  # it measures anew
        assert line, "ended without a trial"
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert path.read_bytes() == before


def test_pyperf_measures_the_same_step_in_our_processes(tree: Tree, quick: None) -> None:
    telling = STEP.replace(
        "def step():", 'open("{}", "a").write("x")\n        def step():'.format(tree.root / "set_up"), 1
    )
    tree.pair("speed/step", TOML, pytorch=telling, tensorflow=STEP)
    ((step, _),) = measure.comparisons(pair := tree.project.pair("speed/step")).values()
    values: list[float] = []
    found = measure.measure(
        tree.project,
        pair,
        {"itself": (step, dataclasses.replace(step, worker="pytorch again"))},
        after=functools.partial(control._ask_pyperf, step, values),
    )
    assert len(values) == len(found.rounds)
    assert all(1e-3 < value < 3e-3 for value in values)
    processes = len({one.process for one in found.rounds})
    assert len((tree.root / "set_up").read_text()) == 2 * processes  # pyperf sets nothing up
    ratio = control._beside(found.rounds, list(found.rounds), values)
    assert ratio.value == pytest.approx(1, rel=0.2)


def test_pyperf_calls_the_step_as_deep_on_the_stack_as_a_burst_and_in_the_same_thread(tree: Tree, quick: None) -> None:
    telling = STEP.replace(
        "def step():",
        "import sys, threading, traceback\n        def step():\n            "
        "callers = sum(1 for _ in traceback.walk_stack(sys._getframe()))\n            "
        'print(callers, threading.get_ident(), file=open("{}", "a"))'.format(tree.root / "callers"),
        1,
    )
    tree.pair("speed/step", TOML, pytorch=telling, tensorflow=STEP)
    ((step, _),) = measure.comparisons(pair := tree.project.pair("speed/step")).values()
    asked: dict[str, set[str]] = {}
    with Workers(pair, [step], "cpu", "", 1) as workers:
        workers.ask(step, worker.Prepare(1, "plain"))
        cores = core_numbers()[:1]
        for request in (worker.Time("plain", 3, cores), worker.Pyperf("plain", cores)):
            (tree.root / "callers").write_text("")
            workers.ask(step, request)
            asked[type(request).__name__] = set((tree.root / "callers").read_text().splitlines()[-3:])
    assert len(asked["Time"]) == 1
    assert asked["Pyperf"] == asked["Time"]


def test_pyperf_alone_uses_a_process_for_each_core_and_sets_up_only_there(tree: Tree) -> None:
    telling = STEP.replace("def step():", 'open("set_up", "a").write("x")\n        def step():', 1)
    tree.pair("speed/step", TOML, pytorch=telling, tensorflow=STEP)
    (step, _), *_ = measure.comparisons(tree.project.pair("speed/step")).values()
    pyperf = control._Pyperf(step, 1, tree.root / "pyperf")
    for core in core_numbers():
        pyperf.run(core)
    assert len((tree.root / "pyperf/set_up").read_text()) == len(pyperf._runs())  # and not where they are started from
    assert 0.9e-3 < pyperf.median() < 3e-3
    with_values = [run for run in pyperf._runs() if run.values]
    assert [run.get_metadata()["cpu_affinity"] for run in with_values] == [str(core) for core in core_numbers()]
    calls = {run.get_loops() for run in with_values}
    assert len(calls) == 1 and min(calls) > 1  # in each process, as many calls make a value


@pytest.mark.parametrize(("sizes", "shared"), [((1,), [1]), ((1, 2), [2]), ((1, 2, 3), [2, 3]), ((1, 2, 3, 4), [3, 4])])
def test_pyperf_measures_the_middle_and_the_largest_size(tree: Tree, sizes: tuple[int, ...], shared: list[int]) -> None:
    tree.pair("speed/step", TOML.replace("[1]", str(list(sizes))), pytorch=STEP, tensorflow=STEP)
    assert control._shared(tree.project.pair("speed/step")) == shared


def test_what_pyperf_found_is_compared_round_by_round() -> None:
    def row(process: int, seconds: float) -> Round:
        return Round(process=process, size=1, mode="x", calibrations=(), seconds=(seconds, 9.0), ratio=9.0)

    rounds = [row(0, 1.1), row(0, 5.5), row(1, 70.0), row(1, 2.2)]
    counted = [rounds[0], rounds[1], rounds[3]]
    assert control._beside(rounds, counted, [1.0, 5.0, 7.0, 2.0]).value == pytest.approx(1.1)
    assert control._beside(rounds, counted[:2], [1.0, 5.0, 7.0, 2.0]) is None
