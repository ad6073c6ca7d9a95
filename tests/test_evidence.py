"""A pair with its records: the state of each promise, and how it is told to a reader."""

from __future__ import annotations

import math
from html import unescape
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from conftest import Tree, outcome

from comparekit.evidence import PairEvidence, gather, sentence, worst
from comparekit.model import Notice, Outcome, State

AGREE = '[[expect]]\nrelation = "agree"\nquantity = "value"\n'
DIFFER = '[[expect]]\nrelation = "differ"\nquantity = "value"\nat_least = 0.25\n'
BOUND = '[[expect]]\nrelation = "bound"\nquantity = "value"\n'
RAISES = '[[expect]]\nrelation = "raises"\nsides = ["pytorch"]\ntype = "ValueError"\n'
WARNS = '[[expect]]\nrelation = "warns"\nsides = ["tensorflow"]\ntype = "logging.WARNING"\n'


def found(tree: Tree, expect: str, pytorch: Outcome, tensorflow: Outcome) -> PairEvidence:
    """The evidence of a pair with these outcomes on record."""
    tree.pair("a/b", f'title = "A"\n{expect}')
    tree.record("a/b", pytorch=pytorch, tensorflow=tensorflow)
    return gather(tree.project, tree.project.pair("a/b"))


def values(a: Any, b: Any) -> dict[str, Outcome]:
    return {"pytorch": outcome(quantities={"value": a}), "tensorflow": outcome(quantities={"value": b})}


def test_the_worst_state_is_the_one_that_says_least_good() -> None:
    order = [State.ERROR, State.FAIL, State.FLAKY, State.NOT_RUN, State.STALE, State.PASS]
    for better in range(len(order)):
        for states in permutations(order[better:], min(3, len(order) - better)):
            assert worst(list(states)) is min(states, key=order.index)
    assert worst([]) is State.PASS


def test_a_pair_without_records_has_not_run_and_nothing_of_it_is_judged(tree: Tree) -> None:
    tree.pair("a/b")
    pair = gather(tree.project, tree.project.pair("a/b"))
    assert pair.state is State.NOT_RUN
    assert {one.state for one in pair.sides.values()} == {State.NOT_RUN}
    (judgement,) = pair.judgements
    assert (judgement.state, judgement.message) == (State.NOT_RUN, "the evidence of pytorch and tensorflow is not-run")


def test_one_stale_side_leaves_only_promises_about_the_other_judged(tree: Tree) -> None:
    bound = BOUND + "at_least = 1\nsides = "
    evidence = found(tree, AGREE + bound + '["pytorch"]\n' + bound + '["tensorflow"]\n', **values(1.5, 1.5))
    assert evidence.state is State.PASS
    tree.write("snippets/a/b_tensorflow.py", "value = 1.6\n")
    evidence = gather(tree.project, tree.project.pair("a/b"))
    assert [one.state for one in evidence.judgements] == [State.STALE, State.PASS, State.STALE]
    assert evidence.state is State.STALE
    (tree.root / "snippets/a/records/b/tensorflow.cpu.json").write_text("{}")
    assert gather(tree.project, tree.project.pair("a/b")).state is State.ERROR


def test_a_promise_that_does_not_hold_fails_the_pair(tree: Tree) -> None:
    evidence = found(tree, AGREE, **values(1.5, 1.6))
    assert evidence.state is State.FAIL
    assert {one.state for one in evidence.sides.values()} == {State.PASS}


def test_records_of_another_device_are_judged_by_themselves(tree: Tree) -> None:
    found(tree, AGREE, **values(1.5, 1.5))
    pair = tree.project.pair("a/b")
    assert gather(tree.project, pair, "cuda").state is State.NOT_RUN
    tree.record("a/b", "cuda", **values(1.5, 1.6))
    assert [gather(tree.project, pair, device).state for device in ("cpu", "cuda")] == [State.PASS, State.FAIL]


def test_promises_are_named_by_quantity_or_relation_and_counted(tree: Tree) -> None:
    evidence = found(tree, AGREE + RAISES + DIFFER + RAISES + WARNS + BOUND + "at_least = 1", **values(1, 1))
    assert list(evidence.named()) == ["value", "raises", "value.2", "raises.2", "warns", "value.3"]
    assert list(evidence.named().values()) == list(evidence.judgements)


BOTH = "PyTorch and TensorFlow"


@pytest.mark.parametrize(
    ("expect", "a", "b", "text"),
    [
        (AGREE, 1, 1, f"{BOTH} agree on `value`: equal."),
        (AGREE, 1.5, 1.5, f"{BOTH} agree on `value`: equal to the last digit (allowed 1e-5)."),
        (AGREE + 'tolerance = 0.1\nreason = "R"\n', 1.0, 1.05, "largest relative difference 4.8e-2 (allowed 1e-1). R."),
        (AGREE + 'tolerance = 0.1\nreason = "R."\n', 1.0, 1.05, "(allowed 1e-1). R."),
        (AGREE, 1, 2, "— does not hold: the sides do not agree on value: relative difference 0.5, allowed 0."),
        (AGREE, 1.0, 2.0, "largest relative difference 5e-1 (allowed 1e-5) — does not hold"),
        (AGREE, 1.0, math.inf, "relative difference inf"),
        (AGREE, math.nan, math.nan, "both are NaN, which never agrees"),
        (AGREE, 1.0, math.nan, "relative difference inf"),
        (AGREE + 'tolerance = inf\nreason = "r"\n', 1.0, 2.0, "agree on `value`"),
        (AGREE, 1.0, [1.0], "— does not hold: pytorch and tensorflow: shape [] against [1]."),
        (DIFFER, 1.0, 2.0, f"{BOTH} differ in `value`: relative difference 0.5 (at least 0.25 expected)."),
        (DIFFER, 1.0, [2.0], "differ in `value`: in shape, structure or by infinity."),
        (DIFFER, 1.0, 1.0, "relative difference 0 (at least 0.25 expected) — does not hold"),
        (DIFFER, math.nan, math.nan, "— does not hold"),
        (BOUND + "at_least = 1\n", 1.5, 2.5, f"`value` is at least 1 on {BOTH} (observed 1.5 to 2.5)."),
        (BOUND + "at_most = 3\nat_least = 1\n", 1.5, 1.5, "`value` is at least 1 and at most 3 on"),
        (BOUND + "at_most = 3\nat_least = 3\n", 3, 3, f"`value` is exactly 3 on {BOTH}."),
        (BOUND + "at_most = 3\n", 4, 4, "(observed 4) — does not hold: 4 on the side pytorch is out of bounds."),
        (BOUND + "at_most = 3\n", math.nan, 1.0, "nan on the side pytorch is out of bounds"),
        (BOUND, 1.0, 1.0, "— does not hold: neither at_least nor at_most is given."),
    ],
)  # fmt: skip
def test_a_reader_is_told_what_was_checked_and_seen(tree: Tree, expect: str, a: Any, b: Any, text: str) -> None:
    evidence = found(tree, expect, **values(a, b))
    told = unescape(sentence(evidence.pair, evidence.judgements[0]))
    assert text in told
    assert ("does not hold" in told) == (evidence.state is not State.PASS)


def test_a_reader_is_told_of_exceptions_and_warnings(tree: Tree) -> None:
    raising = outcome(quantities={}, exception=Notice("ValueError", "no"))
    warning = outcome(quantities={}, warnings=(Notice("logging.WARNING", "old"),))
    evidence = found(tree, RAISES + WARNS, raising, warning)
    told = [sentence(evidence.pair, one) for one in evidence.judgements]
    assert told == ["PyTorch raises `ValueError`.", "TensorFlow warns with `logging.WARNING`."]
    evidence = found(tree, RAISES, outcome(), outcome())
    assert "does not hold: the side pytorch has not raised ValueError" in sentence(
        evidence.pair, evidence.judgements[0]
    )


def test_a_sentence_names_all_sides_as_people_do(tree: Tree) -> None:
    tree.pair("a/b", f'title = "A"\n{AGREE}', pytorch_eager="value = 1\n", tensorflow_keras="value = 1\n")
    evidence = gather(tree.project, tree.project.pair("a/b"))
    told = sentence(evidence.pair, evidence.judgements[0])
    assert told.startswith("PyTorch, PyTorch (eager), TensorFlow and TensorFlow (keras) agree on `value`")


def test_what_a_side_said_is_quoted_and_never_becomes_markup(tree: Tree) -> None:
    said = "<b>*x*</b> | `y` [a](b) \\ _c_\n\n# d"
    evidence = found(tree, RAISES, outcome(exception=Notice("KeyError", said)), outcome())
    told = sentence(evidence.pair, evidence.judgements[0])
    assert "KeyError: <b>*x*</b> | `y` [a](b) \\ _c_ # d." in unescape(told)
    assert not set("<>*|[]\\_\n") & set(told)
    assert told.count("`") == 2


@pytest.mark.parametrize("expect", [AGREE, DIFFER, BOUND + "at_least = 1\n", BOUND, RAISES, WARNS])
def test_a_promise_without_evidence_is_told_as_such(tree: Tree, expect: str) -> None:
    tree.pair("a/b", f'title = "A"\n{expect}')
    evidence = gather(tree.project, tree.project.pair("a/b"))
    assert "is not-run." in unescape(sentence(evidence.pair, evidence.judgements[0]))


def test_the_largest_difference_of_all_sides_is_told(tree: Tree) -> None:
    tree.pair("a/b", f'title = "A"\n{AGREE}tolerance = 0.5\nreason = "why"\n', tensorflow_keras="value = 1\n")
    near, far = (outcome(quantities={"value": np.float32(x)}) for x in (1.01, 1.25))
    tree.record("a/b", pytorch=outcome(quantities={"value": np.float32(1)}), tensorflow=far, tensorflow_keras=near)
    (judgement,) = gather(tree.project, tree.project.pair("a/b")).judgements
    assert judgement.observed == pytest.approx(0.2)
