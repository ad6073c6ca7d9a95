"""Evidence as plain Markdown: tabs, fences, lists and tables that any builder understands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from comparekit import effort
from comparekit.evidence import PairEvidence, gather, sentence, worst
from comparekit.files import nearest
from comparekit.mapping import atlas, pages
from comparekit.model import Device, Outcome, Problem, ProblemError, Side, State
from comparekit.project import Project, heading
from comparekit.records import Evidence
from comparekit.tables import anchor, table
from comparekit.timing import figures

MOST_LINES = 80
"""Lines of output that a page shows; the rest is in the record."""

STATES = {
    State.PASS: ("✓", "holds"),
    State.FAIL: ("✗", "does not hold"),
    State.ERROR: ("!", "error"),
    State.NOT_RUN: ("?", "not run"),
    State.STALE: ("?", "stale"),
    State.FLAKY: ("?", "flaky"),
}
"""Mark and words for each state."""

_SECTION = re.compile(r"^\s*#\s*--8<--\s*\[(start|end):\s*([\w-]+)\s*\]\s*$")


class Renderer:
    """Renders directives of one project; evidence is read once and kept.

    Args:
        project: the tree to read.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._evidence: dict[tuple[str, Device], PairEvidence] = {}
        self.directives: dict[str, Callable[[str], str]] = {
            "pair": lambda pair_id: pair(self.evidence(pair_id)),
            "figure": lambda pair_id: figures.figure(project, project.pair(pair_id)),
            "verdicts": lambda topic: figures.verdicts(project, [one.pair for one in self._all(self._topic(topic))]),
            "control": lambda _: figures.control(project),
            "table": lambda topic: table(project, self._topic(topic), self.evidence),
            "provenance": lambda topic: provenance(topic, self._all(self._topic(topic)), self._all(topic, "cuda")),
            "summary": lambda _: summary(
                {topic: self._all(topic) for topic in project.topics()},
                [one for topic in project.topics() for one in self._all(topic, "cuda")],
            ),
            "effort": lambda pair_id: self._effort(pair_id),
            "map": lambda area: pages.area(project, area) if area else pages.overview(project),
            "coverage": lambda _: pages.covered(project),
            "related": lambda topic: pages.related(project, topic),
            "atlas": lambda group: atlas.group(project, group) if group else atlas.overview(project),
        }
        """What renders each kind of directive, from its argument."""

    def evidence(self, pair_id: str, device: Device = "cpu") -> PairEvidence:
        """Evidence of a pair.

        Raises:
            ProblemError: there is no such pair, or its file is wrong.
        """
        if (pair_id, device) not in self._evidence:
            self._evidence[pair_id, device] = gather(self.project, self.project.pair(pair_id), device)
        return self._evidence[pair_id, device]

    def _effort(self, pair_id: str) -> str:
        if pair_id:
            return effort.of_sides(self.project.pair(pair_id))
        return effort.of_topics({topic: [one.pair for one in self._all(topic)] for topic in self.project.topics()})

    def _all(self, topic: str, device: Device = "cpu") -> list[PairEvidence]:
        ids = [pair_id for pair_id in self.project.pair_ids() if pair_id.startswith(f"{topic}/")]
        return [self.evidence(pair_id, device) for pair_id in ids]

    def _topic(self, topic: str) -> str:
        if topic not in self.project.topics():
            fix = nearest(topic, self.project.topics())
            raise ProblemError(Problem(self.project.snippets / topic, 1, f"no topic '{topic}'", fix or "see snippets/"))
        return topic


def pair(found: PairEvidence) -> str:
    """Code, output and checks of a pair, as one tab a side."""
    spec = found.pair.spec
    blocks = [
        '<div class="pair" markdown>',
        f'<p class="pair-title" id="{anchor(found.pair.id)}">{_escaped(spec.title)} <code>{found.pair.id}</code></p>',
    ]
    for label, side in found.pair.sides.items():
        blocks.append(f'=== "{side.title}"')
        blocks.append(_indented(_side(side, found.sides[label], spec.sections)))
    return "\n\n".join([*blocks, checks(found), "</div>"])


def checks(found: PairEvidence) -> str:
    """What was checked about a pair, one line for each expectation."""
    lines = []
    for judgement in found.judgements:
        mark, words = STATES[judgement.state]
        span = f'<span class="state state-{judgement.state.value}" title="{words}">{mark}</span>'
        lines.append(f"- {span} {sentence(found.pair, judgement)}")
    items = "\n".join(lines or ["- Nothing is promised."])
    return f'<div class="checked" data-search-exclude="true" markdown>\n\n{items}\n\n</div>'


def section(source: str, names: tuple[str, ...]) -> str:
    """The named sections of a script in that order, or all of it, without the markers.

    Raises:
        KeyError: there is no such section, or it does not end.
    """
    shown: dict[str, list[str]] = {}
    opened: list[str] = []
    whole: list[str] = []
    for line in _lines(source):
        if marker := _SECTION.match(line):
            if marker[1] == "start":
                opened.append(marker[2])
                shown[marker[2]] = []
            else:
                opened.remove(marker[2]) if marker[2] in opened else shown.pop(marker[2], None)
            continue
        whole.append(line)
        for name in opened:
            shown[name].append(line)
    for name in names:
        if name not in shown or name in opened:
            raise KeyError(name)
    parts = ["\n".join(shown[name]).strip("\n") for name in names] or ["\n".join(whole).strip("\n")]
    return "\n\n# ...\n\n".join(parts)


def provenance(topic: str, on_cpu: list[PairEvidence], on_gpu: list[PairEvidence]) -> str:
    """Versions, machine and dates behind a topic, and how to run it again."""
    again = f"`comparekit run {topic} --all`; beside the stored result: `comparekit reproduce {topic}/PAIR`"
    counts = f"{plural(len(on_cpu), 'pair')}, {plural(_scripts(on_cpu), 'script')}; {_tally(on_cpu)}"
    return "\n".join([f"- {counts}.", *_made(on_cpu), _gpu(on_gpu), f"- Run it yourself: {again}."])


def summary(topics: dict[str, list[PairEvidence]], on_gpu: list[PairEvidence]) -> str:
    """Counts of all that was executed, by topic, and when and on what."""
    everything = [one for found in topics.values() for one in found]
    rows = ["| Topic | Pairs | Scripts | Checks that hold |", "| --- | ---: | ---: | ---: |"]
    for name, found in [
        *((f"[{heading(topic)}]({topic}.md)", found) for topic, found in topics.items()),
        ("All", everything),
    ]:
        rows.append(f"| {name} | {len(found)} | {_scripts(found)} | {_holding(found)} of {_promised(found)} |")
    return "\n".join([*rows, "", *_made(everything), _gpu(on_gpu)])


def _side(side: Side, evidence: Evidence, sections: tuple[str, ...]) -> str:
    parts = [f"{side.title}\n{{ .side-title .side-{side.framework} }}"]
    try:
        code = section(side.source.decode("utf-8", errors="replace"), sections)
    except KeyError as name:
        fix = "mark it, or correct 'sections' in the pair file"
        raise ProblemError(Problem(side.path, 1, f"no section {name} in the script", fix)) from name
    parts.append(_fence("python", side.path.name, code))
    if evidence.problem is not None:
        words = STATES[evidence.state][1].capitalize()
        message = f"{_escaped(evidence.problem.message)}. `{evidence.problem.fix}`"
        parts.append(f'!!! warning "{words}"\n\n    {message}')
    if evidence.record is not None:
        parts += _output(side, evidence.record.outcome)
    return "\n\n".join(parts)


def _output(side: Side, outcome: Outcome) -> list[str]:
    text = outcome.stdout
    if outcome.exception is not None:
        source = _lines(side.source.decode("utf-8", errors="replace"))
        line = outcome.exception.line
        text += "" if text.endswith("\n") or not text else "\n"
        text += "Traceback (most recent call last):\n"
        if line and line <= len(source):
            text += f'  File "{side.path.name}", line {line}\n    {source[line - 1].strip()}\n'
        text += f"{outcome.exception.type}: {outcome.exception.message}"
    failed = outcome.exception is not None
    parts = [_fence("text", "Output", _shortened(text), searched=failed)] if text.strip() else []
    if outcome.stderr.strip():
        parts.append(_fence("text", "Standard error", _shortened(outcome.stderr), searched=True))
    if outcome.warnings:
        notices = [f"{notice.type}: {notice.message}" for notice in outcome.warnings]
        parts.append(_fence("text", "Warnings", _shortened("\n".join(notices)), searched=True))
    return parts


def _lines(source: str) -> list[str]:
    """Lines as Python counts them; `splitlines` also splits at form feeds and Unicode separators."""
    return re.split(r"\r\n|\r|\n", source)


def _shortened(text: str) -> str:
    lines = text.rstrip().split("\n")
    more = len(lines) - MOST_LINES
    return "\n".join(lines if more <= 0 else [*lines[:MOST_LINES], f"… {more} more lines"])


def _fence(language: str, title: str, content: str, searched: bool = False) -> str:
    """A block of code or output; a search finds messages alone, since code would bury the words of the pages."""
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    ticks = "`" * max(3, longest + 1)
    excluded = "" if searched else ' data-search-exclude="true"'
    return f'{ticks}{{ .{language} title="{title}"{excluded} }}\n{content}\n{ticks}'


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plural(number: int, word: str) -> str:
    """A number with its word: 1 pair, 2 pairs."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _promised(found: list[PairEvidence]) -> int:
    return sum(len(one.judgements) for one in found)


def _holding(found: list[PairEvidence]) -> int:
    return sum(judgement.state is State.PASS for one in found for judgement in one.judgements)


def _scripts(found: list[PairEvidence]) -> int:
    return sum(len(one.sides) for one in found)


def _gpu(found: list[PairEvidence]) -> str:
    runs = [side.run for one in found for side in one.sides.values() if side.run]
    if not runs:
        return "- GPU (`cuda`): not run."
    where = sorted({f"{run.processor}, {run.date[:10]}" for run in runs})
    return f"- GPU (`cuda`): {plural(len(runs), 'script')} recorded ({'; '.join(where)})."


def _tally(found: list[PairEvidence]) -> str:
    promised, holding = _promised(found), _holding(found)
    if worst([one.state for one in found]) is State.PASS:
        return f"all {promised} checks hold"
    return f"{holding} of {promised} checks hold"


def _made(found: list[PairEvidence]) -> list[str]:
    """List items that say what ran, where and when, as far as the records tell."""
    evidence = [side for one in found for side in one.sides.values()]
    versions = {
        f"{name} {version}" for side in evidence if side.record for name, version in side.record.versions.items()
    }
    runs = [side.run for side in evidence if side.run]
    missing = sum(side.record is None for side in evidence)
    order = {name: number for number, name in enumerate(("torch", "tensorflow", "keras"))}
    known = sorted(versions, key=lambda text: (order.get(text.split()[0], len(order)), text))
    lines = [f"- Versions: {', '.join(known)}."] if known else []
    if runs:
        days = sorted({run.date[:10] for run in runs})
        span = _day(days[0]) if len(days) == 1 else f"{_day(days[0])} to {_day(days[-1])}"
        where = sorted({f"{run.processor}, {run.platform}, Python {run.python}" for run in runs})
        lines.append(f"- Recorded {span} on the CPU ({'; '.join(where)}), one thread a script.")
    if missing:
        lines.append(f"- Not run: {plural(missing, 'script')}.")
    return lines


def _day(day: str) -> str:
    when = date.fromisoformat(day)
    return f"{when.day} {when:%B %Y}"
