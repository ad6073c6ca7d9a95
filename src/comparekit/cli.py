"""The command line: new, run, check, reproduce, export."""

from __future__ import annotations

import contextlib
import html
import os
import re
import sys
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from comparekit.check import check as find_problems
from comparekit.check import evidence_problems
from comparekit.compare import IncomparableError, difference, judge
from comparekit.evidence import gather, sentence
from comparekit.execute import execute
from comparekit.export import export as write_downloads
from comparekit.files import nearest, write_atomic
from comparekit.machine import machine
from comparekit.mapping.rows import read_areas
from comparekit.mapping.run import run_areas
from comparekit.model import FRAMEWORKS, Device, Outcome, Pair, Problem, ProblemError, Side, State
from comparekit.project import MAPPINGS, Project, discover
from comparekit.render import Renderer, plural
from comparekit.run import alone, stale, with_pinned_versions
from comparekit.run import run as run_sides
from comparekit.timing.archive import control_of, path_of, write_control
from comparekit.timing.archive import read as read_timings
from comparekit.timing.archive import write as write_measurement
from comparekit.timing.control import control as check_measurement
from comparekit.timing.control import unfinished
from comparekit.timing.measure import PROCESSES, ROUNDS, comparisons, cores_for, measure, measured_here
from comparekit.timing.measurement import Measurement
from comparekit.timing.results import Result, all_quiet, found_by_control, results_of, verdict

app = typer.Typer(
    help="Run paired PyTorch and TensorFlow snippets, check what they promise, keep the evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Targets = Annotated[
    list[str] | None, typer.Argument(metavar="[TOPIC[/PAIR]]...", help="Topics or pairs; all when none is given.")
]
DeviceOption = Annotated[str, typer.Option("--device", help="cpu or cuda.", metavar="cpu|cuda")]


def main() -> None:
    """Entry point; a problem is one line on standard error and exit code 1."""
    try:
        code = app(standalone_mode=False)
        if code == 130:  # what Typer makes of Ctrl-C
            raise KeyboardInterrupt
    except ProblemError as error:
        print(error.problem, file=sys.stderr)
        code = 1
    except typer.TyperException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        print("interrupted: records written so far are complete, all others are as before", file=sys.stderr)
        code = 1
    sys.exit(code)


@app.command()
def run(
    targets: Targets = None,
    everything: Annotated[bool, typer.Option("--all", help="Run what is current, too.")] = False,
    device: DeviceOption = "cpu",
    shard: Annotated[str, typer.Option(help="Only part I of N of the pairs.", metavar="I/N")] = "1/1",
    repeat: Annotated[int, typer.Option(min=1, help="Run each side so often; report those that vary.")] = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Sides at once; the number of cores by default.")] = None,
    other_versions: Annotated[
        bool, typer.Option("--other-versions", help="Record with versions that are not pinned.")
    ] = False,
) -> None:
    """Execute what is stale, write the records whose meaning changed, judge and export."""
    project = Project.find(Path.cwd())
    device = _device(device)
    areas = [one for one in targets or () if one.partition("/")[0] == MAPPINGS]
    with_map = areas or not (targets or other_versions or device != "cpu" or not shard.startswith("1/"))
    problems = run_areas(project, areas, everything, _line) if with_map else []
    targets = [one for one in targets or () if one not in areas]
    if areas and not targets:
        _report(problems)
        return
    tree = discover(project, _chosen(project, targets, shard))
    problems += tree.problems
    work = [(pair, side) for pair in tree.pairs.values() if device in pair.spec.devices for side in pair.sides.values()]
    if not everything and repeat == 1:
        work = stale(project, work, device)
    if not other_versions:
        work, refused = with_pinned_versions(project, work)
        problems += refused
    with alone(project.snippets), _progress(len(work) * repeat) as say:
        problems += run_sides(project, work, device, repeat, workers, say)
        found = [gather(project, pair, device) for pair in tree.pairs.values() if device in pair.spec.devices]
        # missing evidence is reported by the run itself
        problems += [p for one in found for p in evidence_problems(one) if p.path == one.pair.path]
        if shard == "1/1" and device == "cpu":
            _refresh_downloads(project)
    if work:
        states = [judgement.state for one in found for judgement in one.judgements]
        print(f"promises that hold: {states.count(State.PASS)} of {len(states)}")
    _report(problems)


@app.command()
def check(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with a list of problems.")] = False,
) -> None:
    """Say everything that is wrong: stale records, broken promises, unreachable snippets."""
    project = Project.find(Path.cwd())
    problems = find_problems(project)
    if as_json:
        rows = [{"path": os.path.relpath(p.path), "line": p.line, "message": p.message, "fix": p.fix} for p in problems]
        print(msgspec.json.encode({"schema": 1, "problems": rows}).decode())
        raise typer.Exit(1 if problems else 0)
    if not problems:
        pairs = discover(project).pairs.values()
        rows = sum(len(area.spec.row) for area in read_areas(project)[0])
        scripts = sum(len(pair.sides) for pair in pairs)
        print(f"{len(pairs)} pairs, {scripts} scripts, {rows} rows: nothing is wrong.")
    _report(problems)


@app.command("time")
def measure_pairs(
    targets: Targets = None,
    everything: Annotated[bool, typer.Option("--all", help="Measure what is current, too.")] = False,
    device: DeviceOption = "cpu",
    processes: Annotated[int, typer.Option(min=2, help="Fresh processes a side.")] = PROCESSES,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds in each process, for each size.")] = ROUNDS,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the result and store nothing.")] = False,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Work out anew what the stored samples show; measure nothing.")
    ] = False,
    cores: Annotated[
        int | None, typer.Option(min=1, help="Cores to measure on; by default what the pair's file says, mostly one.")
    ] = None,
    control: Annotated[
        bool, typer.Option("--control", help="Measure steps against themselves: can the figures be believed?")
    ] = False,
) -> None:
    """Measure what has no current measurement on this machine; nothing else should run meanwhile."""
    project = Project.find(Path.cwd())
    device = _device(device)
    tree = discover(project, _chosen(project, targets))
    problems = list(tree.problems)
    pairs = [pair for pair in tree.pairs.values() if pair.spec.timing and device in pair.spec.timing.devices]
    with alone(project.snippets):
        if control:
            steps = [pair for pair in pairs if pair.spec.timing.control]
            if not steps:
                raise typer.BadParameter("none of these pairs has 'control = true' in its [timing] table")
            stored = control_of(project, machine("cpu", 1))
            whole = stored is not None and not unfinished(stored, steps)
            for found in check_measurement(project, steps, _line, None if whole or everything else stored):
                if not (dry_run or whole):  # an interrupt must lose neither an hour nor what was whole
                    write_control(project, found)
            _line(found_by_control(found))
            if not dry_run:
                write_control(project, found)
            return
        for pair in pairs:
            if estimate:
                for stored in read_timings(project, pair):
                    if stored.measurement:
                        write_measurement(pair, stored.measurement)
                continue
            try:
                used = cores_for(pair, device, cores)
                if not (everything or dry_run or not measured_here(project, pair, device, used)):
                    continue
                found = measure(project, pair, comparisons(pair), device, processes, rounds, used, say=_line)
                if not dry_run:
                    write_measurement(pair, found)
            except ProblemError as error:
                problems.append(error.problem)
                continue
            for result in results_of(pair.spec.timing, found):
                _line(f"{pair.id} {result.mode} {result.size} {result.what}: {verdict(result, pair)}")
            kept = len(all_quiet(found.rounds))
            _line(f"{pair.id}: {found.minutes} minutes, {kept} of {len(found.rounds)} rounds count")
        if not dry_run:
            _refresh_downloads(project)
    _report(problems)


def _line(message: str) -> None:
    print(message, flush=True)


@app.command()
def export() -> None:
    """Write docs/data/ from the records."""
    project = Project.find(Path.cwd())
    changed = write_downloads(project, project.pair_ids(), Renderer(project).evidence)
    for path in changed:
        print(f"wrote {os.path.relpath(path)}")
    if not changed:
        print("docs/data/ is up to date.")


@app.command()
def reproduce(
    targets: Annotated[
        list[str], typer.Argument(metavar="TOPIC[/PAIR]...", help="Pairs, or topics for all of theirs.")
    ],
    device: DeviceOption = "cpu",
) -> None:
    """Run pairs again here, measure again those that have timings, and show both results; writes nothing."""
    project = Project.find(Path.cwd())
    device = _device(device)
    problems: list[Problem] = []
    overlaps: list[bool] = []
    for pair_id in _chosen(project, targets) or ():
        try:
            pair = project.pair(pair_id)
            problems += _run_again(project, pair, device)
            if pair.spec.timing and device in pair.spec.timing.devices:
                overlaps += _measure_again(project, pair, device)
        except ProblemError as error:
            problems.append(error.problem)
    if overlaps:
        print(f"{sum(overlaps)} of {len(overlaps)} intervals of a ratio overlap")
    _report(problems)


def _run_again(project: Project, pair: Pair, device: Device) -> list[Problem]:
    """Show what the scripts of a pair do here beside their records; what went wrong or does not hold here."""
    console = Console()
    stored = gather(project, pair, device)
    fresh: dict[str, Outcome] = {}
    problems: list[Problem] = []
    for execution in execute(project, [(pair, side) for side in pair.sides.values()], device):
        if execution.outcome is None or execution.problem is not None:
            problems += [execution.problem] if execution.problem else []
            continue
        fresh[execution.side.label] = execution.outcome
        record = stored.sides[execution.side.label].record
        console.print(_beside(pair, execution.side, record.outcome if record else None, execution.outcome))
    for number, expectation in enumerate(pair.spec.expect):
        if all(label in fresh for label in pair.concerned(expectation)):
            here = judge(pair, expectation, fresh)
            print(f"record: {_plain(sentence(pair, stored.judgements[number]))}")
            print(f"here:   {_plain(sentence(pair, here))}")
            if here.state is not State.PASS:
                problems.append(Problem(pair.path, 1, here.message, "compare versions and machine with the record"))
    return problems


def _measure_again(project: Project, pair: Pair, device: Device) -> list[bool]:
    """Show fresh measurements beside those stored for this machine, or else for others; which intervals overlap."""
    used = cores_for(pair, device, None)
    measured = measure(project, pair, comparisons(pair), device, used=used)
    here = {(r.mode, r.size, r.what): r for r in _results(pair, measured)}
    place = path_of(pair, measured.machine, device)
    read = {one.path: one.measurement for one in read_timings(project, pair) if one.measurement}
    alike = [one for one in read.values() if (one.device, one.machine.cores) == (device, used)]
    stored = [read[place]] if place in read else alike
    if place not in read:
        print(f"{pair.id}: never measured on this machine, {measured.machine.processor}")
    overlaps = []
    for made, old in ((one.machine, result) for one in stored for result in _results(pair, one)):
        new = here.get((old.mode, old.size, old.what))
        print(f"{pair.id} {old.mode} {old.size} {old.what} on {made.processor}")
        print(f"record: {verdict(old, pair)}")
        print(f"here:   {verdict(new, pair) if new else 'not measured'}", flush=True)
        if new and new.ratio and old.ratio:
            overlaps.append(new.ratio.low <= old.ratio.high and old.ratio.low <= new.ratio.high)
    return overlaps


def _results(pair: Pair, measurement: Measurement) -> list[Result]:
    return results_of(pair.spec.timing, measurement) if pair.spec.timing else []


@app.command()
def new(pair_id: Annotated[str, typer.Argument(metavar="TOPIC/PAIR")]) -> None:
    """Write a small pair that runs, to start from."""
    project = Project.find(Path.cwd())
    if not re.fullmatch(r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*", pair_id):
        raise typer.BadParameter(
            f"'{pair_id}' is not TOPIC/PAIR in lower case with underscores, such as autodiff/gradient"
        )
    topic, name = pair_id.split("/")
    if name == "features":
        raise typer.BadParameter("'features' is the feature table of a topic; choose another name")
    folder = project.snippets / topic
    endings = [".toml", *(f"_{framework}.py" for framework in FRAMEWORKS)]
    paths = [folder / f"{name}{ending}" for ending in endings]
    for path in paths:
        if path.exists():
            raise ProblemError(Problem(path, 1, "exists already; nothing was written", "choose another name"))
    for path, ending in zip(paths, endings, strict=True):
        template = resources("comparekit") / "templates" / f"pair{ending}"
        write_atomic(path, template.read_bytes().replace(b"PAIR_TITLE", name.replace("_", " ").capitalize().encode()))
        print(f"wrote {os.path.relpath(path)}")
    page = project.docs / f"{topic}.md"
    print(f"Next: edit them, comparekit run {pair_id}, and add to {os.path.relpath(page)}:\n\n{{* pair {pair_id} *}}\n")


def _device(name: str) -> Device:
    if name not in ("cpu", "cuda"):
        raise typer.BadParameter(f"'{name}' is neither cpu nor cuda")
    return name  # type: ignore[return-value]


def _chosen(project: Project, targets: list[str] | None, shard: str = "1/1") -> list[str] | None:
    """Identities of the pairs to run, or None for the whole tree."""
    part = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", shard)
    if not part or int(part[1]) > int(part[2]):
        raise typer.BadParameter(f"--shard takes I/N with I from 1 to N, not '{shard}'")
    everything = project.pair_ids()
    chosen = set() if targets else set(everything)
    for target in targets or ():
        target = target.rstrip("/")
        found = {pair_id for pair_id in everything if pair_id == target or pair_id.split("/")[0] == target}
        if not found:
            hint = nearest(target, [*project.topics(), *everything])
            raise typer.BadParameter(f"no topic or pair '{target}'" + (f"; {hint}" if hint else ""))
        chosen |= found
    if not targets and shard == "1/1":
        return None
    return sorted(chosen)[int(part[1]) - 1 :: int(part[2])]


def _refresh_downloads(project: Project) -> None:
    """Refresh docs/data/ where the whole tree can be read; `check` names what keeps it from being so."""
    try:
        write_downloads(project, project.pair_ids(), Renderer(project).evidence)
    except ProblemError as error:
        print(f"docs/data/ is as before: {error.problem}")


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Any]:
    console = Console()
    if console.is_terminal and total:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("running", total=total)
            yield lambda one: bar.update(task, advance=1, description=f"{one.pair.id} {one.side.label}")
    else:
        yield lambda one: print(f"{one.state.value:8} {one.pair.id} {one.side.label} {one.seconds:.2f} s", flush=True)
    print(f"ran {plural(total, 'script')}." if total else "nothing to run.")


def _report(problems: list[Problem]) -> None:
    for problem in sorted(set(problems)):
        print(problem, file=sys.stderr)
    if problems:
        print(f"{plural(len(set(problems)), 'problem')}.", file=sys.stderr)
        raise typer.Exit(1)


def _beside(pair: Pair, side: Side, stored: Outcome | None, here: Outcome) -> Table:
    table = Table(title=f"{pair.id} {side.label}", title_justify="left", show_lines=True)
    for heading in ("", "record", "this machine", "relative difference"):
        table.add_column(heading)
    rows = [("output", stored.stdout.rstrip() if stored else "none", here.stdout.rstrip(), "")]
    for name, value in here.quantities.items():
        old = stored.quantities.get(name) if stored else None
        rows.append((name, _brief(old), _brief(value), _apart(old, value)))
    for row in rows:
        table.add_row(*map(Text, row))  # as text, since brackets in output are no markup
    return table


def _brief(value: Any) -> str:
    if value is None:
        return "none"
    leaf = next(iter(value.values()))
    numbers = ", ".join(f"{v:.6g}" if isinstance(v, float) else str(v) for v in leaf.values[:4])
    return f"{leaf.dtype}{list(leaf.shape)} {numbers}{' …' if len(leaf.values) > 4 or len(value) > 1 else ''}"


def _apart(old: Any, new: Any) -> str:
    try:
        return "" if old is None else f"{difference(old, new, nan='equal'):.1e}"
    except IncomparableError as reason:
        return str(reason)


def _plain(text: str) -> str:
    return html.unescape(text.replace("`", ""))
