"""A value is taken apart without loss, whatever made it; what cannot be compared is refused."""

from __future__ import annotations

import collections
import math
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from comparekit.compare import difference, numbers
from comparekit.files import to_json
from comparekit.model import Leaf, Quantity
from comparekit.quantities import MOST_NUMBERS, quantity

SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text("aé\n'", max_size=3)
DTYPES = [
    "bool",
    "int8",
    "uint8",
    "int32",
    "int64",
    "uint64",
    "float16",
    "float32",
    "float64",
    "complex64",
    "complex128",
]
ARRAYS = st.sampled_from(DTYPES).flatmap(lambda kind: arrays.arrays(kind, arrays.array_shapes(min_dims=0, min_side=0)))
KEYS = st.text("ab'\"]", max_size=3) | st.integers(0, 3)
NESTED = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def one(value: Any) -> Leaf:
    """The only leaf of a value."""
    (leaf,) = quantity(value).values()
    return leaf


def reread(value: Quantity) -> Quantity:
    return msgspec.json.decode(to_json(value), type=Quantity)


@given(ARRAYS)
def test_an_array_keeps_every_bit_of_every_number_on_the_way_through_json(array: np.ndarray) -> None:
    leaf = reread(quantity(array))[""]
    assert (leaf.dtype, leaf.shape) == (array.dtype.name, array.shape)
    back = numbers(leaf).astype(array.dtype)
    np.testing.assert_array_equal(back, array)
    if array.dtype.kind == "f":
        np.testing.assert_array_equal(np.signbit(back), np.signbit(np.where(np.isnan(array), np.abs(array), array)))


@given(NESTED)
def test_a_nested_value_survives_json_and_equals_itself(value: Any) -> None:
    leaves = quantity(value)
    assert to_json(reread(leaves)) == to_json(leaves)
    assert difference(leaves, reread(leaves), nan="equal") == 0


def leaves_of(value: Any) -> list[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    return [leaf for item in value for leaf in leaves_of(item)] if isinstance(value, list | tuple) else [value]


@given(NESTED)
def test_nothing_of_a_nested_value_is_lost(value: Any) -> None:
    expected = sum(leaf.size if isinstance(leaf, np.ndarray) else 1 for leaf in leaves_of(value))
    assert sum(len(leaf.values) for leaf in quantity(value).values()) == expected


@given(NESTED, NESTED)
def test_values_of_another_structure_are_told_apart(a: Any, b: Any) -> None:
    for other in ([a, b], {"a": a, "b": b}):
        assert quantity(other) != quantity(a)


@pytest.mark.parametrize(
    ("value", "leaves"),
    [
        (None, {"": Leaf("none", (), (None,))}),
        (True, {"": Leaf("bool", (), (True,))}),
        (3, {"": Leaf("int", (), (3,))}),
        (2**70, {"": Leaf("int", (), (2**70,))}),
        (0.1, {"": Leaf("float", (), (0.1,))}),
        (math.inf, {"": Leaf("float", (), ("inf",))}),
        (complex(1, -math.inf), {"": Leaf("complex", (), ((1.0, "-inf"),))}),
        ("é", {"": Leaf("str", (), ("é",))}),
        (b"a\xff", {"": Leaf("str", (), ("a\\xff",))}),
        ([1, 2], {"": Leaf("int", (2,), (1, 2))}),
        ((1, 2.0), {"[0]": Leaf("int", (), (1,)), "[1]": Leaf("float", (), (2.0,))}),
        ([[1], [2, 3]], {"[0]": Leaf("int", (1,), (1,)), "[1]": Leaf("int", (2,), (2, 3))}),
        ([], {"": Leaf("none", (0,), ())}),
        ({"a": [True], 1: "b"}, {"['a']": Leaf("bool", (1,), (True,)), "[1]": Leaf("str", (), ("b",))}),
        ([np.float32(0.1), np.float32(0.2)], {"": Leaf("float32", (2,), (0.1, 0.2))}),
        (np.arange(4, dtype="int8").reshape(2, 2), {"": Leaf("int8", (2, 2), (0, 1, 2, 3))}),
        (np.float16(0.1), {"": Leaf("float16", (), (0.1,))}),
        (np.array([math.nan, -math.inf]), {"": Leaf("float64", (2,), ("nan", "-inf"))}),
        (np.array(["a", "bc"]), {"": Leaf("str", (2,), ("a", "bc"))}),
        (np.array([b"a", "b"], dtype=object), {"": Leaf("str", (2,), ("a", "b"))}),
        (np.bool_(True), {"": Leaf("bool", (), (True,))}),
    ],
)
def test_what_becomes_of_a_value(value: Any, leaves: Quantity) -> None:
    assert quantity(value) == leaves


def test_named_tuples_and_ordered_dicts_are_taken_apart() -> None:
    point = collections.namedtuple("point", ("x", "y"))
    assert quantity(collections.OrderedDict(a=point(1.5, 2.5))) == {"['a']": Leaf("float", (2,), (1.5, 2.5))}


@pytest.mark.parametrize(
    "value",
    [
        object(),
        {1, 2},
        int,
        lambda: 1,
        [1, object()],
        np.array([np.array([1, 2]), np.array([3])], dtype=object),
        np.array([1, None], dtype=object),
        np.array(["2020-01-01"], dtype="datetime64[D]"),
        np.array([(1, 2.0)], dtype=[("a", int), ("b", float)]),
    ],
)
def test_what_has_no_comparable_content_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        quantity(value)


@pytest.mark.parametrize("value", [[0.0] * 5000, np.zeros(5000), [np.zeros(4000), np.zeros(97)]])
def test_too_many_numbers_are_refused_with_a_remedy(value: Any) -> None:
    with pytest.raises(ValueError, match=f"at most {MOST_NUMBERS} are kept; keep a slice or a sum"):
        quantity(value)
    assert len(one([0.0] * MOST_NUMBERS).values) == MOST_NUMBERS


def test_a_value_that_contains_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(RecursionError):
        quantity(value)


@pytest.mark.frameworks
@pytest.mark.parametrize(
    ("expression", "leaf"),
    [
        ("torch.tensor(1.5)", Leaf("float32", (), (1.5,))),
        ("torch.tensor([0.1], requires_grad=True)", Leaf("float32", (1,), (0.1,))),
        ("torch.nn.Parameter(torch.ones(2))", Leaf("float32", (2,), (1.0, 1.0))),
        ("torch.tensor([1.5, float('nan')], dtype=torch.bfloat16)", Leaf("bfloat16", (2,), (1.5, "nan"))),
        ("torch.tensor([True])", Leaf("bool", (1,), (True,))),
        ("torch.arange(2, dtype=torch.uint8)", Leaf("uint8", (2,), (0, 1))),
        ("torch.tensor([1 + 2j]).conj()", Leaf("complex64", (1,), ((1.0, -2.0),))),
        ("torch.tensor([1 + 2j]).conj().imag", Leaf("float32", (1,), (-2.0,))),
        ("torch.ones(2, 3).T", Leaf("float32", (3, 2), (1.0,) * 6)),
        ("torch.eye(2).to_sparse()", Leaf("float32", (2, 2), (1.0, 0.0, 0.0, 1.0))),
        ("torch.ones(2, 3).shape", Leaf("int", (2,), (2, 3))),
        ("[torch.tensor(1.0), torch.tensor(2.0)]", Leaf("float32", (2,), (1.0, 2.0))),
        ("tf.constant(1.5)", Leaf("float32", (), (1.5,))),
        ("tf.Variable([0.1])", Leaf("float32", (1,), (0.1,))),
        ("tf.constant([1.5], tf.bfloat16)", Leaf("bfloat16", (1,), (1.5,))),
        ("tf.constant([1], tf.int64)", Leaf("int64", (1,), (1,))),
        ("tf.constant('a')", Leaf("str", (), ("a",))),
        ("tf.constant(['a', 'é'])", Leaf("str", (2,), ("a", "é"))),
        ("tf.IndexedSlices(tf.ones((1, 2)), [1], [2, 2])", Leaf("float32", (2, 2), (0.0, 0.0, 1.0, 1.0))),
        ("keras.Variable([0.5])", Leaf("float32", (1,), (0.5,))),
    ],
)
def test_a_value_of_a_framework_becomes_a_leaf(expression: str, leaf: Leaf) -> None:
    import keras
    import tensorflow as tf
    import torch

    assert one(eval(expression, {"torch": torch, "tf": tf, "keras": keras})) == leaf


@pytest.mark.frameworks
@pytest.mark.parametrize("expression", ["tf.ragged.constant([[1, 2], [3]])", "tf.float32", "torch.float32", "torch.nn"])
def test_a_thing_of_a_framework_that_is_no_array_is_refused(expression: str) -> None:
    import tensorflow as tf
    import torch

    with pytest.raises(TypeError):
        quantity(eval(expression, {"torch": torch, "tf": tf}))
