"""What the tree holds is found by paths alone, and what does not belong is told."""

from __future__ import annotations

import re

import pytest
from conftest import REPOSITORY, Tree

from comparekit.model import ProblemError, Side
from comparekit.project import Project, discover, imports, packages, third_party


def side(source: str, framework: str = "pytorch") -> Side:
    return Side("a/b", framework, "", REPOSITORY, source.encode())


def problems(tree: Tree) -> list[str]:
    return [f"{one.path.name}: {one.message}. {one.fix}" for one in discover(tree.project).problems]


def test_topics_and_pairs_are_sorted_and_tables_are_no_pairs(tree: Tree) -> None:
    for pair_id in ("b/two", "b/one", "a/three"):
        tree.pair(pair_id)
    tree.write("snippets/b/features.toml", "")
    tree.write("snippets/b/records/one/pytorch.cpu.json", "")
    tree.write("snippets/__pycache__/x.toml", "")
    project = tree.project
    assert project.topics() == ["a", "b"]
    assert project.pair_ids() == ["a/three", "b/one", "b/two"]
    found = discover(project)
    assert list(found.pairs) == project.pair_ids()
    assert found.problems == []


def test_the_project_is_found_from_any_folder_below_it(tree: Tree) -> None:
    tree.pair("a/b")
    assert Project.find(tree.root / "snippets" / "a").root == tree.root
    with pytest.raises(ProblemError, match="no project here"):
        Project.find(tree.root.parent)


def test_a_side_is_read_with_its_bytes_and_a_pair_without_a_side_is_still_a_pair(tree: Tree) -> None:
    tree.pair("a/b", pytorch=b"value = '\xff'\n", tensorflow=None)
    pair = tree.project.pair("a/b")
    assert list(pair.sides) == ["pytorch"]
    assert pair.sides["pytorch"].source == b"value = '\xff'\n"


def test_a_pair_whose_name_begins_like_another_keeps_its_own_sides(tree: Tree) -> None:
    tree.pair("a/grad", tensorflow_keras="value = 1.5")
    tree.pair("a/grad_norm", pytorch_loop="value = 1.5")
    assert list(tree.project.pair("a/grad").sides) == ["pytorch", "tensorflow", "tensorflow.keras"]
    assert list(tree.project.pair("a/grad_norm").sides) == ["pytorch", "pytorch.loop", "tensorflow"]
    assert discover(tree.project).problems == []


@pytest.mark.parametrize("pair_id", ["a/grd", "a/features", "a/../a/grad", "a", "", "A/grad", "a/grad_pytorch.py"])
def test_what_is_no_pair_is_told_with_the_nearest(tree: Tree, pair_id: str) -> None:
    tree.pair("a/grad")
    tree.write("snippets/a/features.toml", "")
    with pytest.raises(ProblemError, match=re.escape(f"no pair '{pair_id}'")) as caught:
        tree.project.pair(pair_id)
    assert caught.value.problem.fix in ("nearest: a/grad", "see snippets/")


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        ('relation = "agree"\nquantity = "value"\nsides = ["pytorch", "tensorflow.kers"]', "no side 'tensorflow.kers'"),
        ('relation = "differ"\nquantity = "value"\nat_least = 1\nsides = ["jax", "pytorch"]', "no side 'jax'"),
        ('relation = "raises"\ntype = "E"\nmatch = "("', "match is not a regular expression"),
    ],
)
def test_an_expectation_without_sense_is_told_at_its_header(tree: Tree, expect: str, message: str) -> None:
    good = '[[expect]]\nrelation = "agree"\nquantity = "value"\n'
    tree.pair("a/b", f'title = "A"\n\n{good}\n[[expect]]  # the second\n{expect}\n', tensorflow_keras="value = 1.5")
    with pytest.raises(ProblemError, match=re.escape(message)) as caught:
        tree.project.pair("a/b")
    assert caught.value.problem.line == 7


def test_a_faulty_pair_hides_no_other(tree: Tree) -> None:
    tree.pair("a/bad", "title = 1\n")
    tree.pair("a/good")
    found = discover(tree.project)
    assert list(found.pairs) == ["a/good"]
    assert [one.path.name for one in found.problems] == ["bad.toml"]
    assert list(discover(tree.project, ["a/good"]).pairs) == ["a/good"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("torch.py", "hides the package 'torch'"),
        ("sklearn.py", "hides the package 'sklearn'"),
        ("good_pytorhc.py", "'pytorhc' is no framework. nearest: pytorch"),
        ("good_xyz.py", "'xyz' is no framework. use one of pytorch, tensorflow"),
        ("lost_pytorch_eager.py", "a script without a pair: lost.toml is missing"),
        ("helper.py", "a script without a pair: helper.toml is missing"),
    ],
)
def test_a_script_that_belongs_to_no_pair_is_told(tree: Tree, name: str, message: str) -> None:
    tree.pair("a/good")
    tree.write(f"snippets/a/{name}", "")
    (problem,) = problems(tree)
    assert problem.startswith(f"{name}: ")
    assert message in problem


@pytest.mark.parametrize("pair_id", ["a/Bad", "a/bad-name", "Bad/good", "bad-topic/good"])
def test_a_name_that_is_not_lower_snake_case_is_told_and_never_passed_over(tree: Tree, pair_id: str) -> None:
    tree.pair("a/good")
    tree.pair(pair_id)
    assert any("lower" in problem for problem in problems(tree))


def test_pins_are_read_whatever_the_spelling_of_a_name(tree: Tree) -> None:
    tree.write("constraints.txt", "# torch==1\nTorch==2.13.0\nscikit_learn==1.9.1 ; x\nb==1#c\nbad>=1\n")
    project = tree.project
    assert [project.pin(name) for name in ("torch", "scikit-learn", "b", "bad")] == ["2.13.0", "1.9.1", "1", "unpinned"]
    (tree.root / "constraints.txt").unlink()
    assert tree.project.pin("torch") == "unpinned"


def test_the_pins_of_the_repository_hold_all_that_decides_an_outcome() -> None:
    project = Project(REPOSITORY)
    sides = [one for pair in discover(project).pairs.values() for one in pair.sides.values()]
    assert len(sides) >= 2 * len(project.pair_ids()) > 0
    needed = {package for one in sides for package in packages(one)}
    assert {package for package in needed if project.pin(package) == "unpinned"} == set()


def test_imports_are_found_wherever_they_stand() -> None:
    source = """
        import a, b.c as d
        from e.f import g
        from . import h
        def i():
            import j
        """
    assert imports(re.sub(r"(?m)^ {8}", "", source).encode()) == {"a", "b.c", "e.f", "j"}
    assert imports(b"import (") == imports(b"import a\0") == set()


def test_packages_are_the_core_of_the_framework_and_what_is_imported() -> None:
    source = "import os, sklearn.datasets, torch\nfrom collections import abc\n"
    assert third_party(side(source)) == {"sklearn", "torch"}
    assert packages(side(source)) == ["numpy", "scikit-learn", "torch"]
    assert packages(side("", "tensorflow")) == ["keras", "numpy", "tensorflow"]


def test_a_third_framework_stands_after_the_two_and_is_not_required(tree: Tree) -> None:
    tree.pair("a/b", jax="value = 1\n", tensorflow_keras="value = 1\n")
    pair = tree.project.pair("a/b")
    assert list(pair.sides) == ["pytorch", "tensorflow", "tensorflow.keras", "jax"]
    assert pair.sides["jax"].title == "JAX"
    assert packages(pair.sides["jax"]) == ["jax", "jaxlib", "numpy"]
    assert "jax" in pair.concerned(pair.spec.expect[0])
