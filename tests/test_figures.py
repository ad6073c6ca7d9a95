"""Figures of measurements: words that are true of what was measured, every number, and honestly what is missing."""

from __future__ import annotations

import math
import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import msgspec
import pytest
from conftest import Tree
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from comparekit.model import Device, Pair, PairFile, ProblemError, Side, Timing
from comparekit.timing import archive
from comparekit.timing.figures import claims, control, figure, measured, series, verdicts
from comparekit.timing.measurement import Estimate, Machine, Measurement, Round, Start
from comparekit.timing.results import Result, results_of, verdict

MACHINE = Machine(processor="A_CPU | <b> 9", cores=2, memory_gib=7.8, system="Linux x86_64")
FACTORS = {"pytorch eager": 1.0, "pytorch compiled": 2.0, "tensorflow eager": 2.5, "tensorflow xla": 1.0}
TOML = """
    title = "A <step> & {kind}"

    [[expect]]
    relation = "agree"
    quantity = "value"

    [timing]
    sizes = {sizes}
    axis = "rows of each matrix"
    measure = "{kind}"
    bound = "{bound}"
    [timing.modes.eager]
    pytorch = "eager"
    tensorflow = "eager"
    [timing.modes.xla]
    pytorch = "compiled"
    tensorflow = "xla"
    """


def made(tree: Tree, kind: str = "time", sizes: tuple[int, ...] = (64, 256), bound: str = "") -> Pair:
    """A pair that is measured."""
    tree.pair("speed/a_step", TOML.format(kind=kind, sizes=list(sizes), bound=bound))
    return tree.project.pair("speed/a_step")


def measurement(tree: Tree, pair: Pair, device: Device = "cpu", rounds: int = 3, processes: int = 10) -> Measurement:
    """Made up: a call takes a microsecond a size, times the factor of its step, the same in every round."""
    timing = pair.spec.timing
    assert timing
    unit = 1.0 if timing.measure == "memory" else 1e-6
    calibrations = () if timing.measure == "memory" else (0.01, 0.01)
    kept, starts = [], []
    for process in range(processes):
        for size in timing.sizes:
            for mode, steps in timing.modes.items():
                factors = [FACTORS[f"{label.split('.')[0]} {given}"] for label, given in steps.items()]
                seconds = tuple(unit * size * factor for factor in factors)
                tails = tuple(3 * value for value in seconds) if timing.measure == "latency" else ()
                one = Round(
                    process=process,
                    size=size,
                    mode=mode,
                    calibrations=calibrations,
                    seconds=seconds,
                    ratio=factors[1] / factors[0],
                    tails=tails,
                )
                kept += [one] * rounds
            if timing.measure != "memory":
                starts += [
                    Start(process=process, size=size, contestant=name, set_up=0.1, first=0.5) for name in FACTORS
                ]
    disturbed = msgspec.structs.replace(kept[0], trouble="the machine's speed changed")
    return Measurement(
        schema=archive.SCHEMA,
        pair=pair.id,
        device=device,
        machine=msgspec.structs.replace(MACHINE, gpu="A GPU") if device == "cuda" else MACHINE,
        date="2026-11-01T12:00:00Z",
        minutes=3.87,
        key=archive.key(tree.project, pair, device),
        versions={"keras": "3.15.1", "numpy": "2.4.1", "tensorflow": "2.21.0", "torch": "2.13.0"},
        builds={"pytorch": {"torch threads": "2 intra-op", "torch build": "MKL"}},
        calls={},
        flops={str(size): 1e3 * size for size in timing.sizes},
        differences={},
        starts=tuple(starts),
        rounds=(*kept, disturbed),
    )


def html(page: str) -> Element:
    """The page as a builder makes it, which has to be well-formed."""
    text = markdown(page, extensions=["md_in_html", "tables", "admonition"])
    return fromstring(f"<body>{text.replace('&nbsp;', ' ')}</body>".replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows(page: Element) -> list[list[str]]:
    return [[text(cell) for cell in row] for row in page.iter("tr")]


def test_a_figure_has_words_drawing_numbers_and_provenance(tree: Tree) -> None:
    pair = made(tree)
    archive.write(pair, measurement(tree, pair))
    page = html(figure(tree.project, pair))
    (frame,) = page
    assert (frame.get("class"), frame.get("id")) == ("figure", "figure-speed-a-step")
    assert [one.tag for one in frame] == ["p", "p", "ul", "div", "p", "details", "div", "p"]
    assert text(frame[0]) == "A <step> & time: time of a call speed/a_step"
    assert text(frame[1]) == "CPU: A_CPU | <b> 9, 2 cores"
    assert [text(item) for item in frame[2]] == [
        "eager: PyTorch is faster at 64 and 256 rows (2.50 times, intervals within 2.50 to 2.50)",
        "xla (PyTorch compiled, TensorFlow xla): TensorFlow is faster at 64 and 256 rows "
        "(2.00 times, intervals within 2.00 to 2.00)",
    ]
    (svg,) = page.iter("svg")
    assert (svg.get("role"), text(svg[0])) == ("img", "A <step> & time, time of a call, A_CPU | <b> 9, 2 cores")
    assert svg.find("desc").text == "; ".join(text(item) for item in frame[2])
    assert [text(name) for name in svg.iter("text")][-4:] == [
        "PyTorcheager",
        "PyTorchcompiled",
        "TensorFloweager",
        "TensorFlowxla",
    ]
    assert (
        text(frame[6]) == "Linux x86_64, 7.8 GiB; torch 2.13.0, tensorflow 2.21.0, keras 3.15.1, numpy 2.4.1; "
        "torch threads: 2 intra-op; 1 November 2026; 30 samples in 10 processes a side for each size; 1 of 121 rounds "
        "left out as disturbed; the machine's speed varied 1.0-fold between "
        "rounds; 3.9 minutes. Samples: data/timings.json. Measure it yourself: "
        "comparekit time speed/a_step --cores 2."
    )
    assert [link.get("href") for link in page.iter("a")] == ["data/timings.json"]
    assert text(frame[7]) == "GPU (cuda): not run."


def test_the_table_has_every_number(tree: Tree) -> None:
    pair = made(tree, bound="compute")
    head, *body = rows(html(measured(pair, measurement(tree, pair), {"compute": 4e9, "memory": 1e9})))
    assert head[:5] == ["Comparison", "Rows of each matrix", "Number", "PyTorch", "TensorFlow"]
    assert head[5:] == [
        "TensorFlow / PyTorch",
        "Verdict",
        "Samples (processes)",
        "Share of the most that this machine did, 4.00 GFLOP/s",
    ]
    assert len(body) == 8
    assert body[0] == [
        *("eager", "64", "time of a call", "64.0 µs (64.0 to 64.0)", "160 µs (160 to 160)"),
        *("2.50 (2.50 to 2.50)", "PyTorch is faster", "30 (10)", "25% and 10%"),
    ]
    assert body[1][2:] == [
        *("first call", "500 ms (500 to 500)", "500 ms (500 to 500)", "1.00 (1.00 to 1.00)"),
        *("no difference measured", "9 (9)", ""),
    ]
    without = rows(html(measured(pair, measurement(tree, pair), {"memory": 1e9})))
    assert without == [row[:-1] for row in [head, *body]]


def test_comparisons_of_different_sides_name_them_in_each_cell(tree: Tree) -> None:
    toml = TOML.format(kind="time", sizes=[64], bound="").replace('tensorflow = "xla"', '"tensorflow.keras" = "xla"')
    tree.pair("speed/a_step", toml, tensorflow_keras="value = 1.5\n")
    pair = tree.project.pair("speed/a_step")
    page = html(measured(pair, measurement(tree, pair), {}))
    assert rows(page)[0][3:6] == ["First", "Second", "Second / First"]
    assert ["PyTorch compiled: 128 µs (128 to 128)", "TensorFlow (keras) xla: 64.0 µs (64.0 to 64.0)"] in [
        row[3:5] for row in rows(page)
    ]
    assert "TensorFlow (keras) is faster at 64 rows (2.00 times, 2.00 to 2.00)" in text(page)


@pytest.mark.parametrize(("sizes", "drawings"), [((1,), 1), ((1, 8), 2)])
def test_latency_is_told_by_median_and_99th_percentile(tree: Tree, sizes: tuple[int, ...], drawings: int) -> None:
    pair = made(tree, "latency", sizes)
    page = html(measured(pair, measurement(tree, pair), {}))
    told = [text(item) for item in page.iter("li")]
    assert [line.partition(":")[0] for line in told[:2]] == ["eager", "eager, 99th percentile of single calls"]
    assert len(list(page.iter("svg"))) == drawings
    assert "99th percentile" in " ".join(text(name) for name in page.iter("text"))
    assert {row[2] for row in rows(page)[1:]} == {"time of a call", "99th percentile of single calls", "first call"}


def test_memory_is_told_in_mib(tree: Tree) -> None:
    pair = made(tree, "memory")
    page = html(measured(pair, measurement(tree, pair, rounds=1), {}))
    assert "eager: PyTorch takes less memory at 64 and 256 rows" in text(page)
    assert "64.0 MiB (64.0 to 64.0)" in rows(page)[1]
    assert "Lower takes less memory." in text(page)
    assert " µs" not in text(page)


def test_too_few_rounds_are_named_and_give_no_winner(tree: Tree) -> None:
    pair = made(tree)
    page = html(measured(pair, measurement(tree, pair, processes=3), {}))
    told = "too few rounds of one speed to compare"
    assert next(text(item) for item in page.iter("li")) == f"eager: {told} at 64 and 256 rows"
    assert rows(page)[1][5:7] == ["–", told]
    assert "faster" not in " ".join(text(item) for item in page.iter("li"))
    alone = html(measured(pair, measurement(tree, pair, processes=1), {}))
    assert (rows(alone), list(alone.iter("svg"))) == ([], [])
    assert told in text(alone)


def test_what_is_missing_is_said_as_such(tree: Tree) -> None:
    page = html(figure(tree.project, made(tree)))
    assert text(page).endswith("CPU: not measured. GPU (cuda): not run.")
    assert list(page.iter("svg")) == []


def test_a_gpu_has_its_own_part_after_the_cpu(tree: Tree) -> None:
    pair = made(tree)
    archive.write(pair, measurement(tree, pair, "cuda"))
    page = text(html(figure(tree.project, pair)))
    assert page.index("CPU: not measured.") < page.index("GPU (cuda): A GPU; A_CPU | <b> 9, 2 cores")
    assert "comparekit time speed/a_step --device cuda." in page


def test_stale_and_damaged_measurements_show_no_number(tree: Tree) -> None:
    pair = made(tree)
    path = archive.write(pair, measurement(tree, pair))
    path.with_name("other.cpu.json").write_text("{")
    tree.write("snippets/speed/a_step_pytorch.py", "value = 2.5\n")
    pair = tree.project.pair("speed/a_step")
    page = html(figure(tree.project, pair))
    titles = [text(one) for one in page.iter("p") if one.get("class") == "admonition-title"]
    assert titles == ["Stale", "Error"]
    assert "has changed since. Measured on A_CPU | <b> 9, 2 cores, 1 November 2026. comparekit time" in text(page)
    assert text(page).count("comparekit time speed/a_step") == 2
    assert "faster" not in text(page)
    assert (list(page.iter("svg")), rows(page)) == ([], [])
    assert "not measured" not in text(page)


def test_a_pair_that_is_not_measured_has_no_figure(tree: Tree) -> None:
    tree.pair("speed/a_step")
    with pytest.raises(ProblemError, match=r"a_step.toml:1: the pair has no \[timing\] table"):
        figure(tree.project, tree.project.pair("speed/a_step"))


# The words


def bare(sizes: list[int]) -> Pair:
    """A pair that lies in no folder."""
    timing = Timing(
        sizes=tuple(sizes), axis="rows of x", modes={"compiled": {"pytorch": "compiled", "tensorflow": "compiled"}}
    )
    sides = {name: Side("a/b", name, "", Path("x"), b"") for name in ("pytorch", "tensorflow")}
    return Pair("a/b", Path("b.toml"), PairFile(title="B", timing=timing), sides)


def result(size: int, ratio: float | None, width: float = 0.01) -> Result:
    medians = (Estimate(1.0, 0.9, 1.1), Estimate(ratio or 1.0, 0.9, 1.1))
    interval = None if ratio is None else Estimate(ratio, ratio * (1 - width), ratio * (1 + width))
    return Result(
        "compiled",
        size,
        "steady",
        ("pytorch compiled", "tensorflow compiled"),
        ([[1.0]], [[1.0]]),
        [[1.0]],
        medians,
        interval,
    )


@pytest.mark.parametrize(
    ("ratios", "said"),
    [
        ({1: 2.0}, "PyTorch is faster at 1 row (2.00 times, 1.98 to 2.02)"),
        ({1: 0.5}, "TensorFlow is faster at 1 row (2.00 times, 1.98 to 2.02)"),
        ({1: 1234.5}, "PyTorch is faster at 1 row (1,234 times, 1,222 to 1,247)"),
        ({1: 1.0}, "no difference measured at 1 row (ratio 1.00, 0.99 to 1.01)"),
        ({1: None}, "too few rounds of one speed to compare at 1 row"),
        (
            {64: 1.0, 256: 1.01, 1024: 1.21},
            "no difference measured at 64 and 256 rows (ratio 1.00 to 1.01, intervals within 0.99 to 1.02); "
            "PyTorch is faster at 1,024 rows (1.21 times, 1.20 to 1.22)",
        ),
        (
            {1: 0.5, 2: 2.0, 4: 0.5},
            "TensorFlow is faster at 1 row (2.00 times, 1.98 to 2.02); PyTorch is faster at 2 rows (2.00 times, "
            "1.98 to 2.02); TensorFlow is faster at 4 rows (2.00 times, 1.98 to 2.02)",
        ),
        (
            {1: 0.5, 2: 0.4, 4: 0.25},
            "TensorFlow is faster at all 3 sizes from 1 to 4 rows (2.00 to 4.00 times, intervals within 1.98 to 4.04)",
        ),
        (
            {4: 2.0, 2: 2.0, 1: 2.0, 8: None},
            "PyTorch is faster at the 3 sizes from 1 to 4 rows (2.00 times, intervals within 1.98 to 2.02); "
            "too few rounds of one speed to compare at 8 rows",
        ),
    ],
)
def test_each_pattern_of_verdicts_has_its_sentence(ratios: dict[int, float | None], said: str) -> None:
    found = claims(bare(list(ratios)), [result(size, ratio) for size, ratio in ratios.items()])
    assert found == {"compiled": said}


def test_sizes_at_which_a_difference_cannot_be_ruled_out_are_named_apart() -> None:
    said = claims(bare([1, 2, 4]), [result(1, 1.0), result(2, 1.0, width=0.2), result(4, 1.5, width=0.2)])["compiled"]
    assert said == (
        "no difference measured at 1 row (ratio 1.00, 0.99 to 1.01); "
        "no difference measured, too uncertain to rule one out at 2 rows (ratio 1.00, 0.80 to 1.20); "
        "PyTorch is faster at 4 rows (1.50 times, 1.20 to 1.80)"
    )


@given(st.dictionaries(st.integers(1, 10**6), st.none() | st.floats(0.1, 10), min_size=1, max_size=7), st.data())
def test_the_words_speak_of_each_size_once_and_agree_with_its_verdict(
    ratios: dict[int, float | None], data: st.DataObject
) -> None:
    absent = data.draw(st.sets(st.sampled_from(sorted(ratios))))
    rows = {size: result(size, ratio) for size, ratio in ratios.items() if size not in absent}
    pair = bare(list(ratios))
    said = claims(pair, list(rows.values()))["compiled"].split("; ")
    left = sorted(ratios)
    for part in said:
        words, place = re.match(r"(.*?) at (.*?) rows?\b", part).groups()
        many = re.search(r"(\d+) sizes from", place)
        count = int(many[1]) if many else 1 + place.count(" and ")
        group, left = left[:count], left[count:]
        assert place.replace(",", "").endswith(str(group[-1]))
        for size in group:
            words_of_size = verdict(rows[size], pair) if size in rows else "too few rounds"
            assert words_of_size.startswith(words) or words.startswith(words_of_size)
    assert left == []


def test_what_is_no_number_is_not_drawn() -> None:
    broken = result(4, 1.0)
    odd = Result(**{**vars(broken), "medians": (Estimate(math.nan, 1.0, 1.0), Estimate(1.0, 1.0, 1.0))})
    (one,) = series(bare([4]), [odd], "steady")
    assert one.name == "TensorFlow compiled"


# All pairs of a topic


def test_verdicts_of_a_topic_link_to_the_page_of_each_figure(tree: Tree) -> None:
    pair = made(tree)
    assert verdicts(tree.project, [pair]) == "Nothing was measured yet."
    stored = measurement(tree, pair)
    archive.write(pair, msgspec.structs.replace(stored, key=archive.key(tree.project, pair, "cpu")))
    assert "](" not in verdicts(tree.project, [pair])
    tree.write("docs/one.md", "{* figure speed/a_step *}\n")
    text = verdicts(tree.project, [pair])
    assert "](one.md#figure-speed-a-step)" in text
    words = claims(pair, results_of(pair.spec.timing, stored))
    assert text.count("\n| ") == 2 + len(words)
    pair.sides["pytorch"].path.write_text("value = 2.5\n")
    assert verdicts(tree.project, [tree.project.pair(pair.id)]) == "Nothing was measured yet."


def test_what_was_not_tried_is_said(tree: Tree) -> None:
    assert control(tree.project) == "Not tried yet on any machine."
