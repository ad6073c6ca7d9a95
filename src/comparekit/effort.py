"""What a side takes to write: lines, tokens, and the names of its framework that one has to know."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator, Sequence
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
DATA = {"numpy", "sklearn", "PIL"}
"""Packages that bring data to both sides; their names do not count."""
PYTHON = frozenset(name for kind in (str, bytes, list, tuple, dict, set, int, float) for name in dir(kind))
"""Methods of Python's own types: they tell nothing of a framework."""


@dataclass(frozen=True)
class Effort:
    """What a script consists of.

    Attributes:
        lines: that hold code; neither blank nor comment.
        tokens: names, numbers, strings and signs.
        names: of the framework, in full (`torch.nn.Linear`), and methods called on its objects (`.backward`).
    """

    lines: int
    tokens: int
    names: frozenset[str]

    @property
    def parts(self) -> frozenset[str]:
        """Parts of the framework that the names are from: `torch.nn`."""
        return frozenset(name.rpartition(".")[0] for name in self.names if not name.startswith("."))


def effort(side: Side) -> Effort | None:
    """What one script consists of; None where it is not valid Python."""
    try:
        tree = ast.parse(side.source)
        tokens = [one for one in tokenize.tokenize(io.BytesIO(side.source).readline) if one.type not in LAYOUT]
    except (SyntaxError, ValueError):
        return None
    lines = {line for one in tokens for line in range(one.start[0], one.end[0] + 1)}
    return Effort(len(lines), len(tokens), frozenset(_names(tree, third_party(side) - DATA)))


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


def _names(tree: ast.Module, packages: set[str]) -> Iterator[str]:
    """Names of the packages that a script uses, and methods that it calls and does not define."""
    imported = dict(_imported(tree))
    defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        name = _full(node, imported)
        if name.split(".")[0] in packages and id(node) not in inner:
            yield name
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            method = node.func.attr
            if not _root(node.func, imported) and method not in defined | PYTHON:
                yield f".{method}"


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


def _root(node: ast.AST, imported: dict[str, str]) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return _full(node, imported)
