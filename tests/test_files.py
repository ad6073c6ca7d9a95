"""Typed reading with the place of a fault, and writing that is all or nothing."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
from conftest import Tree
from hypothesis import given
from hypothesis import strategies as st

from comparekit.files import nearest, read_json, read_toml, to_json, write_atomic
from comparekit.model import FeatureFile, PairFile, ProblemError, RunLog

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    # Lone surrogates have no place in UTF-8.
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
)
HEAD = 'title = "A"\n\n[[expect]]\nrelation = "agree"\nquantity = "a"\n\n'


@pytest.mark.parametrize(
    ("text", "line", "message", "fix"),
    [
        ("title = \n", 1, "not valid TOML", "correct the syntax"),
        ('title = "A"\nexpect = [\n', 3, "not valid TOML", "correct the syntax"),
        ("", 1, "missing required field `title`", "add it"),
        ('title = "A"\ntime_limt = 3\n', 2, "unknown key 'time_limt'", "nearest: time_limit"),
        ('title = "A"\nzzzzzz = 3\n', 2, "unknown key 'zzzzzz'", "remove it"),
        ('title = "A"\ntime_limit = "3"\n', 2, "expected `float`, got `str`", "correct the value"),
        ('title = "A"\ndevices = ["cpu", "cudaa"]\n', 2, "invalid enum value 'cudaa'", "correct the value"),
        ('title = "A"\n[env]\nA = "1"\nB = 2\n', 2, "expected `str`, got `int`", "correct the value"),
        (HEAD + '[[expect]]\nrelation = "agre"\n', 8, "invalid value 'agre'", "nearest: agree"),
        (HEAD + '[[expect]]\nquantity = "b"\n', 7, "missing required field `relation`", "add it"),
        (HEAD + '[[expect]]\nrelation = "differ"\nquantity = "b"\n', 7, "missing required field `at_least`", "add it"),
        (HEAD + '[[expect]]  # two\nrelation = "agree"\nquantity = 1\n', 9, "expected `str`, got `int`", "correct"),
        (HEAD + '[[expect]]\nrelation = "agree"\nquantity = "b"\ntolerence = 1\n', 10, "unknown", "nearest: tolerance"),
    ],
)
def test_a_fault_in_a_pair_file_is_told_with_its_line_and_remedy(
    tmp_path: Path, text: str, line: int, message: str, fix: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text)
    with pytest.raises(ProblemError) as caught:
        read_toml(path, PairFile)
    problem = caught.value.problem
    assert (problem.path, problem.line) == (path, line)
    assert message in problem.message
    assert fix in problem.fix


def test_a_fault_in_the_second_row_of_a_feature_table_is_found_there(tmp_path: Path) -> None:
    row = '[[feature]]\nid = "a"\nfeature = "A"\n[feature.pytorch]\n[feature.tensorflow]\n'
    path = tmp_path / "features.toml"
    path.write_text(row + row + 'says = "maybe"\n')
    with pytest.raises(ProblemError, match=r"features.toml:11: .*'maybe'"):
        read_toml(path, FeatureFile)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_line_of_bytes_that_are_no_text_is_named(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(f'title = "A"{newline}fresh = true{newline}'.encode() + b'data = ["\xff"]\n')
    with pytest.raises(ProblemError, match=r"a.toml:3: not UTF-8"):
        read_toml(path, PairFile)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"date": 1}', b"\xff", b'{"date": "\xff"}'])
def test_json_that_does_not_fit_is_a_problem_and_not_a_crash(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(ProblemError, match=r"a.json:1: truncated or not valid"):
        read_json(path, RunLog)


@given(JSON, st.randoms(use_true_random=False))
def test_the_same_value_has_the_same_bytes_and_is_read_back(value: object, order: random.Random) -> None:
    def shuffled(one: object) -> object:
        if isinstance(one, dict):
            return {key: shuffled(one[key]) for key in order.sample(list(one), len(one))}
        return [shuffled(item) for item in one] if isinstance(one, list) else one

    content = to_json(value)
    assert to_json(shuffled(value)) == content
    assert content.endswith(b"\n")
    assert msgspec.json.decode(content) == value


def test_writing_replaces_the_file_as_a_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.json"
    for content in (b"first and longer", b"second"):
        write_atomic(path, content)
        assert path.read_bytes() == content
    assert path.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in path.parent.iterdir()] == ["a.json"]


@pytest.mark.parametrize("place", ["file/a.json", "folder"])
def test_a_place_that_cannot_be_written_is_a_problem_and_stays_as_it_is(tree: Tree, place: str) -> None:
    tree.write("file", "kept")
    tree.write("folder/inner", "kept")
    before = tree.files()
    with pytest.raises(ProblemError, match=r"cannot be written: .*nothing was changed"):
        write_atomic(tree.root / place, b"new")
    assert tree.files() == before


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [("gradint", ["loss", "gradient"], "nearest: gradient"), ("xyz", ["loss"], ""), ("a", [], "")],
)
def test_a_hint_names_the_nearest_known_word_if_any(word: str, known: list[str], hint: str) -> None:
    assert nearest(word, known) == hint
