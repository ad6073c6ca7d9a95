"""What a side takes to write: lines, tokens, and the names of its framework that one has to know."""

from __future__ import annotations

import ast
import builtins
import functools
import io
import itertools
import tokenize
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from comparekit.model import FRAMEWORKS, Pair, Side
from comparekit.project import heading, third_party
from comparekit.tables import scrolling

LAYOUT = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
"""Kinds of tokens that say nothing by themselves."""
DATA = {"numpy", "sklearn", "PIL", "matplotlib"}
"""Packages that serve both sides alike; their names do not count."""
CARRIERS = {"copy", "functools", "itertools", "operator", "pickle"}
"""Modules of Python whose results are what is handed to them."""
PYTHON = frozenset(name for kind in (str, bytes, list, tuple, dict, set, int, float) for name in dir(kind))
"""Attributes of Python's own types: they tell nothing of a framework."""


@dataclass(frozen=True)
class Effort:
    """What a script consists of.

    Attributes:
        lines: that hold code; neither blank nor comment.
        tokens: names, numbers, strings and signs.
        names: of the framework, in full (`torch.nn.Linear`), and attributes of its objects (`.backward`, `.grad`).
    """

    lines: int
    tokens: int
    names: frozenset[str]

    @property
    def parts(self) -> frozenset[str]:
        """Parts of the framework that the names are from: `torch.nn`."""
        return frozenset(_part(name) for name in self.names if not name.startswith("."))


def effort(side: Side) -> Effort | None:
    """What one script consists of; None where it is not valid Python."""
    return _effort(side.source, frozenset(third_party(side) - DATA))


@functools.lru_cache(maxsize=10_000)
def _effort(source: bytes, modules: frozenset[str]) -> Effort | None:
    try:
        tree = ast.parse(source)
        tokens = _tokens(source)
    except (SyntaxError, ValueError):
        return None
    lines = {line for one in tokens for line in range(one.start[0], one.end[0] + 1)}
    return Effort(len(lines), len(tokens), frozenset(_names(tree, modules)))


def of_topics(topics: dict[str, Sequence[Pair]]) -> str:
    """Effort of the plain sides of all pairs as a Markdown table, one row a topic and one for all.

    Args:
        topics: pairs by topic.
    """
    columns = ["Lines", "Tokens", "Different names", "Parts of the library"]
    heads = ["Topic", "Pairs", *(f"{column}, {title}" for column in columns for title in FRAMEWORKS.values())]
    rows = []
    everything = [pair for pairs in topics.values() for pair in pairs]
    for name, pairs in [*((f"[{heading(topic)}]({topic}.md)", topics[topic]) for topic in topics), ("All", everything)]:
        both = [_sums([effort(pair.sides[framework]) for pair in pairs]) for framework in FRAMEWORKS]
        rows.append([name, str(len(pairs)), *(cell for cells in zip(*both, strict=True) for cell in cells)])
    return _markdown("Effort by topic", heads, rows)


def of_sides(pair: Pair) -> str:
    """Effort of every side of one pair as a Markdown table, one row a side."""
    rows = []
    for side in pair.sides.values():
        lines, tokens, names, parts = _sums([effort(side)])
        rows.append([side.title, lines, tokens, names, parts])
    return _markdown(f"Effort of {pair.spec.title}", ["Side", "Lines", "Tokens", "Names", "Parts of the library"], rows)


def _sums(every: Sequence[Effort | None]) -> list[str]:
    """Lines and tokens of scripts together, and how many different names and parts they use."""
    efforts = [one for one in every if one is not None]
    counts = [
        sum(one.lines for one in efforts),
        sum(one.tokens for one in efforts),
        len({name for one in efforts for name in one.names}),
        len({part for one in efforts for part in one.parts}),
    ]
    return [f"{count:,}" for count in counts]


def _markdown(label: str, heads: list[str], rows: list[list[str]]) -> str:
    """A table whose columns after the first hold numbers, in a region that scrolls where it is too wide."""
    table = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return scrolling(label, "\n".join(f"| {' | '.join(row)} |" for row in table))


def _part(name: str) -> str:
    """The module that a name is from, by its spelling: what begins with a capital letter is a class."""
    *above, _ = name.split(".")
    return ".".join(itertools.takewhile(lambda word: not word[0].isupper(), above)) or name


def _tokens(source: bytes) -> list[tokenize.TokenInfo]:
    """Tokens that say something; an f-string is one of them in every version of Python."""
    found: list[tokenize.TokenInfo] = []
    depth = 0
    for one in tokenize.tokenize(io.BytesIO(source).readline):
        kind = tokenize.tok_name[one.type]
        if kind.endswith("STRING_END"):
            depth -= 1
            if not depth:
                found[-1] = found[-1]._replace(end=one.end)
        elif not depth and one.type not in LAYOUT:
            found.append(one)
        depth += kind.endswith("STRING_START")
    return found


def _names(tree: ast.Module, packages: Set[str]) -> Iterator[str]:
    """Names of the packages that a script uses, and attributes of objects that may be theirs."""
    imported = dict(_imported(tree))
    own = PYTHON | set(_own(tree))
    variables = _variables(tree)
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if name := _full(node, imported):
            if name.split(".")[0] in packages and id(node) not in inner:
                yield name
        elif (
            isinstance(node, ast.Attribute)
            and node.attr not in own
            and not node.attr.startswith("__")
            and not _elsewhere(node.value, imported, packages, variables)
        ):
            yield f".{node.attr}"


def _own(tree: ast.Module) -> Iterator[str]:
    """Methods and attributes that the classes of a script define themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (inner.name for inner in node.body if isinstance(inner, ast.FunctionDef))
            yield from (
                inner.attr
                for inner in ast.walk(node)
                if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store) and _is_self(inner.value)
            )


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _variables(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What is assigned to each name that gets its values by assignment alone."""
    values: dict[str, list[ast.expr]] = {}
    assigned: set[int] = set()
    for node in ast.walk(tree):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.withitem) and node.optional_vars:
            targets, value = [node.optional_vars], node.context_expr
        for target in targets:
            for name in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(name, ast.Name):
                    values.setdefault(name.id, []).append(value)
                    assigned.add(id(name))
    others = {
        node.arg if isinstance(node, ast.arg) else node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in assigned)
    }
    return {name: found for name, found in values.items() if name not in others}


def _elsewhere(
    node: ast.AST, imported: dict[str, str], packages: Set[str], variables: dict[str, list[ast.expr]]
) -> bool:
    """Whether an object surely comes from Python itself or from a package that does not count."""
    within = functools.partial(_elsewhere, imported=imported, packages=packages, variables=variables)
    match node:
        case ast.Constant() | ast.JoinedStr():
            return True
        case ast.Name(id=name) if name in imported:
            return imported[name].split(".")[0] not in packages
        case ast.Name(id=name) if name in variables:
            # a variable that is computed from itself: the other values decide
            others = {key: value for key, value in variables.items() if key != name} | {name: []}
            return all(_elsewhere(value, imported, packages, others) for value in variables[name])
        case ast.Attribute(value=inner) | ast.Subscript(value=inner) | ast.UnaryOp(operand=inner):
            return within(inner)
        case ast.BinOp(left=left, right=right):
            return within(left) and within(right)
        case ast.Call(func=ast.Name(id=name), args=[_, *_] as args) if hasattr(builtins, name):
            return all(map(within, args))
        case ast.Call(func=called, args=args):
            passed_on = _full(called, imported).split(".")[0] in CARRIERS
            return within(called) and (not passed_on or all(map(within, args)))
    return False


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What each imported name stands for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.split(".")[0]
                yield (alias.asname, alias.name) if alias.asname else (root, root)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _full(node: ast.AST, imported: dict[str, str]) -> str:
    """The full name of what an expression names, if it is imported; else nothing."""
    if isinstance(node, ast.Name):
        return imported.get(node.id, "")
    if isinstance(node, ast.Attribute) and (base := _full(node.value, imported)):
        return f"{base}.{node.attr}"
    return ""
