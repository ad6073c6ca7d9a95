"""The comparison: what counts as equal, how far apart two values are, and when a promise holds."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import outcome
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from comparekit.compare import (
    TOLERANCES,
    IncomparableError,
    Judgement,
    difference,
    judge,
    same_meaning,
    same_text,
    tolerance_of,
)
from comparekit.model import (
    Agree,
    Bound,
    Differ,
    Expectation,
    Notice,
    Outcome,
    Pair,
    PairFile,
    Raises,
    Side,
    State,
    Warns,
)
from comparekit.quantities import quantity

FLOATS = ["float16", "float32", "float64"]
EVERY = [*FLOATS, "int8", "uint64", "int64", "bool", "complex64", "complex128"]
SHAPES = arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)
FINITE = {"allow_nan": False, "allow_infinity": False}


def array_of(kind: str, shape: Any = SHAPES, **options: Any) -> st.SearchStrategy[np.ndarray]:
    elements = arrays.from_dtype(np.dtype(kind), **(options if kind[0] in "fc" else {}))
    return arrays.arrays(kind, shape, elements=elements)


def arrays_of(kinds: list[str], **options: Any) -> st.SearchStrategy[np.ndarray]:
    return st.sampled_from(kinds).flatmap(lambda kind: array_of(kind, **options))


def two_alike(kinds: list[str], **options: Any) -> st.SearchStrategy[tuple[np.ndarray, np.ndarray]]:
    """Two arrays of one dtype and shape."""
    return st.tuples(st.sampled_from(kinds), SHAPES).flatmap(
        lambda chosen: st.tuples(array_of(*chosen, **options), array_of(*chosen, **options))
    )


def apart(a: Any, b: Any, **options: Any) -> float:
    return difference(quantity(a), quantity(b), **options)


def judged(expectation: Expectation, **outcomes: Outcome) -> Judgement:
    """The judgement of an expectation by the outcomes of the sides, `tensorflow_keras` being a variant."""
    labels = [label.replace("_", ".") for label in outcomes]
    sides = {label: Side("a/b", label.split(".")[0], label.partition(".")[2], Path(), b"") for label in labels}
    pair = Pair("a/b", Path(), PairFile(title="A"), sides)
    return judge(pair, expectation, dict(zip(labels, outcomes.values(), strict=True)))


def judged_values(expectation: Expectation, a: Any, b: Any) -> Judgement:
    return judged(expectation, pytorch=outcome(quantities={"q": a}), tensorflow=outcome(quantities={"q": b}))


@given(arrays_of(EVERY, allow_nan=False))
def test_a_value_has_no_difference_to_itself(a: np.ndarray) -> None:
    assert apart(a, a.copy()) == 0
    assert apart([a, "x", None], [a.copy(), "x", None]) == 0


@given(two_alike(EVERY))
def test_the_difference_is_symmetric_and_never_negative(both: tuple[np.ndarray, np.ndarray]) -> None:
    for options in ({}, {"nan": "equal"}, {"absolute": 1.0}):
        there, back = apart(*both, **options), apart(*both[::-1], **options)
        assert there == back or (math.isnan(there) and math.isnan(back))
        assert not there < 0


@given(two_alike(FLOATS, **FINITE, min_value=-(2.0**10), max_value=2.0**10), st.integers(-8, 5))
def test_the_difference_does_not_depend_on_the_scale(both: tuple[np.ndarray, np.ndarray], power: int) -> None:
    a, b = (one.astype("float64") for one in both)
    assert math.isclose(apart(a, b), apart(a * 2.0**power, b * 2.0**power), rel_tol=1e-12)
    assert math.isclose(apart(a, b), apart(-a, -b))


@given(two_alike(FLOATS, **FINITE, min_value=-(2.0**10), max_value=2.0**10))
def test_the_difference_is_the_largest_one_by_the_largest_element(both: tuple[np.ndarray, np.ndarray]) -> None:
    a, b = (one.astype("float64") for one in both)
    largest = max(np.abs(a).max(initial=0), np.abs(b).max(initial=0))
    assert math.isclose(apart(a, b), np.abs(a - b).max(initial=0) / largest if largest else 0, rel_tol=1e-12)


@given(arrays_of(FLOATS, shape=arrays.array_shapes(max_side=4), **FINITE, min_value=-1e3, max_value=1e3), st.data())
def test_one_element_beyond_the_tolerance_is_enough(a: np.ndarray, data: st.DataObject) -> None:
    place = tuple(data.draw(st.integers(0, side - 1)) for side in a.shape)
    tolerance = TOLERANCES[a.dtype.name]
    step = 3 * tolerance * max(np.abs(a).max(), 1)
    b = a.copy()
    b[place] += a.dtype.type(step) * (1 if a[place] >= 0 else -1)
    assert judged_values(Agree(quantity="q"), a, b).state is State.FAIL
    assert judged_values(Differ(quantity="q", at_least=tolerance), a, b).state is State.PASS
    assert judged_values(Agree(quantity="q"), a, a.copy()).state is State.PASS
    assert judged_values(Differ(quantity="q", at_least=tolerance), a, a.copy()).state is State.FAIL


@given(arrays_of(FLOATS, shape=arrays.array_shapes(max_side=4), **FINITE, min_value=1, max_value=1e3), st.data())
def test_one_unit_in_the_last_place_is_within_the_tolerance(a: np.ndarray, data: st.DataObject) -> None:
    b = a.copy()
    place = tuple(data.draw(st.integers(0, side - 1)) for side in a.shape)
    b[place] = np.nextafter(a[place], a.dtype.type(np.inf))
    found = judged_values(Agree(quantity="q"), a, b)
    assert found.state is State.PASS
    assert 0 < found.observed <= found.tolerance


@given(arrays_of([*FLOATS, "complex64"], shape=arrays.array_shapes()), st.data())
def test_nan_never_agrees_unless_asked_for_at_the_same_places(a: np.ndarray, data: st.DataObject) -> None:
    place = tuple(data.draw(st.integers(0, side - 1)) for side in a.shape)
    a[place] = math.nan
    b = a.copy()
    for expectation in (Agree(quantity="q"), Agree(quantity="q", tolerance=math.inf, absolute=math.inf, reason="r")):
        assert judged_values(expectation, a, b).state is State.FAIL
    assert judged_values(Differ(quantity="q", at_least=0), a, b).state is State.FAIL
    equal = Agree(quantity="q", nan="equal", reason="r")
    assert judged_values(equal, a, b).state is State.PASS
    b[place] = 1
    assert judged_values(equal, a, b).state is State.FAIL
    assert apart(a, b) == apart(b, a) == math.inf or np.isnan(b).any()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (math.inf, math.inf, 0),
        (math.inf, -math.inf, math.inf),
        (math.inf, 1.0, math.inf),
        ([1.0, -math.inf, 3.0], [1.0, -math.inf, 3.3], 0.3 / 3.3),
        ([math.inf, math.nan], [math.inf, 1.0], math.inf),
        (0.0, -0.0, 0),
        (0.0, 5e-324, 1),
        (complex(0, 1), complex(1, 0), math.sqrt(2)),
        (3, 4, 0.25),
        ([3, 100], [4, 100], 0.01),
        (True, False, 1),
        ("a", "b", 1),
        (["a", None], ["a", None], 0),
        ([], [], 0),
        ({}, {}, 0),
        ({"a": 1, "b": 2.0}, {"b": 4.0, "a": 1}, 0.5),
    ],
)
def test_how_far_two_values_are_apart(a: Any, b: Any, expected: float) -> None:
    assert apart(a, b) == pytest.approx(expected, rel=1e-15)


@given(st.integers(0, 70), st.integers(-2, 2).filter(bool))
def test_integers_are_exact_however_large(bits: int, step: int) -> None:
    a, b = 2**bits, 2**bits + step
    found = judged_values(Agree(quantity="q"), a, b)
    assert found.state is State.FAIL
    assert found.observed == pytest.approx(abs(step) / max(abs(a), abs(b)))
    assert judged_values(Agree(quantity="q"), a, a).state is State.PASS


@pytest.mark.parametrize("kind", ["int64", "uint64"])
def test_an_integer_array_is_exact_beyond_the_reach_of_float64(kind: str) -> None:
    a = np.array([5, 2**53, 2**62], kind)
    assert 0 < apart(a, a + np.array([0, 1, 0], kind)) < 1e-15
    assert apart(a, a) == 0


def test_integers_beyond_every_float_are_compared_too() -> None:
    assert apart(10**400, 10**400) == 0
    assert apart(10**400, 2 * 10**400) == 0.5
    assert apart(10**400, 10**400 + 1) > 0


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        (np.float32(1), np.float64(1), "dtype float32 against float64"),
        (1, 1.0, "dtype int against float"),
        (np.zeros(2), np.zeros((2, 1)), r"shape \[2\] against \[2, 1\]"),
        (np.zeros(0), np.zeros((0, 1)), r"shape \[0\] against \[0, 1\]"),
        ({"a": 1}, {"b": 1}, r"only one side has the element '\['[ab]'\]'"),
        ([1, 2.0], [1, 2.0, "x"], "only one side has the element"),
        (None, [None], "shape"),
        ({"a": [np.zeros(2), 1]}, {"a": [np.zeros(3), 1]}, r"shape \[2\] against \[3\] at '\['a'\]\[0\]'"),
        (3.0, {"a": 3.0}, r"the structures differ: only one side has the element '\['a'\]'"),
    ],
)
def test_values_of_another_kind_have_no_difference_and_the_message_says_why(a: Any, b: Any, message: str) -> None:
    for first, second in ((a, b), (b, a)):
        with pytest.raises(IncomparableError):
            apart(first, second)
    with pytest.raises(IncomparableError, match=message):
        apart(a, b)
    found = judged_values(Agree(quantity="q"), a, b)
    assert (found.state, found.observed) == (State.FAIL, None)


def test_dtype_and_shape_are_ignored_only_where_named() -> None:
    assert apart(np.float32([1, 2]), np.float64([1, 2]), ignore=("dtype",)) == 0
    assert apart(np.zeros((2, 3)), np.zeros(6), ignore=("shape",)) == 0
    assert apart(3, 3.0, ignore=("dtype",)) == 0
    for ignore in ((), ("shape",)):
        with pytest.raises(IncomparableError, match="dtype"):
            apart(np.float32(1), np.float64(1), ignore=ignore)
    with pytest.raises(IncomparableError, match=r"shape \[5\] against \[6\]"):
        apart(np.zeros(5), np.zeros(6), ignore=("shape", "dtype"))


@pytest.mark.parametrize(("a", "b"), [("nan", math.nan), ("1.5", 1.5), (None, 0.0), ("inf", math.inf)])
def test_a_word_is_no_number_even_where_the_dtype_is_ignored(a: Any, b: Any) -> None:
    assert apart(a, b, ignore=("dtype",)) == 1


def test_small_differences_count_as_zero_where_a_pair_says_so() -> None:
    assert apart([0.0, 1.0], [1e-9, 1.0], absolute=1e-8) == 0
    assert apart([0.0, 1.0], [1e-7, 1.0], absolute=1e-8) == pytest.approx(1e-7)


@pytest.mark.parametrize(
    ("a", "b", "tolerance"),
    [
        (np.float32(1), np.float32(1), 1e-5),
        (np.float64(1), np.float32(1), 1e-5),
        (np.float16(1), 1, 2e-3),
        (1.0, 1.0, 1e-5),
        (1, "a", 0),
        ({}, {}, 0),
        ({"a": 1, "b": np.complex64(1)}, {}, 1e-5),
    ],
)
def test_the_tolerance_is_that_of_the_least_exact_dtype(a: Any, b: Any, tolerance: float) -> None:
    assert tolerance_of(quantity(a), quantity(b)) == tolerance


@pytest.mark.parametrize(
    "looser",
    [{"tolerance": 1e-4}, {"absolute": 1e-9}, {"ignore": ("dtype",)}, {"ignore": ("shape",)}, {"nan": "equal"}],
)
def test_what_is_looser_than_the_default_needs_a_reason(looser: dict[str, Any]) -> None:
    a = np.float32(1)
    without = judged_values(Agree(quantity="q", **looser), a, a)
    assert (without.state, "without a reason" in without.message) == (State.FAIL, True)
    assert judged_values(Agree(quantity="q", **looser, reason="why"), a, a).state is State.PASS
    assert judged_values(Agree(quantity="q", tolerance=1e-6), a, a).state is State.PASS


@pytest.mark.parametrize(("tolerance", "state"), [(0.25, State.PASS), (0.2499, State.FAIL), (0.0, State.FAIL)])
def test_the_tolerance_of_the_pair_is_the_limit_itself(tolerance: float, state: State) -> None:
    found = judged_values(Agree(quantity="q", tolerance=tolerance, reason="r"), [3.0, 1.0], [4.0, 1.0])
    assert (found.state, found.observed, found.tolerance) == (state, 0.25, tolerance)


def test_every_side_has_to_agree_and_the_one_that_does_not_is_named() -> None:
    sides = {name: outcome(quantities={"q": 1.5}) for name in ("pytorch", "tensorflow", "tensorflow_keras")}
    assert judged(Agree(quantity="q"), **sides).state is State.PASS
    odd = sides | {"tensorflow_keras": outcome(quantities={"q": [1.5]})}
    found = judged(Agree(quantity="q"), **odd)
    assert (found.state, "pytorch and tensorflow.keras: shape" in found.message) == (State.FAIL, True)
    assert judged(Agree(quantity="q", sides=("pytorch", "tensorflow")), **odd).state is State.PASS
    assert judged(Agree(quantity="q", sides=("pytorch",)), **odd).message == "only one side (pytorch) to compare"
    missing = judged(Agree(quantity="q"), **sides | {"tensorflow": outcome(quantities={})})
    assert missing.message == "no top-level variable 'q' on the side tensorflow"


@pytest.mark.parametrize(
    ("a", "b", "at_least", "state", "observed"),
    [
        (1.0, 2.0, 0.5, State.PASS, 0.5),
        (1.0, 2.0, 0.6, State.FAIL, 0.5),
        ("same", "valid", 1, State.PASS, 1.0),
        ("same", "same", 0.1, State.FAIL, 0.0),
        (np.zeros(2), np.zeros(3), 1, State.PASS, math.inf),
        (np.float32(1), np.float64(1), 0.1, State.FAIL, 0.0),
        (math.nan, 1.0, 1, State.PASS, math.inf),
    ],
)
def test_a_promised_difference(a: Any, b: Any, at_least: float, state: State, observed: float) -> None:
    found = judged_values(Differ(quantity="q", at_least=at_least), a, b)
    assert (found.state, found.observed) == (state, observed)


def test_a_promised_difference_is_between_two_sides() -> None:
    sides = {name: outcome(quantities={"q": 1.5}) for name in ("pytorch", "tensorflow", "tensorflow_keras")}
    labels = ("pytorch", "tensorflow", "tensorflow.keras")
    assert judged(Differ(quantity="q", at_least=1, sides=labels), **sides).message == "needs two sides, not 3"


@pytest.mark.parametrize(
    ("value", "bounds", "state"),
    [
        (0.95, {"at_least": 0.9}, State.PASS),
        (0.85, {"at_least": 0.9}, State.FAIL),
        ([3, 3], {"at_least": 3, "at_most": 3}, State.PASS),
        ([3, 4], {"at_least": 3, "at_most": 3}, State.FAIL),
        ([1.0, math.nan], {"at_most": 2}, State.FAIL),
        ([1.0, -math.inf], {"at_most": 2}, State.PASS),
        (True, {"at_least": 0}, State.FAIL),
        ("1", {"at_least": 0}, State.FAIL),
        (1j, {"at_least": 0}, State.FAIL),
        ([], {"at_least": 0}, State.FAIL),
        ({}, {"at_least": 0}, State.FAIL),
        (1.0, {}, State.FAIL),
    ],
)
def test_a_bound_holds_for_every_number_of_every_side(value: Any, bounds: dict[str, float], state: State) -> None:
    found = judged_values(Bound(quantity="q", **bounds), value, value)
    assert found.state is state
    assert bool(found.message) == (state is State.FAIL)
    good = bounds.get("at_least", bounds.get("at_most", 0.0))
    assert judged_values(Bound(quantity="q", **bounds), good, value).state is state


NOTICE = Notice("torch.cuda.OutOfMemoryError", "no memory: 3 MiB")


@pytest.mark.parametrize(
    ("kind", "match", "state"),
    [
        ("OutOfMemoryError", "", State.PASS),
        ("cuda.OutOfMemoryError", r"\d MiB", State.PASS),
        ("torch.cuda.OutOfMemoryError", "^no", State.PASS),
        ("MemoryError", "", State.FAIL),
        ("OutOfMemoryError", "disk", State.FAIL),
        ("OutOfMemoryErro", "", State.FAIL),
    ],
)
def test_an_exception_or_a_warning_fits_by_type_and_message(kind: str, match: str, state: State) -> None:
    good = {"raises": outcome(exception=NOTICE), "warns": outcome(warnings=(Notice("UserWarning", "x"), NOTICE))}
    for word, make in (("raises", Raises), ("warns", Warns)):
        expectation = make(type=kind, match=match)
        found = judged(expectation, pytorch=good[word])
        assert found.state is state
        assert state is State.PASS or "torch.cuda.OutOfMemoryError: no memory" in found.message
        nothing = judged(expectation, pytorch=good[word], tensorflow=outcome())
        assert nothing.state is State.FAIL
        assert state is State.FAIL or nothing.message.startswith("the side tensorflow has not")


DECIMALS = st.floats(-1e6, 1e6).map(lambda number: f"{number:.4f}")
WORDS = st.text("abcxyz ,:()\n", max_size=8).map(" {}".format)


@given(st.lists(st.tuples(WORDS, DECIMALS)), WORDS, st.data())
def test_texts_are_the_same_within_the_tolerance_of_their_numbers_and_only_then(
    parts: list[tuple[str, str]], end: str, data: st.DataObject
) -> None:
    text = "".join(word + number for word, number in parts) + end
    assert same_text(text, text)
    if parts:
        index = data.draw(st.integers(0, len(parts) - 1))
        word, number = parts[index]
        near, far = f"{float(number) * (1 + 1e-9):.4f}", f"{float(number) + 1 + abs(float(number)) / 10:.4f}"
        for other, same in ((near, True), (far, False)):
            changed = "".join(w + n for w, n in [*parts[:index], (word, other), *parts[index + 1 :]]) + end
            assert same_text(text, changed) is same_text(changed, text) is same
    assume(text.strip())
    assert not same_text(text, text + "!")
    assert not same_text(text, "q" + text)
    assert not same_text(text, text + " 0.5")


@given(st.text() | st.text("0123456789.eE+- ax"), st.text("0123456789.eE+- ax"))
def test_any_two_texts_can_be_compared_either_way_round(a: str, b: str) -> None:
    assert same_text(a, a)
    assert same_text(a, b) is same_text(b, a)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("loss 0.1234", "loss 0.1235", True),
        ("loss 0.1234", "loss 0.1237", False),
        ("loss 123456.7", "loss 123457.5", True),
        ("[1. 2.]", "[ 1.  2.]", True),
        ("1e-05", "2e-05", True),
        ("1.00e-05", "1.02e-05", False),
        ("-0.0000", "0.0000", True),
        ("step 3", "step 4", False),
        ("step 3", "step 3.0", False),
        ("1000000", "1000001", False),
        ("nan", "0.1", False),
        ("a b", "ab", False),
        ("1e400", "1e400", True),
        ("1e400", "2e401", False),
        ("1e400", "1.5", False),
        ("1.5e-400", "1.5e-401", True),
    ],
)
def test_which_texts_are_the_same(a: str, b: str, same: bool) -> None:
    assert same_text(a, b) is same


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"quantities": {"q": np.float32(1 + 1e-6)}}, True),
        ({"quantities": {"q": np.float32(1 + 1e-4)}}, False),
        ({"quantities": {"q": np.float64(1)}}, False),
        ({"quantities": {"q": np.float32([1])}}, False),
        ({"quantities": {"p": np.float32(1)}}, False),
        ({"quantities": {}}, False),
        ({"stdout": "loss 0.5001"}, True),
        ({"stdout": "loss 0.5101"}, False),
        ({"stderr": "x"}, False),
        ({"warnings": ()}, False),
        ({"warnings": (Notice("UserWarning", "took 0.30001 s", 2),)}, True),
        ({"warnings": (Notice("UserWarning", "took 0.3 s", 3),)}, False),
        ({"warnings": (Notice("OtherWarning", "took 0.3 s", 2),)}, False),
        ({"exception": None}, False),
        ({"exception": Notice("ValueError", "no", 4)}, True),
        ({"exception": Notice("ValueError", "yes", 4)}, False),
    ],
)
def test_which_outcomes_of_a_side_say_the_same(change: dict[str, Any], same: bool) -> None:
    plain = {
        "stdout": "loss 0.5000",
        "quantities": {"q": np.float32(1)},
        "warnings": (Notice("UserWarning", "took 0.3 s", 2),),
        "exception": Notice("ValueError", "no", 4),
    }
    old, new = outcome(**plain), outcome(**plain | change)
    assert same_meaning(old, new, {}) is same_meaning(new, old, {}) is same


def test_outcomes_say_the_same_within_the_tolerance_that_the_pair_asks_for() -> None:
    old, new = (outcome(f"{x:.6f}", {"q": np.float32(x), "n": math.nan}) for x in (1.0, 1.001))
    assert same_meaning(old, new, {"q": 1e-2})
    assert not same_meaning(old, new, {"n": 1e-2})
