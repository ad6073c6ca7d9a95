"""Drawings of any measurement: well-formed, within their frame, every step named, and no label on another."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparekit.timing.drawing import (
    LETTER,
    LINE,
    WIDTH,
    Series,
    amount,
    dots,
    plain,
    sizes_in_words,
    spread,
    sweep,
    ticks,
)
from comparekit.timing.measurement import Estimate

AXES = st.sampled_from(["rows of each matrix", "images in a batch", "x", "a < b & c " * 12])
FRAMEWORKS = st.sampled_from(["pytorch", "tensorflow"])
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=24).map(lambda text: f"PyTorch {text}")
FEW = settings(max_examples=40)
TIMES = st.floats(1e-9, 1e4)


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    value = draw(TIMES)
    return Estimate(value, value * draw(st.floats(0.2, 1)), value * draw(st.floats(1, 5)))


def lines(sizes: st.SearchStrategy[int], most: int) -> st.SearchStrategy[list[Series]]:
    """Up to eight steps with names of their own."""
    points = st.dictionaries(sizes, estimates(), min_size=1, max_size=most)
    one = st.builds(Series, NAMES, FRAMEWORKS, st.integers(0, 7), points)
    return st.lists(one, min_size=1, max_size=8, unique_by=lambda line: line.name)


def parsed(svg: Element) -> Element:
    """The drawing as a browser reads it."""
    return fromstring(tostring(svg, encoding="unicode").replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def places(svg: Element) -> list[tuple[float, float]]:
    """Every place that the drawing mentions; curves and strokes of markers are relative and small."""
    found = []
    for one in svg.iter():
        if "x" in one.attrib:
            found.append((float(one.get("x", "")), float(one.get("y", svg.get("viewBox", "").split()[3]))))
        for x, y in re.findall(r"translate\((\S+) (\S+)\)", one.get("transform", "")):
            found.append((float(x), float(y)))
        if one.get("class") != "marker":
            for x, y in re.findall(r"[ML](\S+?) ([-.\d]+)", one.get("d", "")):
                found.append((float(x), float(y)))
    return found


def boxes(svg: Element) -> list[tuple[float, float, float, float]]:
    """Room that each text takes at most, as left, top, right and bottom."""
    found = []
    for text in svg.iter("text"):
        rows = [row.text or "" for row in text.iter("tspan")]
        width, height = LETTER * max(map(len, rows)), LINE * len(rows)
        x, y = float(text.get("x", "")), float(text.get("y", ""))
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "")]
        found.append((left, y - height / 2, left + width, y + height / 2))
    return found


def overlapping(texts: list[tuple[float, float, float, float]]) -> list[tuple]:
    """Pairs of texts that share more than a hair."""
    return [
        (one, other)
        for number, one in enumerate(texts)
        for other in texts[:number]
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 5 and other[1] < one[3] - 5
    ]


def letters(text: str) -> str:
    """The text without spaces and what no drawing can hold."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


def words(element: Element) -> str:
    return letters("".join(element.itertext()).replace("\ufffd", ""))


@FEW
@given(lines(st.integers(0, 10**7), 6), AXES)
def test_a_sweep_is_well_formed_within_its_frame_and_names_every_step(steps: list[Series], axis: str) -> None:
    svg = parsed(sweep(steps, "steady", axis))
    _, _, width, height = map(float, svg.get("viewBox", "").split())
    assert width == WIDTH
    assert [place for place in places(svg) if not (0 <= place[0] <= width and 0 <= place[1] <= height)] == []
    shown = [words(text) for text in svg.iter("text")]
    assert [step.name for step in steps if letters(step.name) not in shown] == []
    assert sum(one.get("class") == "point" for one in svg.iter()) == sum(len(step.points) for step in steps)
    assert all(point.find("title") is not None for point in svg.iter() if point.get("class") == "point")


@FEW
@given(lines(st.integers(1, 10**6), 6))
def test_no_text_of_a_sweep_lies_on_another(steps: list[Series]) -> None:
    short = [Series(f"PyTorch step{n}", step.framework, n, step.points) for n, step in enumerate(steps)]
    texts = boxes(parsed(sweep(short, "steady", "rows of each matrix")))
    assert overlapping(texts) == []
    assert [box for box in texts if box[0] < -1 or box[2] > WIDTH + 1] == []


@FEW
@given(lines(st.just(64), 1), st.booleans())
def test_dots_have_one_row_a_step_and_say_its_value(steps: list[Series], tails: bool) -> None:
    rows = [(step, what) for step in steps for what in (["steady", "tail"] if tails else ["steady"])]
    svg = parsed(dots(rows))
    _, _, width, height = map(float, svg.get("viewBox", "").split())
    assert [place for place in places(svg) if not (0 <= place[0] <= width and 0 <= place[1] <= height)] == []
    shown = [words(text) for text in svg.iter("text")]
    for step, what in rows:
        name = step.name + (", 99th percentile" if what == "tail" else "")
        assert letters(name) in shown
        assert "".join(amount(step.points[64], what).split(" (")[0].split()) in shown


def test_steps_differ_in_more_than_colour() -> None:
    point = {1: Estimate(1.0, 0.9, 1.1), 2: Estimate(2.0, 1.9, 2.1)}
    steps = [Series(f"{side} {n}", side, n, point) for side in ("pytorch", "tensorflow") for n in range(6)]
    svg = parsed(sweep(steps, "steady", "rows"))
    groups = [one for one in svg.iter("g") if one.get("class") in ("pytorch", "tensorflow")]
    looks = {
        (group.get("class"), group[0].get("stroke-dasharray"), group.findall("path[@class='marker']")[0].get("d"))
        for group in groups
    }
    assert len(looks) == len(steps)


@pytest.mark.parametrize("value", [0.0, -1.0])
def test_what_has_no_logarithm_is_drawn_at_the_edge(value: float) -> None:
    step = Series("PyTorch a", "pytorch", 0, {1: Estimate(value, value, value), 2: Estimate(3.0, 2.0, 4.0)})
    assert "nan" not in tostring(sweep([step], "memory", "rows"), encoding="unicode")
    alone = Series("PyTorch a", "pytorch", 0, {1: Estimate(value, value, value)})
    assert "nan" not in tostring(dots([(alone, "memory")]), encoding="unicode")


@given(TIMES, st.floats(1, 1e9))
def test_marks_are_few_and_the_axis_holds_everything(low: float, factor: float) -> None:
    shown, begin, end = ticks(low, low * factor)
    assert begin <= low <= low * factor <= end
    assert 1 <= len(shown) <= 10
    assert all(begin <= mark <= end for mark in shown)
    assert len({plain(mark, "steady") for mark in shown}) == len(shown)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), min_size=1, max_size=9))
def test_labels_do_not_overlap_and_stay_when_they_have_room(wanted: list[tuple[float, float]]) -> None:
    middles, heights = [list(column) for column in zip(*wanted, strict=True)]
    placed = sorted(zip(spread(middles, heights, 0, 400), heights, strict=True))
    for (upper, one), (lower, other) in pairwise(placed):
        assert upper + one / 2 <= lower - other / 2 + 1e-6
    assert all(place + height / 2 <= 400 + 1e-6 for place, height in placed)
    if sum(heights) <= 400:
        assert all(place - height / 2 >= -1e-6 for place, height in placed)
    if len(wanted) == 1 and 20 <= middles[0] <= 380:
        assert placed[0][0] == middles[0]


@pytest.mark.parametrize(
    ("estimate", "what", "said"),
    [
        (Estimate(1.234e-5, 1.2e-5, 1.3e-5), "steady", "12.3 µs (12.0 to 13.0)"),
        (Estimate(0.9999e-3, 0.98e-3, 1.1e-3), "first", "1.00 ms (0.98 to 1.10)"),
        (Estimate(0.0312, 0.03, 0.033), "tail", "31.2 ms (30.0 to 33.0)"),
        (Estimate(2.5, 2.25, 125.0), "steady", "2.50 s (2.25 to 125.00)"),
        (Estimate(3e-10, 2e-10, 4e-10), "steady", "0.300 ns (0.200 to 0.400)"),
        (Estimate(1234.5, 1230.2, 1300.0), "memory", "1,234 MiB (1,230 to 1,300)"),
        (Estimate(0.0, 0.0, 0.5), "memory", "0 MiB (0 to 0)"),
    ],
)
def test_numbers_have_the_unit_and_digits_that_people_read(estimate: Estimate, what: str, said: str) -> None:
    assert amount(estimate, what) == said


@pytest.mark.parametrize(
    ("sizes", "axis", "of", "said"),
    [
        ([64], "rows of each matrix", 3, "64 rows"),
        ([1], "images in a batch", 3, "1 image"),
        ([64, 1024], "rows of each matrix", 3, "64 and 1,024 rows"),
        ([1, 2, 4], "images in a batch", 6, "the 3 sizes from 1 to 4 images"),
        ([1, 2, 4], "rows", 3, "all 3 sizes from 1 to 4 rows"),
        ([8], "MiB of each array", 1, "8 MiB"),
        ([8, 16], "inputs, and outputs, of the function", 2, "8 and 16 inputs"),
    ],
)
def test_sizes_are_named_by_what_they_count(sizes: list[int], axis: str, of: int, said: str) -> None:
    assert sizes_in_words(sizes, axis, of) == said
