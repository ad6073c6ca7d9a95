"""The downloads say what the pages show, in JSON that is the same for the same records."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np
import pytest
from conftest import RUN, Tree, outcome

from comparekit.export import export, files
from comparekit.model import Notice, ProblemError
from comparekit.render import Renderer

PAIR = """
    title = "A"

    [[expect]]
    relation = "agree"
    quantity = "value"
    tolerance = 0.5
    reason = "why"

    [[expect]]
    relation = "differ"
    quantity = "shape"
    at_least = 1

    [[expect]]
    relation = "bound"
    quantity = "value"
    sides = ["tensorflow"]
    at_most = 3

    [[expect]]
    relation = "raises"
    sides = ["pytorch"]
    type = "ValueError"
    match = "n."
    """


@pytest.fixture
def recorded(tree: Tree) -> Tree:
    tree.pair("a/b", PAIR)
    tree.pair("c/d", tensorflow_keras="value = 1.5\n")
    values = {"value": np.float32(2), "shape": [1.5]}
    ended = outcome(quantities=values, exception=Notice("ValueError", "no"))
    tree.record("a/b", pytorch=ended, tensorflow=outcome(quantities={"value": np.float32(2.1234567), "shape": 1.5}))
    return tree


def exported(tree: Tree) -> dict[str, Any]:
    found = files(tree.project, tree.project.pair_ids(), Renderer(tree.project).evidence)
    return {path.stem: json.loads(content) for path, content in found.items() if path.suffix == ".json"}


def test_a_pair_is_told_with_its_sides_and_promises(recorded: Tree) -> None:
    pairs = exported(recorded)["pairs"]
    assert pairs["schema"] == 1
    assert [entry["id"] for entry in pairs["entries"]] == ["a/b", "c/d"]
    entry = pairs["entries"][0]
    assert (entry["topic"], entry["title"], list(entry["sides"])) == ("a", "A", ["pytorch", "tensorflow"])
    side = entry["sides"]["pytorch"]
    for name in ("path", "record"):
        assert (recorded.root / side[name]).is_file()
    digest = hashlib.sha256((recorded.root / side["path"]).read_bytes()).hexdigest()
    assert (side["state"], side["digest"], side["device"]) == ("pass", digest, "cpu")
    assert side["versions"] == {name: recorded.project.pin(name) for name in ("torch", "numpy")}


def test_each_promise_is_told_with_what_was_seen(recorded: Tree) -> None:
    agree, differ, bound, raises = exported(recorded)["pairs"]["entries"][0]["expectations"]
    common = {"sides", "quantity", "relation", "tolerance", "observed", "state", "reason"}
    assert agree.keys() == common
    assert (agree["relation"], agree["state"], agree["tolerance"], agree["observed"]) == ("agree", "pass", 0.5, 0.0581)
    assert agree["reason"] == "why"
    assert differ.keys() == common | {"at_least"}
    assert (differ["observed"], differ["at_least"]) == ("inf", 1)
    assert bound.keys() == common | {"at_least", "at_most"}
    assert (bound["observed"], bound["at_least"], bound["at_most"], bound["sides"]) == (2.12, None, 3, ["tensorflow"])
    assert raises.keys() == common | {"type", "match"}
    assert (raises["type"], raises["match"], raises["observed"], raises["quantity"]) == (
        "ValueError",
        "n.",
        "ValueError",
        None,
    )


def test_what_is_unknown_is_told_as_such(recorded: Tree) -> None:
    entry = exported(recorded)["pairs"]["entries"][1]
    assert list(entry["sides"]) == ["pytorch", "tensorflow", "tensorflow.keras"]
    assert {(side["state"], side["digest"]) for side in entry["sides"].values()} == {("not-run", None)}
    assert [(one["state"], one["observed"]) for one in entry["expectations"]] == [("not-run", None)]


def test_rows_of_all_tables_are_told_with_their_evidence(recorded: Tree) -> None:
    row = '[[feature]]\nid = "row"\nfeature = "A row"\n'
    cited = '[feature.tensorflow]\ncited = "u"\ndate = "d"\nsays = "no"\n'
    ran = '[feature.pytorch]\nran = ["a/b:value"]\nnote = "n"\n'
    recorded.write("snippets/a/features.toml", row + ran + cited)
    assert exported(recorded)["features"]["entries"] == [
        {
            "id": "a/row",
            "topic": "a",
            "feature": "A row",
            "cells": {
                "pytorch": {
                    "state": "yes",
                    "note": "n",
                    "evidence": [{"kind": "ran", "ref": "a/b:value", "date": RUN.date}],
                },
                "tensorflow": {"state": "no", "note": "", "evidence": [{"kind": "cited", "ref": "u", "date": "d"}]},
            },
        }
    ]


def test_only_files_that_differ_are_written(recorded: Tree) -> None:
    def again() -> list[str]:
        found = export(recorded.project, recorded.project.pair_ids(), Renderer(recorded.project).evidence)
        return [path.relative_to(recorded.root).as_posix() for path in found]

    names = ("pairs.json", "features.json", "timings.json", "mappings.json", "mappings.csv")
    assert again() == [f"docs/data/{name}" for name in names]
    before = {path: path.stat().st_mtime_ns for path in (recorded.root / "docs/data").iterdir()}
    assert again() == []
    assert {path: path.stat().st_mtime_ns for path in (recorded.root / "docs/data").iterdir()} == before
    recorded.record("c/d")
    assert again() == ["docs/data/pairs.json"]


def test_the_same_records_give_the_same_bytes(recorded: Tree) -> None:
    other = recorded.copy("other")
    both = [files(tree.project, tree.project.pair_ids(), Renderer(tree.project).evidence) for tree in (recorded, other)]
    assert list(both[0].values()) == list(both[1].values())


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_has_no_number_for_is_a_word(recorded: Tree, value: float) -> None:
    recorded.pair("c/d")
    other = 1.0 if value > 0 else value
    values = {side: outcome(quantities={"value": one}) for side, one in (("pytorch", value), ("tensorflow", other))}
    recorded.record("c/d", **values)
    (expectation,) = exported(recorded)["pairs"]["entries"][1]["expectations"]
    assert expectation["observed"] == str(value)


def test_a_wrong_pair_is_a_problem_and_nothing_is_written(recorded: Tree) -> None:
    recorded.write("snippets/c/d.toml", "titel = 'x'\n")
    with pytest.raises(ProblemError, match="unknown key 'titel'"):
        export(recorded.project, recorded.project.pair_ids(), Renderer(recorded.project).evidence)
    assert recorded.files("docs/data/*") == {}
