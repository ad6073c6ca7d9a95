"""Reads from the installed packages what they offer, in a process of its own for each framework."""

from __future__ import annotations

import importlib
import inspect
import multiprocessing
import re
import sys
import warnings
from multiprocessing.connection import Connection
from typing import Any

from comparekit.execute import ENVIRONMENT, child_environment, silence
from comparekit.mapping import apis
from comparekit.mapping.apis import MODULES, Apis, Callable, split
from comparekit.mapping.records import versions
from comparekit.model import FRAMEWORKS, Problem, ProblemError
from comparekit.project import Project

Things = dict[str, dict[str, Any]]
"""Callables by module and name."""
_SAME = re.compile(
    r"(?:See |(?:In|Out-of)-?place version of |Alias (?:for|of) |Performs the same operation as )"
    r":(?:func|meth):`[~.]*([\w.]+)`|(?:Shorthand|Alias) for `([\w.]+)`",
    re.IGNORECASE,
)
"""How the documentation says that a callable is another under its own name, at the beginning of a paragraph."""
_DEPRECATED = (
    r"\A[^\n]*\(deprecated\)|THIS FUNCTION IS DEPRECATED|This (?:function|method|class|op) is (?:now )?deprecated"
)
_MACHINERY = ("torch.overrides", "torch._jit_internal")
"""Helpers of PyTorch's own dispatch, which its modules import."""


def introspect(project: Project) -> None:
    """Store what the installed packages offer.

    Counted are the public callables of `apis.MODULES` that have documentation of their own, in words and not as a
    call alone, and belong to the framework. Not counted are modules, exceptions, enumerations, what a module merely
    imports, and what its documentation calls deprecated, or is another name of such.

    Raises:
        ProblemError: a framework cannot be read, or the file cannot be written.
    """
    found: dict[str, dict[str, Callable]] = {}
    for framework, title in FRAMEWORKS.items():
        try:
            found |= _asked(framework)
        except EOFError as error:
            message = f"what {title} offers cannot be read: the process that lists it died"
            fix = f"python -c 'from comparekit.mapping import introspect as i; i.listed(\"{framework}\")' says why"
            raise ProblemError(Problem(apis.path_of(project), 1, message, fix)) from error
    apis.write(project, Apis(versions=versions(project), modules=found))


def _asked(framework: str) -> dict[str, dict[str, Callable]]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(framework, theirs), daemon=True)
    with child_environment("cpu", ENVIRONMENT), silence():
        process.start()
    theirs.close()
    try:
        return ours.recv()
    finally:
        process.join()


def _serve(framework: str, connection: Connection) -> None:
    connection.send(listed(framework))


def listed(framework: str) -> dict[str, dict[str, Callable]]:
    """Callables by module and name; imports the framework."""
    warnings.simplefilter("ignore")
    things, out_of_use = _things(framework)
    known = {f"{module}.{name}" for module, inside in things.items() for name in inside}
    first_names: dict[int, str] = {}
    found: dict[str, dict[str, Callable]] = {}
    for module, inside in things.items():
        found[module] = {}
        for name, thing in inside.items():
            full = f"{module}.{name}"
            first = first_names.setdefault(id(thing), full)
            same = first if first != full else documented_as(inspect.getdoc(thing) or "", full, known | out_of_use)
            if same not in out_of_use:
                found[module][name] = Callable(signature=signature(thing), same=same, home=_home(thing, full))
    return found


def signature(thing: Any) -> str:
    """Parameters and defaults as text, without types; of PyTorch's own functions as their documentation begins."""
    try:
        parameters = [one for one in inspect.signature(thing).parameters.values() if one.name != "self"]
    except (TypeError, ValueError):
        return documented_call(inspect.getdoc(thing) or "")
    says_nothing = parameters and all(one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD) for one in parameters)
    if says_nothing and (said := documented_call(inspect.getdoc(thing) or "")):
        return said
    plain = [one.replace(annotation=inspect.Parameter.empty, default=_plain(one.default)) for one in parameters]
    return str(inspect.Signature(plain, __validate_parameters__=False))


def documented_call(text: str) -> str:
    """Parameters of the call that documentation begins with, without types; empty where it begins otherwise."""
    begins = re.match(r"[\w.]+\(", text)
    if not begins:
        return ""
    depth = 1
    for at in range(begins.end(), len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return f"({', '.join(_bare(part) for part in split(text[begins.end() : at]))})"
    return ""


def _bare(parameter: str) -> str:
    """`out=None` for `out: Optional[Tensor]`, `pivot=True` for `bool pivot=True`."""
    left, given, default = " ".join(parameter.replace("\\*", "*").split()).partition("=")
    name, _, kind = left.partition(":")
    name = name.split()[-1] if name.split() else ""
    if not given and re.search(r"Optional\[|\bNone\b", kind):
        given, default = "=", "None"  # PyTorch leaves out the default of such a parameter
    return f"{name}{given}{default.strip()}"


def documented_as(text: str, name: str, known: set[str]) -> str:
    """The name that documentation says this is another name of; empty where it says nothing such.

    Args:
        text: the documentation.
        name: under which the callable is listed.
        known: all names that are listed; what is named in short is looked for there.
    """
    module, _, last = name.rpartition(".")
    lines = [line for line in text.splitlines() if not _is_call(line)]
    paragraphs = [part.strip() for part in "\n".join(lines).split("\n\n") if part.strip()]
    target = ""
    for number, paragraph in enumerate(paragraphs):
        match = _SAME.match(paragraph)
        said = (match[1] or match[2]) if match else ""
        # further down only a method that refers to the function of its name
        if said and (number == 0 or (module == "torch.Tensor" and said == f"torch.{last}")):
            # the documentation of true_divide_ calls it the in-place version of itself
            target = said.removesuffix("_") if said.endswith(f".{last}") and "lace version" in paragraph[:20] else said
            break
    places = ("", f"{module}.", "torch.", "torch.Tensor.", "torch.nn.functional.")
    short = target.removeprefix("torch.") if target not in known else target
    found = [f"{place}{short}" for place in places[: len(places) if name.startswith("torch.") else 2]]
    return next((one for one in found if one in known and one != name), target if target.startswith("torch.") else "")


def _things(framework: str) -> tuple[Things, set[str]]:
    """What counts, and the names of what is deprecated."""
    found: Things = {}
    out_of_use: set[str] = set()
    for module in MODULES[framework]:
        holder = _resolved(module)
        found[module] = {}
        for name in sorted(dir(holder)):
            thing = getattr(holder, name, None)
            if name.startswith("_") or not _documented(thing) or not _belongs(thing, name, holder, module):
                continue
            if _deprecated(thing, name):
                out_of_use.add(f"{module}.{name}")
            else:
                found[module][name] = thing
    return found, out_of_use


def _documented(thing: Any) -> bool:
    """Whether this is a callable with words about it."""
    text = getattr(thing, "__doc__", None)
    if not callable(thing) or inspect.ismodule(thing) or not isinstance(text, str):
        return False
    return any(line.strip() and not _is_call(line) for line in text.splitlines())


def _is_call(line: str) -> bool:
    """Whether a line of documentation is nothing but how something is called."""
    return bool(re.fullmatch(r"[\w.]+\(.*\)\s*(?:->.*)?(?:#.*)?", line.strip()))


def _belongs(thing: Any, name: str, holder: Any, module: str) -> bool:
    """Whether something that a module holds is part of what it offers."""
    home = str(getattr(thing, "__module__", None) or "")
    if isinstance(thing, type):
        if issubclass(thing, BaseException) or type(thing).__name__ == "pybind11_type":
            return False
        if name not in getattr(holder, "__all__", [name]) and not home.startswith(module):
            return False
    roots = ("torch",) if module.startswith("torch") else ("tensorflow", "keras")
    ours = home.split(".")[0] in roots or (not isinstance(thing, type) and home in ("", "builtins"))
    return ours and not any(getattr(sys.modules.get(one), name, None) is thing for one in _MACHINERY)


def _deprecated(thing: Any, name: str) -> bool:
    """Whether documentation calls the thing itself deprecated, not one of its arguments."""
    text = inspect.getdoc(thing) or ""
    itself = rf"(?<![\w.])(?:torch\.)?(?:\w+\.)*{re.escape(name)}`? is (?:now )?deprecated"
    return hasattr(thing, "__deprecated__") or bool(re.search(f"{_DEPRECATED}|{itself}", text))


def _home(thing: Any, name: str) -> str:
    """Where a class or function is defined, if that is a public name other than this."""
    home = f"{getattr(thing, '__module__', None)}.{getattr(thing, '__qualname__', None)}"
    public = home.startswith("torch.") and not re.search(r"\.[_<]", home)
    return home if public and home != name and not name.startswith("torch.Tensor.") else ""


class _Text:
    """A default that is shown as this text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _plain(default: Any) -> Any:
    """A default whose text holds no address."""
    if default is inspect.Parameter.empty or isinstance(default, bool | int | float | str | None):
        return default
    if isinstance(default, tuple | list):
        return type(default)(_plain(one) for one in default)
    names = (getattr(default, "__name__", None), str(default), getattr(default, "name", None))
    return _Text(next((one for one in names if isinstance(one, str) and re.fullmatch(r"[\w.]+", one)), "..."))


def _resolved(module: str) -> Any:
    root, *parts = module.split(".")
    thing = importlib.import_module({"tf": "tensorflow"}.get(root, root))
    for part in parts:
        if not hasattr(thing, part):
            importlib.import_module(f"{thing.__name__}.{part}")
        thing = getattr(thing, part)
    return thing
