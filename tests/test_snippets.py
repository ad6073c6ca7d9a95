"""Every script of the repository, executed here and compared with its record; and the gate on the whole tree."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from comparekit.check import check
from comparekit.compare import same_meaning
from comparekit.evidence import gather
from comparekit.mapping import records
from comparekit.mapping.rows import area_names, read_area
from comparekit.mapping.run import same
from comparekit.model import State
from comparekit.project import EVIDENCE_FOLDERS, Project, discover
from comparekit.records import read
from comparekit.run import tolerances

PROJECT = Project(Path(__file__).parents[1])
PAIRS = discover(PROJECT).pairs
SIDES = [(pair_id, label) for pair_id, pair in PAIRS.items() for label in pair.sides]


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The tree without its records, and then with those that `comparekit run` makes here."""
    root = tmp_path_factory.mktemp("fresh")
    for name in ("mkdocs.yml", "constraints.txt"):
        shutil.copy(PROJECT.root / name, root)
    shutil.copytree(PROJECT.snippets, root / "snippets", ignore=shutil.ignore_patterns(*EVIDENCE_FOLDERS))
    (root / "docs").mkdir()
    command = [sys.executable, "-m", "comparekit", "run"]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=1800, check=False)
    print(ran.stderr)
    return Project(root)


def test_the_gate_finds_nothing_wrong_with_this_tree() -> None:
    assert [str(problem) for problem in check(PROJECT)] == []


def test_every_topic_of_the_foundation_has_its_pairs() -> None:
    topics = {pair.topic for pair in PAIRS.values()}
    assert {"syntax", "autodiff", "graphs", "debugging"} <= topics
    assert len(PAIRS) >= 20


@pytest.mark.frameworks
@pytest.mark.parametrize(("pair_id", "label"), SIDES, ids=[f"{pair_id}-{label}" for pair_id, label in SIDES])
def test_script_says_the_same_as_its_record(pair_id: str, label: str, fresh: Project) -> None:
    pair, here = PAIRS[pair_id], fresh.pair(pair_id)
    stored, made = read(PROJECT, pair, pair.sides[label]), read(fresh, here, here.sides[label])
    assert (stored.state, made.state) == (State.PASS, State.PASS), (str(stored.problem), str(made.problem))
    old, new = stored.record.outcome, made.record.outcome
    assert same_meaning(old, new, tolerances(pair)), (old, new)


@pytest.mark.frameworks
@pytest.mark.parametrize("pair_id", PAIRS)
def test_promises_hold_on_this_machine(pair_id: str, fresh: Project) -> None:
    judgements = gather(fresh, fresh.pair(pair_id)).judgements
    assert judgements
    assert [judgement.message for judgement in judgements if judgement.state is not State.PASS] == []


@pytest.mark.frameworks
@pytest.mark.parametrize("name", area_names(PROJECT))
def test_rows_of_the_map_show_the_same_as_their_record(name: str, fresh: Project) -> None:
    stored, made = records.read(read_area(PROJECT, name)), records.read(read_area(fresh, name))
    assert stored
    assert made
    assert sorted(stored.rows) == sorted(made.rows) == sorted(row.id for row in read_area(PROJECT, name).spec.row)
    assert [row for row in stored.rows if not same(stored.rows[row], made.rows[row])] == []
