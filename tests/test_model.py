"""The nouns: what a pair says about its sides, and what its file may hold."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from conftest import AGREE, Tree

from comparekit.model import PairFile, Problem, ProblemError, Side

FULL = """
    title = "Everything"
    sections = ["model"]
    devices = ["cpu", "cuda"]
    fresh = true
    env = {KERAS_BACKEND = "torch"}
    data = ["points.csv"]
    stderr = true
    time_limit = 1.5
    memory_limit = 512

    [[expect]]
    relation = "agree"
    quantity = "loss"
    tolerance = 1e-3
    absolute = 1e-6
    ignore = ["dtype", "shape"]
    nan = "equal"
    reason = "why"

    [[expect]]
    relation = "differ"
    quantity = "padding"
    at_least = 0.1

    [[expect]]
    relation = "bound"
    sides = ["tensorflow.keras"]
    quantity = "accuracy"
    at_least = 0.9
    at_most = 1.0

    [[expect]]
    relation = "warns"
    sides = ["tensorflow"]
    type = "UserWarning"
    match = "old"

    [[expect]]
    relation = "raises"
    sides = ["pytorch"]
    type = "ValueError"
    """


def test_a_pair_knows_its_parts_and_what_each_side_has_to_offer(tree: Tree) -> None:
    tree.pair("topic/name", FULL, tensorflow_keras="", pytorch_two_steps="")
    pair = tree.project.pair("topic/name")
    agree, differ, bound, warns, raises = pair.spec.expect
    assert (pair.topic, pair.name) == ("topic", "name")
    assert list(pair.sides) == ["pytorch", "pytorch.two_steps", "tensorflow", "tensorflow.keras"]
    assert [side.title for side in pair.sides.values()] == [
        "PyTorch",
        "PyTorch (two_steps)",
        "TensorFlow",
        "TensorFlow (keras)",
    ]
    assert pair.concerned(agree) == tuple(pair.sides)
    assert pair.concerned(differ) == ("pytorch", "tensorflow")
    assert [pair.concerned(one) for one in (bound, warns, raises)] == [
        ("tensorflow.keras",),
        ("tensorflow",),
        ("pytorch",),
    ]
    assert pair.quantities("pytorch") == ["loss", "padding"]
    assert pair.quantities("pytorch.two_steps") == ["loss"]
    assert pair.quantities("tensorflow.keras") == ["accuracy", "loss"]
    assert [pair.may_raise(label) for label in pair.sides] == [True, False, False, False]


def test_every_key_of_a_pair_file_is_read(tree: Tree) -> None:
    tree.pair("topic/name", FULL, tensorflow_keras="")
    spec = tree.project.pair("topic/name").spec
    assert spec.devices == ("cpu", "cuda")
    assert (spec.sections, spec.fresh, spec.env) == (("model",), True, {"KERAS_BACKEND": "torch"})
    assert (spec.data, spec.stderr, spec.time_limit, spec.memory_limit) == (("points.csv",), True, 1.5, 512)
    assert spec.expect[0].ignore == ("dtype", "shape")
    assert msgspec.convert(msgspec.to_builtins(spec), PairFile) == spec


def test_a_pair_file_needs_no_more_than_a_title_and_a_promise(tree: Tree) -> None:
    tree.pair("topic/name", AGREE)
    spec = tree.project.pair("topic/name").spec
    assert spec == PairFile(title="A value", expect=spec.expect)
    assert (spec.devices, spec.time_limit, spec.memory_limit, spec.fresh) == (("cpu",), 60, 6144, False)
    assert (spec.expect[0].tolerance, spec.expect[0].nan) == (None, "never")


@pytest.mark.parametrize(
    ("variant", "label", "title"),
    [("", "tensorflow", "TensorFlow"), ("keras_fit", "tensorflow.keras_fit", "TensorFlow (keras_fit)")],
)
def test_a_side_is_named_for_machines_and_for_readers(variant: str, label: str, title: str) -> None:
    side = Side("topic/name", "tensorflow", variant, Path("x.py"), b"")
    assert (side.label, side.title) == (label, title)


def test_a_problem_is_one_line_with_place_and_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    problem = Problem(tmp_path / "docs" / "a.md", 7, "no such thing", "write it")
    assert str(problem) == "docs/a.md:7: no such thing. Fix: write it"
    assert str(Problem(tmp_path / "a.md", 1, "odd")) == "a.md:1: odd."
    assert str(ProblemError(problem)) == str(problem)
    places = [("b", 1), ("a", 9), ("b", 0)]
    assert [one.line for one in sorted(Problem(tmp_path / name, line, "") for name, line in places)] == [9, 0, 1]
