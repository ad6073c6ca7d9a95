"""The contributing page, followed word by word in a copy of the repository, and changes that the gate has to catch."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.frameworks

REPOSITORY = Path(__file__).parents[1]
PAGE = (REPOSITORY / "docs/contributing.md").read_text(encoding="utf-8")
LEFT_OUT = shutil.ignore_patterns(".venv*", ".git", ".cache", "site", "__pycache__")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REPOSITORY, tmp_path / "copy", ignore=LEFT_OUT))


def comparekit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "comparekit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def fences(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_following_the_page_adds_a_pair_that_the_gate_accepts(copy: Path) -> None:
    commands = [line for fence in fences("shell") for line in fence.splitlines() if line.startswith("comparekit ")]
    assert commands == ["comparekit new autodiff/cube", "comparekit run autodiff/cube", "comparekit check"]
    new, run, check = (command.split()[1:] for command in commands)

    made = comparekit(copy, *new)
    assert made.returncode == 0, made.stderr
    for name in ("cube.toml", "cube_pytorch.py", "cube_tensorflow.py"):
        assert f"`snippets/autodiff/{name}`" in PAGE
        assert (copy / "snippets/autodiff" / name).is_file()

    (promise,) = (fence for fence in fences("toml") if fence.startswith("title"))
    (copy / "snippets/autodiff/cube.toml").write_text(promise, encoding="utf-8")
    ran = comparekit(copy, *run)
    assert ran.returncode == 0, ran.stderr

    missing = comparekit(copy, *check)
    assert missing.returncode == 1
    assert "no page shows this pair" in missing.stderr

    (line,) = (fence for fence in fences("text") if fence.startswith("{* pair"))
    with (copy / "docs/autodiff.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{line}")
    accepted = comparekit(copy, *check)
    assert accepted.returncode == 0, accepted.stderr

    script = copy / "snippets/autodiff/cube_tensorflow.py"
    script.write_text(script.read_text(encoding="utf-8").replace("**3", "**2"), encoding="utf-8")
    broken = comparekit(copy, *run)
    assert broken.returncode == 1
    assert "the sides do not agree on" in broken.stderr


@pytest.mark.parametrize(
    ("pair_id", "script", "before", "after"),
    [
        ("syntax/mlp_done_right", "mlp_done_right_pytorch.py", r"lr=(\S+?)([,)])", r"lr=1.1 * \1\2"),
        ("autodiff/accumulation", "accumulation_pytorch.py", r"^.*\.zero_grad\(\)\n", ""),
        ("autodiff/gradient", "gradient_tensorflow.py", r"tf\.tanh", "tf.sigmoid"),
    ],
)
def test_a_changed_side_turns_the_pair_red(copy: Path, pair_id: str, script: str, before: str, after: str) -> None:
    path = copy / "snippets" / pair_id.split("/")[0] / script
    source = path.read_text(encoding="utf-8")
    changed = re.sub(before, after, source, count=1, flags=re.MULTILINE)
    assert changed != source
    path.write_text(changed, encoding="utf-8")
    ran = comparekit(copy, "run", pair_id)
    assert ran.returncode == 1, ran.stdout
    assert pair_id.split("/")[1] in ran.stderr


def test_a_deleted_record_and_a_garbled_pair_file_turn_the_gate_red(copy: Path) -> None:
    (copy / "snippets/autodiff/records/gradient/pytorch.cpu.json").unlink()
    garbled = copy / "snippets/graphs/capture.toml"
    garbled.write_text(garbled.read_text(encoding="utf-8").replace('"', "", 1), encoding="utf-8")
    found = comparekit(copy, "check").stderr
    assert "snippets/autodiff/gradient_pytorch.py:1: no record for cpu. Fix: comparekit run autodiff/gradient" in found
    assert "snippets/graphs/capture.toml:1: not valid TOML" in found


def test_following_the_page_adds_a_row_that_runs_and_is_held(copy: Path) -> None:
    (row,) = (fence for fence in fences("toml") if fence.startswith("[[row]]"))
    area = copy / "snippets/mappings/elementwise.toml"
    sound = area.read_text(encoding="utf-8")
    area.write_text(f"{sound}\n{row}", encoding="utf-8")
    missing = comparekit(copy, "check")
    assert missing.returncode == 1
    assert "cube: without evidence" in missing.stderr
    ran = comparekit(copy, "run", "mappings/elementwise")
    assert (ran.returncode, ran.stdout) == (0, "pass     mappings/elementwise: 1 of 1 rows hold\n"), ran.stderr
    assert comparekit(copy, "export").returncode == 0
    accepted = comparekit(copy, "check")
    assert accepted.returncode == 0, accepted.stderr

    area.write_text(f"{sound}\n{row.replace('tf.pow(x, 3)', 'tf.pow(x, 4)')}", encoding="utf-8")
    refused = comparekit(copy, "run", "mappings/elementwise")
    assert refused.returncode == 1
    assert "cube: the arguments are not the same" in refused.stderr
