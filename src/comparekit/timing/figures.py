"""Stored measurements as a reader meets them: the verdict in words, a drawing, and every number."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Sequence
from datetime import date
from xml.etree.ElementTree import tostring

from comparekit.evidence import literal
from comparekit.model import TITLES, Device, Pair, State, Timing
from comparekit.project import Project
from comparekit.tables import scrolling
from comparekit.timing import archive, estimate
from comparekit.timing.archive import Stored
from comparekit.timing.drawing import WHAT, Series, amount, clean, digits, dots, sentence, sizes_in_words, sweep
from comparekit.timing.measurement import Control, Estimate, Machine, Measurement
from comparekit.timing.results import (
    TOO_FEW,
    Result,
    all_quiet,
    factor,
    found_by_control,
    results_of,
    unrest,
    verdict,
    work,
)

KINDS = {"time": ("steady",), "latency": ("steady", "tail"), "memory": ("memory",)}
"""What is drawn and put into words, by what is measured; the table has everything."""
DEVICES: dict[Device, tuple[str, str]] = {"cpu": ("CPU", "not measured"), "cuda": ("GPU (`cuda`)", "not run")}
"""Name of a device, and what is said where it has no measurement."""
RATES = {"compute": "GFLOP/s", "memory": "GB/s"}


def figure(project: Project, pair: Pair) -> str:
    """All stored measurements of a pair as Markdown, CPU first, and what is missing.

    Raises:
        ProblemError: the pair has no `[timing]` table.
    """
    timing = archive.timing_of(pair)
    what = WHAT[KINDS[timing.measure][0]]
    blocks = [
        f'<div class="figure" id="{_anchor(pair)}" markdown>',
        f'<p class="pair-title">{literal(pair.spec.title)}: {what} <code>{pair.id}</code></p>',
    ]
    stored = archive.read(project, pair)
    for device, (name, absent) in DEVICES.items():
        absent = absent if device in timing.devices else "not part of this comparison"
        found = [one for one in stored if one.path.stem.endswith(".cuda") == (device == "cuda")]
        blocks += [_shown(project, pair, name, one) for one in found] or [f"{name}: {absent}."]
    return "\n\n".join([*blocks, "</div>"])


def verdicts(project: Project, pairs: Sequence[Pair]) -> str:
    """What every current measurement of some pairs shows, in words: one table a machine and device."""
    rows: dict[str, list[str]] = {}
    pages = _pages(project)
    for pair in pairs:
        for stored in archive.read(project, pair) if pair.spec.timing else ():
            if stored.measurement is None or stored.state is not State.PASS:
                continue
            made = stored.measurement
            heading = f"**{DEVICES[made.device][0]}**: {literal(_host(made.machine))}"
            words = claims(pair, results_of(pair.spec.timing, made))
            title = literal(pair.spec.title)
            link = f"[{title}]({pages[pair.id]}#{_anchor(pair)})" if pair.id in pages else title
            rows.setdefault(heading, []).extend(
                f"| {link if n == 0 else ''} | {literal(mode)} | {literal(text)} |"
                for n, (mode, text) in enumerate(words.items())
            )
    if not rows:
        return "Nothing was measured yet."
    head = "| Work | Comparison | What was measured |\n| --- | --- | --- |"
    return "\n\n".join("\n".join([f"{heading}\n", head, *lines]) for heading, lines in rows.items())


def control(project: Project) -> str:
    """Whether the measurement can be believed, one item a machine on which that was tried.

    Raises:
        ProblemError: a stored check is damaged.
    """
    found = [
        f"{literal(_host(one.machine))}, {_day(one.date)}, in {one.minutes:.0f} minutes. {found_by_control(one)}"
        + _beside_pyperf(one)
        for one in archive.controls(project)
    ]
    return "\n\n".join(found) or "Not tried yet on any machine."


def _beside_pyperf(control: Control) -> str:
    """Our medians as multiples of pyperf's, every one that was compared."""
    head = _row(["Step", "Size", "Our median", "Our median / pyperf's"])
    rows = [
        _row([f"{one.pair} {one.step}", f"{one.size:,}", amount(one.median, "steady"), _ratio(one.ratio)])
        for one in control.beside
        if one.ratio
    ]
    if not rows:
        return ""
    label = f"Medians beside pyperf's, {_host(control.machine)}"
    opening = '<details data-search-exclude="true" markdown>\n<summary>Medians beside pyperf\'s</summary>'
    table = "\n".join([head, "|" + " --- |" * 4, *rows])
    return "\n\n" + "\n\n".join([opening, scrolling(label, table), "</details>"])


def _pages(project: Project) -> dict[str, str]:
    """The page that shows the figure of a pair, by identity."""
    shows = re.compile(r"^ {0,3}\{\*\s*figure\s+(\S+)\s*\*\}\s*$", re.MULTILINE)
    return {
        pair_id: page.relative_to(project.docs).as_posix()
        for page in sorted(project.docs.rglob("*.md"))
        for pair_id in shows.findall(page.read_text(encoding="utf-8"))
    }


def _anchor(pair: Pair) -> str:
    return f"figure-{pair.id.replace('/', '-').replace('_', '-')}"


def measured(pair: Pair, measurement: Measurement, ceilings: dict[str, float]) -> str:
    """One current measurement as Markdown: verdict, drawings, table, provenance.

    Args:
        pair: what was measured; its file has a `[timing]` table.
        measurement: of one machine and device.
        ceilings: the most that the machine did, "compute" in FLOP/s and "memory" in byte/s, as far as known.
    """
    results = results_of(pair.spec.timing, measurement)
    host = _host(measurement.machine)
    words = claims(pair, results)
    parts = [
        f"**{DEVICES[measurement.device][0]}**: {literal(host)}",
        "\n".join(f"- **{literal(name)}**: {literal(text)}" for name, text in words.items()),
        *_drawings(pair, results, host, "; ".join(f"{name}: {text}" for name, text in words.items())),
    ]
    if results:
        region = f"All numbers: {pair.spec.title}, {DEVICES[measurement.device][0]}, {host}"
        parts += [
            '<details data-search-exclude="true" markdown>\n<summary>All numbers</summary>',
            scrolling(region, table(pair, measurement, results, ceilings)),
            "</details>",
        ]
    return "\n\n".join([*parts, provenance(pair, measurement, results)])


def claims(pair: Pair, results: Sequence[Result]) -> dict[str, str]:
    """What the results show in words, by comparison; each claim is true of exactly the sizes that it names."""
    found = {}
    for mode, steps in pair.spec.timing.modes.items():
        names = ", ".join(_title(pair, f"{label} {given}") for label, given in steps.items())
        title = _spaced(mode if set(steps.values()) == {mode} else f"{mode} ({names})")
        for what in KINDS[pair.spec.timing.measure]:
            rows = {result.size: result for result in results if (result.mode, result.what) == (mode, what)}
            found[f"{title}, {WHAT[what]}" if what == "tail" else title] = _claim(pair, rows)
    return found


def table(pair: Pair, measurement: Measurement, results: Sequence[Result], ceilings: dict[str, float]) -> str:
    """Every result as a Markdown table; shares of a ceiling (FLOP/s or byte/s) where one is known."""
    timing = pair.spec.timing
    labels = {tuple(steps) for steps in timing.modes.values()}
    sides = [pair.sides[label].title for label in labels.pop()] if len(labels) == 1 else ["First", "Second"]
    ceiling = ceilings.get(timing.bound, 0.0)
    heads = [
        "Comparison",
        sentence(timing.axis),
        "Number",
        *sides,
        f"{sides[1]} / {sides[0]}",
        "Verdict",
        "Samples (processes)",
    ]
    heads += (
        [f"Share of the most that this machine did, {digits(ceiling / 1e9)} {RATES[timing.bound]}"] if ceiling else []
    )
    lines = [_row(heads), "|" + " --- |" * len(heads)]
    for result in results:
        values = [amount(median, result.what) for median in result.medians]
        if sides[0] == "First":
            values = [f"{_title(pair, name)}: {value}" for name, value in zip(result.contestants, values, strict=True)]
        samples = f"{sum(map(len, result.samples[0]))} ({len(result.samples[0])})"
        cells = [_spaced(result.mode), f"{result.size:,}", WHAT[result.what], *values]
        cells += [_ratio(result.ratio), _words(pair, result), samples]
        lines.append(_row([*cells, _shares(timing, measurement, result, ceiling)] if ceiling else cells))
    return "\n".join(lines)


def provenance(pair: Pair, measurement: Measurement, results: Sequence[Result]) -> str:
    """How and when a measurement was made, where its samples are, and how to repeat it."""
    counts = [one.samples[0] for one in results if one.what in ("steady", "memory")]
    samples = _span([sum(map(len, one)) for one in counts], "{:,}".format)
    processes = _span([len(one) for one in counts], str)
    left_out = len(measurement.rounds) - len(all_quiet(measurement.rounds))
    told = {name: text for build in measurement.builds.values() for name, text in build.items()}
    parts = [
        f"{measurement.machine.system}, {measurement.machine.memory_gib:g} GiB",
        ", ".join(f"{name} {version}" for name, version in sorted(measurement.versions.items(), key=_importance)),
        *(f"{name}: {text}" for name, text in sorted(told.items()) if name.endswith("threads")),
        _day(measurement.date),
        f"{samples} samples in {processes} processes a side for each size" if counts else "",
        f"{left_out} of {len(measurement.rounds)} rounds left out as disturbed",
        f"the machine's speed varied {unrest(measurement.rounds):.1f}-fold between rounds",
        f"{measurement.minutes:.1f} minutes",
    ]
    again = archive.command(pair, archive.path_of(pair, measurement.machine, measurement.device))
    links = f"Samples: [data/timings.json](data/timings.json). Measure it yourself: `{again}`."
    return f'<div class="made" markdown>\n\n{literal("; ".join(filter(None, parts)))}. {links}\n\n</div>'


def series(pair: Pair, results: Sequence[Result], what: str) -> list[Series]:
    """What a drawing of one kind of number shows, PyTorch first."""
    points: dict[str, dict[int, Estimate]] = {}
    for result in results:
        for name, median in zip(result.contestants, result.medians, strict=True):
            if result.what == what and all(map(math.isfinite, (median.value, median.low, median.high))):
                points.setdefault(name, {}).setdefault(result.size, median)
    kinds = {name: name.removeprefix(_framework(name)) for name in points}
    styles = list(dict.fromkeys([" eager", " compiled", " xla", *kinds.values()]))  # look the same everywhere
    return [
        Series(_title(pair, name), _framework(name), styles.index(kinds[name]), points[name])
        for name in sorted(points, key=lambda name: list(TITLES).index(_framework(name)))
    ]


def _shown(project: Project, pair: Pair, name: str, stored: Stored) -> str:
    """A measurement; of one that cannot be trusted only why, since the pair's file may mean other numbers by now."""
    made, problem = stored.measurement, stored.problem
    if made is not None and problem is None:
        return measured(pair, made, archive.ceilings(project, made.machine, made.device))
    message = f"{name}: {literal(problem.message.removeprefix('stale: '))}." if problem else f"{name}."
    where = f" Measured on {literal(_host(made.machine))}, {_day(made.date)}." if made else ""
    fix = f" `{problem.fix}`" if problem else ""
    return f'!!! warning "{"Stale" if stored.state is State.STALE else "Error"}"\n\n    {message}{where}{fix}'


def _drawings(pair: Pair, results: Sequence[Result], host: str, words: str) -> list[str]:
    """Drawings of what was measured, each with its title and the verdict, and a caption."""
    timing = pair.spec.timing
    shown = {what: lines for what in KINDS[timing.measure] if (lines := series(pair, results, what))}
    if not shown:
        return []
    if len(timing.sizes) > 1:
        drawn = {what: sweep(lines, what, timing.axis) for what, lines in shown.items()}
    else:
        rows = [(line, what) for what, lines in shown.items() for line in lines]
        drawn = {
            next(iter(shown)): dots(sorted(rows, key=lambda row: [line.name for line, _ in rows].index(row[0].name)))
        }
    divs = []
    for what, svg in drawn.items():
        svg[0].text, svg[1].text = clean(f"{pair.spec.title}, {WHAT[what]}, {host}"), clean(words)
        divs.append(f'<div class="plot" data-search-exclude="true">{tostring(svg, encoding="unicode")}</div>')
    where = "Lower" if len(timing.sizes) > 1 else "Further left"
    better = "takes less memory" if timing.measure == "memory" else "is faster"
    caption = "Markers are medians of all samples, bars their 95&nbsp;% intervals, often hidden by the marker."
    return [*divs, f'<p class="caption">{caption} {where} {better}.</p>']


def _claim(pair: Pair, rows: dict[int, Result]) -> str:
    """Neighbouring sizes of the same verdict are named together."""
    every = sorted(pair.spec.timing.sizes)
    parts = []
    for words, group in itertools.groupby(every, key=lambda size: _words(pair, rows.get(size))):
        sizes = list(group)
        numbers = f" ({_numbers([rows[size].ratio for size in sizes])})" if words != TOO_FEW else ""
        parts.append(f"{words} at {sizes_in_words(sizes, pair.spec.timing.axis, len(every))}{numbers}")
    return "; ".join(parts)


def _words(pair: Pair, result: Result | None) -> str:
    """The verdict without its numbers."""
    if result is None or result.ratio is None:
        return TOO_FEW
    return verdict(result, pair).rpartition(" (")[0]


def _numbers(ratios: Sequence[Estimate]) -> str:
    """Ratios of the same verdict and how far their intervals reach, as factors above one where a side wins."""
    side = estimate.faster(ratios[0])
    if side < 0:
        ratios = [Estimate(1 / one.value, 1 / one.high, 1 / one.low) for one in ratios]
    value = _span([one.value for one in ratios], factor)
    within = f"{factor(min(one.low for one in ratios))} to {factor(max(one.high for one in ratios))}"
    within = f"intervals within {within}" if len(ratios) > 1 else within
    return f"{value} times, {within}" if side else f"ratio {value}, {within}"


def _shares(timing: Timing, measurement: Measurement, result: Result, ceiling: float) -> str:
    amount_of_work = work(timing, measurement, result.size)
    if result.what != "steady" or not amount_of_work:
        return ""
    return " and ".join(f"{amount_of_work / median.value / ceiling:.0%}" for median in result.medians)


def _ratio(ratio: Estimate | None) -> str:
    if ratio is None:
        return "–"
    value, low, high = (
        f"{number:.2f}" if number >= 0.1 else f"{number:.2g}" for number in (ratio.value, ratio.low, ratio.high)
    )
    return f"{value} ({low} to {high})"


def _span(numbers: Sequence[float], shown: Callable[[float], str]) -> str:
    """From the smallest to the largest, or the one that all are."""
    ends = [shown(end(numbers)) for end in (min, max)] if numbers else [""]
    return " to ".join(dict.fromkeys(ends))


def _framework(contestant: str) -> str:
    return re.split("[. ]", contestant)[0]


def _title(pair: Pair, contestant: str) -> str:
    label, _, mode = contestant.partition(" ")
    return f"{pair.sides[label].title} {_spaced(mode)}"


def _spaced(mode: str) -> str:
    return mode.replace("_", " ")


def _importance(named: tuple[str, str]) -> tuple[int, str]:
    order = ("torch", "tensorflow", "keras")
    return (order.index(named[0]) if named[0] in order else len(order)), named[0]


def _host(machine: Machine) -> str:
    processor = f"{machine.processor}, {machine.cores} {'core' if machine.cores == 1 else 'cores'}"
    return f"{machine.gpu}; {processor}" if machine.gpu else processor


def _day(moment: str) -> str:
    when = date.fromisoformat(moment[:10])
    return f"{when.day} {when:%B %Y}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(literal, cells))} |"
