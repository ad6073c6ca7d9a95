"""Reads from the installed packages what they offer, in a process of its own for each framework."""

from __future__ import annotations

import importlib
import inspect
import multiprocessing
import os
import re
import warnings
from multiprocessing.connection import Connection
from typing import Any

from comparekit.mapping import apis
from comparekit.mapping.apis import MODULES, Apis, Callable
from comparekit.mapping.records import versions
from comparekit.model import FRAMEWORKS
from comparekit.project import Project

_SAME = (
    r"See :(?:func|meth):`~?\.?([\w.]+)`",
    r"In-?place version of :(?:func|meth):`~?\.?([\w.]+)`",
    r"Alias (?:for|of) :(?:func|meth|class):`~?\.?([\w.]+)`",
    r"Performs the same operation as :func:`([\w.]+)`",
)
"""How PyTorch's documentation says that a callable is another under its own name, at its beginning."""
_CALL = re.compile(r"^[\w.]+\((.*)\)\s*(->.*)?$")


def introspect(project: Project) -> None:
    """Store what the installed packages offer.

    Counted are the public callables of `apis.MODULES` that have documentation of their own and belong to the
    framework: no modules, no exceptions, nothing that its documentation calls deprecated.

    Raises:
        ProblemError: the file cannot be written.
    """
    context = multiprocessing.get_context("spawn")
    found: dict[str, dict[str, Callable]] = {}
    for framework in FRAMEWORKS:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(framework, theirs), daemon=True)
        process.start()
        theirs.close()
        found |= ours.recv()
        process.join()
    apis.write(project, Apis(versions=versions(project), modules=found))


def _serve(framework: str, connection: Connection) -> None:
    warnings.simplefilter("ignore")
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    connection.send(listed(framework))


def listed(framework: str) -> dict[str, dict[str, Callable]]:
    """Callables by module and name; imports the framework."""
    first_names: dict[int, str] = {}
    found: dict[str, dict[str, Callable]] = {}
    for module in MODULES[framework]:
        holder = _resolved(module)
        found[module] = {}
        for name in sorted(dir(holder)):
            thing = getattr(holder, name, None)
            if name.startswith("_") or not _counts(thing, framework, module):
                continue
            first = first_names.setdefault(id(thing), f"{module}.{name}")
            same = first if first != f"{module}.{name}" else _documented_as(thing, module, name)
            found[module][name] = Callable(signature=signature(thing), same=same)
    return found


def signature(thing: Any) -> str:
    """Parameters and defaults as text, without types; of PyTorch's own functions as their documentation begins."""
    try:
        parameters = list(inspect.signature(thing).parameters.values())
    except (TypeError, ValueError):
        first = (inspect.getdoc(thing) or "").strip().split("\n\n")[0].replace("\n", " ")
        call = _CALL.match(first)
        return f"({_without_types(call[1])})" if call else ""
    plain = [one.replace(annotation=inspect.Parameter.empty, default=_plain(one.default)) for one in parameters]
    kept = [one for one in plain if one.name != "self"]
    try:
        return str(inspect.Signature(kept))
    except ValueError:
        return ""


class _Text:
    """A default that is shown as this text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _plain(default: Any) -> Any:
    """A default whose text holds no address and can be parsed."""
    if default is inspect.Parameter.empty or isinstance(default, bool | int | float | str | tuple | None):
        return default
    return _Text(getattr(default, "__name__", None) or str(getattr(default, "name", "...")))


def _without_types(parameters: str) -> str:
    """`input: Tensor, *, out: Optional[Tensor] = None` as `input, *, out=None`."""
    bare = re.sub(r":\s*[\w.\[\], ]*?(?=(?:\s*=|,\s*[\w*]+\s*(?:[:=,)]|$)|$))", "", parameters)
    return re.sub(r"\s*=\s*", "=", bare)


def _resolved(module: str) -> Any:
    root = {"tf": "tensorflow"}.get(module.split(".")[0], module.split(".")[0])
    thing = importlib.import_module(root)
    for part in module.split(".")[1:]:
        if not hasattr(thing, part):
            importlib.import_module(f"{thing.__name__}.{part}")
        thing = getattr(thing, part)
    return thing


def _counts(thing: Any, framework: str, module: str) -> bool:
    """Whether something in a module is a documented callable of the framework."""
    text = getattr(thing, "__doc__", None)
    if not callable(thing) or not isinstance(text, str) or not text.strip() or inspect.ismodule(thing):
        return False
    if isinstance(thing, type) and (issubclass(thing, BaseException) or type(thing).__name__ == "pybind11_type"):
        return False
    if re.search(r"\bdeprecated\b", text[:400], re.IGNORECASE):
        return False
    home = str(getattr(thing, "__module__", None) or "torch")
    roots = ("torch",) if framework == "pytorch" else ("tensorflow", "keras")
    if module == "torch" and not isinstance(thing, type) and inspect.isfunction(thing) and home.startswith("torch._C"):
        return False
    return home.split(".")[0] in roots or home in ("builtins", "_VariableFunctions")


def _documented_as(thing: Any, module: str, name: str) -> str:
    """The name that the documentation says this is another name of; empty where it says nothing such."""
    if not module.startswith("torch"):
        return ""
    body = (inspect.getdoc(thing) or "").strip()
    parts = [part.strip() for part in body.split("\n\n") if part.strip()]
    start = next((part for part in parts if not _CALL.match(part.replace("\n", " "))), "")
    for pattern in _SAME:
        if found := re.match(pattern, start):
            target = found[1]
            if target.startswith("Tensor."):
                return f"torch.{target}"
            if "." not in target:
                return f"{module}.{target}"
            return target if target.startswith("torch.") else f"torch.{target}"
    if module == "torch.Tensor" and name.endswith("_") and "place" in start[:40].lower():
        return f"torch.Tensor.{name.rstrip('_')}"
    return ""
