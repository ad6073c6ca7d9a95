"""What samples say: medians and ratios, with intervals that know that processes differ, and the verdict in words."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from comparekit.timing.measurement import Estimate

SMALLEST_DIFFERENCE = 1.03
"""Ratios closer to one than this are not worth naming."""
UNCERTAIN = 1.1
"""An interval that holds 1 and reaches this far from it leaves room for a difference that matters."""
CONFIDENCE = 0.95
RESAMPLES = 2000

Samples = Sequence[Sequence[float]]
"""Samples of one measurement by process; those of one process belong together."""


def median(samples: Samples) -> Estimate:
    """Median of all samples; the interval resamples processes first and samples second.

    Raises:
        ValueError: fewer than two processes, or one without a sample.
    """
    table = _table(samples)
    return _estimate(_median(table[None]), _median(_resampled(table)), len(table))


def faster(estimate: Estimate) -> int:
    """What a ratio of times shows: 1 when the denominator is faster, -1 when the numerator is, 0 for no difference.

    A difference is named when the interval leaves out 1 and the ratio is at least `SMALLEST_DIFFERENCE`.
    """
    if estimate.low > 1 and estimate.value >= SMALLEST_DIFFERENCE:
        return 1
    return -1 if estimate.high < 1 and estimate.value <= 1 / SMALLEST_DIFFERENCE else 0


def uncertain(estimate: Estimate) -> bool:
    """Whether a ratio shows no difference only because too little is known: one of `UNCERTAIN` would fit as well."""
    return not faster(estimate) and not 1 / UNCERTAIN < estimate.low <= estimate.high < UNCERTAIN


def _table(samples: Samples) -> np.ndarray:
    """Samples as a table, one row a process, NaN where a process has fewer."""
    if len(samples) < 2 or not all(len(row) for row in samples):
        raise ValueError("an interval needs at least two processes with a sample each")
    table = np.full((len(samples), max(map(len, samples))), np.nan)
    for row, values in zip(table, samples, strict=True):
        row[: len(values)] = values
    return table


def _resampled(table: np.ndarray) -> np.ndarray:
    """Tables of resampled processes and rounds."""
    process, draw = _draws(*table.shape)
    counts = (~np.isnan(table)).sum(axis=1)[process]
    chosen = (draw * counts).astype(np.intp)
    return np.where(np.arange(table.shape[1]) >= counts, np.nan, table[process, chosen])


@functools.lru_cache(maxsize=8)
def _draws(processes: int, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """Which processes to take in each resampling, and a number in [0, 1) for each round; the same in every run."""
    random = np.random.default_rng(0)
    process = random.integers(processes, size=(RESAMPLES, processes, 1))
    return process, random.random((RESAMPLES, processes, rounds))


def _median(tables: np.ndarray) -> np.ndarray:
    """Median of each table's numbers."""
    flat = np.sort(tables.reshape(len(tables), -1), axis=1)  # NaN last
    count = (~np.isnan(flat)).sum(axis=1)
    rows = np.arange(len(flat))
    return (flat[rows, (count - 1) // 2] + flat[rows, count // 2]) / 2


def _estimate(value: np.ndarray, resampled: np.ndarray, processes: int) -> Estimate:
    """Percentile interval, widened for few processes.

    The plain percentile interval is too short when there are few independent units. Taking the
    percentiles further out, by Student's t in place of the normal distribution, mends that
    (T. Hesterberg, What Teachers Should Know About the Bootstrap, 2015).
    """
    from scipy.special import ndtr, stdtrit  # takes a while to import, and most commands need none of it

    student = stdtrit(processes - 1, (1 + CONFIDENCE) / 2)
    tail = ndtr(-np.sqrt(processes / (processes - 1)) * student)
    low, high = np.quantile(resampled, [tail, 1 - tail])
    return Estimate(float(value[0]), float(low), float(high))
