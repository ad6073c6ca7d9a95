"""A cell of a feature table says what its evidence shows, and nothing where there is none."""

from __future__ import annotations

import pytest
from conftest import RUN, Tree, outcome

from comparekit.evidence import PairEvidence, gather
from comparekit.model import Notice, ProblemError
from comparekit.tables import CellState, anchor, cells, features, table

PAIR = """
    title = "A"

    [[expect]]
    relation = "agree"
    quantity = "value"

    [[expect]]
    relation = "warns"
    sides = ["tensorflow"]
    type = "UserWarning"

    [[expect]]
    relation = "raises"
    sides = ["pytorch"]
    type = "ValueError"

    [[expect]]
    relation = "bound"
    sides = ["pytorch"]
    quantity = "value"
    at_least = 9
    """
CITED = 'cited = "https://example.org/a"\ndate = "2026-10-01"\nsays = "no"'


def row(pytorch: str = CITED, tensorflow: str = CITED) -> str:
    """A table of two rows; the id of the second, whose cells are given, stands in line 14."""
    rows = [("other", CITED, CITED), ("row", pytorch, tensorflow)]
    return "\n".join(
        f'[[feature]]\nid = "{name}"\nfeature = "A {name}"\n[feature.pytorch]\n{one}\n[feature.tensorflow]\n{two}\n'
        for name, one, two in rows
    )


@pytest.fixture
def recorded(tree: Tree) -> Tree:
    """`a/b` warns on TensorFlow, raises on PyTorch, agrees, and breaks a bound."""
    tree.pair("a/b", PAIR)
    tree.pair("c/d")
    raising = outcome(exception=Notice("ValueError", "no"))
    tree.record("a/b", pytorch=raising, tensorflow=outcome(warnings=(Notice("UserWarning", "old"),)))
    tree.record("c/d")
    return tree


def lookup(tree: Tree, pair_id: str) -> PairEvidence:
    return gather(tree.project, tree.project.pair(pair_id))


def cell(tree: Tree, framework: str, content: str) -> CellState:
    """The cell of the second row of the table of topic `a`, written as `content`."""
    tree.write("snippets/a/features.toml", row(**{framework: content}))
    feature = features(tree.project, "a")[1]
    return cells(tree.project, "a", feature, lambda pair_id: lookup(tree, pair_id))[framework]


@pytest.mark.parametrize(
    ("framework", "ran", "state"),
    [
        ("pytorch", ["c/d"], "yes"),
        ("pytorch", ["a/b:value"], "yes"),
        ("pytorch", ["a/b:raises"], "no"),
        ("tensorflow", ["a/b:warns"], "partial"),
        ("tensorflow", ["a/b"], "partial"),
        ("pytorch", ["a/b:value", "a/b:raises"], "partial"),
        ("pytorch", ["c/d", "a/b:value"], "yes"),
        ("pytorch", ["a/b:value.2"], "unknown"),
        ("pytorch", ["c/d", "a/b:value.2"], "unknown"),
        ("pytorch", ["a/b"], "unknown"),
    ],
)
def test_a_cell_says_what_its_evidence_shows(recorded: Tree, framework: str, ran: list[str], state: str) -> None:
    found = cell(recorded, framework, f"ran = {ran}")
    assert found.state == state
    assert [one["ref"] for one in found.evidence] == ran
    assert {(one["kind"], one["date"]) for one in found.evidence} == {("ran", RUN.date)}


@pytest.mark.parametrize("says", ["yes", "partial", "no"])
def test_a_pair_may_say_what_its_exception_or_warning_tells_of_a_feature(recorded: Tree, says: str) -> None:
    for kind in ("ValueError", "UserWarning"):
        recorded.write("snippets/a/b.toml", PAIR.replace(f'"{kind}"', f'"{kind}"\n    says = "{says}"'))
        name, framework = {"ValueError": ("raises", "pytorch"), "UserWarning": ("warns", "tensorflow")}[kind]
        assert cell(recorded, framework, f'ran = ["a/b:{name}"]').state == says


def test_a_cell_says_nothing_once_its_evidence_is_stale_or_missing(recorded: Tree) -> None:
    recorded.write("snippets/c/d_tensorflow.py", "value = 2\n")
    assert cell(recorded, "pytorch", 'ran = ["c/d"]').state == "unknown"
    for path in (recorded.root / "snippets/a/records/b").iterdir():
        path.unlink()
    found = cell(recorded, "pytorch", 'ran = ["a/b:value"]')
    assert (found.state, found.evidence[0]["date"]) == ("unknown", "")


def test_a_cited_cell_says_what_the_document_says(recorded: Tree) -> None:
    found = cell(recorded, "pytorch", CITED)
    assert found.state == "no"
    assert found.evidence == ({"kind": "cited", "ref": "https://example.org/a", "date": "2026-10-01"},)


@pytest.mark.parametrize(
    ("framework", "content", "message", "fix"),
    [
        ("pytorch", "", "the cell row/pytorch needs either 'ran' or 'cited'", "name a pair"),
        ("pytorch", f'{CITED}\nran = ["c/d"]', "needs either 'ran' or 'cited'", "name a pair"),
        ("tensorflow", 'cited = "https://example.org"\ndate = "2026"', "row/tensorflow lacks 'date' or 'says'", "add"),
        ("tensorflow", 'cited = "https://example.org"\nsays = "no"', "lacks 'date' or 'says'", "add"),
        ("tensorflow", 'ran = ["a/bb"]', "no pair 'a/bb'", "nearest: a/b"),
        ("tensorflow", 'ran = ["a/b:vlaue"]', "the pair a/b has no expectation 'vlaue'", "nearest: value"),
        ("tensorflow", 'ran = ["a/b:raises"]', "no expectation of a/b:raises concerns tensorflow", ""),
    ],
)
def test_a_cell_without_evidence_is_a_problem_at_its_row(
    recorded: Tree, framework: str, content: str, message: str, fix: str
) -> None:
    with pytest.raises(ProblemError) as caught:
        cell(recorded, framework, content)
    problem = caught.value.problem
    assert (problem.path.name, problem.line) == ("features.toml", 14)
    assert message in problem.message
    assert fix in problem.fix


def test_the_table_has_a_line_for_each_row_with_marks_and_links(recorded: Tree) -> None:
    ran = 'ran = ["a/b:raises", "c/d"]\nnote = "`a | b`"'
    recorded.write("snippets/a/features.toml", row(pytorch=ran))
    lines = table(recorded.project, "a", lambda pair_id: lookup(recorded, pair_id)).splitlines()
    assert lines[:2] == ["| Feature | PyTorch | TensorFlow |", "| --- | --- | --- |"]
    assert len(lines) == 4
    name, pytorch, tensorflow = lines[3].replace("\\|", "¦").strip("| ").split(" | ")
    assert name == "A row"
    assert pytorch == (
        '<span class="state state-partial" title="partial">◐ partial</span> `a ¦ b`'
        "<br><small>[b:raises](#pair-a-b), [d](c.md#pair-c-d)</small>"
    )
    assert tensorflow.endswith("✗ no</span><br><small>[cited, 2026-10-01](https://example.org/a)</small>")


def test_a_topic_without_a_table_has_no_rows_and_nothing_to_show(recorded: Tree) -> None:
    assert features(recorded.project, "c") == []
    with pytest.raises(ProblemError, match=r"features.toml:1: no feature table for the topic 'c'"):
        table(recorded.project, "c", lambda pair_id: lookup(recorded, pair_id))


def test_the_anchor_of_a_pair_is_a_plain_word() -> None:
    assert anchor("auto_diff/per_sample") == "pair-auto-diff-per-sample"
