"""Whether two results are the same: structure, shapes, values within what the dtype can hold, and dtypes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

EPSILON = {"float64": 2.0**-52, "float32": 2.0**-23, "float16": 2.0**-10, "bfloat16": 2.0**-7}
ULPS = 32
"""Rounding errors that any operation may make, in units of the dtype's epsilon."""
ERRORS = 8
"""How many times the error that one side makes against float64 the other may be away from it."""
MOST = 0.01
"""No tolerance that follows from errors exceeds this share of the largest value."""
MOST_TOLD = 1e300
"""A relative difference is told as at most this, so that rounding it does not make it infinite."""
PYTHON = "python"
"""Dtype of Python numbers and texts, which say nothing about their width."""


@dataclass(frozen=True)
class Leaf:
    """One array, number or text of a result.

    Attributes:
        dtype: NumPy's name, or "python".
        value: of any shape; of texts or None where dtype is "python".
    """

    dtype: str
    value: np.ndarray


Leaves = dict[str, Leaf]
"""A result taken apart: place within nested lists and dicts -> leaf; "" is the result itself."""


@dataclass(frozen=True)
class Evaluation:
    """What an expression gave for one set of inputs.

    Attributes:
        leaves: the result.
        error: type and message of the exception that it raised instead.
        gradients: with respect to each floating input; None where there is none.
        gradient_error: why gradients could not be computed.
    """

    leaves: Leaves
    error: str = ""
    gradients: dict[str, np.ndarray | None] | None = None
    gradient_error: str = ""


@dataclass(frozen=True)
class Difference:
    """Where two results part.

    Attributes:
        kind: structure, shape, value, dtype, raises or gradient.
        pytorch: what the one gave.
        tensorflow: what the other gave.
        off: the largest difference relative to the largest value, of the kinds value and gradient.
    """

    kind: str
    pytorch: str
    tensorflow: str
    off: float = 0.0

    def __str__(self) -> str:
        off = f" (relative difference {self.off:.2g})" if self.off else ""
        return f"{self.kind}: PyTorch {self.pytorch}, TensorFlow {self.tensorflow}{off}"


@dataclass(frozen=True)
class Tolerance:
    """How far results may be apart.

    Attributes:
        epsilon: of the dtype under test.
        errors: rounding error of one side by place, as measured against float64; multiplied to fit the dtype.
        relative: as set by the row; takes the place of both.
        each: judge each value by its own size, since the largest is huge.
    """

    epsilon: float
    errors: dict[str, np.ndarray]
    relative: float | None = None
    each: bool = False

    def allowed(self, place: str, expected: np.ndarray) -> np.ndarray:
        """Largest difference for each value of a leaf."""
        size = np.where(np.isfinite(expected), np.abs(expected), 0.0).astype(np.float64)
        largest = float(size.max(initial=0.0))
        if self.relative is not None:
            return np.full(size.shape, self.relative * (largest or 1.0))
        rounding = ULPS * self.epsilon * (size + min(largest, 1.0) if self.each else np.full(size.shape, largest))
        errors = self.errors.get(place)
        if errors is None or errors.shape != size.shape:
            return rounding
        measured = errors if self.each else np.full(size.shape, errors.max(initial=0.0))
        return np.maximum(rounding, np.minimum(ERRORS * measured, MOST * (size if self.each else largest)))


def errors_of(low: Leaves, high: Leaves, factor: float) -> dict[str, np.ndarray]:
    """Rounding errors of a result in low precision, as the same in high precision shows them, times a factor."""
    found = {}
    for place, leaf in low.items():
        other = high.get(place)
        if other and leaf.value.dtype.kind in "fc" and leaf.value.shape == other.value.shape:
            with np.errstate(all="ignore"):
                apart = np.abs(leaf.value.astype(_wide(leaf.value)) - other.value)
            found[place] = np.where(np.isfinite(apart), apart, 0.0) * factor
    return found


def difference(
    expected: Evaluation, found: Evaluation, tolerance: Tolerance
) -> tuple[Difference | None, Difference | None]:
    """Where the values part, and where the dtypes do; both raising counts as the same."""
    if expected.error or found.error:
        if expected.error and found.error:
            return None, None
        return Difference("raises", _raised(expected), _raised(found)), None
    if list(expected.leaves) != list(found.leaves):
        return Difference("structure", _structure(expected.leaves), _structure(found.leaves)), None
    types = None
    for place, leaf in expected.leaves.items():
        other = found.leaves[place]
        if apart := _values(place, leaf.value, other.value, tolerance):
            return apart, None
        if types is None and PYTHON not in (leaf.dtype, other.dtype) and leaf.dtype != other.dtype:
            types = Difference("dtype", leaf.dtype, other.dtype)
    return None, types


def gradient_difference(expected: Evaluation, found: Evaluation, tolerance: Tolerance) -> Difference | None:
    """Where the gradients part; one that is missing counts as zeros."""
    ours, theirs = expected.gradients or {}, found.gradients or {}
    for name in sorted({*ours, *theirs}):
        one, other = ours.get(name), theirs.get(name)
        if one is None and other is None:
            continue
        if one is None or other is None:
            present = one if other is None else other
            if np.any(present != 0):
                missing = ["none", _shown(present, 0)] if one is None else [_shown(present, 0), "none"]
                reasons = [expected.gradient_error, found.gradient_error]
                return Difference(
                    "gradient", *(f"{w} ({r})" if r else w for w, r in zip(missing, reasons, strict=True)), 1.0
                )
            continue
        if apart := _values(f"gradient of {name}", one, other, tolerance):
            return replace(apart, kind="gradient")
    return None


def changed(leaves: Leaves) -> Leaves:
    """The same result with one value changed by 2 %, or one value more where there is none."""
    place = next((name for name, leaf in leaves.items() if leaf.value.size), next(iter(leaves), None))
    if place is None:
        return {"": Leaf(PYTHON, np.asarray(0))}
    return {**leaves, place: Leaf(leaves[place].dtype, changed_array(leaves[place].value))}


def changed_array(value: np.ndarray) -> np.ndarray:
    """The same values, the largest of them changed by 2 %; of an empty array, another shape."""
    if not value.size:
        return np.zeros((*value.shape, 1), value.dtype)
    flat = value.copy().reshape(-1)
    if flat.dtype.kind == "b":
        flat[0] = not flat[0]
    elif flat.dtype.kind in "iu":
        flat[0] = flat[0] - 1 if flat[0] > 0 else flat[0] + 1
    elif flat.dtype.kind in "fc":
        finite = np.isfinite(flat)
        if not finite.any():
            flat[0] = 0
        else:
            at = int(np.argmax(np.where(finite, np.abs(flat), -1)))
            flat[at] = flat[at] * flat.dtype.type(0.98) if flat[at] else 1
    else:
        return np.asarray([f"{flat[0]} changed", *flat[1:]], dtype=object).reshape(value.shape)
    return flat.reshape(value.shape)


def _values(place: str, one: np.ndarray, other: np.ndarray, tolerance: Tolerance) -> Difference | None:
    if one.shape != other.shape:
        return Difference("shape", str(list(one.shape)), str(list(other.shape)))
    if not one.size:
        return None
    numbers = "biufc"
    if one.dtype.kind not in numbers or other.dtype.kind not in numbers:
        wrong = np.asarray([a != b for a, b in zip(one.reshape(-1), other.reshape(-1), strict=True)])
        at = int(np.argmax(wrong))
        return Difference("value", str(one.reshape(-1)[at]), str(other.reshape(-1)[at])) if wrong.any() else None
    if one.dtype.kind in "biu" and other.dtype.kind in "biu":
        wrong = (one != other).reshape(-1)
        apart = np.abs(one.astype(np.float64) - other.astype(np.float64)).reshape(-1)
    else:
        a, b = one.astype(_wide(one)), other.astype(_wide(other))
        with np.errstate(all="ignore"):
            apart = np.abs(a - b)
            close = apart <= tolerance.allowed(place, a)
        wrong = ~(close | (a == b) | (np.isnan(a) & np.isnan(b))).reshape(-1)
        apart = apart.reshape(-1)
    if not wrong.any():
        return None
    finite = np.where(wrong & np.isfinite(apart), apart, 0)
    at = int(np.argmax(finite)) if finite.any() else int(np.argmax(wrong))
    with np.errstate(all="ignore"):
        size = np.abs(one.astype(_wide(one)))
    largest = float(np.where(np.isfinite(size), size, 0).max(initial=0)) or 1.0
    return Difference(
        "value", _shown(one, at), _shown(other, at), float(f"{min(float(finite[at]) / largest, MOST_TOLD):.2g}")
    )


def _wide(value: np.ndarray) -> Any:
    return np.complex128 if value.dtype.kind == "c" else np.float64


def _shown(value: np.ndarray, at: int) -> str:
    number = value.reshape(-1)[at] if value.size else "nothing"
    return f"{number:.4g}" if isinstance(number, np.floating | np.complexfloating) else str(number)


def _raised(evaluation: Evaluation) -> str:
    return f"raises {evaluation.error}" if evaluation.error else _structure(evaluation.leaves)


def _structure(leaves: Leaves) -> str:
    if len(leaves) == 1:
        leaf = next(iter(leaves.values()))
        number = _shown(leaf.value, 0) if leaf.value.size == 1 else f"{leaf.dtype}{list(leaf.value.shape)}"
        return f"gives {number}"
    return f"gives {len(leaves)} results"
