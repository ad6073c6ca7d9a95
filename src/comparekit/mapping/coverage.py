"""Which share of the frameworks' documented callables has a row."""

from __future__ import annotations

from dataclasses import dataclass

from comparekit.mapping.apis import MODULES, Apis
from comparekit.mapping.calls import names
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
            found |= _full(framework, code)
    return found


def code_of(framework: str, row: Row) -> tuple[str, ...]:
    """All code of a row on one side that is the same as the other side."""
    if framework == "pytorch":
        return (row.pytorch, *row.also_pytorch)
    return (row.tensorflow, *row.also_tensorflow)


def signatures(apis: Apis, row: Row) -> dict[str, tuple[str, str]]:
    """Name and signature of the first documented callable of each side, where there is one."""
    found = {}
    for framework, code in (("pytorch", row.pytorch), ("tensorflow", row.tensorflow)):
        for name in names(code):
            full = f"torch.Tensor{name}" if framework == "pytorch" and name.startswith(".") else name
            if text := apis.signature(full):
                found[framework] = (full, text)
                break
    return found


def _full(framework: str, code: str) -> set[str]:
    """Names of some code, methods as those of tensors and of data sets; `torch.Tensor.abs` for `.abs`."""
    holder = "torch.Tensor" if framework == "pytorch" else "tf.data.Dataset" if "tf.data" in code else ""
    found = {f"{holder}{name}" if name.startswith(".") else name for name in names(code)}
    # what a longer name goes through is used, too: tf.data.Dataset in tf.data.Dataset.range
    return found | {name.rpartition(".")[0] for name in found}


def _with_aliases(apis: Apis, said: set[str]) -> set[str]:
    """Names that were mentioned, and all that are the same as one of them."""
    links = {f"{module}.{name}": one.same for module, listed in apis.modules.items() for name, one in listed.items()}
    roots = {name: _root(name, links) for name in {*links, *said}}
    mentioned_roots = {roots[name] for name in said}
    return {name for name in links if roots[name] in mentioned_roots}


def _root(name: str, links: dict[str, str]) -> str:
    seen = {name}
    while (further := links.get(name, "")) and further not in seen:
        name = further
        seen.add(name)
    return name
