"""What the installed packages offer: the documented public callables, their signatures, and which are the same."""

from __future__ import annotations

import ast
import hashlib
from pathlib import Path

import msgspec

from comparekit.files import read_json, to_json, write_atomic
from comparekit.mapping.records import versions
from comparekit.model import Problem, ProblemError
from comparekit.project import MAPPINGS, Project

PYTORCH = (
    "torch",
    "torch.Tensor",
    "torch.nn",
    "torch.nn.functional",
    "torch.nn.init",
    "torch.linalg",
    "torch.fft",
    "torch.special",
    "torch.func",
    "torch.optim",
    "torch.optim.lr_scheduler",
    "torch.distributions",
    "torch.utils.data",
)
TENSORFLOW = (
    "tf",
    "tf.math",
    "tf.linalg",
    "tf.nn",
    "tf.signal",
    "tf.image",
    "tf.data",
    "tf.data.Dataset",
    "keras.ops",
    "keras.ops.image",
    "keras.layers",
    "keras.losses",
    "keras.optimizers",
    "keras.optimizers.schedules",
    "keras.initializers",
    "keras.metrics",
)
MODULES = {"pytorch": PYTORCH, "tensorflow": TENSORFLOW}
"""Modules and classes whose callables are counted, of each framework."""
ALIKE = {
    "dim": ("axis",),
    "dims": ("axis",),
    "keepdim": ("keepdims",),
    "input": ("x",),
    "other": ("y", "x2"),
    "eps": ("epsilon",),
    "lr": ("learning_rate",),
    "bias": ("use_bias",),
    "p": ("rate",),
    "stride": ("strides",),
    "dilation": ("dilations", "dilation_rate"),
}
"""Parameters of PyTorch, and what TensorFlow or Keras call the same."""


class Callable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One documented public callable.

    Attributes:
        signature: parameters with their defaults, empty where it cannot be read.
        same: another name that is documented as the same, or is the same object.
        home: the name under which it is defined, where that is public, too: `torch.optim.adam.Adam`.
    """

    signature: str = ""
    same: str = ""
    home: str = ""


class Apis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was found in the installed packages.

    Attributes:
        versions: of the packages.
        modules: callables by module and name.
        seal: digest of everything else in the file.
    """

    versions: dict[str, str]
    modules: dict[str, dict[str, Callable]]
    seal: str = ""

    def signature(self, name: str) -> str:
        """Signature of a callable by its dotted name; empty where there is none."""
        module, _, last = name.rpartition(".")
        found = self.modules.get(module, {}).get(last)
        return found.signature if found else ""


def path_of(project: Project) -> Path:
    """File that holds them."""
    return project.snippets / MAPPINGS / "apis.json"


def read(project: Project) -> Apis | None:
    """What is stored; None where nothing is.

    Raises:
        ProblemError: it is damaged or edited by hand.
    """
    path = path_of(project)
    if not path.is_file():
        return None
    fix = f"remove it, then comparekit run {MAPPINGS}"
    try:
        found = read_json(path, Apis)
    except ProblemError as error:
        raise ProblemError(Problem(path, 1, error.problem.message, fix)) from error
    if found.seal != _seal(found):
        raise ProblemError(Problem(path, 1, "edited by hand or damaged: its seal does not fit its content", fix))
    return found


def write(project: Project, found: Apis) -> None:
    """Store what was found, where that is something else than before."""
    sealed = msgspec.structs.replace(found, seal=_seal(found))
    content = to_json(sealed)
    path = path_of(project)
    if not path.is_file() or path.read_bytes() != content:
        write_atomic(path, content)


def current(project: Project) -> bool:
    """Whether what is stored was read from packages of the pinned versions."""
    try:
        found = read(project)
    except ProblemError:
        return False
    return found is not None and found.versions == versions(project)


def default_differences(pytorch: str, tensorflow: str) -> list[tuple[str, str, str]]:
    """Parameters that both signatures have with different defaults: name, PyTorch's, TensorFlow's.

    A parameter without a default is "required". What cannot be parsed has no differences.
    """
    ours, theirs = parameters(pytorch), parameters(tensorflow)
    found = []
    for name, default in ours.items():
        other = next((one for one in (name, *ALIKE.get(name, ())) if one in theirs), "")
        if other and not _same(default, theirs[other]):
            found.append((name if name == other else f"{name} / {other}", default, theirs[other]))
    return found


def parameters(signature: str) -> dict[str, str]:
    """Default of each named parameter, "required" where it has none; nothing where the text is no signature.

    Not by Python's own parser: `(start=0, end, step=1)` is how PyTorch documents `arange`.
    """
    text = signature.strip()
    if not (text.startswith("(") and text.endswith(")")):
        return {}
    found = {}
    for part in split(text[1:-1]):
        name, given, default = part.partition("=")
        if name.strip().isidentifier():
            found[name.strip()] = default.strip() if given else "required"
    return found


def split(parameters: str) -> list[str]:
    """Parameters of a signature, one by one; none where brackets or quotes do not match."""
    pieces, open_ones, quote, start = [], [], "", 0
    for at, letter in enumerate(parameters):
        if quote:
            quote = "" if letter == quote and parameters[at - 1] != "\\" else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "([{":
            open_ones.append({"(": ")", "[": "]", "{": "}"}[letter])
        elif letter in ")]}":
            if not open_ones or open_ones.pop() != letter:
                return []
        elif letter == "," and not open_ones:
            pieces.append(parameters[start:at].strip())
            start = at + 1
    if quote or open_ones:
        return []
    return [piece for piece in [*pieces, parameters[start:].strip()] if piece]


def _same(one: str, other: str) -> bool:
    try:
        return bool(ast.literal_eval(one) == ast.literal_eval(other))
    except (SyntaxError, ValueError):
        return one.strip("\"'") == other.strip("\"'")


def _seal(found: Apis) -> str:
    return hashlib.sha256(to_json(msgspec.structs.replace(found, seal=""))).hexdigest()
