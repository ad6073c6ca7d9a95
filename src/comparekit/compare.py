"""The comparison itself: how far two quantities are apart, and whether a promise holds."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from comparekit.model import (
    Agree,
    Bound,
    Differ,
    Expectation,
    Leaf,
    Notice,
    Outcome,
    Pair,
    Quantity,
    Raises,
    State,
    Warns,
)

TOLERANCES = {
    "float64": 1e-12,
    "float32": 1e-5,
    "float16": 2e-3,
    "bfloat16": 2e-2,
    "complex128": 1e-12,
    "complex64": 1e-5,
    "float": 1e-5,
    "complex": 1e-5,
}
"""Largest relative difference by dtype; all others are exact.

About a hundred units in the last place of float32, four thousand of float64 and two to three
of the half-precision types. A Python float has float32's: it mostly is a float32 result taken out of a tensor.
"""

_NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True)
class Judgement:
    """Whether one expectation of a pair holds.

    Attributes:
        expectation: what was promised.
        state: PASS or FAIL, or the state of the evidence that is missing.
        observed: the largest relative difference, the number that was bounded, or what was
            raised; None when nothing could be observed.
        message: what is wrong when the state is not PASS.
        tolerance: allowed relative difference, where there is one.
    """

    expectation: Expectation
    state: State
    observed: float | str | None = None
    message: str = ""
    tolerance: float | None = None


class IncomparableError(Exception):
    """Two quantities that have no difference: other structure, shape or kind."""


def difference(
    a: Quantity, b: Quantity, *, absolute: float = 0.0, nan: str = "never", ignore: tuple[str, ...] = ()
) -> float:
    """Largest relative difference between two quantities.

    For each leaf that is max|a - b| / max(|a|, |b|) over finite elements: one number for the
    leaf, relative to its largest element, since rounding errors in a sum or a product scale
    with the largest term. Values without an order (strings, booleans, None) differ by 0 or 1.

    Args:
        a: one quantity.
        b: the other.
        absolute: elements that differ by up to this much count as equal.
        nan: "equal" takes NaN at the same places as equal.
        ignore: "dtype" and "shape" are compared unless named here.

    Returns:
        0 for equal values, infinity where one is NaN or infinite and the other is not, NaN where
        both are NaN, which is neither agreement nor difference.

    Raises:
        IncomparableError: structure, shape or dtype differ; the message says how.
    """
    if "shape" in ignore:
        a, b = _in_one_row(a), _in_one_row(b)
    if a.keys() != b.keys():
        only = min(a.keys() ^ b.keys(), key=lambda place: (not place, place))
        raise IncomparableError(f"the structures differ: only one side has the element '{only or 'itself'}'")
    return _largest([_leaf_difference(place, a[place], b[place], absolute, nan, ignore) for place in a])


def tolerance_of(a: Quantity, b: Quantity) -> float:
    """Default tolerance for two quantities: that of their least exact dtype; 0 is exact."""
    return max((TOLERANCES.get(leaf.dtype, 0.0) for leaf in (*a.values(), *b.values())), default=0.0)


def judge(pair: Pair, expectation: Expectation, outcomes: Mapping[str, Outcome]) -> Judgement:
    """Whether an expectation holds for the outcomes of the sides that it speaks of.

    Args:
        pair: the pair that promises it.
        expectation: one of the pair's.
        outcomes: by label of the side; all sides concerned have to be there.
    """
    concerned = {label: outcomes[label] for label in pair.concerned(expectation)}
    if isinstance(expectation, Raises | Warns):
        return _judge_notices(expectation, concerned)
    values = {label: outcome.quantities.get(expectation.quantity) for label, outcome in concerned.items()}
    for label, value in values.items():
        if value is None:
            message = f"no top-level variable '{expectation.quantity}' on the side {label}"
            return Judgement(expectation, State.FAIL, None, message)
    present = {label: value for label, value in values.items() if value is not None}
    match expectation:
        case Agree():
            return _judge_agree(expectation, present)
        case Differ():
            return _judge_differ(expectation, present)
        case Bound():
            return _judge_bound(expectation, present)


def same_meaning(old: Outcome, new: Outcome, tolerances: Mapping[str, float]) -> bool:
    """Whether two outcomes of one side say the same, up to what another CPU may change.

    Args:
        old: the recorded outcome.
        new: the fresh one.
        tolerances: allowed relative difference by quantity, where it is looser than by dtype.
    """
    texts = ((old.stdout, new.stdout), (old.stderr, new.stderr))
    return (
        all(same_text(a, b, max(tolerances.values(), default=0.0)) for a, b in texts)
        and _same_notices(old.warnings, new.warnings)
        and _same_notices((old.exception,), (new.exception,))
        and old.quantities.keys() == new.quantities.keys()
        and all(
            _same_quantity(value, new.quantities[name], tolerances.get(name, 0.0))
            for name, value in old.quantities.items()
        )
    )


def same_text(a: str, b: str, tolerance: float = 0.0) -> bool:
    """Whether two texts are the same but for the last digits of decimal numbers.

    Words and whole numbers have to be equal. Decimal numbers may differ by one unit in their
    last printed place, or by a relative difference of 1e-5 or `tolerance` if that is more.
    """
    if [part.split() for part in _NUMBER.split(a)] != [part.split() for part in _NUMBER.split(b)]:
        return False
    pairs = zip(_NUMBER.findall(a), _NUMBER.findall(b), strict=True)
    return all(x == y or _same_number(x, y, max(tolerance, 1e-5)) for x, y in pairs)


def numbers(leaf: Leaf) -> np.ndarray:
    """Values of a numeric leaf as an array of its shape."""
    if leaf.dtype.startswith("complex"):
        return np.array([complex(float(re), float(im)) for re, im in leaf.values]).reshape(leaf.shape)
    if leaf.dtype.startswith(("float", "bfloat")):
        return np.array([float(value) for value in leaf.values], dtype=np.float64).reshape(leaf.shape)
    return np.array(leaf.values, dtype=object).reshape(leaf.shape)


def _leaf_difference(place: str, a: Leaf, b: Leaf, absolute: float, nan: str, ignore: tuple[str, ...]) -> float:
    where = f" at '{place}'" if place else ""
    if a.dtype != b.dtype and "dtype" not in ignore:
        raise IncomparableError(f"dtype {a.dtype} against {b.dtype}{where}")
    if a.shape != b.shape:
        raise IncomparableError(f"shape {list(a.shape)} against {list(b.shape)}{where}")
    if not (_is_number(a) and _is_number(b)):
        same_kind = ("str" in (a.dtype, b.dtype)) <= (a.dtype == b.dtype)
        return 0.0 if same_kind and a.values == b.values else 1.0
    x, y = numbers(a).ravel(), numbers(b).ravel()
    if x.dtype == object and y.dtype == object:
        return _whole_difference(a, b, absolute)
    wide = np.complex128 if "complex" in a.dtype + b.dtype else np.float64
    x, y = x.astype(wide), y.astype(wide)
    both_nan = np.isnan(x) & np.isnan(y)
    if both_nan.any() and nan != "equal":
        return math.nan
    x, y = x[~both_nan], y[~both_nan]
    x, y = x[x != y], y[x != y]
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        return math.inf
    apart = np.abs(x - y)
    apart = apart[apart > absolute]
    if not apart.size:
        return 0.0
    everything = np.abs(np.concatenate([_finite(a), _finite(b)]))
    return float(apart.max() / everything.max())


def _whole_difference(a: Leaf, b: Leaf, absolute: float) -> float:
    """The difference of whole numbers, exact beyond the reach of floats and never rounded to zero."""
    apart = max((abs(x - y) for x, y in zip(a.values, b.values, strict=True)), default=0)
    if apart <= absolute:
        return 0.0
    return max(apart / max(map(abs, (*a.values, *b.values))), math.ulp(0.0))


def _finite(leaf: Leaf) -> np.ndarray:
    values = numbers(leaf).ravel()
    values = values.astype(np.complex128 if leaf.dtype.startswith("complex") else np.float64)
    return values[np.isfinite(values)]


def _is_number(leaf: Leaf) -> bool:
    return leaf.dtype not in {"bool", "str", "none"}


def _largest(differences: list[float]) -> float:
    return math.nan if any(map(math.isnan, differences)) else max(differences, default=0.0)


def _in_one_row(quantity: Quantity) -> Quantity:
    return {place: Leaf(leaf.dtype, (len(leaf.values),), leaf.values) for place, leaf in quantity.items()}


def _judge_agree(expectation: Agree, values: dict[str, Quantity]) -> Judgement:
    (first, a), *others = values.items()
    default = max(tolerance_of(a, b) for _, b in others) if others else 0.0
    tolerance = default if expectation.tolerance is None else expectation.tolerance
    if not others:
        return Judgement(expectation, State.FAIL, None, f"only one side ({first}) to compare", tolerance)
    if not expectation.reason and (
        tolerance > default or expectation.absolute or expectation.ignore or expectation.nan == "equal"
    ):
        standard = f"tolerance {default:g}, shape and dtype compared, NaN never equal"
        message = f"looser than the default ({standard}) without a reason"
        return Judgement(expectation, State.FAIL, None, message, tolerance)
    differences = []
    for label, b in others:
        try:
            options = {"absolute": expectation.absolute, "nan": expectation.nan, "ignore": expectation.ignore}
            differences.append(difference(a, b, **options))
        except IncomparableError as reason:
            return Judgement(expectation, State.FAIL, None, f"{first} and {label}: {reason}", tolerance)
    observed = _largest(differences)
    if observed <= tolerance:
        return Judgement(expectation, State.PASS, observed, tolerance=tolerance)
    what = f"relative difference {observed:.2g}, allowed {tolerance:.2g}"
    if math.isnan(observed):
        what = "both are NaN, which never agrees"
    return Judgement(
        expectation, State.FAIL, observed, f"the sides do not agree on {expectation.quantity}: {what}", tolerance
    )


def _judge_differ(expectation: Differ, values: dict[str, Quantity]) -> Judgement:
    if len(values) != 2:
        return Judgement(expectation, State.FAIL, None, f"needs two sides, not {len(values)}")
    if expectation.at_least <= 0:
        return Judgement(expectation, State.FAIL, None, "at_least has to be positive, or the promise cannot fail")
    try:
        observed = difference(*values.values(), ignore=("dtype",))
    except IncomparableError:
        observed = math.inf
    if observed >= expectation.at_least:
        return Judgement(expectation, State.PASS, observed)
    seen = f"relative difference {observed:.2g}, expected at least {expectation.at_least:.2g}"
    message = f"the sides do not differ in {expectation.quantity} as promised: {seen}"
    return Judgement(expectation, State.FAIL, observed, message)


def _judge_bound(expectation: Bound, values: dict[str, Quantity]) -> Judgement:
    low, high = expectation.at_least, expectation.at_most
    if low is None and high is None:
        return Judgement(expectation, State.FAIL, None, "neither at_least nor at_most is given")
    seen: list[float] = []
    for label, quantity in values.items():
        for leaf in quantity.values():
            if not _is_number(leaf) or leaf.dtype.startswith("complex"):
                return Judgement(expectation, State.FAIL, None, f"{leaf.dtype} on the side {label} has no order")
            for number in map(float, numbers(leaf).ravel()):
                if not ((low is None or number >= low) and (high is None or number <= high)):
                    message = f"{number:.6g} on the side {label} is out of bounds"
                    return Judgement(expectation, State.FAIL, number, message)
                seen.append(number)
    if not seen:
        return Judgement(expectation, State.FAIL, None, "there is no number to bound")
    least, most = min(seen), max(seen)
    return Judgement(expectation, State.PASS, least if least == most else f"{least:.4g} to {most:.4g}")


def _judge_notices(expectation: Raises | Warns, outcomes: dict[str, Outcome]) -> Judgement:
    word = "raised" if isinstance(expectation, Raises) else "warned"
    for label, outcome in outcomes.items():
        exception = (outcome.exception,) if outcome.exception else ()
        seen = exception if isinstance(expectation, Raises) else outcome.warnings
        if not any(_fits(notice, expectation) for notice in seen):
            instead = "; ".join(f"{notice.type}: {notice.message[:200]}" for notice in seen) or "nothing"
            message = f"the side {label} has not {word} {expectation.type}({expectation.match!r}) but {instead}"
            return Judgement(expectation, State.FAIL, instead, message)
    return Judgement(expectation, State.PASS, expectation.type)


def _fits(notice: Notice, expectation: Raises | Warns) -> bool:
    right_type = notice.type == expectation.type or notice.type.endswith(f".{expectation.type}")
    return right_type and re.search(expectation.match, notice.message) is not None


def _same_notices(old: tuple[Notice | None, ...], new: tuple[Notice | None, ...]) -> bool:
    if len(old) != len(new):
        return False
    return all(
        a == b
        or (
            a is not None
            and b is not None
            and a.type == b.type
            and a.line == b.line
            and same_text(a.message, b.message)
        )
        for a, b in zip(old, new, strict=True)
    )


def _same_quantity(old: Quantity, new: Quantity, tolerance: float) -> bool:
    try:
        return difference(old, new, nan="equal") <= max(tolerance, tolerance_of(old, new))
    except IncomparableError:
        return False


def _same_number(a: str, b: str, tolerance: float) -> bool:
    if not set(".eE") & set(a) or not set(".eE") & set(b):
        return False
    x, y = float(a), float(b)
    if not (math.isfinite(x) and math.isfinite(y)):
        return False
    return abs(x - y) <= max(_last_place(a), _last_place(b)) * 1.01 or abs(x - y) <= tolerance * max(abs(x), abs(y))


def _last_place(text: str) -> float:
    mantissa, _, exponent = text.lower().partition("e")
    return 10.0 ** min(int(exponent or 0) - len(mantissa.partition(".")[2]), 300)
