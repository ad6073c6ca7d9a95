"""Lines, tokens and names of scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import AGREE, Tree

from comparekit.effort import effort
from comparekit.model import Side
from comparekit.render import Renderer

SCRIPT = '''
# A comment
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader


class Net(nn.Module):
    def forward(self, x):
        return F.relu(self.layer(x))


x = torch.tensor(np.ones(3))  # another

loss = Net().forward(x).sum()
loss.backward()
loader = DataLoader([1, 2])
print("""two
lines""")
'''


def of(source: str) -> tuple[int, int, set[str]]:
    found = effort(Side("a/b", "pytorch", "", Path("b_pytorch.py"), source.encode()))
    assert found
    return found.lines, found.tokens, set(found.names)


def test_lines_and_tokens_leave_out_comments_and_layout() -> None:
    assert of("# only this\n\n") == (0, 0, set())
    assert of("x = 1  # one\n\n\ny = [\n    2,\n]\n")[:2] == (4, 9)


def test_names_are_those_of_the_framework_in_full() -> None:
    lines, _, names = of(SCRIPT)
    assert lines == 14
    assert names == {
        "torch.nn.Module",
        "torch.nn.functional.relu",
        "torch.tensor",
        "torch.utils.data.DataLoader",
        ".layer",
        ".sum",
        ".backward",
    }


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import tensorflow as tf\ntf.nn.relu(1)\n", {"tensorflow.nn.relu"}),
        ("import keras.layers\nkeras.layers.Dense(1)\n", {"keras.layers.Dense"}),
        ("import numpy as np\nnp.ones(3)\n", set()),
        ("import os\nos.getcwd()\n", set()),
    ],
)
def test_each_way_to_import_is_understood(source: str, names: set[str]) -> None:
    assert of(source)[2] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import torch\nx = torch.ones(3)\nprint(x.sum(), 'a'.upper(), [].append(1))\n", {"torch.ones", ".sum"}),
        ("import torch\ndef step(): ...\nclass A:\n    def run(self): self.go()\nA().run()\n", {".go"}),
    ],
)
def test_methods_of_the_script_and_of_python_do_not_count(source: str, names: set[str]) -> None:
    assert of(source)[2] == names


@pytest.mark.parametrize("source", [b"x = (", b"x = 1 +", b"\xff", b"if x:\ny", b"x\0", b"  x\n y"])
def test_what_is_no_python_has_no_effort(source: bytes) -> None:
    assert effort(Side("a/b", "pytorch", "", Path("b_pytorch.py"), source)) is None


def test_parts_are_the_modules_that_names_are_from() -> None:
    found = effort(Side("a/b", "pytorch", "", Path("b_pytorch.py"), SCRIPT.encode()))
    assert found and found.parts == {"torch", "torch.nn", "torch.nn.functional", "torch.utils.data"}


def test_a_table_has_a_row_for_each_topic_and_one_for_all(tree: Tree) -> None:
    tree.pair("long_topic/b", AGREE, "import torch\nvalue = 1.5\n", "import tensorflow as tf\nvalue = tf.abs(1.5)\n")
    tree.pair("x/y", AGREE, "import torch\nvalue = torch.abs(1)\n", "value = 1.5\n")
    rows = Renderer(tree.project).directives["effort"]("").splitlines()
    assert "| [Long topic](long_topic.md) | 1 | 2 | 2 | 5 | 12 | 0 | 1 | 0 | 1 |" in rows
    assert "| All | 2 | 4 | 3 | 15 | 15 | 1 | 1 | 1 | 1 |" in rows


def test_a_table_of_one_pair_has_a_row_for_each_side(tree: Tree) -> None:
    tree.pair("a/b", AGREE, "import torch\nvalue = 1.5\n", "value = 1.5\n")
    (tree.root / "snippets/a/b_tensorflow_keras.py").write_text("import keras\nvalue = keras.ops.abs(1.5)\n")
    rows = Renderer(tree.project).directives["effort"]("a/b").splitlines()
    assert [row.split(" | ")[0].strip("| ") for row in rows if row.startswith("|")][2:] == [
        "PyTorch",
        "TensorFlow",
        "TensorFlow (keras)",
    ]
