"""Intervals are as wide as they say, whatever the samples; a difference is named only where there is one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparekit.timing.estimate import SMALLEST_DIFFERENCE, UNCERTAIN, faster, median, uncertain
from comparekit.timing.measurement import Estimate

TRIALS = 200
positive = st.floats(1e-7, 1e3)
samples = st.lists(st.lists(positive, min_size=1, max_size=4), min_size=2, max_size=8)


@given(samples)
def test_a_median_lies_within_its_interval_and_the_samples(table: list[list[float]]) -> None:
    found = median(table)
    flat = [value for row in table for value in row]
    assert found.value == pytest.approx(np.median(flat))
    assert min(flat) <= found.low <= found.high <= max(flat)


@given(positive, st.integers(2, 8), st.integers(1, 4))
def test_what_never_varies_has_an_interval_without_width(value: float, processes: int, rounds: int) -> None:
    assert median([[value] * rounds] * processes) == Estimate(value, value, value)


@given(samples, st.floats(0.1, 10))
def test_units_do_not_matter(table: list[list[float]], factor: float) -> None:
    scaled = median([[factor * value for value in row] for row in table])
    assert [scaled.value, scaled.low, scaled.high] == pytest.approx(
        [factor * number for number in (median(table).value, median(table).low, median(table).high)]
    )


def trial(random: np.random.Generator, processes: int, rounds: int, true_ratio: float) -> Estimate:
    """The ratio of two steps whose processes differ by 1 % and whose rounds by 1 %, skewed as times are."""
    tables = []
    for level in (true_ratio, 1.0):
        speeds = level * np.exp(random.normal(0, 0.01, (processes, 1)))
        tables.append(speeds * (1 + random.exponential(0.01, (processes, rounds))))
    return median((tables[0] / tables[1]).tolist())


@pytest.mark.parametrize(("processes", "rounds"), [(5, 6), (8, 10), (10, 3)])
def test_the_interval_holds_the_true_ratio_as_often_as_it_says(processes: int, rounds: int) -> None:
    random = np.random.default_rng(processes)
    found = [trial(random, processes, rounds, 1.2) for _ in range(TRIALS)]
    coverage = sum(one.low <= 1.2 <= one.high for one in found) / TRIALS
    assert coverage >= 0.93  # 95 % less what 200 trials leave open


def test_an_interval_that_took_samples_of_a_process_for_independent_would_be_too_short() -> None:
    random = np.random.default_rng(0)
    hits = 0
    for _ in range(TRIALS):
        level = np.exp(random.normal(0, 0.05, (6, 1)))
        table = level * np.exp(random.normal(0, 0.005, (6, 5)))
        found = median(table.tolist())
        shuffled = median(random.permutation(table.ravel()).reshape(6, 5).tolist())
        hits += (found.high - found.low) > (shuffled.high - shuffled.low)
    assert hits > 0.9 * TRIALS


def test_equal_steps_are_seldom_called_different_and_different_ones_are_found() -> None:
    random = np.random.default_rng(3)
    same = [faster(trial(random, 8, 10, 1.0)) for _ in range(TRIALS)]
    slower = [faster(trial(random, 8, 10, 1.1)) for _ in range(TRIALS)]
    assert np.mean(np.abs(same)) <= 0.05
    assert np.mean([one == 1 for one in slower]) >= 0.95


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (1.2, 0.99, 1.5, 0),
        (1.2, 1.001, 1.5, 1),
        (SMALLEST_DIFFERENCE - 0.001, 1.001, 1.5, 0),
        (SMALLEST_DIFFERENCE, 1.001, 1.5, 1),
        (1 / SMALLEST_DIFFERENCE, 0.5, 0.999, -1),
        (0.98, 0.5, 0.999, 0),
        (0.8, 0.5, 1.001, 0),
    ],
)
def test_a_difference_is_named_that_is_sure_and_large_enough(
    value: float, low: float, high: float, expected: int
) -> None:
    assert faster(Estimate(value, low, high)) == expected


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (1.0, 0.92, 1.09, False),
        (1.0, 0.92, UNCERTAIN, True),
        (1.0, 1 / UNCERTAIN, 1.09, True),
        (0.98, 0.5, 0.999, True),
        (0.68, 0.32, 1.07, True),
        (1.2, 1.001, 1.5, False),
        (0.5, 0.3, 0.9, False),
    ],
)
def test_a_wide_interval_without_a_verdict_is_uncertain(value: float, low: float, high: float, expected: bool) -> None:
    assert uncertain(Estimate(value, low, high)) == expected


@pytest.mark.parametrize("table", [[], [[1.0]], [[1.0], []]])
def test_too_few_samples_are_refused(table: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="two processes"):
        median(table)


def test_the_same_samples_give_the_same_interval() -> None:
    table = np.random.default_rng(1).normal(1, 0.1, (10, 3)).tolist()
    assert median(table) == median(table)
