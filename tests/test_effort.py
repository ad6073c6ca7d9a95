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
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 1)

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


@pytest.mark.parametrize(
    ("source", "lines", "tokens"),
    [
        ('x = f"{a} {b:{c}} {d!r}"\n', 1, 3),
        ('x = f"{f\'{a}\'}" + "b"\n', 1, 5),
        ('print(f"""one\n{two}\n""")\n', 3, 4),
    ],
)
def test_a_string_with_values_in_it_is_one_token_in_every_version_of_python(
    source: str, lines: int, tokens: int
) -> None:
    assert of(source)[:2] == (lines, tokens)


def test_names_are_those_of_the_framework_in_full() -> None:
    lines, _, names = of(SCRIPT)
    assert lines == 17
    assert names == {
        "torch.nn.Linear",
        "torch.nn.Module",
        "torch.nn.functional.relu",
        "torch.tensor",
        "torch.utils.data.DataLoader",
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
        ("x = torch.ones(3)\nprint(x.sum(), x.grad, 'a'.upper(), [].append(1))\n", {"torch.ones", ".sum", ".grad"}),
        ("x = torch.ones(3)\nx.requires_grad = True\n", {"torch.ones", ".requires_grad"}),
        ("def step(f): f.step()\nclass A:\n    def run(self): self.go()\nA().run()\n", {".step", ".go"}),
        ("class A:\n    def __init__(self):\n        self.one = 1\nA().one.two()\n", {".two"}),
    ],
)
def test_what_classes_of_the_script_and_of_python_define_does_not_count(source: str, names: set[str]) -> None:
    assert of(f"import torch\n{source}")[2] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("rng = np.random.default_rng(0)\nrng.normal(size=3).astype('float32')\n", set()),
        ("x, y = load()\nx = ((x - x.mean(0)) / -y.std(0)).ravel()\nx[0].ravel()\n", set()),
        ("x = np.ones(3)\nx = torch.tensor(x)\nx.sum()\n", {"torch.tensor", ".sum"}),
        ("with open('a') as file, torch.no_grad() as mode:\n    file.tell(), mode.a\n", {"torch.no_grad", ".a"}),
        ("path = pathlib.Path('a')\npath.read_text().strip()\nf'{1}'.strip()\n", set()),
        (
            "x = copy.deepcopy(torch.ones(3))\nx.sum()\nlist(x.parts)[0].data\n",
            {"torch.ones", ".sum", ".parts", ".data"},
        ),
        ("x = copy.copy(np.ones(3))\nx.sum()\n", set()),
        ("x = np.ones(3)\ndef f(x): return x.sum()\n", {".sum"}),
        ("x = np.ones(3)\nfor x in torch.ones(3): x.sum()\n", {"torch.ones", ".sum"}),
        ("super().fit()\n", {".fit"}),
    ],
)
def test_objects_that_surely_come_from_elsewhere_do_not_count(source: str, names: set[str]) -> None:
    head = "import copy\nimport pathlib\nimport numpy as np\nimport torch\nfrom sklearn.datasets import load\n"
    assert of(head + source)[2] == names


@pytest.mark.parametrize("source", [b"x = (", b"x = 1 +", b"\xff", b"if x:\ny", b"x\0", b"  x\n y"])
def test_what_is_no_python_has_no_effort(source: bytes) -> None:
    assert effort(Side("a/b", "pytorch", "", Path("b_pytorch.py"), source)) is None


def test_parts_are_the_modules_that_names_are_from() -> None:
    found = effort(Side("a/b", "pytorch", "", Path("b_pytorch.py"), SCRIPT.encode()))
    assert found and found.parts == {"torch", "torch.nn", "torch.nn.functional", "torch.utils.data"}


def test_a_class_is_no_part() -> None:
    source = b"import tensorflow as tf\ntf.data.Dataset.range(3)\nprint(tf, tf.Tensor.ndim)\n"
    found = effort(Side("a/b", "tensorflow", "", Path("b_tensorflow.py"), source))
    assert found and found.parts == {"tensorflow", "tensorflow.data"}


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
