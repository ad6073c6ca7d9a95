"""The gate names everything that is wrong, at its place and with a remedy, and writes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import indent
from typing import Any

import pytest
from conftest import AGREE, Tree, outcome

from comparekit.check import check, script_problems
from comparekit.export import export
from comparekit.model import Notice
from comparekit.render import Renderer

FEATURES = """
    [[feature]]
    id = "row"
    feature = "A row"
    [feature.pytorch]
    ran = ["a/b"]
    [feature.tensorflow]
    cited = "https://example.org"
    date = "2026-10-01"
    says = "no"
    """


@pytest.fixture
def sound(tree: Tree) -> Tree:
    """A tree in which nothing is wrong."""
    tree.pair("a/b")
    tree.pair("a/c", tensorflow_keras="value = 1.5\n")
    tree.write("snippets/a/features.toml", FEATURES)
    tree.write("docs/a.md", "# A\n\n{* pair a/b *}\n\n{* table a *}\n\n{* provenance a *}\n")
    tree.write("docs/deep/c.md", "# C\n\n{* pair a/c *}\n\n{* summary *}\n")
    for pair_id in ("a/b", "a/c"):
        tree.record(pair_id)
    refresh(tree)
    return tree


def refresh(tree: Tree) -> None:
    export(tree.project, tree.project.pair_ids(), Renderer(tree.project).evidence)


def wrong(tree: Tree) -> list[str]:
    """The problems, each in one line, with paths as from the root; the check has written nothing."""
    before = tree.files()
    found = check(tree.project)
    assert found == sorted(found)
    assert tree.files() == before
    place = f"^.*?{re.escape(tree.root.name)}/"
    return [re.sub(place, "", str(one), count=1) for one in found]


def test_a_sound_tree_has_no_problems(sound: Tree) -> None:
    assert wrong(sound) == []


def test_a_tree_without_pairs_has_no_problems_but_its_downloads(tree: Tree) -> None:
    assert [one.partition(":")[0] for one in wrong(tree)] == [
        "docs/data/features.json",
        "docs/data/mappings.csv",
        "docs/data/mappings.json",
        "docs/data/pairs.json",
        "docs/data/timings.json",
    ]
    refresh(tree)
    assert wrong(tree) == []


def write(path: str, content: str | bytes) -> Callable[[Tree], Any]:
    return lambda tree: tree.write(path, content)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (write("snippets/a/b_pytorch.py", "value = 2\n"), "b/pytorch.cpu.json:1: stale: b_pytorch.py has"),
        (lambda tree: (tree.root / "snippets/a/records/b/pytorch.cpu.json").unlink(), "b_pytorch.py:1: no record"),
        (lambda tree: (tree.root / "snippets/a/runs/b/pytorch.cpu.json").unlink(), "b_pytorch.py:1: nothing says when"),
        (write("snippets/a/records/b/pytorch.cpu.json", "{}"), "pytorch.cpu.json:1: truncated or not valid"),
        (write("snippets/a/records/x/pytorch.cpu.json", "{}"), "x/pytorch.cpu.json:1: evidence of nothing in the tree"),
        (write("snippets/a/b.toml", "title = 3"), "snippets/a/b.toml:1: expected `str`, got `int`"),
        (write("snippets/a/b.toml", "title = 'A'"), "a/b.toml:1: the pair promises nothing. Fix: add an [["),
        (write("snippets/a/torch.py", ""), "snippets/a/torch.py:1: a script named torch.py hides the package 'torch'"),
        (write("snippets/a/b_pytorch.py", b"value = '\xff'\n"), "b_pytorch.py:1: not UTF-8. Fix: save the file"),
        (write("snippets/a/b_pytorch.py", "from comparekit import x\n"), "b_pytorch.py:1: imports comparekit"),
        (write("docs/a.md", "# A\n\n{* pair a/bb *}\n\n{* pair a/b *}"), "a.md:3: no pair 'a/bb'. Fix: nearest: a/b"),
        (write("docs/a.md", "# A"), "b.toml:1: no page shows this pair. Fix: add {* pair a/b *} to docs/a.md"),
        (write("docs/a.md", "```\n{* pair a/b *}\n```\n"), "snippets/a/b.toml:1: no page shows this pair"),
        (write("docs/x.md", "x\n{* tabel a *}\n"), "docs/x.md:2: no directive 'tabel'. Fix: nearest: table"),
        (write("snippets/a/features.toml", FEATURES.replace("a/b", "a/x")), "features.toml:2: no pair 'a/x'"),
        (write("docs/data/pairs.json", "{}"), "pairs.json:1: does not match the records. Fix: comparekit export"),
        (lambda tree: (tree.root / "docs/data/features.json").unlink(), "features.json:1: does not match the records"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(sound: Tree, spoil: Callable[[Tree], Any], problem: str) -> None:
    spoil(sound)
    assert any(problem in one for one in wrong(sound)), wrong(sound)


def test_all_problems_are_named_at_once(sound: Tree) -> None:
    sound.write("snippets/a/b.toml", "titel = 'x'\n")
    sound.write("snippets/a/c_pytorch.py", "value = 2\n")
    sound.write("snippets/a/lost_pytorch.py", "")
    sound.write("docs/x.md", "{* pair a/x *}\n")
    assert [one.split(": ")[0] for one in wrong(sound)] == [
        "docs/x.md:1",
        "snippets/a/b.toml:1",  # once, and not for every page that shows it
        "snippets/a/lost_pytorch.py:1",
        "snippets/a/records/c/pytorch.cpu.json:1",
    ]


def expect(*tables: str) -> str:
    return 'title = "A"\n\n' + "\n\n".join(f"[[expect]]  # a promise\n{table}" for table in tables) + "\n"


@pytest.mark.parametrize(
    "broken",
    [
        'relation = "agree"\nquantity = "value"',
        'relation = "differ"\nquantity = "same"\nat_least = 0.1',
        'relation = "bound"\nquantity = "value"\nat_least = 9',
        'relation = "bound"\nquantity = "value"',
        'relation = "agree"\nquantity = "nan"',
        'relation = "agree"\nquantity = "infinite"',
        'relation = "agree"\nquantity = "same"\ntolerance = 0.5',
        'relation = "raises"\nsides = ["pytorch"]\ntype = "ValueError"\nmatch = "yes"',
        'relation = "warns"\nsides = ["pytorch"]\ntype = "UserWarning"',
    ],
)
def test_a_promise_that_does_not_hold_is_named_at_its_own_line(sound: Tree, broken: str) -> None:
    sound.pair("a/b", expect('relation = "agree"\nquantity = "same"', broken))
    no = Notice("ValueError", "no")
    values = {"same": 1.5, "value": 1.5, "nan": float("nan"), "infinite": 1.5}
    other = values | {"value": 1.6, "infinite": float("inf")}
    sound.record("a/b", pytorch=outcome(quantities=values, exception=no), tensorflow=outcome(quantities=other))
    refresh(sound)
    at_pair = [one for one in wrong(sound) if one.startswith("snippets/a/b.toml")]
    assert len(at_pair) == 1
    assert at_pair[0].startswith("snippets/a/b.toml:7: ")
    assert at_pair[0].endswith("Fix: correct a side or the expectation, then comparekit run a/b")


def test_a_cell_whose_evidence_no_longer_holds_is_named(sound: Tree) -> None:
    sound.record("a/b", pytorch=outcome(quantities={"value": 9.5}))
    assert any("features.toml:1: the evidence of the cell row/pytorch does not hold" in one for one in wrong(sound))


def test_records_of_another_device_are_no_orphans_where_the_pair_has_it(sound: Tree) -> None:
    sound.record("a/b", "cuda")
    assert sum("evidence of nothing in the tree" in one for one in wrong(sound)) == 4
    sound.pair("a/b", "devices = ['cpu', 'cuda']\n" + AGREE)
    assert wrong(sound) == []


@pytest.mark.parametrize(
    ("pytorch", "tensorflow", "toml", "problem"),
    [
        ("x = 1\n", None, AGREE, "b.toml: no TensorFlow side. write b_tensorflow.py"),
        (None, "x = 1\n", AGREE, "b.toml: no PyTorch side. write b_pytorch.py"),
        ("x = 1\n", "import comparekit.files\n", AGREE, "b_tensorflow.py: imports comparekit"),
        ("x = 1\n", "x = 1\n", "title = 'A'\n", "b.toml: the pair promises nothing"),
        ("#--8<-- [start: modle]\n#--8<-- [end: modle]\n", "#--8<-- [start:model]\n#--8<-- [end:model]\n",
         "sections = ['model']\n" + AGREE, "b_pytorch.py: no section 'model', which b.toml names. nearest: modle"),
        ("#--8<-- [start: model]\n", "#--8<-- [start:model]\n#--8<-- [end:model]\n",
         "sections = ['model']\n" + AGREE, "b_pytorch.py: no section 'model'"),
        (b"x = 1\n\ny = '\xff'\n", "x = 1\n", AGREE, "b_pytorch.py: not UTF-8"),
    ],
)  # fmt: skip
def test_a_script_is_looked_at_before_it_runs(
    tree: Tree, pytorch: str | bytes | None, tensorflow: str | None, toml: str, problem: str
) -> None:
    tree.pair("a/b", toml, pytorch, tensorflow)
    (found,) = script_problems(tree.project.pair("a/b"))
    assert f"{found.path.name}: {found.message}. {found.fix}".startswith(problem)
    assert found.line == (3 if "UTF-8" in problem else 1)


def test_a_page_may_show_a_pair_in_a_list_of_directives(sound: Tree) -> None:
    sound.write("docs/a.md", indent("{* pair a/b *}\n", "   "))
    assert wrong(sound) == []
