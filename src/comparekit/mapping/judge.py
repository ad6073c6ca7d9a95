"""Whether a row holds: what the two sides gave, compared in every case, and whether each check could have failed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from comparekit.mapping.agreement import (
    EPSILON,
    Difference,
    Evaluation,
    Leaf,
    Leaves,
    Tolerance,
    changed,
    changed_array,
    difference,
    errors_of,
    gradient_difference,
)
from comparekit.mapping.inputs import cases
from comparekit.mapping.records import Finding
from comparekit.mapping.rows import WITH_GRADIENT, Row
from comparekit.mapping.worker import AGAIN

Evaluations = dict[tuple[str, str, str], Evaluation]
"""By spelling, case and dtype."""
Fault = tuple[str, str, str]
"""Key of the row, message, fix."""


@dataclass
class Verdict:
    """What the comparisons of a row came to.

    Attributes:
        faults: what does not hold.
        comparisons: of values and gradients that agree.
        noticed: those among them that disagreed once the counterpart was changed.
        findings: differences that the row speaks of, as they were met.
    """

    faults: list[Fault] = field(default_factory=list)
    comparisons: int = 0
    noticed: int = 0
    findings: list[Finding] = field(default_factory=list)


def wanted(row: Row) -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """What each framework has to evaluate: spelling, code, case and dtype."""
    applying = cases(row)
    dtypes = dtypes_of(row)
    spellings = {
        "pytorch": [("pytorch", row.pytorch), *_numbered("also_pytorch", row.also_pytorch)],
        "tensorflow": [("tensorflow", row.tensorflow), *_numbered("also_tensorflow", row.also_tensorflow)],
    }
    found = {}
    for framework, codes in spellings.items():
        work = [(*one, case, dtype) for case in applying for dtype in _with_reference(dtypes) for one in codes]
        if framework == "tensorflow" and row.naive:
            work += [("naive", row.naive, case, dtype) for case in applying for dtype in dtypes]
        work += [(*one, AGAIN, dtypes[0]) for one in codes]
        found[framework] = tuple(work)
    return found


def dtypes_of(row: Row) -> tuple[str, ...]:
    """Dtypes that a row runs in: one where it has no floating input and no word of the dtype."""
    codes = [row.pytorch, row.tensorflow, row.naive, *row.also_pytorch, *row.also_tensorflow]
    if row.inputs or any("dtype" in code for code in codes):
        return row.dtypes
    return row.dtypes[-1:]


def judge(row: Row, pytorch: Evaluations, tensorflow: Evaluations) -> Verdict:
    """Compare all that was evaluated."""
    verdict = Verdict()
    found = pytorch | tensorflow
    met: dict[str, Finding] = {}
    for case in cases(row):
        for dtype in dtypes_of(row):
            tolerance = _tolerance(row, pytorch, case, dtype)
            for spelling, *at in list(found):
                if tuple(at) == (case, dtype) and spelling not in ("pytorch", "naive"):
                    both = found["pytorch", case, dtype], found[spelling, case, dtype]
                    _compare(verdict, row, met, both, tolerance, (spelling, case, dtype))
    for key in row.apart:
        if key in met:
            verdict.findings.append(met[key])
            continue
        ran = key.partition(".")[0] in ("dtype", "gradient", *cases(row))
        why = "but the sides agree there" if ran else "a case that is not run"
        verdict.faults.append(("apart", f"declared apart: '{key}', {why}", "remove it"))
    if row.naive:
        _naive(verdict, row, pytorch, tensorflow)
    _steady(verdict, row, found)
    return verdict


def _compare(
    verdict: Verdict,
    row: Row,
    met: dict[str, Finding],
    both: tuple[Evaluation, Evaluation],
    tolerance: Tolerance,
    at: tuple[str, str, str],
) -> None:
    """Compare one spelling with PyTorch's in one case; differences that the row declares are met, others are faults."""
    spelling, case, dtype = at
    expected, other = both
    main = spelling == "tensorflow"
    key, where = spelling.partition(".")[0], f"in the case {case}, {dtype}"
    if not main and case in row.apart:
        return
    if case in ("ordinary", *row.cases[:1]) and expected.error and other.error:
        verdict.faults.append((key, f"both raise {where}: {expected.error}; {other.error}", "mend the row"))
        return
    values, types = difference(expected, other, tolerance)
    if case in row.apart:
        if values or types:
            met.setdefault(case, _finding(case, case, dtype, values or types))
        return
    if types and "dtype" in row.apart:
        met.setdefault("dtype", _finding("dtype", case, dtype, types))
    elif values or types:
        told = str(values or types)
        told = told.replace("TensorFlow", "the other spelling") if key == "also_pytorch" else told
        verdict.faults.append((key, f"{told} {where}", "mend the counterpart, or see 'apart'"))
        return
    _count(verdict, expected, other, tolerance, (key, where))
    if case in WITH_GRADIENT:
        _gradients(verdict, row, met, expected, other, tolerance, (key, case, dtype, main))


def _naive(verdict: Verdict, row: Row, pytorch: Evaluations, tensorflow: Evaluations) -> None:
    """The obvious counterpart in place of the right one has to be noticed; a difference of values is told first."""
    met: list[Finding] = []
    for case in cases(row):
        for dtype in dtypes_of(row):
            expected, other = pytorch["pytorch", case, dtype], tensorflow["naive", case, dtype]
            tolerance = _tolerance(row, pytorch, case, dtype)
            values, types = difference(expected, other, tolerance)
            if case in row.apart:
                continue
            if "dtype" in row.apart:
                types = None
            if not (values or types) and case in WITH_GRADIENT and "gradient" not in row.apart:
                values = gradient_difference(expected, other, tolerance)
            if values or types:
                met.append(_finding("naive", case, dtype, values or types))
    if not met:
        verdict.faults.append(
            ("naive", "the naive form gives the same in every case", "remove it, or show where it fails")
        )
        return
    first = [one for one in met if one.kind == "value"] or met
    verdict.findings.insert(0, first[0])


def _gradients(
    verdict: Verdict,
    row: Row,
    met: dict[str, Finding],
    expected: Evaluation,
    other: Evaluation,
    tolerance: Tolerance,
    at: tuple[str, str, str, bool],
) -> None:
    key, case, dtype, main = at
    apart = gradient_difference(expected, other, tolerance)
    declared = next((name for name in ("gradient", f"{case}.gradient") if name in row.apart), "")
    if declared:
        if apart and main:
            met.setdefault(declared, _finding(declared, case, dtype, apart))
        return
    if apart:
        message = f"{apart} in the case {case}, {dtype}"
        verdict.faults.append((key, message, "mend the counterpart, or see 'apart'"))
        return
    for name, one in (other.gradients or {}).items():
        if one is not None and (expected.gradients or {}).get(name) is not None:
            verdict.comparisons += 1
            wrong = Evaluation({}, gradients={**(other.gradients or {}), name: changed_array(one)})
            noticed = gradient_difference(expected, wrong, tolerance) is not None
            verdict.noticed += noticed
            if not noticed:
                verdict.faults.append(
                    (key, f"a changed gradient of {name} is not noticed ({case}, {dtype})", "tighten")
                )


def _count(
    verdict: Verdict, expected: Evaluation, other: Evaluation, tolerance: Tolerance, at: tuple[str, str]
) -> None:
    """One comparison more, repeated with a changed counterpart."""
    verdict.comparisons += 1
    wrong = Evaluation(changed(other.leaves)) if not other.error else Evaluation({}, "")
    noticed = any(difference(expected, wrong, tolerance))
    verdict.noticed += noticed
    if not noticed:
        verdict.faults.append((at[0], f"a result changed by 2 % is not noticed {at[1]}", "tighten 'tolerance'"))


def _steady(verdict: Verdict, row: Row, found: Evaluations) -> None:
    """The same result with another global seed, another one with other inputs."""
    case, dtype = cases(row)[0], dtypes_of(row)[0]
    tight = Tolerance(EPSILON[dtype], {})  # not exact: some routines round by where their memory lies,
    allowed = (tight, Tolerance(EPSILON[dtype], {}, row.tolerance))  # which an ill-conditioned problem magnifies
    for spelling, kind in [(key[0], key[2]) for key in found if key[1] == AGAIN]:
        both = found[spelling, case, kind], found[spelling, AGAIN, kind]
        if all(any(difference(*both, tolerance)) for tolerance in allowed):
            verdict.faults.append((spelling.partition(".")[0], "random without a seed: two runs differ", "set a seed"))
    others = [case for case in cases(row) if case in ("square", "ties")]
    first = found["pytorch", case, dtype]
    same = [one for one in others if not any(difference(first, found["pytorch", one, dtype], tight))]
    if others and len(same) == len(others) and not row.constant:
        message = "the result is the same for all inputs, so it shows little"
        verdict.faults.append(("pytorch", message, "let it depend on the inputs, or say why not in 'constant'"))


def _tolerance(row: Row, pytorch: Evaluations, case: str, dtype: str) -> Tolerance:
    """From the dtype and the error that PyTorch itself makes in it, as its float64 result shows."""
    low_type = dtype if dtype != "float64" else "float32"
    low, high = (pytorch.get(("pytorch", case, one)) for one in (low_type, "float64"))
    errors = {}
    if low and high and not (low.error or high.error):
        errors = errors_of(low.leaves, high.leaves, EPSILON[dtype] / EPSILON[low_type])
        for name, value in (low.gradients or {}).items():
            wide = (high.gradients or {}).get(name)
            if value is not None and wide is not None and value.shape == wide.shape:
                found = errors_of(_as_leaf(value), _as_leaf(wide), EPSILON[dtype] / EPSILON[low_type])
                errors |= {f"gradient of {name}": one for one in found.values()}
    return Tolerance(EPSILON[dtype], errors, row.tolerance, each=case == "special")


def _as_leaf(value: np.ndarray) -> Leaves:
    return {"": Leaf("", value)}


def _finding(where: str, case: str, dtype: str, apart: Difference | None) -> Finding:
    assert apart is not None
    return Finding(where, case, dtype, apart.kind, apart.pytorch, apart.tensorflow, apart.off)


def _numbered(key: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f"{key}.{number}", code) for number, code in enumerate(codes)]


def _with_reference(dtypes: tuple[str, ...]) -> tuple[str, ...]:
    """The dtypes, and those from which the tolerance follows."""
    return tuple(dict.fromkeys([*dtypes, *(() if len(dtypes) > 1 else ("float64",))]))
