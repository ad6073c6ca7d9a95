"""A value of any framework, taken apart into numbers and strings, without importing a framework."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from comparekit.model import Leaf, Quantity

MOST_NUMBERS = 4096
"""Elements that a record keeps of one quantity."""
FEW_NUMBERS = 256
"""Elements of an array that are kept where only some are."""


def quantity(value: Any, thin: bool = False) -> Quantity:
    """Take a value apart into leaves.

    Args:
        value: a tensor or variable of any framework, a NumPy array, a Python scalar or None,
            or a nested list, tuple or dict of them. Equal scalars of a list become one leaf.
        thin: keep every n-th element of an array that has more than `FEW_NUMBERS`, in one row.

    Raises:
        TypeError: the value is none of these.
        ValueError: it has more than `MOST_NUMBERS` elements.
    """
    leaves = _leaves(value, thin)
    size = sum(len(leaf.values) for leaf in leaves.values())
    if size > MOST_NUMBERS and not thin:
        raise ValueError(
            f"{size} elements, at most {MOST_NUMBERS} are kept; keep a slice or a sum in a variable of its own"
        )
    return leaves


def _leaves(value: Any, thin: bool) -> Quantity:
    if isinstance(value, dict):
        parts = {f"[{key!r}]": _leaves(item, thin) for key, item in value.items()}
    elif isinstance(value, list | tuple):
        parts = {f"[{number}]": _leaves(item, thin) for number, item in enumerate(value)}
        scalars = [part[""] for part in parts.values() if part.keys() == {""} and part[""].shape == ()]
        if parts and len(scalars) == len(parts) and len({leaf.dtype for leaf in scalars}) == 1:
            return {"": Leaf(scalars[0].dtype, (len(scalars),), tuple(leaf.values[0] for leaf in scalars))}
    else:
        return {"": _leaf(value, thin)}
    if not parts:
        return {"": Leaf("none", (0,), ())}
    return {f"{place}{inner}": leaf for place, part in parts.items() for inner, leaf in part.items()}


def _leaf(value: Any, thin: bool = False) -> Leaf:
    if value is None:
        return Leaf("none", (), (None,))
    if isinstance(value, bytes):
        return Leaf("str", (), (value.decode(errors="backslashreplace"),))
    if isinstance(value, str):
        return Leaf("str", (), (value.encode("utf-8", "backslashreplace").decode(),))
    if type(value) in (bool, int, float, complex):
        return Leaf(type(value).__name__, (), tuple(_plain(value)))
    dtype, array = _array(value)
    if thin and array.size > FEW_NUMBERS:
        array = array.ravel()[:: -(-array.size // FEW_NUMBERS)]
    if array.size > MOST_NUMBERS:
        raise ValueError(
            f"{array.size} elements, at most {MOST_NUMBERS} are kept; keep a slice or a sum in a variable of its own"
        )
    return Leaf(dtype, tuple(array.shape), tuple(_plain(item)[0] for item in array.ravel()))


def _array(value: Any) -> tuple[str, np.ndarray]:
    """Name of the dtype and the values, without importing any framework."""
    if hasattr(value, "to_dense") and getattr(value, "is_sparse", False):
        value = value.to_dense()
    if type(value).__name__ == "IndexedSlices":
        value = sys.modules["tensorflow"].convert_to_tensor(value)
    if hasattr(value, "detach"):
        value = value.detach().cpu().resolve_conj().resolve_neg()
        if str(value.dtype) == "torch.bfloat16":
            return "bfloat16", value.float().numpy()
    elif hasattr(value, "numpy"):
        value = value.numpy()
    if not isinstance(value, bytes | str) and not hasattr(value, "__array__"):
        kind = type(value)
        raise TypeError(
            f"a {kind.__module__}.{kind.__qualname__} is no tensor, array, number, string, None, list or dict of them"
        )
    array = np.asarray(value.numpy() if hasattr(value, "numpy") else value)
    name = array.dtype.name
    if array.dtype.kind in "OSU":
        items = array.ravel().tolist()
        if not all(isinstance(item, str | bytes) for item in items):
            raise TypeError("an array of objects that are no strings; keep a list of its rows")
        return "str", np.array([_leaf(item).values[0] for item in items], dtype=object).reshape(array.shape)
    if array.dtype.kind not in "biufc" and name != "bfloat16":
        raise TypeError(f"an array of {name} is neither of numbers nor of strings")
    return name, array.astype(np.float32) if name == "bfloat16" else array


def _plain(value: Any) -> list[Any]:
    """The value as JSON holds it, with the fewest digits that restore it."""
    if isinstance(value, complex | np.complexfloating):
        return [(_plain(value.real)[0], _plain(value.imag)[0])]
    if isinstance(value, float | np.floating):
        return [float(str(value)) if np.isfinite(value) else str(float(value))]
    return [value.item() if isinstance(value, np.generic) else value]
