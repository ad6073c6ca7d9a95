"""One row of the map as HTML, and the pieces of which rows and entries of the atlas are made.

HTML and not Markdown, since two thousand rows of nested Markdown would take a builder minutes.
"""

from __future__ import annotations

import contextlib
import html
import re
from functools import lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from comparekit.mapping import coverage
from comparekit.mapping.apis import Apis
from comparekit.mapping.catalogue import Evidenced
from comparekit.mapping.inputs import InputError, cases
from comparekit.mapping.records import Finding
from comparekit.mapping.rows import Area, Row, expressions
from comparekit.model import State

RELATIONS = {
    "equal": "same arguments, same values",
    "adapted": "other arguments, axes or calls",
    "differs": "the obvious counterpart gives something else",
    "none": "no counterpart",
}
"""Relation between two expressions, and what it means."""
OPENING = '<section class="rows" data-search-exclude>'
"""Begins what the site's search leaves out; it compares elements by their tag alone, so nothing else is a section."""
_NOISE = re.compile(r"\{\{function_node [^}]*\}\}\s*|\s*\[Op:\w*\]?(?: name:)?\s*$")
"""What TensorFlow adds to its messages."""


def row_html(found: Evidenced, row: Row, known: Apis | None) -> str:
    """A row with both sides, what to look out for and how it was checked.

    Args:
        found: its area with the evidence.
        row: the row.
        known: what the packages offer, if that was read.
    """
    name, verified = found.area.name, found.verified(row)
    place, unknown = anchor(name, row), row_state(found, row)
    badge = f'<span class="relation relation-{row.relation}" title="{RELATIONS[row.relation]}">{row.relation}</span>'
    badge += f' <span class="state state-{found.states[row.id].value}">{unknown}</span>' if unknown else ""
    times = f"<small>agrees in {verified.comparisons} comparisons</small>" if verified else ""
    findings = {one.where: one for one in verified.findings} if verified else {}
    parts = [
        f'<article class="row" id="{place}">',
        f'<h2 class="row-head">{badge} <a href="#{place}"><code>{escaped(row.id)}</code></a> {times}</h2>',
        f'<div class="sides"><div>{side_title("PyTorch")}{code(row.pytorch)}{_also(row.also_pytorch)}</div>',
        f"<div>{side_title('TensorFlow')}{code(row.tensorflow)}{naive(row, findings.get('naive'))}",
        f'{_also(row.also_tensorflow)}</div><div class="words">',
    ]
    if row.trap:
        parts.append(f"<p>{prose(row.trap)}</p>")
    for key, why in row.apart.items():
        seen = f" <small>{told(findings[key])}.</small>" if key in findings else ""
        parts.append(f"<p><strong>Apart, {where(key)}:</strong> {prose(why)}{seen}</p>")
    if used := helpers(found.area, row):
        parts.append(f'<p>{used}: see <a href="#shared">code that rows share</a>.</p>')
    if row.atlas:
        link = f"../../atlas/{row.atlas.group}/#{entry_anchor(name, row)}"
        parts.append(f'<p class="more"><a href="{link}">In the atlas: {prose(row.atlas.title)}</a></p>')
    parts += ["</div></div>", _details(row, verified.comparisons if verified else 0, known), "</article>"]
    return "\n".join(parts)


def code(text: str) -> str:
    """Some Python as a highlighted block."""
    return f'<div class="highlight"><pre><code>{_coloured(text)}</code></pre></div>'


@lru_cache(maxsize=32_768)
def _coloured(text: str) -> str:
    return highlight(text.strip(), PythonLexer(), HtmlFormatter(nowrap=True)).rstrip()


def prose(text: str) -> str:
    """A sentence with code in backticks as HTML."""
    pieces = re.split(r"`([^`]+)`", " ".join(text.split()))
    return "".join(f"<code>{escaped(one)}</code>" if n % 2 else escaped(one) for n, one in enumerate(pieces))


def anchor(area_name: str, row: Row) -> str:
    """Name of the place of a row on the page of its area."""
    return f"row-{area_name}-{row.id}".replace("_", "-")


def naive(row: Row, finding: Finding | None, title: str = "Obvious, but not the same") -> str:
    """The obvious counterpart with what it gave, where a row has one."""
    if not row.naive:
        return ""
    gives = f"<p>{told(finding, 'It')}.</p>" if finding else ""
    return f'<div class="naive">{side_title(title)}{code(row.naive)}{gives}</div>'


def told(finding: Finding, port: str = "TensorFlow") -> str:
    """A difference as it was met, in words.

    Args:
        finding: the difference.
        port: what the side of TensorFlow is called.
    """
    ours, theirs = _quoted(finding.pytorch), _quoted(finding.tensorflow)
    if finding.kind in ("raises", "structure"):  # which begin with what the side did
        text = f"{port} {theirs}; PyTorch {ours}"
    elif finding.kind == "gradient":
        text = f"{port} has the gradient {theirs}; PyTorch {ours}"
    else:
        kind = "" if finding.kind == "value" else f"{finding.kind} "
        text = f"{port} gives {kind}{theirs}; PyTorch {kind and 'gives '}{ours}"
    off = f" (relative difference {finding.off:.2g})" if finding.off else ""
    named = finding.case == "ordinary" or finding.where.startswith(finding.case)  # where the reader is told the case
    case = "" if named else f", case {finding.case}"
    return f"{text}{off}{case}"


def row_state(found: Evidenced, row: Row) -> str:
    """Why there is no current evidence of a row, in a word; empty where there is."""
    state = found.states[row.id]
    return {State.PASS: "", State.NOT_RUN: "not run"}.get(state, state.value)


def helpers(area: Area, row: Row) -> str:
    """Names that the code of a row takes from the set-up of its area."""
    setup = f"{area.spec.setup_pytorch}\n{area.spec.setup_tensorflow}"
    made = re.findall(r"^(?:def|class) (\w+)|^(\w+) =", setup, re.MULTILINE)
    codes = " ".join(text for _, text in expressions(row))
    used = [name for name in dict.fromkeys("".join(pair) for pair in made) if re.search(rf"\b{name}\b", codes)]
    return ", ".join(f"<code>{name}</code>" for name in used)


def where(key: str) -> str:
    """A key of `apart` in words."""
    case, _, rest = key.partition(".")
    return f"gradient in the case {case}" if rest else case if case in ("gradient", "dtype") else f"case {case}"


def entry_anchor(area_name: str, row: Row) -> str:
    """Name of the place of an entry in the atlas."""
    return f"{area_name}-{row.id}".replace("_", "-")


def _details(row: Row, comparisons: int, known: Apis | None) -> str:
    lines = []
    if row.inputs:
        made = ", ".join(
            f"<code>{escaped(name)}</code> = <code>{escaped(words)}</code>" for name, words in row.inputs.items()
        )
        lines.append(f"<li>Inputs: {made}</li>")
    with contextlib.suppress(InputError):
        lines.append(f"<li>Cases: {', '.join(cases(row))}; comparisons that agree: {comparisons}</li>")
    if row.tolerance is not None:
        lines.append(f"<li>Tolerance {row.tolerance:g}: {prose(row.why)}</li>")
    if row.constant:
        lines.append(f"<li>The result does not depend on the inputs: {prose(row.constant)}</li>")
    if known:
        both = coverage.signatures(known, row)
        lines += [f"<li>Signature: <code>{escaped(name + text)}</code></li>" for name, text in both.values()]
        apart = coverage.defaults(known, row)
        said = ", ".join(f"<code>{escaped(name)}</code> {escaped(a)} against {escaped(b)}" for name, a, b in apart)
        lines += [f"<li>Defaults that differ: {said}</li>"] if said else []
    return f"<details><summary>How it was checked</summary><ul>{''.join(lines)}</ul></details>"


def _also(others: tuple[str, ...]) -> str:
    spelled = "".join(f'<li><code class="highlight">{_coloured(one)}</code></li>' for one in others)
    return f'{side_title("Also")}<ul class="also">{spelled}</ul>' if others else ""


def _quoted(text: str) -> str:
    """What a side gave: a value as code, or `raises` and `gives` in words and the rest as code."""
    verb, _, rest = text.partition(" ")
    if verb in ("raises", "gives"):
        return f"{verb} <code>{escaped(_NOISE.sub('', rest))}</code>"
    return f"<code>{escaped(text)}</code>"


def side_title(title: str) -> str:
    """What the code below it is."""
    return f'<p class="row-side">{title}</p>'


def escaped(text: str) -> str:
    """Text as HTML."""
    return html.escape(text, quote=True)
