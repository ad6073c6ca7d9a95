"""The Python-Markdown extension: directives in a page become plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from comparekit.files import nearest
from comparekit.model import Problem, ProblemError
from comparekit.project import Project
from comparekit.render import Renderer

_DIRECTIVE = re.compile(r"^ {0,3}\{\*\s*(?P<kind>[\w-]*)\s*(?P<argument>.*?)\s*\*\}\s*$")
_FENCE = re.compile(r"^\s*(?P<ticks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")


@dataclass(frozen=True)
class Directive:
    """`{* kind argument *}`, alone on a line outside of any fence.

    Attributes:
        kind: what to show, one of the renderer's directives.
        argument: a pair or topic; empty where the kind needs none.
        line: 1-based, within the text that was parsed.
    """

    kind: str
    argument: str
    line: int


def directives(text: str) -> Iterator[Directive]:
    """All directives of a page, in order."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if mark := _FENCE.match(line):
            ticks = mark["ticks"]
            if not fence:
                fence = ticks
            elif ticks.startswith(fence) and not mark["info"].strip():
                fence = ""
        elif not fence and (found := _DIRECTIVE.match(line)):
            yield Directive(found["kind"], found["argument"], number)


def expand(text: str, renderer: Renderer) -> str:
    """The page with each directive replaced by what it shows.

    Raises:
        ProblemError: a directive is wrong; the place is the page and the true line.
    """
    lines = text.split("\n")
    for directive in directives(text):
        lines[directive.line - 1] = f"\n{_show(directive, text, renderer)}\n"
    return "\n".join(lines)


def wrong(
    directive: Directive, renderer: Renderer, page: Path, line: int, told: Sequence[Problem] = ()
) -> Problem | None:
    """What is wrong with a directive, placed in its page; None when it can be shown, or when the reason is `told`."""
    if directive.kind not in renderer.directives:
        known = list(renderer.directives)
        fix = nearest(directive.kind, known) or f"use one of {', '.join(known)}"
        return Problem(page, line, f"no directive '{directive.kind}'", fix)
    try:
        renderer.directives[directive.kind](directive.argument)
    except ProblemError as error:
        inner = error.problem
        if inner in told:
            return None
        elsewhere = (inner.path.is_file() and f" ({inner.path.name}:{inner.line})") or ""
        return Problem(page, line, f"{inner.message}{elsewhere}", inner.fix)
    return None


def _show(directive: Directive, text: str, renderer: Renderer) -> str:
    known = renderer.directives.get(directive.kind)
    try:
        return known(directive.argument) if known else _refuse(directive, text, renderer)
    except ProblemError:
        return _refuse(directive, text, renderer)


def _refuse(directive: Directive, text: str, renderer: Renderer) -> str:
    page, offset = _source(text, renderer.project.docs)
    problem = wrong(directive, renderer, page, directive.line + offset)
    raise ProblemError(problem or Problem(page, directive.line + offset, "cannot be shown"))


def _source(text: str, docs: Path) -> tuple[Path, int]:
    """The page that a text comes from, and how many lines of front matter were taken off it."""
    body = text.strip()
    for path in sorted(docs.rglob("*.md")):
        source = path.read_text(encoding="utf-8").replace("\r\n", "\n")
        place = source.find(body)
        if place >= 0:
            lead = len(text) - len(text.lstrip("\n"))
            return path, source[:place].count("\n") - lead
    return docs, 0


class _Expand(Preprocessor):
    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self.renderer = renderer

    def run(self, lines: list[str]) -> list[str]:
        return expand("\n".join(lines), self.renderer).split("\n")


class ComparekitExtension(Extension):
    """Expands directives before any other extension sees the page.

    The option `root` is the folder of the project; the working folder of the build by default.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {"root": [".", "folder of the project"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the preprocessor ahead of fences (25) and HTML (20)."""
        renderer = Renderer(Project(Path(self.getConfig("root")).resolve()))
        md.preprocessors.register(_Expand(md, renderer), "comparekit", 50)


def makeExtension(**options: Any) -> ComparekitExtension:  # noqa: N802
    """Entry point of Python-Markdown."""
    return ComparekitExtension(**options)
