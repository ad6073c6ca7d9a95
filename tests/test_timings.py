"""Stored measurements: their states, which rounds count, what they show, and what the gate says of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from conftest import Tree
from hypothesis import given
from hypothesis import strategies as st

from comparekit.check import check
from comparekit.export import export, files
from comparekit.machine import model_of
from comparekit.model import Pair, ProblemError, State
from comparekit.render import Renderer
from comparekit.timing import archive, figures, results
from comparekit.timing.measurement import Control, Estimate, Machine, Measurement, Other, Round, Start, Trial

TOML = """
    title = "A step"

    [[expect]]
    relation = "agree"
    quantity = "value"

    [timing]
    sizes = [1, 2]
    axis = "rows"
    bound = "compute"
    [timing.modes.plain]
    pytorch = "eager"
    tensorflow = "eager"
    """
MACHINE = Machine(processor="Intel(R) Xeon(R) CPU @ 2.60GHz", cores=2, memory_gib=24, system="Linux x86_64")


def measurement(
    slower: float = 2.0, processes: int = 10, rounds: int = 3, speed: float = 0.01, **others: object
) -> Measurement:
    """Made up: a step takes a millisecond a size on one side and `slower` times that on the other."""
    made = [
        Round(
            process=process,
            size=size,
            mode="plain",
            calibrations=(speed, speed),
            seconds=(size * 1e-3, slower * size * 1e-3),
            ratio=slower,
        )
        for process in range(processes)
        for size in (1, 2)
        for _ in range(rounds)
    ]
    plain = Measurement(
        schema=1,
        pair="speed/step",
        device="cpu",
        machine=MACHINE,
        date="2026-11-01T12:00:00Z",
        minutes=1.5,
        key="",
        versions={"torch": "2.13.0"},
        builds={},
        calls={},
        flops={"1": 1e6, "2": 4e6},
        differences={},
        starts=(),
        rounds=tuple(made),
    )
    return msgspec.structs.replace(plain, **others)


@pytest.fixture
def pair(tree: Tree) -> Pair:
    tree.pair("speed/step", TOML)
    tree.record("speed/step")
    tree.write("docs/speed.md", "{* pair speed/step *}\n")
    return tree.project.pair("speed/step")


def store(tree: Tree, pair: Pair, found: Measurement) -> Path:
    return archive.write(pair, msgspec.structs.replace(found, key=archive.key(tree.project, pair, found.device)))


def gate(tree: Tree) -> list[str]:
    """What the gate says of measurements and of the pair's file."""
    problems = check(tree.project)
    return [one.message for one in problems if "/timings/" in one.path.as_posix() or one.path.name == "step.toml"]


def test_what_is_stored_is_read_again_and_is_current(tree: Tree, pair: Pair) -> None:
    path = store(tree, pair, measurement())
    assert path == tree.root / "snippets/speed/timings/step/intel-xeon-2-cores.cpu.json"
    (stored,) = archive.read(tree.project, pair)
    assert (stored.path, stored.state, stored.problem) == (path, State.PASS, None)
    assert stored.measurement and stored.measurement.rounds == measurement().rounds
    assert gate(tree) == []


def test_what_was_never_measured_is_no_problem_and_a_lost_measurement_is(tree: Tree, pair: Pair) -> None:
    assert gate(tree) == []
    path = store(tree, pair, measurement())
    export(tree.project, ["speed/step"], Renderer(tree.project).evidence)
    assert check(tree.project) == []
    path.unlink()
    (problem,) = check(tree.project)
    assert (problem.path.name, problem.fix) == ("timings.json", "comparekit export")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("snippets/speed/step_pytorch.py", "1.5", "1.50"),
        ("snippets/speed/step.toml", "[1, 2]", "[1, 2, 3]"),
        ("constraints.txt", "torch==", "torch==1."),
    ],
)
def test_a_change_of_what_was_measured_makes_it_stale(tree: Tree, pair: Pair, path: str, old: str, new: str) -> None:
    store(tree, pair, measurement())
    file = tree.root / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    (stored,) = archive.read(tree.project, tree.project.pair("speed/step"))
    assert stored.state is State.STALE
    assert stored.measurement is not None
    assert any(message.startswith("stale: ") for message in gate(tree))


def test_new_words_leave_it_current(tree: Tree, pair: Pair) -> None:
    store(tree, pair, measurement())
    words = (
        pair.path.read_text()
        .replace("A step", "Another")
        .replace('axis = "rows"', 'axis = "lines"\n    control = true')
    )
    pair.path.write_text(words)
    assert archive.read(tree.project, tree.project.pair("speed/step"))[0].state is State.PASS


@pytest.mark.parametrize(
    ("old", "new"), [("0.001", "0.0011"), ('"minutes":1.5', '"minutes":1.4'), ('{"schema"', '"schema"'), ("}]", "")]
)
def test_a_damaged_measurement_is_named(tree: Tree, pair: Pair, old: str, new: str) -> None:
    path = store(tree, pair, measurement())
    text = path.read_text()
    path.write_text(text.replace(old, new, 1) if old in text else text[: len(text) // 2])
    (stored,) = archive.read(tree.project, pair)
    assert (stored.state, stored.measurement) == (State.ERROR, None)
    assert stored.problem and stored.problem.fix == "comparekit time speed/step --cores 2"
    assert len(gate(tree)) == 1


def test_a_measurement_of_another_machine_under_this_name_is_damaged(tree: Tree, pair: Pair) -> None:
    path = store(tree, pair, measurement())
    path.rename(path.with_name("amd-2-cores.cpu.json"))
    assert archive.read(tree.project, pair)[0].state is State.ERROR


def test_estimates_that_are_not_those_of_the_samples_are_found(tree: Tree, pair: Pair) -> None:
    path = store(tree, pair, measurement())
    found = msgspec.json.decode(path.read_bytes(), type=Measurement)
    best = Estimate(0.5, 0.4, 0.6)
    forged = msgspec.structs.replace(found, estimates={name: (*two[:2], best) for name, two in found.estimates.items()})
    path.write_bytes(archive._encoded(msgspec.structs.replace(forged, seal=archive._seal(forged))))
    assert archive.read(tree.project, pair)[0].state is State.PASS
    assert gate(tree) == ["its estimates are not those of its samples"]
    subprocess.run([sys.executable, "-m", "comparekit", "time", "--estimate"], cwd=tree.root, check=True)
    assert gate(tree) == []
    assert archive.read(tree.project, pair)[0].measurement == found


def test_measurements_of_no_pair_are_strays(tree: Tree, pair: Pair) -> None:
    store(tree, pair, measurement())
    tree.write("snippets/speed/timings/gone/x.cpu.json", "{}")
    assert gate(tree) == ["evidence of nothing in the tree"]


# Rounds


def test_disturbed_rounds_and_those_of_another_speed_do_not_count() -> None:
    def one(calibration: float, trouble: str = "", size: int = 1, mode: str = "plain") -> Round:
        return Round(
            process=0,
            size=size,
            mode=mode,
            calibrations=(calibration,) * 2,
            seconds=(1.0, 1.0),
            ratio=1.0,
            trouble=trouble,
        )

    fast, slow, odd = [one(0.0100)] * 4, [one(0.0155)] * 5, [one(0.0100, "the machine's speed changed")] * 9
    other = [one(0.0100, size=2), one(0.0100, mode="other")] * 3
    assert results.quiet([*fast, *slow, *odd, *other], 1, "plain") == slow
    assert results.quiet([*fast, one(0.0101), one(0.0101), *slow], 1, "plain") == [*fast, one(0.0101), one(0.0101)]
    assert results.quiet([], 1, "plain") == []
    assert results.all_quiet([*slow, *odd, *other]) == [*slow, *other[::2], *other[1::2]]


@given(st.lists(st.floats(0.001, 0.1), min_size=1, max_size=30))
def test_rounds_that_count_have_about_one_speed(speeds: list[float]) -> None:
    rounds = [
        Round(process=0, size=1, mode="plain", calibrations=(speed,), seconds=(1.0, 1.0), ratio=1.0) for speed in speeds
    ]
    kept = results.quiet(rounds, 1, "plain")
    assert kept
    seen = [one.calibrations[0] for one in kept]
    assert max(seen) <= min(seen) * results.UNEVEN


# Results


def test_results_and_verdicts(pair: Pair) -> None:
    one, two = results.results_of(pair.spec.timing, measurement(slower=2))
    assert (one.mode, one.size, one.what, two.size) == ("plain", 1, "steady", 2)
    assert one.medians[1].value == pytest.approx(2e-3)
    assert results.verdict(one, pair) == "PyTorch is faster (2.00 times, 2.00 to 2.00)"
    (one, _) = results.results_of(pair.spec.timing, measurement(slower=0.5))
    assert results.verdict(one, pair) == "TensorFlow is faster (2.00 times, 2.00 to 2.00)"
    (one, _) = results.results_of(pair.spec.timing, measurement(slower=1.02))
    assert results.verdict(one, pair) == "no difference measured (ratio 1.02, 1.02 to 1.02)"


@pytest.mark.parametrize(("processes", "rounds"), [(4, 9), (9, 3)])
def test_too_few_samples_give_no_ratio(pair: Pair, processes: int, rounds: int) -> None:
    for result in results.results_of(pair.spec.timing, measurement(processes=processes, rounds=rounds)):
        assert result.ratio is None
        assert "too few rounds" in results.verdict(result, pair)


def test_the_first_call_leaves_out_the_process_that_found_no_compiled_code(pair: Pair) -> None:
    starts = tuple(
        Start(process=process, size=1, contestant=f"{label} eager", set_up=0.1, first=9 if process == 0 else 1)
        for process in range(6)
        for label in ("pytorch", "tensorflow")
    )
    first = [r for r in results.results_of(pair.spec.timing, measurement(starts=starts)) if r.what == "first"]
    assert [(r.size, r.samples[0]) for r in first] == [(1, [[1]] * 5)]
    assert first[0].ratio == Estimate(1, 1, 1)


def test_the_ceiling_is_the_fastest_step_at_the_largest_size(tree: Tree) -> None:
    tree.pair("performance/matmul", TOML)
    matmul = tree.project.pair("performance/matmul")
    store(tree, matmul, measurement(slower=0.5, pair="performance/matmul"))
    assert archive.ceilings(tree.project, MACHINE, "cpu") == {"compute": pytest.approx(4e6 / 1e-3)}
    assert archive.ceilings(tree.project, msgspec.structs.replace(MACHINE, cores=4), "cpu") == {}


def test_machines_are_told_apart_by_name() -> None:
    gpu = msgspec.structs.replace(MACHINE, gpu="NVIDIA H200")
    assert archive.name_of(gpu) == "intel-xeon-nvidia-h200-2-cores"
    assert archive.name_of(msgspec.structs.replace(MACHINE, cores=1)) == "intel-xeon-1-core"


def test_processors_of_one_name_are_told_apart_by_family_and_model() -> None:
    lines = "processor\t: {}\ncpu family\t: {}\nmodel\t\t: {}\nmodel name\t: AMD EPYC\nstepping\t: 1\n\n"
    older, newer = lines.format(0, 25, 1) + lines.format(1, 25, 1), lines.format(0, 26, 2)
    assert model_of(older) == "AMD EPYC (family 25, model 1)"
    assert model_of(newer) == "AMD EPYC (family 26, model 2)"
    names = {archive.name_of(msgspec.structs.replace(MACHINE, processor=model_of(told))) for told in (older, newer)}
    assert names == {"amd-epyc-family-25-model-1-2-cores", "amd-epyc-family-26-model-2-2-cores"}


def test_a_processor_without_family_or_name_is_told_as_far_as_known() -> None:
    assert model_of("processor : 0\nmodel name : Cortex\n\n") == "Cortex"
    assert model_of("processor : 0\nBogoMIPS : 50\n") == model_of("") == ""


def test_the_download_holds_every_sample_and_verdict(tree: Tree, pair: Pair) -> None:
    store(tree, pair, measurement())
    content = files(tree.project, ["speed/step"], Renderer(tree.project).evidence)
    document = json.loads(content[tree.root / "docs/data/timings.json"])
    first, _ = document["entries"]
    assert first["id"] == "speed/step/plain/1/steady/intel-xeon-2-cores.cpu"
    assert (first["pair"], first["mode"], first["size"], first["device"]) == ("speed/step", "plain", 1, "cpu")
    assert first["samples"]["pytorch eager"] == [[0.001] * 3] * 10
    assert first["ratios"] == [[2.0] * 3] * 10
    assert (first["ratio"], first["ratio_interval"]) == (2.0, [2.0, 2.0])
    assert first["verdict"].startswith("PyTorch is faster")
    assert first["host"]["cores"] == 2


# The measurement itself


def control() -> Control:
    def trial(ratio: float) -> Trial:
        return Trial(
            pair="a/b",
            step="pytorch eager",
            size=1,
            median=Estimate(1, 1, 1),
            ratio=Estimate(ratio, ratio - 0.005, ratio + 0.005),
        )

    tools = [
        Other(tool="pyperf", pair="a/b", step="pytorch eager", size=1, medians=(1, 1.1), differ=differ)
        for differ in (True, False)
    ]
    return Control(
        schema=1,
        machine=MACHINE,
        date="2026-11-01T12:00:00Z",
        minutes=30,
        versions={},
        slowdown=0.05,
        same=(trial(1.0), trial(1.04), trial(1.0)),
        slowed=(trial(1.05), trial(1.0)),
        others=tuple(tools),
    )


def test_trials_with_too_few_rounds_are_not_counted_as_right() -> None:
    few = msgspec.structs.replace(control().same[0], median=None, ratio=None)
    text = results.found_by_control(msgspec.structs.replace(control(), same=(*control().same, few)))
    assert text.startswith("Of 3 steps measured against themselves, 1 was")
    assert "1 more had too few rounds of one speed to compare" in text


def test_medians_are_counted_that_are_as_close_to_pyperfs_as_is_worth_naming(tree: Tree) -> None:
    ratios = [Estimate(ratio, ratio - 0.01, ratio + 0.01) for ratio in (0.9705, 1.0295, 0.965)]
    beside = [
        msgspec.structs.replace(control().same[0], ratio=ratio) for ratio in (*ratios, Estimate(0.23, 0.13, 1.01), None)
    ]
    found = msgspec.structs.replace(control(), beside=tuple(beside))
    text = results.found_by_control(found)
    assert " 2 of 4 medians were within 3% of pyperf's of the same turn" in text
    assert (
        "1 could not be told, with an interval that holds 1 and reaches far from it (0.230), 1 further away (0.965)."
        in text
    )
    archive.write_control(tree.project, found)
    shown = figures.control(tree.project)
    assert all(f"| {cell} |" in shown for cell in ("0.97 (0.96 to 0.98)", "1.03 (1.02 to 1.04)", "0.96 (0.95 to 0.97)"))


def test_what_a_control_found_is_said(tree: Tree) -> None:
    path = archive.write_control(tree.project, control())
    (stored,) = archive.controls(tree.project)
    assert results.found_by_control(stored) == (
        "Of 3 steps measured against themselves, 1 was called different. A step slowed by 5% was found slower in 1 of"
        " 2 trials. pyperf called 1 of 2 steps different from themselves."
    )
    interrupted = msgspec.structs.replace(stored, same=(), others=())
    assert results.found_by_control(interrupted) == "A step slowed by 5% was found slower in 1 of 2 trials."
    path.write_text(path.read_text().replace("1.04", "1.01"))
    with pytest.raises(ProblemError, match="edited by hand"):
        archive.controls(tree.project)
