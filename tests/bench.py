"""The benchmark of the tool itself: `make bench`, on an otherwise idle machine.

Each figure is a ratio within one run, or a time beyond work that is measured in the same run, since machines differ and
switch speed. All that is timed are public commands: python, comparekit run, mkdocs build, mkdocs serve. The tree is
copied first, so nothing in it changes.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil

from comparekit import records
from comparekit.execute import ENVIRONMENT
from comparekit.machine import cores
from comparekit.markdown import expand
from comparekit.project import Project, discover
from comparekit.render import Renderer

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
COMPILES = re.compile(rb"torch\.compile|torch\.export|jit_compile|inductor|_dynamo")


def main() -> None:
    """Measure all and print one line a figure; arguments are the topics whose scripts are timed, all by default."""
    topics = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="comparekit-bench-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".venv*", ".git", "site", ".cache", "__pycache__"))
        execution(tree, topics)
        edit_to_page(tree)
        directives(tree)
        growth(Path(folder) / "grown")


def execution(tree: Path, topics: list[str]) -> None:
    """All sides through the fork server against one fresh interpreter a side, one after another."""
    pairs = [pair for pair in discover(Project(tree)).pairs.values() if not topics or pair.topic in topics]
    sides = [side for pair in pairs for side in pair.sides.values()]
    fresh = {side.path: 0.0 for side in sides}
    run(tree, "--all", *topics)  # both ways find the same warm caches of compiled code
    for side in sides:
        with tempfile.TemporaryDirectory() as work:
            fresh[side.path] = timed([sys.executable, side.path], Path(work), check=False)
    wall, own = run(tree, "--all", *topics)
    compiling = {side.pair for side in sides if COMPILES.search(side.source)}
    total = sum(fresh.values())
    say("sides", f"{len(sides)} scripts, {cores()} cores")
    say("fresh interpreters, one after another", f"{total:.1f} s")
    say("comparekit run --all", f"{wall:.1f} s, {total / wall:.1f} times less (goal 4)")
    limit = 1.5 * sum(own.values()) / cores() + start_up(tree)
    say(
        "own work / cores",
        f"{sum(own.values()) / cores():.1f} s; run / (1.5 own + start-up) = {wall / limit:.2f} (goal 1)",
    )
    quick = sorted({side.pair for side in sides} - compiling)
    slow = sum(fresh[side.path] for side in sides if side.pair in quick)
    wall, _ = run(tree, "--all", *quick)
    say("pairs that compile nothing", f"{slow:.1f} s against {wall:.1f} s, {slow / wall:.1f} times less (goal 8)")


def start_up(tree: Path) -> float:
    """Seconds to import both frameworks, as the fork server does once."""
    return timed([sys.executable, "-c", "import torch, torch._dynamo, tensorflow, keras"], tree)


def edit_to_page(tree: Path) -> None:
    """From an edited side to its new output in the browser, beyond what the script itself takes."""
    script = tree / "snippets/autodiff/gradient_pytorch.py"
    with serving(tree) as address:
        waited = []
        for number in range(3):
            marker = f"benchmark-{number}"
            with script.open("a", encoding="utf-8") as file:
                file.write(f'\nprint("-".join(["benchmark", "{number}"]))\n')  # seen in the output alone
            own = timed([sys.executable, script], tree)
            begin = time.perf_counter()
            run(tree, "autodiff/gradient")
            while marker not in fetch(f"{address}/autodiff/"):
                time.sleep(0.02)
            waited.append(time.perf_counter() - begin - own)
    say("edit to page", f"{sorted(waited)[1]:.1f} s beyond the script's own {own:.1f} s, median of 3 (goal 3)")


def directives(tree: Path) -> None:
    """Building with directives against the same Markdown with the directives expanded before."""
    expanded = tree.parent / "expanded"
    shutil.copytree(tree, expanded)
    renderer = Renderer(Project(expanded))
    for page in (expanded / "docs").rglob("*.md"):
        page.write_text(expand(page.read_text(encoding="utf-8"), renderer), encoding="utf-8")
    seconds: dict[Path, list[float]] = {tree: [], expanded: []}
    for _ in range(6):
        for place, times in seconds.items():
            times.append(build(place)[0])
    with_directives, without = (sorted(times[1:])[2] for times in seconds.values())
    say("build", f"{with_directives:.2f} s, expanded {without:.2f} s, ratio {with_directives / without:.2f} (goal 1.3)")


def growth(tree: Path) -> None:
    """Generated trees of up to 2,000 pairs on 400 pages: time for each pair, and memory."""
    sizes = (250, 500, 1000, 2000)
    for size in sizes:
        shutil.rmtree(tree, ignore_errors=True)
        generate(tree, size)
        seconds, memory = build(tree)
        say(
            f"{size} pairs on {size // 5} pages",
            f"{seconds:.1f} s, {1000 * seconds / size:.1f} ms a pair, {memory:.0f} MiB",
        )


def generate(tree: Path, size: int) -> None:
    """A tree of `size` pairs, five a page, each a copy of a real pair with its record."""
    (tree / "docs").mkdir(parents=True)
    shutil.copy(ROOT / "constraints.txt", tree)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = re.compile(r"^nav:\n(?:[ ].*\n|\n)+", re.MULTILINE)
    config = (
        nav.sub("", config)
        .replace("extra_css:\n  - assets/site.css\n", "")
        .replace("  custom_dir: overrides\n", "")
        .replace("extra_javascript:\n  - assets/site.js\n", "")
        .replace("watch: [snippets]\nhooks: [overrides/rebuild.py]\n", "")
    )
    config = re.sub(r"  - mkdocs-jupyter:\n(?:      .*\n)+", "", config)
    config = re.sub(r"  - mkdocstrings:\n(?:      .*\n)+", "", config)
    (tree / "mkdocs.yml").write_text(config, encoding="utf-8")
    real = Project(ROOT).pair("autodiff/gradient")
    stored = {label: records.read(Project(ROOT), real, side) for label, side in real.sides.items()}
    for page in range(size // 5):
        topic = tree / f"snippets/topic{page:03}"
        lines = [f"# Topic {page}", ""]
        for number in range(5):
            name = f"pair{number}"
            topic.mkdir(parents=True, exist_ok=True)
            for ending in (".toml", "_pytorch.py", "_tensorflow.py"):
                shutil.copy(real.path.with_name(f"gradient{ending}"), topic / f"{name}{ending}")
            pair = Project(tree).pair(f"{topic.name}/{name}")
            for label, side in pair.sides.items():
                record = records.make(Project(tree), pair, side, "cpu", stored[label].record.outcome)
                records.write(side, record, stored[label].run)
            lines += [f"## Pair {number}", "", f"{{* pair {topic.name}/{name} *}}", ""]
        (tree / f"docs/topic{page:03}.md").write_text("\n".join(lines), encoding="utf-8")
    (tree / "docs/index.md").write_text("# Home\n", encoding="utf-8")


def run(tree: Path, *arguments: str) -> tuple[float, dict[str, float]]:
    """Wall time of `comparekit run`, and each side's own."""
    begin = time.perf_counter()
    done = subprocess.run(
        [BIN / "comparekit", "run", *arguments], cwd=tree, capture_output=True, text=True, check=False
    )
    wall = time.perf_counter() - begin
    own = re.findall(r"^\S+ +(\S+ \S+) ([\d.]+) s$", done.stdout, re.MULTILINE)
    return wall, {name: float(seconds) for name, seconds in own}


def build(tree: Path) -> tuple[float, float]:
    """Wall time of `mkdocs build` in seconds, and the largest memory in MiB."""
    begin = time.perf_counter()
    process = psutil.Popen([BIN / "mkdocs", "build", "--quiet", "--no-strict"], cwd=tree, env=environment())
    most = 0
    while process.poll() is None:
        with contextlib.suppress(psutil.Error):
            most = max(most, process.memory_info().rss)
        time.sleep(0.01)
    if process.returncode:
        raise SystemExit(f"mkdocs build failed in {tree}")
    return time.perf_counter() - begin, most / 2**20


@contextlib.contextmanager
def serving(tree: Path) -> Iterator[str]:
    """`mkdocs serve` on a free port, as `make serve` calls it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [BIN / "mkdocs", "serve", "--quiet", "--dirty", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=tree, env=environment())
    address = f"http://127.0.0.1:{port}"
    try:
        while not fetch(f"{address}/autodiff/"):
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def fetch(address: str) -> str:
    """A page, or "" while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def timed(command: list[str | Path], folder: Path, check: bool = True) -> float:
    """Wall time of a command in seconds."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=check)
    return time.perf_counter() - begin


def environment() -> dict[str, str]:
    """That of a side, so that both ways do the same work."""
    return os.environ | ENVIRONMENT | {"CUDA_VISIBLE_DEVICES": "", "NO_MKDOCS_2_WARNING": "1"}


def say(what: str, figure: str) -> None:
    """One line of the result."""
    print(f"{what:40} {figure}", flush=True)


if __name__ == "__main__":
    main()
