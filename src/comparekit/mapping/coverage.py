"""Which share of the frameworks' documented callables has a row."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache

from comparekit.mapping.apis import MODULES, Apis, default_differences
from comparekit.mapping.calls import MODULES as NAMES
from comparekit.mapping.calls import final, names
from comparekit.mapping.catalogue import Evidenced
from comparekit.mapping.rows import Row
from comparekit.model import State


@dataclass(frozen=True)
class Share:
    """What of a module has a row.

    Attributes:
        module: its name.
        documented: how many callables it has.
        missing: names of those that no row mentions.
    """

    module: str
    documented: int
    missing: tuple[str, ...]

    @property
    def mapped(self) -> int:
        """How many have a row."""
        return self.documented - len(self.missing)


def shares(apis: Apis, areas: list[Evidenced]) -> dict[str, list[Share]]:
    """Share of each module by framework; only rows whose evidence is current count."""
    said = {framework: mentioned(framework, areas) for framework in MODULES}
    found = {}
    for framework, modules in MODULES.items():
        covered = _with_aliases(apis, said[framework])
        found[framework] = [
            Share(
                module,
                len(listed := apis.modules.get(module, {})),
                tuple(name for name in listed if f"{module}.{name}" not in covered),
            )
            for module in modules
        ]
    return found


def total(found: list[Share]) -> Share:
    """All modules of a framework together."""
    missing = tuple(f"{share.module}.{name}" for share in found for name in share.missing)
    return Share("all", sum(share.documented for share in found), missing)


def mentioned(framework: str, areas: list[Evidenced]) -> set[str]:
    """Dotted names in the verified code of one side, and in the set-ups that it uses; the naive form does not count."""
    found: set[str] = set()
    for area in areas:
        rows = [row for row in area.area.spec.row if area.states[row.id] is State.PASS]
        codes = [code for row in rows for code in code_of(framework, row)]
        setup = getattr(area.area.spec, f"setup_{framework}")
        for code in [*codes, *([setup] if rows and setup.strip() else [])]:
            found |= _full(framework, code, setup)
    return found


def code_of(framework: str, row: Row) -> tuple[str, ...]:
    """All code of a row on one side that is the same as the other side."""
    if framework == "pytorch":
        return (row.pytorch, *row.also_pytorch)
    return (row.tensorflow, *row.also_tensorflow)


def signatures(apis: Apis, row: Row) -> dict[str, tuple[str, str]]:
    """Name and signature of the outermost call of each side, where that is documented."""
    called = {framework: _called(framework, code) for framework, code in _sides(row)}
    found = {framework: (names[0], apis.signature(names[0])) for framework, names in called.items() if names}
    return {framework: (name, text) for framework, (name, text) in found.items() if text}


def defaults(apis: Apis, row: Row) -> list[tuple[str, str, str]]:
    """Defaults that differ between the two calls of a row: name, PyTorch's, TensorFlow's.

    None where a side is put together of several calls, since no single one of them is the counterpart.
    """
    called = [[name for name in _called(*side) if apis.signature(name)] for side in _sides(row)]
    if any(len(names) != 1 for names in called):
        return []
    return default_differences(*(apis.signature(names[0]) for names in called))


def _sides(row: Row) -> tuple[tuple[str, str], ...]:
    return ("pytorch", row.pytorch), ("tensorflow", row.tensorflow)


def _called(framework: str, code: str) -> list[str]:
    """Full names of the calls to a framework in the result, the outermost first; of `nn.ReLU()(x)`, of the layer."""
    try:
        _, value = final(spelled_out(code))
    except (SyntaxError, ValueError):
        return []
    calls = [node.func for node in ast.walk(value) if isinstance(node, ast.Call)]
    found = [_whole(framework, names(ast.unparse(one))[0], code) for one in calls if isinstance(one, ast.Attribute)]
    return list(dict.fromkeys(one for one in found if one.partition(".")[0] in ("torch", "tf", "keras")))


@lru_cache(maxsize=32_768)
def spelled_out(code: str, before: str = "") -> str:
    """The code with names that it, or the set-up before it, gave to parts of a module replaced by those.

    `D = torch.distributions`, `import torch.utils.data as data` and `from torch.utils.data import Subset` are such.
    """
    tree, aliases = ast.parse(code.strip()), dict[str, str]()
    for node in [*ast.walk(ast.parse(before.strip())), *ast.walk(tree)]:
        if isinstance(node, ast.Import):
            aliases |= {one.asname: one.name for one in node.names if one.asname}
        elif isinstance(node, ast.ImportFrom):
            aliases |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = ast.unparse(node.value)
            if all(part.isidentifier() for part in text.split(".")) and text.split(".")[0] in NAMES:
                aliases[node.targets[0].id] = text
    return ast.unparse(_Spelling(aliases).visit(tree))


class _Spelling(ast.NodeTransformer):
    """Replaces names that stand for something of a framework."""

    def __init__(self, aliases: dict[str, str]) -> None:
        self.aliases = {one: whole for one, whole in aliases.items() if whole.split(".")[0] in NAMES}

    def visit_Name(self, node: ast.Name) -> ast.expr:
        whole = self.aliases.get(node.id, "") if isinstance(node.ctx, ast.Load) else ""
        return ast.parse(whole, mode="eval").body if whole else node


def _full(framework: str, code: str, before: str = "") -> set[str]:
    """Names of some code, methods as those of tensors and of data sets; `torch.Tensor.abs` for `.abs`."""
    found = {_whole(framework, name, code) for name in names(spelled_out(code, before))}
    # what a longer name goes through is used, too: tf.data.Dataset in tf.data.Dataset.range
    return found | {name.rpartition(".")[0] for name in found}


def _whole(framework: str, name: str, code: str) -> str:
    holder = "torch.Tensor" if framework == "pytorch" else "tf.data.Dataset" if "tf.data" in code else ""
    return f"{holder}{name}" if name.startswith(".") else name


def _with_aliases(apis: Apis, said: set[str]) -> set[str]:
    """Names that were mentioned, and all that are the same as one of them."""
    listed = {f"{module}.{name}": one for module, inside in apis.modules.items() for name, one in inside.items()}
    links = {name: one.same for name, one in listed.items()}
    homes = {one.home: name for name, one in listed.items() if one.home and one.home not in listed}
    said = {homes.get(name, name) for name in said}
    roots = {name: _root(name, links) for name in {*links, *said}}
    mentioned_roots = {roots[name] for name in said}
    return {name for name in links if roots[name] in mentioned_roots}


def _root(name: str, links: dict[str, str]) -> str:
    seen = {name}
    while (further := links.get(name, "")) and further not in seen:
        name = further
        seen.add(name)
    return name
