"""The evidence is written whole, read back as it was, and no change of it or of what it stands for goes unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from conftest import AGREE, RUN, Tree, outcome
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comparekit import records
from comparekit.files import to_json
from comparekit.model import Leaf, Notice, Outcome, Record, State

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NOTICES = st.builds(Notice, TEXT, TEXT, st.none() | st.integers(1, 99))
NUMBERS = (
    st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False) | TEXT | st.none() | st.booleans()
)
LEAVES = st.builds(
    Leaf, TEXT, st.lists(st.integers(0, 9), max_size=2).map(tuple), st.lists(NUMBERS, max_size=3).map(tuple)
)
OUTCOMES = st.builds(
    Outcome,
    stdout=TEXT,
    stderr=TEXT,
    warnings=st.lists(NOTICES, max_size=2).map(tuple),
    exception=st.none() | NOTICES,
    quantities=st.dictionaries(TEXT, st.dictionaries(TEXT, LEAVES, max_size=2), max_size=2),
)
ONE_TREE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
FULL = outcome(
    "a\n",
    {"value": [1.5, -2.25], "named": {"é": None}},
    warnings=(Notice("UserWarning", "old", 3),),
    exception=Notice("ValueError", "no"),
)


def read(tree: Tree, label: str = "pytorch") -> records.Evidence:
    pair = tree.project.pair("a/b")
    return records.read(tree.project, pair, pair.sides[label])


@pytest.fixture
def recorded(tree: Tree) -> Tree:
    """A tree with a pair, a data file and records."""
    tree.write("snippets/a/points.csv", "1,2\n")
    tree.pair("a/b", "data = ['points.csv']\n" + AGREE)
    tree.record("a/b", pytorch=FULL)
    return tree


def stored(tree: Tree) -> Path:
    return tree.root / "snippets/a/records/b/pytorch.cpu.json"


@ONE_TREE
@given(OUTCOMES)
def test_what_is_written_is_read_back_and_the_same_value_has_the_same_bytes(recorded: Tree, one: Outcome) -> None:
    recorded.record("a/b", pytorch=one)
    first = stored(recorded).read_bytes()
    found = read(recorded)
    assert (found.state, found.record.outcome, found.run, found.problem) == (State.PASS, one, RUN, None)
    turned = msgspec.structs.replace(one, quantities=dict(reversed(one.quantities.items())))
    recorded.record("a/b", pytorch=turned)
    assert stored(recorded).read_bytes() == first


def damaged_or_equal(tree: Tree, content: bytes, before: Record) -> None:
    stored(tree).write_bytes(content)
    found = read(tree)
    if found.state is State.ERROR:
        assert found.record is None
        assert found.problem.path == stored(tree)
        assert found.problem.fix == "comparekit run a/b"
    else:
        assert (found.state, found.record) == (State.PASS, before)


def test_a_flipped_bit_anywhere_in_a_record_is_seen_or_means_nothing(recorded: Tree) -> None:
    content, before = stored(recorded).read_bytes(), read(recorded).record
    for place in range(len(content)):
        for bit in (1, 4, 32, 128):
            changed = bytes([content[place] ^ bit])
            damaged_or_equal(recorded, content[:place] + changed + content[place + 1 :], before)


@settings(ONE_TREE, max_examples=300)
@given(st.data())
def test_any_changed_added_or_lost_bytes_of_a_record_are_seen_or_mean_nothing(
    recorded: Tree, data: st.DataObject
) -> None:
    recorded.record("a/b", pytorch=FULL)
    content, before = stored(recorded).read_bytes(), read(recorded).record
    place = data.draw(st.integers(0, len(content)))
    lost = data.draw(st.integers(0, 3))
    damaged_or_equal(recorded, content[:place] + data.draw(st.binary(max_size=3)) + content[place + lost :], before)


def test_a_record_cut_off_at_any_length_is_seen(recorded: Tree) -> None:
    content = stored(recorded).read_bytes()
    for length in range(len(content) - 1):
        stored(recorded).write_bytes(content[:length])
        assert read(recorded).state is State.ERROR
    stored(recorded).write_bytes(content.rstrip(b"\n"))
    assert read(recorded).state is State.PASS


def test_a_number_edited_by_hand_is_called_that(recorded: Tree) -> None:
    stored(recorded).write_bytes(stored(recorded).read_bytes().replace(b"-2.25", b"-2.26"))
    assert read(recorded).problem.message == "edited by hand or damaged: its seal does not fit its content"


def test_a_record_put_in_the_place_of_another_is_no_evidence(recorded: Tree) -> None:
    stored(recorded).write_bytes(stored(recorded).with_name("tensorflow.cpu.json").read_bytes())
    assert read(recorded).state is State.ERROR


@pytest.mark.parametrize(("content", "state"), [(None, State.PASS), (b"{", State.ERROR), (b"", State.ERROR)])
def test_the_log_of_a_run_may_be_lost_but_not_damaged(recorded: Tree, content: bytes | None, state: State) -> None:
    log = recorded.root / "snippets/a/runs/b/pytorch.cpu.json"
    log.unlink() if content is None else log.write_bytes(content)
    assert (read(recorded).state, read(recorded).run) == (state, None)


def test_without_a_record_a_side_has_not_run(recorded: Tree) -> None:
    stored(recorded).unlink()
    found = read(recorded)
    assert (found.state, found.record, found.problem.path.name) == (State.NOT_RUN, None, "b_pytorch.py")


def edit(path: str, old: str, new: str) -> Callable[[Tree], None]:
    return lambda tree: (tree.root / path).write_text((tree.root / path).read_text().replace(old, new, 1)) and None


TOML, PYTORCH, PINS = "snippets/a/b.toml", "snippets/a/b_pytorch.py", "constraints.txt"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (edit(PYTORCH, "1.5", "1.6"), "b_pytorch.py has changed since"),
        (edit(PYTORCH, "1.5", "1.5 "), "b_pytorch.py has changed since"),
        (edit("snippets/a/points.csv", "2", "3"), "the pair file or its data has changed since"),
        (edit(TOML, '"value"', '"other"'), "the pair file or its data"),
        (edit(TOML, "[[expect]]", "stderr = true\n[[expect]]"), "the pair file or its data"),
        (edit(TOML, "[[expect]]", "env = {A = '1'}\n[[expect]]"), "the pair file or its data"),
        (edit(TOML, "[[expect]]", "fresh = true\n[[expect]]"), "the pair file or its data"),
        (edit(TOML, "[[expect]]", "[[expect]]\nrelation='warns'\ntype='W'\n[[expect]]"), "the pair file or its data"),
        (edit(TOML, "[[expect]]", "[[expect]]\nrelation='raises'\ntype='E'\n[[expect]]"), "the pair file or its data"),
        (edit(PINS, "torch==2.13.0", "torch==2.13.1"), "made with other versions (torch 2.13.0 -> 2.13.1)"),
        (edit(PYTORCH, "value", "import sklearn\nvalue"), "b_pytorch.py has changed since"),
    ],
)
def test_a_record_is_stale_once_something_that_decides_the_outcome_has_changed(
    recorded: Tree, change: Callable[[Tree], None], why: str
) -> None:
    change(recorded)
    found = read(recorded)
    assert found.state is State.STALE
    assert found.problem.message.startswith(f"stale: {why}")
    assert (found.record.outcome, found.problem.fix) == (FULL, "comparekit run a/b")


@pytest.mark.parametrize(
    "change",
    [
        edit(TOML, "A value", "Another title"),
        edit(TOML, '"value"', '"value"\ntolerance = 0.5\nabsolute = 1.0\nreason = "why"'),
        edit(TOML, '"value"', '"value"\nignore = ["dtype"]\nnan = "equal"'),
        edit(TOML, '"value"', '"value"\n[[expect]]\nrelation = "bound"\nquantity = "value"\nat_least = 1'),
        edit(TOML, "[[expect]]", "sections = ['a']\ntime_limit = 1\ndevices = ['cpu', 'cuda']\n[[expect]]"),
        edit(PINS, "pytest==", "pytest==1"),
        edit("snippets/a/b_tensorflow.py", "1.5", "1.6"),
    ],
)
def test_a_change_of_how_an_outcome_is_judged_or_shown_makes_nothing_stale(
    recorded: Tree, change: Callable[[Tree], None]
) -> None:
    before = recorded.files()
    change(recorded)
    assert recorded.files() != before
    assert read(recorded).state is State.PASS


def test_a_record_names_only_what_was_there_when_the_side_ran(recorded: Tree) -> None:
    record = read(recorded).record
    versions = {"numpy": record.versions["numpy"]}
    side = recorded.project.pair("a/b").sides["pytorch"]
    records.write(side, records.sealed(msgspec.structs.replace(record, versions=versions)), RUN)
    assert read(recorded).state is State.PASS


def test_a_record_made_with_other_versions_is_stale(recorded: Tree) -> None:
    record = read(recorded).record
    side = recorded.project.pair("a/b").sides["pytorch"]
    versions = record.versions | {"torch": "2.12.0"}
    records.write(side, records.sealed(msgspec.structs.replace(record, versions=versions)), RUN)
    found = read(recorded)
    assert found.state is State.STALE
    assert "torch 2.12.0 -> 2.13.0" in found.problem.message


@pytest.mark.parametrize("name", ["missing.csv", "../c/other.csv", "/etc/hostname", ""])
def test_a_data_file_that_is_missing_or_lies_elsewhere_is_a_problem_of_the_pair(recorded: Tree, name: str) -> None:
    recorded.write("snippets/c/other.csv", "1")
    edit(TOML, "points.csv", name)(recorded)
    found = read(recorded)
    assert (found.state, found.problem.path.name) == (State.ERROR, "b.toml")
    assert found.problem.message == f"no data file '{name}' beside the pair"


def test_evidence_lies_beside_its_topic_named_after_side_and_device(recorded: Tree) -> None:
    assert list(recorded.files("snippets/a/r*/**/*")) == [
        f"snippets/a/{folder}/b/{label}.cpu.json"
        for folder in ("records", "runs")
        for label in ("pytorch", "tensorflow")
    ]


def test_what_is_stored_of_no_side_is_an_orphan(recorded: Tree) -> None:
    project = recorded.project
    assert records.orphans(project, {"a/b": project.pair("a/b")}) == []
    lost = [
        "records/b/pytorch.cuda.json",
        "records/b/.pytorch.cpu.json.x",
        "runs/b/jax.cpu.json",
        "runs/c/pytorch.cpu.json",
    ]
    for name in lost:
        recorded.write(f"snippets/a/{name}", "")
    found = records.orphans(project, {"a/b": project.pair("a/b")})
    assert sorted(one.path.relative_to(project.snippets / "a").as_posix() for one in found) == sorted(lost)


def test_a_record_that_json_cannot_hold_is_refused_and_the_old_one_stays(recorded: Tree) -> None:
    before = recorded.files()
    side, record = recorded.project.pair("a/b").sides["pytorch"], read(recorded).record
    odd = Outcome(stdout="", quantities={"value": {"": Leaf("float", (), (float("nan"),))}})
    with pytest.raises(ValueError, match="not what would be read back"):
        records.write(side, records.sealed(msgspec.structs.replace(record, outcome=odd)), RUN)
    assert recorded.files() == before


def test_the_seal_fits_the_bytes_that_are_stored(recorded: Tree) -> None:
    record = msgspec.json.decode(stored(recorded).read_bytes(), type=Record)
    assert to_json(records.sealed(record)) == stored(recorded).read_bytes()
