"""The script that changes scripts: which changes it makes, and what it calls caught."""

from __future__ import annotations

import ast
from collections import Counter

import pytest
from conftest import AGREE, Tree
from mutate import changes, tried

SCRIPT = """
rate = 0.5
extra = [2.0]
extra.append(3.0)
value = rate * 3.0
print("extra", extra, 7)
"""


def changed(source: str) -> set[str]:
    return {change.applied(source.encode()).decode() for change in changes(source.encode())}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("f(3)\n", {"f(4)\n", "pass\n"}),
        ("x = f(a, b=True)\n", {"x = f(a, b=False)\n", "x = f(a)\n"}),
        ("x = a - b\n", {"x = a + b\n"}),
        ("x = nn.relu(y)\n", {"x = nn.tanh(y)\n"}),
        ('x = f("same")\n', {'x = f("valid")\n'}),
        ('x = "Größe", 1.0\n', {'x = "Größe", 1.1\n'}),
        ('print(3, f"{x + 1}")\n', set()),
    ],
)
def test_one_thing_is_changed_at_a_time(source: str, expected: set[str]) -> None:
    assert changed(source) == expected
    for one in changed(source):
        ast.parse(one)


def test_a_change_that_breaks_no_promise_survives(tree: Tree) -> None:
    tree.pair("a/b", AGREE, pytorch=SCRIPT, tensorflow=SCRIPT)
    assert tree.run("run", "a/b").returncode == 0
    pair = tree.project.pair("a/b")
    results = [(change.line, result) for _, change, result in tried(tree.project, [pair], 99)]
    by_line = {line: {result for place, result in results if place == line} for line, _ in results}
    assert by_line == {1: {"broken"}, 2: {"survived"}, 3: {"survived"}, 4: {"broken"}}
    assert Counter(result for _, result in results) == {"broken": 6, "survived": 6}
