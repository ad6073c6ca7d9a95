"""Rows of the API map: read with exact places of faults, run on generated inputs, compared, kept as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from conftest import REPOSITORY, Tree
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from comparekit.mapping import apis, catalogue, records
from comparekit.mapping.agreement import (
    EPSILON,
    Evaluation,
    Leaf,
    Tolerance,
    changed,
    changed_array,
    difference,
    errors_of,
    gradient_difference,
)
from comparekit.mapping.apis import Apis
from comparekit.mapping.calls import names, same_arguments
from comparekit.mapping.inputs import InputError, cases, generate, sizes
from comparekit.mapping.judge import dtypes_of, judge, wanted
from comparekit.mapping.records import AreaRecord, Verified
from comparekit.mapping.rows import Area, Row, faults, read_area
from comparekit.model import ProblemError, State
from comparekit.project import Project

HEADER = 'title = "Trial"\nanswer = "A trial."\n'
EXP = """\
id = "exp"
pytorch = "torch.exp(x)"
tensorflow = "tf.exp(x)"
relation = "equal"
inputs = { x = "real[n, m]" }
"""


def area(tree: Tree, *rows: str, header: str = HEADER) -> Area:
    """An area named `trial` of rows as they are written below `[[row]]`."""
    tree.write("snippets/mappings/trial.toml", header + "".join(f"\n[[row]]\n{row}" for row in rows))
    return read_area(tree.project, "trial")


def row(**keys: Any) -> Row:
    """A row; the two expressions are the same name unless told otherwise."""
    return Row(**{"id": "a", "pytorch": "x", "tensorflow": "x", "relation": "adapted", **keys})


def gave(value: Any, **gradients: Any) -> Evaluation:
    """What an evaluation gave."""
    array = np.asarray(value)
    return Evaluation({"": Leaf(str(array.dtype), array)}, gradients={k: np.asarray(v) for k, v in gradients.items()})


def told(found: dict[str, list[Any]]) -> list[str]:
    """Line and message of each fault."""
    return [f"{problem.line}: {problem.message}" for problems in found.values() for problem in problems]


# what a row says


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ('relation = "adapted"', "exp: the arguments are the same"),
        ('pytorch = "torch.exp(x"', "exp: not a Python expression"),
        ('pytorch = "y = x"', "exp: not a Python expression: the last line has no value"),
        ('tensorflow = "tf.exp(x + 1)"', "exp: the arguments are not the same"),
        ('relation = "differs"', "exp: a row that differs needs 'naive' and 'trap'"),
        ('pytorch = "[1, True]"', "exp: a constant shows nothing of a framework"),
        ('relation = "none"', "exp: nothing says why there is no counterpart"),
        ('id = "Exp"', "Exp: the id is taken or not in lower case"),
        ("tolerance = 0.1", "exp: 'tolerance' and 'why' go together"),
        ('naive = "x"', "exp: 'equal' has no naive form"),
        ('apart = { tie = "x" }', "exp: 'tie' is no case"),
        ('inputs = { x = "real[n]", y = "real[n]" }', "exp: no expression uses the input 'y'"),
    ],
)
def test_a_fault_of_a_row_is_named_at_its_line(tree: Tree, change: str, message: str) -> None:
    key = change.partition(" =")[0]
    lines = [line for line in EXP.splitlines() if not line.startswith(f"{key} =")]
    place = next((n for n, line in enumerate(EXP.splitlines()) if line.startswith(f"{key} =")), len(lines))
    found = told(
        faults(
            area(
                tree,
                "\n".join([*lines[:place], change, *lines[place:]]) + "\n",
            )
        )
    )
    assert any(one.partition(": ")[2].startswith(message) for one in found), found


def test_a_fault_has_the_line_of_its_key(tree: Tree) -> None:
    trial = area(tree, EXP, EXP.replace('"exp"', '"other"').replace('"equal"', '"none"'))
    assert told(faults(trial)) == ["15: other: nothing says why there is no counterpart"]


def test_two_rows_of_one_name_are_refused(tree: Tree) -> None:
    assert "the id is taken" in told(faults(area(tree, EXP, EXP)))[0]


def test_a_garbled_file_is_named_with_its_line(tree: Tree) -> None:
    with pytest.raises(ProblemError) as error:
        area(tree, EXP.replace("relation", "relaton"))
    assert error.value.problem.path.name == "trial.toml"
    with pytest.raises(ProblemError, match="nearest: trial"):
        read_area(tree.project, "trail")


@pytest.mark.parametrize(
    ("pytorch", "tensorflow", "same"),
    [
        ("torch.exp(x)", "tf.exp(x)", True),
        ("x.exp()", "tf.exp(x)", True),
        ("torch.sum(x, dim=1)", "tf.reduce_sum(x, axis=1)", False),
        ("torch.add(x, y)", "tf.add(y, x)", False),
        ("nn.ReLU()(x)", "keras.layers.ReLU()(x)", True),
        ("nn.Linear(3, 4)(x)", "keras.layers.Dense(4)(x)", False),
        ("x @ y", "x @ y", True),
        ("x @ y", "tf.matmul(x, y)", False),
        ("x.shape", "x.shape", True),
        ("y = x\ny", "y = x\ny", False),
    ],
)
def test_equal_means_the_same_arguments(pytorch: str, tensorflow: str, same: bool) -> None:
    assert same_arguments(pytorch, tensorflow) is same


def test_names_are_what_a_reader_would_look_up() -> None:
    assert set(names("F.relu(nn.Linear(2, 3)(x.abs()))")) == {"torch.nn.functional.relu", "torch.nn.Linear", ".abs"}
    assert names("keras.ops.exp(x)") == ["keras.ops.exp"]


# inputs


def test_cases_apply_where_their_inputs_exist() -> None:
    assert cases(row(inputs={"x": "real[n, m]"})) == ["ordinary", "square", "ties", "special", "empty"]
    assert cases(row(inputs={"x": "positive[3]"})) == ["ordinary"]
    assert cases(row(inputs={"x": "real[k]"}, cases=("ordinary", "ties"))) == ["ordinary", "ties"]
    assert cases(row(inputs={"x": "= np.array([1.0])"})) == ["ordinary"]


def test_inputs_are_the_same_in_every_run_and_others_in_every_case() -> None:
    one = row(inputs={"x": "real[n, m]", "i": "index(m)[n]"})
    first, again = (generate(one, "ordinary", "float64") for _ in range(2))
    assert np.array_equal(first["x"], again["x"])
    assert first["x"].shape == (3, 4)
    assert first["i"].max() < 4
    assert generate(one, "square", "float64")["x"].shape == (3, 3)
    assert generate(one, "empty", "float64")["x"].shape == (0, 4)
    low = generate(one, "ordinary", "float32")["x"]
    assert low.dtype == np.float32
    assert np.array_equal(low, first["x"].astype(np.float32))


def test_ties_and_extraordinary_values_are_really_there() -> None:
    one = row(inputs={"x": "real[n, m]", "y": "positive[n]"})
    ties = generate(one, "ties", "float64")["x"]
    assert np.array_equal(ties * 2, np.round(ties * 2))
    assert len(np.unique(ties)) < ties.size
    special = generate(one, "special", "float32")
    assert np.isnan(special["x"]).any()
    assert np.isinf(special["x"]).any()
    assert np.isfinite(special["y"]).all()


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("spd[2, n, n]", lambda x: np.linalg.eigvalsh(x).min() > 0),
        ("symmetric[n, n]", lambda x: np.array_equal(x, x.T)),
        ("probability[n, m]", lambda x: np.allclose(x.sum(-1), 1) and x.min() > 0),
        ("onehot[n, m]", lambda x: np.array_equal(x.sum(-1), np.ones(len(x)))),
        ("sorted[m]", lambda x: (np.diff(x) >= 0).all()),
        ("permutation[n, m]", lambda x: (np.sort(x, -1) == np.arange(x.shape[-1])).all()),
        ("triangular[n, n]", lambda x: np.array_equal(x, np.tril(x)) and (np.abs(np.diag(x)) >= 1).all()),
        ("unit[n]", lambda x: x.min() > 0 and x.max() < 1),
        ("int[50]", lambda x: x.dtype == np.int64 and x.min() < 0),
    ],
)
def test_a_kind_is_what_it_says(words: str, holds: Any) -> None:
    assert holds(generate(row(inputs={"x": words}), "ordinary", "float64")["x"])


def test_sizes_can_be_chosen() -> None:
    one = row(inputs={"x": "real[n, h]"}, sizes={"h": (5, 8)})
    assert [sizes(one, case)["h"] for case in ("ordinary", "square", "ties")] == [5, 8, 8]


@pytest.mark.parametrize("words", ["reel[n]", "real", "real[n", "= np.nothing", "index(q)[n"])
def test_an_input_that_makes_no_sense_is_refused(words: str) -> None:
    with pytest.raises(InputError):
        one = row(inputs={"x": words})
        cases(one)
        generate(one, "ordinary", "float64")


# agreement

NUMBERS = arrays.arrays(np.float64, (3, 2), elements=st.floats(-1e6, 1e6))


def tolerance(**keys: Any) -> Tolerance:
    """What float64 allows."""
    return Tolerance(**{"epsilon": EPSILON["float64"], "errors": {}, **keys})


@given(NUMBERS)
def test_a_result_agrees_with_itself_and_not_with_a_changed_one(values: np.ndarray) -> None:
    assert difference(gave(values), gave(values), tolerance()) == (None, None)
    assert difference(gave(values), Evaluation(changed(gave(values).leaves)), tolerance())[0] is not None


@given(NUMBERS)
def test_every_change_by_two_percent_is_seen_in_gradients(values: np.ndarray) -> None:
    one, other = gave(0.0, x=values), gave(0.0, x=changed_array(values))
    assert gradient_difference(one, one, tolerance()) is None
    assert gradient_difference(one, other, tolerance()) is not None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ([1.0, 2.0], [[1.0], [2.0]], "shape"),
        ([1.0, 2.0], [1.0, 2.001], "value"),
        ([1, 2], [1, 3], "value"),
        ([True], [False], "value"),
        ([np.nan], [0.0], "value"),
        ([np.inf], [-np.inf], "value"),
        (np.zeros((0, 2)), np.zeros((0, 3)), "shape"),
    ],
)
def test_differences_have_a_kind(one: Any, other: Any, kind: str) -> None:
    values, _ = difference(gave(one), gave(other), tolerance())
    assert values is not None
    assert values.kind == kind


def test_a_difference_as_large_as_numbers_go_can_be_stored() -> None:
    values, _ = difference(gave([-1.79e308]), gave([0.0]), tolerance())
    assert values is not None
    assert np.isfinite(values.off)
    values, _ = difference(gave([0.0]), gave([1.7976931348623157e308]), tolerance())
    assert values is not None
    assert np.isfinite(values.off)


def test_nan_and_infinities_agree_with_their_like() -> None:
    value = [np.nan, np.inf, -np.inf]
    assert difference(gave(value), gave(value), tolerance()) == (None, None)


def test_types_are_told_apart_from_values() -> None:
    values, types = difference(gave(np.float32(1)), gave(np.float64(1)), tolerance())
    assert values is None
    assert types is not None
    assert (types.pytorch, types.tensorflow) == ("float32", "float64")


def test_both_raising_is_the_same_and_one_raising_is_not() -> None:
    raised = Evaluation({}, "ValueError: no")
    assert difference(raised, raised, tolerance()) == (None, None)
    values, _ = difference(raised, gave(1.0), tolerance())
    assert values is not None
    assert str(values) == "raises: PyTorch raises ValueError: no, TensorFlow gives 1"


def test_a_tolerance_follows_from_the_error_of_low_precision_but_hides_no_blunder() -> None:
    exact, low = np.array([1.0, 2.0]), np.array([1.0, 2.0 + 3e-6], np.float32)
    errors = errors_of(gave(low).leaves, gave(exact).leaves, 1.0)
    wide = Tolerance(EPSILON["float32"], errors)
    assert difference(gave(exact), gave(exact + 2e-5), wide)[0] is None
    assert difference(gave(exact), gave(exact + 1e-4), wide)[0] is not None
    blunder = errors_of(gave(exact.astype(np.float32) * 2).leaves, gave(exact).leaves, 1.0)
    assert difference(gave(exact), gave(exact * 1.05), Tolerance(EPSILON["float32"], blunder))[0] is not None


def test_a_huge_value_hides_no_small_one() -> None:
    one, other = np.array([3e38, 1.0]), np.array([3e38, 1.1])
    assert difference(gave(one), gave(other), tolerance())[0] is None
    assert difference(gave(one), gave(other), tolerance(each=True))[0] is not None


def test_a_missing_gradient_is_zero_and_nothing_else() -> None:
    none = Evaluation({}, gradients={"x": None}, gradient_error="LookupError")
    assert gradient_difference(none, gave(0.0, x=[0.0, 0.0]), tolerance()) is None
    apart = gradient_difference(none, gave(0.0, x=[0.0, 0.5]), tolerance())
    assert apart is not None
    assert apart.pytorch == "none (LookupError)"


# judging


def evaluated(one: Row, pytorch: Any, tensorflow: Any, naive: Any = None) -> tuple[Any, Any]:
    """Both sides of a row, each given by a function of the inputs."""
    functions = {"pytorch": pytorch, "tensorflow": tensorflow, "naive": naive}
    found: list[dict[Any, Evaluation]] = []
    for framework in ("pytorch", "tensorflow"):
        side = {}
        for spelling, _, case, dtype in wanted(one)[framework]:
            actual = cases(one)[0] if case == "again" else case
            with np.errstate(invalid="ignore"):
                side[spelling, case, dtype] = gave(functions[spelling](generate(one, actual, dtype)["x"]))
        found.append(side)
    return found[0], found[1]


ROW = row(inputs={"x": "real[n, m]"}, pytorch="f(x)", tensorflow="g(x)")


def test_a_row_that_agrees_holds_and_every_check_of_it_could_have_failed() -> None:
    verdict = judge(ROW, *evaluated(ROW, np.sin, np.sin))
    assert verdict.faults == []
    assert verdict.comparisons == verdict.noticed == 10


def test_a_row_that_parts_in_one_case_does_not_hold() -> None:
    verdict = judge(ROW, *evaluated(ROW, np.negative, lambda x: np.where(np.isnan(x), 0, -x).astype(x.dtype)))
    assert verdict.faults
    assert all("in the case special" in message for _, message, _ in verdict.faults)


def test_what_is_declared_apart_has_to_part() -> None:
    declared = msgspec.structs.replace(ROW, apart={"special": "why"})
    parts = judge(declared, *evaluated(declared, np.negative, lambda x: np.nan_to_num(-x)))
    assert [one.where for one in parts.findings] == ["special"]
    assert parts.faults == []
    agrees = judge(declared, *evaluated(declared, np.negative, np.negative))
    assert "declared apart: 'special', but the sides agree there" in agrees.faults[0][1]


def test_the_naive_form_has_to_give_something_else() -> None:
    differs = msgspec.structs.replace(ROW, relation="differs", naive="h(x)", trap="why")
    good = judge(differs, *evaluated(differs, np.negative, np.negative, np.abs))
    assert [(one.where, one.kind) for one in good.findings] == [("naive", "value")]
    assert good.findings[0].off > 0
    same = judge(differs, *evaluated(differs, np.negative, np.negative, np.negative))
    assert "the naive form gives the same in every case" in same.faults[0][1]


def test_a_result_that_does_not_depend_on_the_inputs_shows_little() -> None:
    verdict = judge(ROW, *evaluated(ROW, lambda x: np.ones(2, x.dtype), lambda x: np.ones(2, x.dtype)))
    assert "the same for all inputs" in verdict.faults[0][1]
    told_why = msgspec.structs.replace(ROW, constant="why")
    assert (
        judge(told_why, *evaluated(told_why, lambda x: np.ones(2, x.dtype), lambda x: np.ones(2, x.dtype))).faults == []
    )


def test_a_random_result_is_noticed() -> None:
    random = np.random.default_rng(0)
    pytorch, tensorflow = evaluated(ROW, np.sin, np.sin)
    pytorch["pytorch", "again", "float64"] = gave(random.normal(size=(3, 4)))
    assert any("random without a seed" in message for _, message, _ in judge(ROW, pytorch, tensorflow).faults)


@pytest.mark.parametrize(
    ("off", "tolerance", "random"), [(2e-3, None, True), (2e-3, 0.01, False), (0.05, 0.01, True), (1e-15, 1e-20, False)]
)
def test_two_runs_of_an_ill_conditioned_problem_may_differ_as_far_as_its_row_says(
    off: float, tolerance: float | None, random: bool
) -> None:
    row = msgspec.structs.replace(ROW, tolerance=tolerance, why="because")
    pytorch, tensorflow = evaluated(row, np.sin, np.sin)
    first = pytorch["pytorch", "again", "float64"].leaves[""].value
    pytorch["pytorch", "again", "float64"] = gave(first * (1 + off))
    messages = [message for _, message, _ in judge(row, pytorch, tensorflow).faults]
    assert any("random without a seed" in message for message in messages) == random


def test_a_tolerance_that_lets_a_change_pass_is_too_loose() -> None:
    loose = msgspec.structs.replace(ROW, tolerance=0.5, why="because")
    found = judge(loose, *evaluated(loose, np.sin, np.sin))
    assert any("changed by 2 % is not noticed" in message for _, message, _ in found.faults)
    assert found.noticed < found.comparisons


# with the frameworks

SOUND = [
    EXP,
    'id = "gather"\npytorch = "torch.gather(x, 1, i)"\ntensorflow = "tf.gather(x, i, axis=1, batch_dims=1)"\n'
    'relation = "differs"\nnaive = "tf.gather(x, i, axis=1)"\ntrap = "Slices."\n'
    'inputs = { x = "real[n, m]", i = "index(m)[n, k]" }\n',
]
WRONG = {
    "raises": ("torch.exp(x)", "tf.expp(x + 0)", "AttributeError"),
    "other_value": ("torch.exp(x)", "tf.math.expm1(x + 0)", "value: PyTorch"),
    "other_shape": ("x.sum(1)", "tf.reduce_sum(x, axis=1, keepdims=True)", "shape: PyTorch [3], TensorFlow [3, 1]"),
    "structure": ("torch.max(x, 1)", "tf.reduce_max(x, axis=1)", "structure: PyTorch gives 2 results"),
    "random": ("torch.rand(3) + x[0, 0]", "tf.random.uniform([3]) + x[0, 0]", "random without a seed"),
    "no_gradient": ("x * 2", "tf.stop_gradient(x) * 2", "gradient: PyTorch"),
    "gradient_error": ("(x.detach() * 2)", "x * 2", "gradient: PyTorch none"),
    "dtype": ("torch.argmax(x, 1)", "tf.argmax(x, axis=1, output_type=tf.int32)", "dtype: PyTorch int64"),
    "object": ("x", "tf.data.Dataset.from_tensors(x)", "which cannot be compared"),
    "dies": ("x * 2", "import os; os._exit(3)\nx * 2", "the process died (exit code 3)"),
    "input": ("x * 2", "x + x", "'reel[n]' is no input"),
}


@pytest.mark.frameworks
def test_bad_rows_are_named_and_the_others_run(tree: Tree) -> None:
    rows = [
        f"id = \"{name}\"\npytorch = '''{pytorch}'''\ntensorflow = '''{tensorflow}'''\nrelation = \"adapted\"\n"
        f'inputs = {{ x = "{"reel[n]" if name == "input" else "real[n, m]"}" }}\n'
        for name, (pytorch, tensorflow, _) in WRONG.items()
    ]
    area(tree, SOUND[0], *rows, SOUND[1])
    done = tree.run("run", "mappings/trial")
    assert done.returncode == 1
    assert "fail     mappings/trial: 2 of 13 rows hold" in done.stdout
    for name, (_, _, message) in WRONG.items():
        found = [line for line in done.stderr.splitlines() if f" {name}: " in line]
        assert any(message in line for line in found), (name, found)
        assert all(line.startswith("snippets/mappings/trial.toml:") for line in found)
    record = records.read(read_area(tree.project, "trial"))
    assert record is not None
    assert sorted(record.rows) == ["exp", "gather"]


@pytest.mark.frameworks
def test_a_run_is_kept_and_only_what_changed_runs_again(tree: Tree) -> None:
    area(tree, *SOUND)
    assert tree.run("run", "mappings").stdout.splitlines() == ["pass     mappings/trial: 2 of 2 rows hold"]
    before = tree.files("snippets/mappings/records/*")
    assert tree.run("run", "mappings/trial").stdout == ""
    area(tree, SOUND[0].replace("exp(x)", "sin(x)"), SOUND[1])
    assert next(iter(catalogue.problems(tree.project))).message.startswith("exp: stale")
    assert "1 of 1 rows hold" in tree.run("run", "mappings").stdout
    area(tree, *SOUND)
    assert "2 of 2 rows hold" in tree.run("run", "mappings", "--all").stdout
    after = tree.files("snippets/mappings/records/*")
    rows = [[msgspec.json.decode(one)["rows"] for one in files.values()] for files in (before, after)]
    assert rows[0] == rows[1]


# the gate


def kept(tree: Tree, trial: Area, **changes: Any) -> None:
    """Store evidence of all rows as if they had run."""
    apis.write(tree.project, Apis(versions=records.versions(tree.project), modules={}))
    rows = {
        one.id: Verified(key=records.key(tree.project, trial, one), comparisons=4, noticed=4) for one in trial.spec.row
    }
    record = AreaRecord(
        schema=1, area="trial", date="2026-11-29T00:00:00Z", versions=records.versions(tree.project), rows=rows
    )
    records.write(trial, msgspec.structs.replace(record, **changes))


def gate(tree: Tree) -> list[str]:
    """What is wrong, without the places."""
    return [problem.message for problem in catalogue.problems(tree.project)]


def test_the_gate_is_silent_when_all_is_well(tree: Tree) -> None:
    kept(tree, area(tree, *SOUND))
    assert gate(tree) == []


def test_a_row_without_evidence_and_evidence_without_a_row_are_named(tree: Tree) -> None:
    trial = area(tree, *SOUND)
    assert gate(tree)[0] == "exp: without evidence: it was never run, or does not hold; so are gather"
    kept(tree, trial)
    area(tree, SOUND[0])
    assert gate(tree) == ["evidence of 'gather', which is no row"]


def test_a_row_whose_relation_or_version_changed_is_stale(tree: Tree) -> None:
    kept(tree, area(tree, *SOUND))
    area(tree, SOUND[0].replace('"equal"', '"adapted"') + 'apart = { special = "x" }\n', SOUND[1])
    assert gate(tree) == ["exp: stale: the row, the set-up of its area or a version has changed"]
    area(tree, *SOUND)
    pins = (tree.root / "constraints.txt").read_text().replace("keras==3.15.1", "keras==3.16.0")
    tree.write("constraints.txt", pins)
    assert [one.partition(":")[0] for one in gate(tree)] == ["exp", "stale"]


def test_words_to_the_reader_make_nothing_stale(tree: Tree) -> None:
    kept(tree, area(tree, *SOUND))
    area(tree, SOUND[0], SOUND[1].replace("Slices.", "Whole slices."))
    assert gate(tree) == []


def test_damaged_evidence_is_named_and_is_no_evidence(tree: Tree) -> None:
    trial = area(tree, *SOUND)
    kept(tree, trial)
    path = records.record_path(trial)
    path.write_text(path.read_text().replace('"comparisons": 4', '"comparisons": 5'))
    assert gate(tree) == ["edited by hand or damaged: its seal does not fit its content"]
    assert {entry["state"] for entry in catalogue.entries(tree.project)} == {"error"}
    path.write_text(path.read_text()[:-40])
    assert "truncated or not valid" in gate(tree)[0]


def test_evidence_of_no_area_is_named(tree: Tree) -> None:
    trial = area(tree, *SOUND)
    kept(tree, trial)
    trial.path.unlink()
    assert gate(tree) == ["evidence of nothing in the tree"]


def test_downloads_say_what_was_verified(tree: Tree) -> None:
    trial = area(tree, *SOUND)
    kept(tree, trial)
    first, second = catalogue.entries(tree.project)
    assert (first["id"], first["relation"], first["tests"], first["state"]) == ("trial/exp", "equal", 4, "pass")
    assert second["naive"] == "tf.gather(x, i, axis=1)"
    header, *lines = catalogue.table([first, second]).decode().splitlines()
    assert header.split(",")[:5] == ["id", "area", "pytorch", "tensorflow", "relation"]
    assert len(lines) == 2


# the map itself


def test_every_row_of_the_project_is_sound_and_verified() -> None:
    found = list(catalogue.problems(Project(REPOSITORY)))
    assert found == []


def test_the_map_is_as_large_as_it_claims() -> None:
    found = catalogue.entries(Project(REPOSITORY))
    assert len(found) >= 1000
    assert len({entry["id"] for entry in found}) == len(found)
    assert {entry["state"] for entry in found} == {State.PASS.value}
    assert [entry["id"] for entry in found if not (entry["tests"] or entry["findings"])] == []


def test_rows_without_inputs_run_once() -> None:
    assert dtypes_of(row(pytorch="torch.pi", tensorflow="3.14")) == ("float32",)
    assert dtypes_of(row(inputs={"x": "real[n]"})) == ("float64", "float32")


def test_record_files_lie_beside_their_areas(tree: Tree) -> None:
    assert records.record_path(area(tree, EXP)) == Path(tree.root, "snippets/mappings/records/trial.json")
