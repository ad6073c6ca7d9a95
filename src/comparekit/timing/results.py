"""What measurements show: which rounds count, medians and ratios of them, and the verdict in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median as middle
from typing import Literal

import msgspec

from comparekit.model import Pair, Timing
from comparekit.timing import estimate
from comparekit.timing.measurement import Control, Estimate, Measurement, Round

UNEVEN = 1.5
"""Rounds whose speeds differ by more than this factor are not compared."""
TOO_FEW = "too few rounds of one speed to compare"
NO_DIFFERENCE = "no difference measured"
UNSURE = f"{NO_DIFFERENCE}, too uncertain to rule one out"
LEAST_SAMPLES = 30
LEAST_PROCESSES = 5


Row = tuple[int, tuple[float, float, float]]
"""A process, and what it gave: a sample of each of two steps, and their ratio."""


@dataclass(frozen=True)
class Result:
    """What a measurement shows about one comparison at one size.

    Attributes:
        mode: name of the comparison.
        size: of the work.
        what: what the numbers are: seconds of a call, their 99th percentile, of the first call; or MiB.
        contestants: the two steps, `label mode`.
        samples: of each step, by process.
        ratios: of the second to the first in the same rounds, by process.
        medians: of each step.
        ratio: median of the ratios; None where too few samples count.
    """

    mode: str
    size: int
    what: Literal["steady", "tail", "first", "memory"]
    contestants: tuple[str, str]
    samples: tuple[list[list[float]], list[list[float]]]
    ratios: list[list[float]]
    medians: tuple[Estimate, Estimate]
    ratio: Estimate | None


def quiet(rounds: Sequence[Round], size: int, mode: str) -> list[Round]:
    """The rounds of a comparison that count: undisturbed, and all of about the same speed of the machine.

    Machines switch between speeds. Of all windows of the speed that are `UNEVEN` wide, the one with most rounds is
    taken.
    """
    good = [one for one in rounds if (one.size, one.mode) == (size, mode) and not one.trouble]
    speeds = sorted(middle(one.calibrations) for one in good if one.calibrations)
    if not speeds:
        return good
    start = max(speeds, key=lambda low: sum(low <= speed <= low * UNEVEN for speed in speeds))
    return [one for one in good if start <= middle(one.calibrations) <= start * UNEVEN]


def unrest(rounds: Sequence[Round]) -> float:
    """By which factor the machine's speed varied between rounds, leaving out the outermost tenth on each side."""
    speeds = sorted(middle(one.calibrations) for one in rounds if one.calibrations)
    tenth = len(speeds) // 10
    return speeds[-1 - tenth] / speeds[tenth] if speeds else 1.0


def all_quiet(rounds: Sequence[Round]) -> list[Round]:
    """The rounds that count, of all comparisons; see `quiet`."""
    kinds = dict.fromkeys((one.size, one.mode) for one in rounds)
    return [one for size, mode in kinds for one in quiet(rounds, size, mode)]


def results_of(timing: Timing, measurement: Measurement) -> list[Result]:
    """What a measurement shows, one result for each comparison, size and kind of number."""
    found = []
    for mode, modes in timing.modes.items():
        steps = tuple(f"{label} {given}" for label, given in modes.items())
        for size in timing.sizes:
            rounds = quiet(measurement.rounds, size, mode)
            kind = "memory" if timing.measure == "memory" else "steady"
            rows = [(one.process, (*one.seconds, one.ratio)) for one in rounds]
            found.append(_result(measurement, mode, size, kind, steps, rows))
            rows = [(one.process, (*one.tails, quotient(*one.tails))) for one in rounds if one.tails]
            found.append(_result(measurement, mode, size, "tail", steps, rows))
            starts: dict[int, dict[str, float]] = {}
            for start in measurement.starts:
                if start.size == size and start.process:  # the first process finds no compiled code on disk
                    starts.setdefault(start.process, {})[start.contestant] = start.first
            both = [(process, tuple(first.get(step, 0.0) for step in steps)) for process, first in starts.items()]
            rows = [(process, (*first, quotient(*first))) for process, first in both if all(first)]
            found.append(_result(measurement, mode, size, "first", steps, rows))
    return [result for result in found if result is not None]


def estimated(timing: Timing, measurement: Measurement) -> Measurement:
    """The measurement with what its samples show, computed anew."""
    plain = msgspec.structs.replace(measurement, estimates={})
    found = {f"{r.mode}/{r.size}/{r.what}": (*r.medians, r.ratio) for r in results_of(timing, plain)}
    return msgspec.structs.replace(measurement, estimates=found)


def well_estimated(timing: Timing, measurement: Measurement) -> bool:
    """Whether the stored estimates are those of the samples, up to what another processor rounds differently."""
    stored, anew = measurement.estimates, estimated(timing, measurement).estimates
    return stored.keys() == anew.keys() and all(
        (one is None) == (other is None)
        and (one is None or all(map(math.isclose, msgspec.structs.astuple(one), msgspec.structs.astuple(other))))
        for name in stored
        for one, other in zip(stored[name], anew[name], strict=True)
    )


def work(timing: Timing, measurement: Measurement, size: int) -> float:
    """What a step of this size has to do: operations or bytes by what bounds it, 0 where nothing is said."""
    if timing.bound == "compute":
        return measurement.flops.get(str(size), 0.0)
    return timing.bytes * size


def verdict(result: Result, pair: Pair) -> str:
    """What a result shows, in words, with the interval of the ratio."""
    if result.ratio is None:
        return TOO_FEW
    first, second = (pair.sides[name.split(" ")[0]].title for name in result.contestants)
    winner, factors = first, msgspec.structs.astuple(result.ratio)
    match estimate.faster(result.ratio):
        case 0:
            none = UNSURE if estimate.uncertain(result.ratio) else NO_DIFFERENCE
            return "{} (ratio {:.2f}, {:.2f} to {:.2f})".format(none, *factors)
        case -1:
            winner, factors = second, (1 / result.ratio.value, 1 / result.ratio.high, 1 / result.ratio.low)
    text = "{} times, {} to {}".format(*map(factor, factors))
    return f"{winner} {'takes less memory' if result.what == 'memory' else 'is faster'} ({text})"


def factor(number: float) -> str:
    """A factor as a reader wants it: 1.08, 18.25, 1,079."""
    return f"{number:.2f}" if number < 100 else f"{number:,.0f}"


def by_process(rows: Iterable[tuple[int, float]]) -> list[list[float]]:
    """Numbers that belong to a process, one list a process."""
    table: dict[int, list[float]] = {}
    for process, value in rows:
        table.setdefault(process, []).append(value)
    return list(table.values())


def estimates(what: str, rows: Sequence[Row]) -> tuple[Estimate, Estimate, Estimate | None]:
    """Medians of two steps, and of the ratio of the second to the first, or None where too few samples count.

    Raises:
        ValueError: fewer than two processes.
    """
    one, other, ratio = _columns(rows)
    least = 1 if what in ("first", "memory") else LEAST_SAMPLES
    enough = len(one) >= LEAST_PROCESSES and len(rows) >= least
    enough = enough and all(value > 0 for row in ratio for value in row)  # no ratio to nothing
    return estimate.median(one), estimate.median(other), estimate.median(ratio) if enough else None


def _result(
    measurement: Measurement, mode: str, size: int, what: str, pair: tuple[str, str], rows: Sequence[Row]
) -> Result | None:
    """The result of one comparison, its estimates as stored or else computed."""
    if len({process for process, _ in rows}) < 2:
        return None
    one, other, ratios = _columns(rows)
    stored = measurement.estimates.get(f"{mode}/{size}/{what}") or estimates(what, rows)
    return Result(mode, size, what, pair, (one, other), ratios, stored[:2], stored[2])


def _columns(rows: Sequence[Row]) -> list[list[list[float]]]:
    """Samples of the one step, of the other, and of their ratio, each by process."""
    return [by_process((process, values[column]) for process, values in rows) for column in range(3)]


def quotient(one: float, other: float) -> float:
    """Ratio of the second to the first; 0 where there is none."""
    return other / one if one else 0.0


def found_by_control(control: Control) -> str:
    """What a check of the measurement shows, in words; of parts that an interrupt left out, nothing."""
    same = [one.ratio for one in control.same if one.ratio]
    slowed = [one.ratio for one in control.slowed if one.ratio]
    false = sum(bool(estimate.faster(ratio)) for ratio in same)
    true = sum(estimate.faster(ratio) == 1 for ratio in slowed)
    text = ""
    if same:
        were = "was" if false == 1 else "were"
        text = f"Of {len(same)} steps measured against themselves, {false} {were} called different."
    if slowed:
        text += f" A step slowed by {control.slowdown:.0%} was found slower in {true} of {len(slowed)} trials."
    if few := len(control.same) + len(control.slowed) - len(same) - len(slowed):
        text += f" {few} more had {TOO_FEW}."
    text += _beside_pyperf([one.ratio for one in control.beside if one.ratio])
    for tool in dict.fromkeys(one.tool for one in control.others):
        of_tool = [one for one in control.others if one.tool == tool]
        called = sum(one.differ for one in of_tool)
        text += f" {tool} called {called} of {len(of_tool)} steps different from themselves."
    return text.strip() or "Nothing was compared yet."


def _beside_pyperf(ratios: list[Estimate]) -> str:
    """How many medians are as pyperf's; a ratio whose interval holds 1 beside much else says neither yes nor no."""
    if not ratios:
        return ""
    limit = estimate.SMALLEST_DIFFERENCE - 1
    near = [one for one in ratios if abs(one.value - 1) <= limit]
    rest = [one for one in ratios if one not in near]
    unsure = [one for one in rest if estimate.uncertain(one)]
    text = f" {len(near)} of {len(ratios)} medians were within {limit:.0%} of pyperf's of the same turn"
    others = [(unsure, "could not be told, with an interval that holds 1 and reaches far from it")]
    others.append(([one for one in rest if one not in unsure], "further away"))
    for group, words in others:
        if group:
            text += f", {len(group)} {words} ({', '.join(f'{one.value:.3f}' for one in group)})"
    return f"{text}."
