"""A small project in a temporary folder, whose scripts may be plain Python, and the command line run in it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import settings

from comparekit import records
from comparekit.model import Device, Outcome, RunLog
from comparekit.project import Project
from comparekit.quantities import quantity

settings.register_profile("comparekit", deadline=None, derandomize=True, database=None)
settings.load_profile("comparekit")

REPOSITORY = Path(__file__).parents[1]
# What starts tests in the background may have Ctrl-C ignored, which children would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

AGREE = """
    title = "A value"

    [[expect]]
    relation = "agree"
    quantity = "value"
    """
RUN = RunLog(
    date="2026-10-01T12:00:00Z", python="3.11.7", platform="Linux x", processor="A CPU", seconds=1, peak_memory_mib=9
)


def outcome(stdout: str = "", quantities: dict[str, Any] | None = None, **others: Any) -> Outcome:
    """What a side did, its quantities given as plain values; `value` is 1.5 unless told otherwise."""
    values = {"value": 1.5} if quantities is None else quantities
    return Outcome(stdout=stdout, quantities={name: quantity(value) for name, value in values.items()}, **others)


@dataclass(frozen=True)
class Tree:
    """A project to be filled; `root` holds mkdocs.yml, constraints.txt, docs/ and snippets/."""

    root: Path

    @property
    def project(self) -> Project:
        """The project, read anew."""
        return Project(self.root)

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file below the root; text is dedented and loses its first line when that is empty."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else dedent(content).removeprefix("\n").encode())
        return file

    def pair(
        self,
        pair_id: str,
        toml: str | bytes = AGREE,
        pytorch: str | bytes | None = "value = 1.5\n",
        tensorflow: str | bytes | None = "value = 1.5\n",
        **variants: str | bytes,
    ) -> Path:
        """Write a pair and give its TOML file; None leaves a side out, a variant is `tensorflow_keras="..."`."""
        for label, source in {"pytorch": pytorch, "tensorflow": tensorflow, **variants}.items():
            if source is not None:
                self.write(f"snippets/{pair_id}_{label}.py", source)
        return self.write(f"snippets/{pair_id}.toml", toml)

    def record(self, pair_id: str, device: Device = "cpu", **outcomes: Outcome) -> None:
        """Store records of a pair as if it had run; a side's label is written as in `pair`."""
        pair = self.project.pair(pair_id)
        for label, side in pair.sides.items():
            record = records.make(self.project, pair, side, device, outcomes.get(label.replace(".", "_"), outcome()))
            records.write(side, record, RUN)

    def page(self, topic: str, *pair_ids: str) -> Path:
        """Write docs/<topic>.md, a page that shows these pairs."""
        return self.write(f"docs/{topic}.md", "# Page\n\n" + "\n\n".join(f"{{* pair {one} *}}" for one in pair_ids))

    def run(self, *args: str, timeout: float = 300, **env: str) -> subprocess.CompletedProcess[str]:
        """`comparekit ARGS` in a process of its own, within the tree, with more environment variables."""
        command = [sys.executable, "-m", "comparekit", *args]
        return subprocess.run(
            command, cwd=self.root, env=os.environ | env, capture_output=True, text=True, timeout=timeout
        )

    def files(self, *patterns: str) -> dict[str, bytes]:
        """Content of the files below the root by path, all or those that match."""
        found = {path for pattern in patterns or ("**/*",) for path in self.root.glob(pattern) if path.is_file()}
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in sorted(found)}

    def copy(self, name: str) -> Tree:
        """A copy of the whole tree beside it."""
        return Tree(Path(shutil.copytree(self.root, self.root.with_name(name), symlinks=True)))


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A project without pairs."""
    tree = Tree(tmp_path / "tree")
    tree.write("mkdocs.yml", "site_name: Tree\nstrict: true\n")
    tree.write("constraints.txt", (REPOSITORY / "constraints.txt").read_bytes())
    for folder in ("docs", "snippets"):
        (tree.root / folder).mkdir()
    return tree
