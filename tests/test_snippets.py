"""Every script of the repository, executed here and compared with its record; and the gate on the whole tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparekit.check import check
from comparekit.compare import judge, same_meaning
from comparekit.execute import Execution, execute
from comparekit.model import Pair, State
from comparekit.project import Project, discover
from comparekit.records import read
from comparekit.run import tolerances

PROJECT = Project(Path(__file__).parents[1])
PAIRS = discover(PROJECT).pairs
SIDES = [(pair_id, label) for pair_id, pair in PAIRS.items() for label in pair.sides]


@pytest.fixture(scope="session")
def executions() -> dict[tuple[str, str], Execution]:
    """What became of every script, run once, as `comparekit run --all` does."""
    work = [(PAIRS[pair_id], PAIRS[pair_id].sides[label]) for pair_id, label in SIDES]
    return {(done.pair.id, done.side.label): done for done in execute(PROJECT, work)}


def test_the_gate_finds_nothing_wrong_with_this_tree() -> None:
    assert [str(problem) for problem in check(PROJECT)] == []


def test_every_topic_of_the_foundation_has_its_pairs() -> None:
    topics = {pair.topic for pair in PAIRS.values()}
    assert {"syntax", "autodiff", "graphs", "debugging"} <= topics
    assert len(PAIRS) >= 20


@pytest.mark.frameworks
@pytest.mark.parametrize(("pair_id", "label"), SIDES, ids=[f"{pair_id}-{label}" for pair_id, label in SIDES])
def test_script_says_the_same_as_its_record(pair_id: str, label: str, executions: dict) -> None:
    pair, done = PAIRS[pair_id], executions[pair_id, label]
    assert done.state is State.PASS, str(done.problem)
    stored = read(PROJECT, pair, pair.sides[label])
    assert stored.state is State.PASS, str(stored.problem)
    assert same_meaning(stored.record.outcome, done.outcome, tolerances(pair)), (stored.record.outcome, done.outcome)


@pytest.mark.frameworks
@pytest.mark.parametrize("pair", PAIRS.values(), ids=list(PAIRS))
def test_promises_hold_on_this_machine(pair: Pair, executions: dict) -> None:
    outcomes = {label: executions[pair.id, label].outcome for label in pair.sides}
    judgements = [judge(pair, expectation, outcomes) for expectation in pair.spec.expect]
    assert judgements
    assert [judgement.message for judgement in judgements if judgement.state is not State.PASS] == []
