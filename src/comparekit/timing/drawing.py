"""Measurements as drawings: pure functions from points to SVG, and the numbers and units that a reader sees."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from comparekit.timing.measurement import Estimate

WHAT = {
    "steady": "time of a call",
    "memory": "peak memory of a call",
    "tail": "99th percentile of single calls",
    "first": "first call",
}
"""Kinds of numbers, and the words for them."""
SECONDS = {"s": 1.0, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9}
WIDTH = 480.0
"""Width of a drawing in its own units. Text has at most 17 of them (site.css), which is a `LETTER` and a `LINE`."""
LETTER = 9.0
LINE = 19.0
MARKERS = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M-3.6 -3.6h7.2v7.2h-7.2z",
    "M0 -5.2l5.2 5.2l-5.2 5.2l-5.2 -5.2z",
    "M0 -5l4.8 8.4h-9.6z",
    "M0 5l4.8 -8.4h-9.6z",
    "M-5 0l8.4 -4.8v9.6z",
)
DASHES = ("none", "7 3", "2 3", "9 3 2 3")


@dataclass(frozen=True)
class Series:
    """The points of one step.

    Attributes:
        name: that a reader sees, such as "PyTorch compiled".
        framework: a key of `model.TITLES`; decides the colour, and whether markers are filled.
        style: number of the mode; decides the shape of markers and the dash.
        points: median by size, in seconds or MiB.
    """

    name: str
    framework: str
    style: int
    points: dict[int, Estimate]


def sweep(lines: Sequence[Series], what: str, axis: str) -> Element:
    """Size against time or memory, both logarithmic: one line a step, each with its name at the end."""
    marks, begin, end = _range(lines)
    names = [textwrap.wrap(line.name, 12 if len(lines) <= 5 else 20) for line in lines]
    heights = [LINE * len(name) + 5 for name in names]
    left = 12 + LETTER * max(len(plain(mark, what)) for mark in marks)
    right = WIDTH - 36 - LETTER * max(len(part) for name in names for part in name)
    top, bottom = LINE + 17, LINE + 17 + max(230, sum(heights))
    sizes = sorted({max(size, 1) for line in lines for size in line.points})
    across, up = _log(sizes[0], sizes[-1], left + 10, right - 10), _log(begin, end, bottom, top)
    svg = _canvas(bottom + 3 * LINE)
    _write(svg, 0, 9, _logarithmic(WHAT[what]))
    for mark in marks:
        _draw(svg, "path", class_="grid", d=f"M{left:.1f} {up(mark):.1f}H{right:.1f}")
        _write(svg, left - 6, up(mark), plain(mark, what), anchor="end")
    _draw(svg, "path", class_="axis", d=f"M{left:.1f} {bottom:.1f}H{right:.1f}")
    for size in sizes:
        _draw(svg, "path", class_="axis", d=f"M{across(size):.1f} {bottom:.1f}v4")
    _scale(svg, {across(size): f"{size:,}" for size in sizes}, bottom + 15)
    title = textwrap.shorten(_logarithmic(axis), int(WIDTH / LETTER), placeholder=" …")
    half = LETTER * len(title) / 2
    _write(svg, min(max((left + right) / 2, half), WIDTH - half), bottom + 17 + LINE, title, anchor="middle")
    last = [up(line.points[max(line.points)].value) for line in lines]
    for line, name, y, label in zip(lines, names, last, spread(last, heights, top - 8, bottom), strict=True):
        group = _draw(svg, "g", class_=line.framework)
        at = [(size, across(size), line.points[size]) for size in sorted(line.points)]
        corners = "L".join(f"{x:.1f} {up(one.value):.1f}" for _, x, one in at)
        _draw(group, "path", class_="line", stroke_dasharray=DASHES[line.style % len(DASHES)], d=f"M{corners}")
        _draw(group, "path", class_="lead", d=f"M{at[-1][1] + 6:.1f} {y:.1f}L{right + 16:.1f} {label:.1f}")
        _marker(group, line, right + 22, label)
        for size, x, one in at:
            bar = f"M{x:.1f} {up(one.low):.1f}V{up(one.high):.1f}"
            said = f"{line.name}, {sizes_in_words([size], axis)}: {amount(one, what)}"
            _point(group, line, said, bar, x, up(one.value))
        _write(svg, right + 32, label, *name)
    return svg


def dots(rows: Sequence[tuple[Series, str]]) -> Element:
    """One row a step and kind of number, all of one size: its name, its value, and where that lies."""
    marks, begin, end = _range([line for line, _ in rows])
    what, height = rows[0][1], 2 * LINE + 8
    bottom = height * len(rows)
    along = _log(begin, end, 34, WIDTH - 36)
    svg = _canvas(bottom + 2 * LINE + 6)
    _scale(svg, {along(mark): plain(mark, what) for mark in marks}, bottom + 10)
    _write(svg, WIDTH / 2, bottom + 11 + LINE, _logarithmic(WHAT[what]), anchor="middle")
    for number, (line, kind) in enumerate(rows):
        (one,) = line.points.values()
        name = line.name + (", 99th percentile" if kind == "tail" else "")
        y = number * height + 2 * LINE - 6
        across = "".join(f"M{along(mark):.1f} {y - 5:.1f}v10" for mark in marks)
        _draw(svg, "path", class_="grid", d=f"M{along(begin):.1f} {y:.1f}H{along(end):.1f}{across}")
        group = _draw(svg, "g", class_=line.framework)
        bar = f"M{along(one.low):.1f} {y:.1f}H{along(one.high):.1f}"
        _point(group, line, f"{name}: {amount(one, kind)}", bar, along(one.value), y)
        _write(svg, 0, y - LINE, name)
        _write(svg, WIDTH, y - LINE, amount(one, kind).partition(" (")[0], anchor="end")
    return svg


def ticks(low: float, high: float) -> tuple[list[float], float, float]:
    """Marks of a logarithmic axis (at most ten; 1, 2 or 5 times a power of ten) and both its ends."""
    exponents = range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 2)
    marks = [float(f"{factor}e{exponent}") for exponent in exponents for factor in (1, 2, 5)]
    begin, end = max(mark for mark in marks if mark <= low), min(mark for mark in marks if mark >= high)
    shown = [mark for mark in marks if begin <= mark <= end]
    if len(shown) > 10:
        shown = [mark for mark in marks[::3] if begin <= mark <= end]
    return shown[:: math.ceil(len(shown) / 10)], begin, end


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels, each near to where it is wanted, that do not overlap and lie between two bounds.

    Where all of them together are higher than the space, they reach beyond `low`.
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    places, edge = list(wanted), low
    for n in order:
        places[n] = max(places[n], edge + heights[n] / 2)
        edge = places[n] + heights[n] / 2
    edge = high
    for n in reversed(order):
        places[n] = min(places[n], edge - heights[n] / 2)
        edge = places[n] - heights[n] / 2
    return places


def sizes_in_words(sizes: Sequence[int], axis: str, of: int = 0) -> str:
    """Sizes with the first words of the axis: "64 and 256 rows", "all 3 sizes from 8 to 32 rows".

    Args:
        sizes: increasing.
        axis: what a size counts, such as "rows of each matrix".
        of: number of all sizes.
    """
    noun = re.split(r",| (?:of|in|a|an|per|each)\b", axis)[0]
    if list(sizes) == [1]:
        noun = noun.removesuffix("s")
    if len(sizes) <= 2:
        return f"{' and '.join(f'{size:,}' for size in sizes)} {noun}"
    return f"{'all' if len(sizes) == of else 'the'} {len(sizes)} sizes from {sizes[0]:,} to {sizes[-1]:,} {noun}"


def amount(one: Estimate, what: str) -> str:
    """A number with its unit and interval, all as exact as three digits of the number."""
    unit, size = _unit(one.value, what)
    low, high = (digits(value / size, one.value / size) for value in (one.low, one.high))
    return f"{digits(one.value / size)} {unit} ({low} to {high})"


def plain(value: float, what: str) -> str:
    """A number with its unit, three digits at most."""
    unit, size = _unit(value, what)
    text = digits(value / size)
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {unit}"


def _unit(value: float, what: str) -> tuple[str, float]:
    if what == "memory":
        return "MiB", 1.0
    rounded = float(f"{value:.2e}")
    return next((one for one in SECONDS.items() if rounded >= one[1]), ("ns", 1e-9))


def digits(value: float, like: float | None = None) -> str:
    """As many decimals as give three digits to `like`, which is the number itself unless told otherwise."""
    like = float(f"{value if like is None else like:.2e}")
    decimals = 2 - math.floor(math.log10(abs(like))) if like and math.isfinite(like) else 0
    return f"{value:,.{min(max(decimals, 0), 9)}f}"


def sentence(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]


def clean(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _range(lines: Sequence[Series]) -> tuple[list[float], float, float]:
    """Marks and ends of the axis that all points and intervals lie on; a logarithm has no place for zero."""
    points = [one for line in lines for one in line.points.values()]
    values = [value for one in points for value in (one.low, one.value, one.high) if value > 0] or [1.0]
    return ticks(min(values), max(values))


def _log(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """From `low` to `high` becomes from `start` to `end`, as logarithms; what lies outside becomes the nearer end."""
    if low == high:
        return lambda value: (start + end) / 2
    span = math.log(high / low)
    return lambda value: start + (end - start) * math.log(min(max(value, low), high) / low) / span


def _canvas(height: float) -> Element:
    svg = Element("svg", {"role": "img", "viewBox": f"0 0 {WIDTH:g} {height:g}", "font-size": "11", "fill": "none"})
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    SubElement(svg, "title")
    SubElement(svg, "desc")
    return svg


def _draw(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, tag, {name.strip("_").replace("_", "-"): text for name, text in attributes.items()})


def _write(parent: Element, x: float, y: float, *lines: str, anchor: str = "start") -> None:
    """Lines of text, their middle at `y` whatever the size of the letters."""
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "fill": "currentColor"}
    text = SubElement(parent, "text", place)
    for number, line in enumerate(lines):
        down = "1.15em" if number else f"{0.36 - 0.575 * (len(lines) - 1):.3f}em"
        SubElement(text, "tspan", {"x": f"{x:.1f}", "dy": down}).text = clean(line)


def _scale(svg: Element, marks: dict[float, str], y: float) -> None:
    """Texts of a horizontal axis from right to left, without those that have no room."""
    free = WIDTH
    for place, text in reversed(marks.items()):
        half = LETTER * len(text) / 2
        x = min(max(place, half), WIDTH - half)
        if x + half <= free:
            _write(svg, x, y, text, anchor="middle")
            free = x - half - 4


def _point(group: Element, line: Series, said: str, bar: str, x: float, y: float) -> None:
    """A marker with its interval, which says its numbers under a pointer."""
    point = _draw(group, "g", class_="point")
    SubElement(point, "title").text = clean(said)
    _draw(point, "circle", r="10", cx=f"{x:.1f}", cy=f"{y:.1f}", fill="transparent")
    _draw(point, "path", class_="bar", d=bar)
    _marker(point, line, x, y)


def _marker(parent: Element, line: Series, x: float, y: float) -> None:
    place = f"translate({x:.1f} {y:.1f})"
    _draw(parent, "path", class_="marker", d=MARKERS[line.style % len(MARKERS)], transform=place)


def _logarithmic(text: str) -> str:
    return f"{sentence(text)} (logarithmic)"
