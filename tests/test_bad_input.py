"""Wrong, hostile and unlucky input: one clear message with place and remedy, and nothing else is hurt."""

from __future__ import annotations

import importlib.metadata
import json
import os
import signal
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import psutil
import pytest
from conftest import REPOSITORY, Tree
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config

from comparekit import cli, records
from comparekit.check import check
from comparekit.files import write_atomic
from comparekit.model import Problem, ProblemError, State
from comparekit.project import discover

SIDES = ("pytorch", "tensorflow")


def toml(top: str = "", expect: str = 'relation = "agree"\nquantity = "value"') -> str:
    """A pair file: the title is line 1, `top` line 2, the header of the expectation line 3, `expect` from line 4."""
    return f'title = "T"\n{top}\n[[expect]]\n{expect}\n'


RAISES = 'relation = "raises"\nsides = ["pytorch"]\ntype = "ValueError"\n'
SYNTAX, REGEX = "correct the syntax", "escape special characters"
PAIR_FILES = {
    "malformed": (toml("time_limit = "), 2, "not valid TOML: Invalid value", SYNTAX),
    "unfinished": (toml() + 'reason = "', 6, "not valid TOML: ", SYNTAX),
    "encoding": (toml().encode() + b'reason = "\xff"', 6, "not UTF-8", "save the file as UTF-8"),
    "key": (toml("time_limt = 3"), 2, "unknown key 'time_limt'", "nearest: time_limit"),
    "inner_key": (toml() + "tolerence = 3", 6, "unknown key 'tolerence'", "nearest: tolerance"),
    "type": (toml('time_limit = "long"'), 2, "expected `float`, got `str`", "correct the value"),
    "inner_type": (toml() + "sides = 3", 6, "expected `array`, got `int`", "correct the value"),
    "relation": (toml(expect='relation = "agre"\nquantity = "v"'), 4, "nvalid value 'agre'", "nearest: agree"),
    "missing_key": (toml(expect='relation = "agree"'), 3, "missing required field `quantity`", "add it"),
    "side": (toml() + 'sides = ["pytorch", "tensorflo"]', 3, "no side 'tensorflo'", "nearest: tensorflow"),
    "match": (toml(expect=RAISES + 'match = "("'), 3, "match is not a regular expression: missing )", REGEX),
}
"""Pair file, line, what is wrong, how to mend it."""

FRAMEWORKS = "one of pytorch, tensorflow, jax"
STRAYS = {
    "right_torch.py": ("'torch' is no framework", "nearest: pytorch"),
    "right_mxnet.py": ("'mxnet' is no framework", f"use {FRAMEWORKS}"),
    "tensorflow.py": (
        "tensorflow.py hides the package 'tensorflow'",
        f"name it <pair>_<framework>.py with {FRAMEWORKS}",
    ),
    "lost_pytorch.py": ("a script without a pair: lost.toml is missing", "write it or remove the script"),
}
"""Scripts that belong to no side: what is wrong, how to mend it."""

ALONE = "run the script by itself to see more"
COMPARABLE = "keep a comparable value in that variable"
LESS = "use less or raise memory_limit"
LOOP = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True:\n    pass"
MEMORY = "memory_limit = 300"
MUCH = "printed more than 1000 kB"
NETWORK = "raised PermissionError: a snippet may reach loopback only, not "
PROMISE = 'promise it with relation = "raises"'
FAILING = {
    "missing_quantity": ("values = 1.5", 1, "no top-level variable 'value'", "define it or correct the pair file"),
    "function": ("# \ndef value():\n    pass\n", 2, "quantity 'value': a builtins.function is no", COMPARABLE),
    "builtin": ("# \nvalue = print", 2, "a builtins.builtin_function_or_method is no", COMPARABLE),
    "large_list": ("# \nvalue = [0.5] * 4097", 2, "quantity 'value': 4097 elements, at most 4096 are", COMPARABLE),
    "large_array": ("import numpy\nvalue = numpy.ones(4097)", 2, "4097 elements, at most 4096 are", COMPARABLE),
    "surrogate_message": ("# \nraise ValueError('\\udcff')", 2, "raised ValueError: \\udcff", PROMISE),
    "syntax": ("# \nvalue = = 1", 2, "raised SyntaxError: invalid syntax", PROMISE),
    "endless_loop": (LOOP, 1, "ran longer than its time limit of 1 s", "make it shorter or raise time_limit"),
    "bytearrays": ("kept = []\nwhile True:\n    kept.append(bytearray(10**6))", 3, "MemoryError", LESS),
    "small_objects": ("kept = [[1.5] * 9 for _ in iter(int, 1)]", 1, "MemoryError", LESS),
    "numpy_memory": ("import numpy\nvalue = numpy.ones(2**30)", 2, "MemoryError: Unable to allocate", LESS),
    "segmentation_fault": ("import ctypes\nctypes.string_at(0)", 1, "ended by the signal SIGSEGV", ALONE),
    "exit_3": ("import os\nos._exit(3)", 1, "ended with exit code 3 and no result", ALONE),
    "exit_0": ("import os\nos._exit(0)", 1, "ended with exit code 0 and no result", ALONE),
    "sys_exit_1": ("import sys\nvalue = 1.5\nsys.exit(1)", 3, "raised SystemExit: 1", PROMISE),
    "much_output": ("for _ in range(10**6):\n    print(50 * 'x')", 1, MUCH, "print less"),
    "one_write": ("print(50 * 10**6 * 'x')", 1, MUCH, "print less"),
    "much_stderr": ("import os\nos.write(2, 50 * 10**6 * b'x')", 1, MUCH, "print less"),
    "package": ("import absent_one.part", 1, "absent_one is not inst", "pip install -c constraints.txt absent_one"),
    "address": ("import socket\nsocket.create_connection(('192.0.2.1', 80), 5)", 2, f"{NETWORK}192.0.2.1", PROMISE),
    "name": (
        "# \nimport urllib.request as u; u.urlopen('http://example.org')",
        2,
        "a snippet may reach loopback only, not example.org",
        PROMISE,
    ),
}
"""A side that gets no record: script, line, what is wrong, how to mend it."""
TOPS = {"endless_loop": "time_limit = 1", "bytearrays": MEMORY, "small_objects": MEMORY, "numpy_memory": MEMORY}
IN_A_PROCESS_OF_ITS_OWN = ("endless_loop", "bytearrays", "segmentation_fault", "exit_3", "much_output", "address")

APART = {
    "shape": ("[1.5, 2.5]", "[1.5, 2.5, 3.5]", "", "pytorch and tensorflow: shape [2] against [3]"),
    "dtype": ("numpy.float32(1)", "numpy.float64(1)", "", "pytorch and tensorflow: dtype float32 against float64"),
    "structure": ("{'a': 1}", "{'b': 1}", "", "the structures differ: only one side has the element '['a']'"),
    "number": ("1.5", "1.6", "", "the sides do not agree on value: relative difference 0.06"),
    "surrogate": ("'\\udcff'", "'\\udcfe'", "", "the sides do not agree on value: relative difference 1"),
    "large_number": ("2**100", "2**100 + 2**90", "", "the sides do not agree on value: relative difference 0.00098"),
    "nan": ("[1.5, numpy.nan]", "[1.5, numpy.nan]", "", "NaN"),
    "tolerance": ("1.5", "1.6", "tolerance = 0.1", "looser than the default"),
    "nan_equal": ("numpy.nan", "numpy.nan", 'nan = "equal"', "looser than the default"),
}
"""Values of both sides, more of the expectation, what is wrong."""

LEAVE = """
import pathlib, subprocess
left = subprocess.Popen(["sleep", "600"], start_new_session={})
pathlib.Path({!r}).write_text(str(left.pid))
value = 1.5
"""
LEFT = ("same_session", "same_session_fresh", "own_session", "own_session_fresh")
LOOPBACK = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(("localhost", server.getsockname()[1]), 5)
    accepted, _ = server.accept()
    with client, accepted:
        accepted.sendall(b"over loopback")
        print(client.recv(100).decode())
value = 1.5
"""
ODD = {
    "exit": ("import sys\nvalue = 1.5\nsys.exit(0)", ""),
    "bytes": ("import os\nos.write(1, b'caf\\xe9 \\xff\\0\\n')\nvalue = 1.5", "caf\\xe9 \\xff\\x00\n"),
    "surrogates": ("print('\\udcff')\nvalue = 1.5", "\\udcff\n"),
    "controls": ("print('\\x1b[31mred\\x1b[0m', '\\a', 'a\\rb')\nvalue = 1.5", "red \\x07 a\\x0db\n"),
    "no_stdout": ("import sys\nprint('here', end='')\nsys.stdout = None\nvalue = 1.5", "here"),
    "closed_stdout": ("import sys\nprint('here')\nsys.stdout.close()\nvalue = 1.5", "here\n"),
    "loopback": (LOOPBACK, "over loopback\n"),
}
"""A side that is recorded all the same: script, its output as text."""

DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "truncated": (lambda content: content[: len(content) // 2], "truncated or not valid: Input data was truncated"),
    "empty": (lambda content: content[:0], "truncated or not valid: Input data was truncated"),
    "edited": (lambda content: content.replace(b"1.5", b"2.5"), "edited by hand or damaged: its seal does not fit"),
    "no_text": (lambda content: content.replace(b"1.5", b"\xff"), "truncated or not valid"),
    "retyped": (lambda content: content.replace(b'"schema": 1', b'"schema": "1"'), "truncated or not valid: Expected"),
}
"""A record that cannot be trusted: what was done to it, what is wrong."""

UNFIT = {
    "snippets/check/nothing.toml:1": ("the pair promises nothing", "add an [[expect]] table"),
    "snippets/check/alone.toml:1": ("no PyTorch side", "write alone_pytorch.py"),
    "snippets/check/hidden.toml:1": ("no page shows this pair", "add {* pair check/hidden *} to docs/check.md"),
    "docs/check.md:7": ("no pair 'check/notking'", "nearest: check/nothing"),
    "docs/check.md:9": ("no directive 'pear'", "nearest: pair"),
}
"""What a run does not show: place, what is wrong, how to mend it."""


def fill(root: Path) -> Tree:
    """A tree where `a/kept` and `b/bad` have records and `c/fresh` has none."""
    tree = Tree(root / "tree")
    tree.write("mkdocs.yml", "site_name: Tree\nmarkdown_extensions: [comparekit]\n")
    tree.write("constraints.txt", (REPOSITORY / "constraints.txt").read_bytes())
    for pair_id in ("a/kept", "b/bad", "c/fresh"):
        tree.pair(pair_id, toml())
    for pair_id in ("a/kept", "b/bad"):
        tree.record(pair_id)
    tree.page("index", "a/kept", "b/bad", "c/fresh")
    (root / "tmp").mkdir()
    return tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Two pairs with records and one without."""
    return fill(tmp_path)


def evidence(tree: Tree, topics: str = "*") -> dict[str, bytes]:
    return tree.files(f"snippets/{topics}/records/**/*", f"snippets/{topics}/runs/**/*")


def stored(tree: Tree, pair_id: str) -> dict[str, object]:
    """What the record of the PyTorch side says."""
    return json.loads((tree.root / f"snippets/{pair_id.replace('/', '/records/')}/pytorch.cpu.json").read_bytes())


def run(tree: Tree, *args: str, code: int = 1) -> list[str]:
    """`comparekit run`: the lines on standard error, when the code is right and no temporary file is left."""
    temporary = tree.root.with_name("tmp")
    result = tree.run("run", *args, TMPDIR=str(temporary))
    assert result.returncode == code, result.stderr
    assert list(temporary.iterdir()) == [] and tree.files("**/.*") == {}
    return result.stderr.splitlines()


def the_problem(lines: list[str], place: str) -> str:
    """The one problem of a file or line, without its place."""
    (line,) = (line for line in lines if line.startswith(f"{place}:"))
    return line.removeprefix(f"{place}:").lstrip()


@dataclass(frozen=True)
class Faulty:
    """A tree with every fault at once: as it was, what `check` said of it, what `run` said, how it is."""

    tree: Tree
    before: dict[str, bytes]
    checked: list[str]
    ran: list[str]
    left: dict[str, Path]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Faulty:
    """Every fault at once, each in a pair that had good records before."""
    root = tmp_path_factory.mktemp("faulty")
    tree = fill(root)
    failing = {name: ("", name) for name in FAILING}
    failing |= {f"{name}_fresh": ("\nfresh = true", name) for name in IN_A_PROCESS_OF_ITS_OWN}
    left = {name: root / name for name in LEFT}
    for pair_id in (
        *(f"wrong/{name}" for name in (*PAIR_FILES, "right")),
        *(f"apart/{name}" for name in APART),
        *(f"odd/{name}" for name in ODD),
        *(f"damaged/{name}" for name in DAMAGE),
        *(f"check/{name}" for name in ("nothing", "alone", "hidden")),
    ):
        tree.pair(pair_id, toml())
        tree.record(pair_id)
    for pair, (top, name) in failing.items():
        path = tree.pair(f"failing/{pair}", toml(TOPS.get(name, "") + top))
        tree.record(f"failing/{pair}")
        path.with_name(f"{pair}_pytorch.py").write_text(FAILING[name][0])
    for name, (text, *_) in PAIR_FILES.items():
        tree.write(f"snippets/wrong/{name}.toml", text)
    for name in STRAYS:
        tree.write(f"snippets/wrong/{name}", "value = 1.5\n")
    for name, (pytorch, tensorflow, more, _) in APART.items():
        tree.pair(f"apart/{name}", toml() + more, *(f"import numpy\nvalue = {it}" for it in (pytorch, tensorflow)))
    for name, (script, _) in ODD.items():
        tree.pair(f"odd/{name}", toml(), script)
    for name, note in left.items():
        top = "fresh = true" if name.endswith("fresh") else ""
        tree.pair(f"odd/left_{name}", toml(top), LEAVE.format(name.startswith("own"), str(note)))
    for name, (damage, _) in DAMAGE.items():
        path = tree.root / f"snippets/damaged/records/{name}/pytorch.cpu.json"
        assert damage(path.read_bytes()) != path.read_bytes()
        path.write_bytes(damage(path.read_bytes()))
    tree.write("snippets/check/nothing.toml", 'title = "T"\n')
    (tree.root / "snippets/check/alone_pytorch.py").unlink()
    lines = ("---", "title: Check", "---", "# Check", "{* pair check/nothing *}", "", "{* pair check/notking *}", "")
    tree.write("docs/check.md", "\n".join((*lines, "{* pear check/nothing *}", "")))
    before = tree.files()
    checked = tree.run("check")
    assert checked.returncode == 1 and tree.files() == before
    return Faulty(tree, before, checked.stderr.splitlines(), run(tree, "--workers", "2"), left)


@pytest.mark.parametrize("name", PAIR_FILES)
def test_a_wrong_pair_file_is_named_with_its_line_by_run_and_check(faulty: Faulty, name: str) -> None:
    _, line, what, fix = PAIR_FILES[name]
    for lines in (faulty.checked, faulty.ran):
        problem = the_problem(lines, f"snippets/wrong/{name}.toml")
        assert problem.startswith(f"{line}: ") and what in problem and problem.endswith(f"Fix: {fix}")


@pytest.mark.parametrize("name", STRAYS)
def test_a_script_that_belongs_to_no_side_is_named_by_run_and_check(faulty: Faulty, name: str) -> None:
    what, fix = STRAYS[name]
    for lines in (faulty.checked, faulty.ran):
        problem = the_problem(lines, f"snippets/wrong/{name}")
        assert problem.startswith("1: ") and what in problem and problem.endswith(f"Fix: {fix}")


@pytest.mark.parametrize("pair", [*FAILING, *(f"{name}_fresh" for name in IN_A_PROCESS_OF_ITS_OWN)])
def test_a_side_that_fails_is_named_and_gets_no_record(faulty: Faulty, pair: str) -> None:
    _, line, what, fix = FAILING[pair.removesuffix("_fresh")]
    problem = the_problem(faulty.ran, f"snippets/failing/{pair}_pytorch.py")
    assert problem.startswith(f"{line}: ") and what in problem and problem.endswith(fix), problem
    assert not [
        text for text in faulty.ran if text.startswith((f"snippets/failing/{pair}.", f"snippets/failing/{pair}_ten"))
    ]
    path = f"snippets/failing/records/{pair}/pytorch.cpu.json"
    assert (faulty.tree.root / path).read_bytes() == faulty.before[path]


@pytest.mark.parametrize("name", APART)
def test_sides_that_do_not_agree_have_records_and_fail_the_pair(faulty: Faulty, name: str) -> None:
    *_, what = APART[name]
    problem = the_problem(faulty.ran, f"snippets/apart/{name}.toml")
    assert problem.startswith("3: ") and what in problem
    assert problem.endswith(f"Fix: correct a side or the expectation, then comparekit run apart/{name}")
    path = f"snippets/apart/records/{name}/pytorch.cpu.json"
    assert (faulty.tree.root / path).read_bytes() != faulty.before[path]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_ending_or_output_is_recorded_as_text(faulty: Faulty, name: str) -> None:
    assert [line for line in faulty.ran if f"odd/{name}" in line] == []
    assert stored(faulty.tree, f"odd/{name}")["outcome"]["stdout"] == ODD[name][1]


@pytest.mark.parametrize("name", LEFT)
def test_a_process_that_a_side_leaves_behind_is_ended(faulty: Faulty, name: str) -> None:
    assert gone(int(faulty.left[name].read_text()))


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_record_is_named_and_made_anew(faulty: Faulty, name: str) -> None:
    path = f"snippets/damaged/records/{name}/pytorch.cpu.json"
    problem = the_problem(faulty.checked, path)
    assert problem.startswith(f"1: {DAMAGE[name][1]}") and problem.endswith(f"Fix: comparekit run damaged/{name}")
    assert [line for line in faulty.ran if f"damaged/{name}" in line] == []
    assert stored(faulty.tree, f"damaged/{name}")["outcome"]["quantities"]["value"][""]["values"] == [1.5]


@pytest.mark.parametrize("place", UNFIT)
def test_check_names_what_no_run_would_show(faulty: Faulty, place: str) -> None:
    what, fix = UNFIT[place]
    assert f"{place}: {what}. Fix: {fix}" in faulty.checked


def test_all_other_pairs_run_and_all_other_evidence_stays_byte_for_byte(faulty: Faulty) -> None:
    assert len(evidence(faulty.tree, "c")) == 4
    now = faulty.tree.files()
    changed = [path.split("/") for path, content in faulty.before.items() if now.get(path) != content]
    added = [path.split("/") for path in now.keys() - faulty.before.keys() if not path.startswith("docs/data/")]
    assert [path for path in changed if path[1] not in ("apart", "check", "damaged", "odd")] == []
    assert [path for path in added if path[1] not in ("c", "odd")] == []
    assert {path[2] for path in changed + added} == {"records", "runs"}


def test_check_as_json_says_the_same(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.write("snippets/b/bad.toml", toml("time_limt = 3"))
    listed = json.loads(tree.run("check", "--json").stdout)["problems"]
    monkeypatch.chdir(tree.root)
    lines = [str(Problem(Path(p["path"]), p["line"], p["message"], p["fix"])) for p in listed]
    assert lines == list(map(str, check(tree.project)))
    assert "snippets/b/bad.toml:2: unknown key 'time_limt'. Fix: nearest: time_limit" in lines


def test_evidence_of_no_side_is_named_and_left_alone(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    orphan = "snippets/a/records/kept/tensorflow.keras.cpu.json"
    tree.write(orphan, (tree.root / "snippets/a/records/kept/tensorflow.cpu.json").read_bytes())
    before = tree.files()
    monkeypatch.chdir(tree.root)
    problem = the_problem(list(map(str, check(tree.project))), orphan)
    assert problem == "1: evidence of nothing in the tree. Fix: remove it, or restore what it is evidence of"
    assert tree.files() == before


def test_what_a_side_says_cannot_forge_the_report(tree: Tree) -> None:
    forged = "snippets/a/kept.toml:1: forged"
    tree.pair("b/bad", toml(expect=RAISES), f"raise OSError('all is well\\n{forged}\\n')")
    tree.pair("b/worse", toml(), "import os\nos.write(2, b'\\x1b[2J\\x1b]0;x\\x07last words \\xff\\n')\nos._exit(3)")
    said = run(tree)
    assert "but OSError: all is well" in the_problem(said, "snippets/b/bad.toml")
    assert "last words" in the_problem(said, "snippets/b/worse_pytorch.py")
    assert len(said) == 3 and all(line.isprintable() for line in said)


def test_what_a_side_does_to_its_process_stays_there(tree: Tree) -> None:
    tree.pair(
        "b/bad",
        toml(),
        """
        import builtins, os, random, signal, sys, tempfile, warnings
        for name in ("left.txt", "json.py"):
            with open(name, "w") as file:
                file.write("raise OSError")
        tempfile.mkdtemp(dir=".")
        os.makedirs("deep/er")
        os.chdir("deep/er")
        os.environ["MARK"] = "bad"
        os.umask(0o777)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        warnings.simplefilter("error")
        sys.path.insert(0, "nowhere")
        sys.modules["fractions"] = None
        builtins.sorted = builtins.print = lambda *_: 42
        sys.stdout = open(os.devnull, "w")
        print("captured")
        value = 1.5
        """,
    )
    tree.pair(
        "c/fresh",
        toml(),
        """
        import fractions, json, os, signal, sys, warnings
        print(os.listdir(), os.path.basename(os.getcwd()), os.environ.get("MARK"), sorted("ba"))
        print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL, "nowhere" in sys.path, sys.stdout.fileno())
        with open("mine", "w"):
            print(oct(os.stat("mine").st_mode & 0o444))
        warnings.warn("no error")
        value = 1.5
        """,
    )
    before = set(tree.files())
    assert run(tree, "--workers", "1", code=0) == []
    added = {path for path in set(tree.files()) - before if not path.startswith("docs/data/")}
    assert added == set(evidence(tree, "c"))
    assert stored(tree, "b/bad")["outcome"]["stdout"] == ""
    printed = stored(tree, "c/fresh")["outcome"]["stdout"]
    assert printed == "['fresh_pytorch.py'] work None ['a', 'b']\nTrue False 1\n0o444\n"


def test_without_the_frameworks_their_sides_are_not_run_and_all_others_are(tree: Tree) -> None:
    """In a true virtual environment: its packages are links to those of this one, without the frameworks."""
    environment = tree.root.with_name("light")
    venv.create(environment, with_pip=False, symlinks=True)
    names = {"base": str(environment), "platbase": str(environment)}
    there, here = (Path(sysconfig.get_path("purelib", vars=v)) for v in (names, None))
    for path in here.iterdir():
        if not path.name.startswith(("torch", "tensorflow", "keras", "sklearn", "scikit_learn", "functorch")):
            (there / path.name).symlink_to(path)
    tree.pair("b/bad", toml(), "import torch\nvalue = 1.5", "import sklearn.datasets, tensorflow\nvalue = 1.5")
    before = evidence(tree)

    def light(verb: str) -> subprocess.CompletedProcess[str]:
        command = [environment / "bin/python", "-m", "comparekit", verb]
        return subprocess.run(command, cwd=tree.root, capture_output=True, text=True, timeout=60)

    result = light("run")
    assert result.returncode == 1
    pip = "pip install -c constraints.txt"
    assert result.stderr.splitlines()[:-1] == [
        f"snippets/b/bad_pytorch.py:1: not run: torch is not installed. Fix: {pip} torch",
        "snippets/b/bad_tensorflow.py:1: not run: sklearn, tensorflow is not installed. "
        f"Fix: {pip} scikit-learn tensorflow",
    ]
    assert "not-run  b/bad pytorch" in result.stdout and "pass     c/fresh pytorch" in result.stdout
    assert before.items() <= evidence(tree).items() and len(evidence(tree, "c")) == 4
    said = light("check").stderr
    assert "records/bad/pytorch.cpu.json:1: stale" in said and "snippets/a/" not in said and "snippets/c/" not in said


def test_another_version_than_the_pinned_one_is_refused_unless_asked_for(tree: Tree) -> None:
    installed = importlib.metadata.version("msgspec")
    pins = (tree.root / "constraints.txt").read_text()
    tree.write("constraints.txt", pins.replace(f"msgspec=={installed}\n", "msgspec==0.0.1\n"))
    line = pins[: pins.index("msgspec==")].count("\n") + 1
    tree.pair("b/bad", toml(), "import msgspec\nvalue = 1.5")
    before = evidence(tree)
    assert the_problem(run(tree), "constraints.txt") == (
        f"{line}: msgspec {installed} is installed, the records are made with 0.0.1. "
        "Fix: pip install -c constraints.txt msgspec, or comparekit run --other-versions"
    )
    assert before.items() <= evidence(tree).items() and len(evidence(tree, "c")) == 4
    assert run(tree, "--other-versions", code=0) == []
    assert stored(tree, "b/bad")["versions"]["msgspec"] == installed
    assert evidence(tree, "a").items() <= before.items()


def gone(pid: int) -> bool:
    """Whether a process ends within seconds; one that only nobody has collected yet does not run either."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    psutil.Process(pid).kill()
    return False


def start(tree: Tree, *args: str) -> subprocess.Popen[str]:
    """`comparekit run` in the background, in a session of its own, once `b/bad` has told its process id."""
    note = tree.root.with_name("pid")
    tree.pair(
        "b/bad",
        toml(),
        f"""
        import os, pathlib, time
        pathlib.Path({str(note)!r}).write_text(f"{{os.getpid()}}.")
        while not os.path.exists({str(note.with_name("go"))!r}):
            time.sleep(0.01)
        value = 1.5
        """,
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "comparekit", "run", *args],
        cwd=tree.root,
        env=os.environ | {"TMPDIR": str(tree.root.with_name("tmp"))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for(process, lambda: note.is_file() and note.read_text().endswith("."))
    return process


def wait_for(process: subprocess.Popen[str], ready: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not ready():
        assert process.poll() is None and time.monotonic() < until
        time.sleep(0.01)


def test_a_second_run_in_the_same_tree_says_so_and_the_first_ends_well(tree: Tree) -> None:
    first = start(tree)
    try:
        second = tree.run("run")
    finally:
        (tree.root.with_name("go")).touch()
        _, said = first.communicate(timeout=30)
    assert second.returncode == 1
    problem = the_problem(second.stderr.splitlines(), "snippets")
    assert problem == "1: another comparekit run works in this tree. Fix: wait until it has ended"
    assert (first.returncode, said) == (0, "")
    pairs = discover(tree.project).pairs.values()
    states = [records.read(tree.project, pair, side).state for pair in pairs for side in pair.sides.values()]
    assert states == [State.PASS] * 6


@pytest.mark.parametrize(("workers", "whom"), [("1", os.kill), ("8", os.killpg)], ids=["forked-process", "fresh-group"])
def test_an_interrupted_run_leaves_complete_records_and_nothing_else(
    tree: Tree, workers: str, whom: Callable[[int, int], None]
) -> None:
    tree.pair("a/early", toml())
    before = evidence(tree)
    process = start(tree, "--workers", workers)
    early = [tree.root / f"snippets/a/runs/early/{side}.cpu.json" for side in SIDES]
    wait_for(process, lambda: all(path.is_file() for path in early))
    family = [process.pid, *(child.pid for child in psutil.Process(process.pid).children(recursive=True))]
    assert int(tree.root.with_name("pid").read_text().strip(".")) in family
    whom(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert [pid for pid in family if not gone(pid)] == []
    assert before.items() <= evidence(tree).items()
    pair = tree.project.pair("a/early")
    assert [records.read(tree.project, pair, side).state for side in pair.sides.values()] == [State.PASS] * 2
    assert list(tree.root.with_name("tmp").iterdir()) == [] and tree.files("**/.*") == {}
    assert said.strip() == "interrupted: records written so far are complete, all others are as before"
    assert process.returncode == 1


def test_an_interrupt_while_a_file_is_written_leaves_the_old_one_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signal is a real one, at the worst moment."""
    path = tmp_path / "record.json"
    write_atomic(path, b"old")
    monkeypatch.setattr(os, "fsync", lambda _: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"record.json": b"old"}


def in_namespace(tree: Tree, commands: str) -> subprocess.CompletedProcess[str]:
    """A shell in the tree that may mount there, without any effect on the machine; `$RUN` runs what is stale."""
    return subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-ec", commands],
        cwd=tree.root,
        env=os.environ | {"TMPDIR": str(tree.root.with_name("tmp")), "RUN": f"{sys.executable} -m comparekit run"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def may_mount(tree: Tree) -> bool:
    try:
        return in_namespace(tree, "mount -t tmpfs none docs").returncode == 0
    except FileNotFoundError:
        return False


def test_a_tree_that_cannot_be_written_is_named_and_stays_as_it_is(tree: Tree) -> None:
    before = tree.files()
    if may_mount(tree):
        result = in_namespace(tree, 'mount --bind . . && mount -o remount,bind,ro . && cd "$PWD" && exec $RUN')
        why = "Read-only file system"
    elif os.geteuid() != 0:
        folders = [path for path in (tree.root, *tree.root.rglob("*")) if path.is_dir()]
        for folder in folders:
            folder.chmod(0o555)
        result, why = tree.run("run"), "Permission denied"
        for folder in folders:
            folder.chmod(0o755)
    else:
        pytest.skip("this machine lets nobody mount, and permissions do not bind the root user")
    assert result.returncode == 1
    fix = "make room or make the folder writable; nothing was changed"
    for side in SIDES:
        problem = the_problem(result.stderr.splitlines(), f"snippets/c/records/fresh/{side}.cpu.json")
        assert problem == f"1: cannot be written: {why}. Fix: {fix}"
    assert f"docs/data/pairs.json:1: cannot be written: {why}" in result.stdout
    assert tree.files() == before and list(tree.root.with_name("tmp").iterdir()) == []


def test_on_a_full_disk_old_records_stay_and_other_folders_are_written(tree: Tree) -> None:
    if not may_mount(tree):
        pytest.skip("this machine lets nobody mount a small disk")
    tree.pair("b/bad", toml(), "value = 1.5  # changed")
    before = tree.files("snippets/b/**/*")
    commands = """
        cp -r snippets/b ../b
        mount -t tmpfs -o size=96k none snippets/b
        cp -r ../b/. snippets/b
        cat /dev/zero > snippets/b/filler 2>/dev/null || true
        code=0; $RUN || code=$?
        rm snippets/b/filler
        cp -r snippets/b ../after
        exit $code
        """
    result = in_namespace(tree, commands)
    assert result.returncode == 1, result.stderr
    problem = the_problem(result.stderr.splitlines(), "snippets/b/records/bad/pytorch.cpu.json")
    assert problem.startswith("1: cannot be written: No space left on device. Fix: make room")
    after = {path.replace("after", "snippets/b"): b for path, b in Tree(tree.root.parent).files("after/**/*").items()}
    assert after == before and len(evidence(tree, "c")) == 4


@pytest.mark.parametrize(
    "front", ["", "---\ntitle: More\n---\n", "---\ntitle: More\n---\n\n\n", "\n\n", "title: x\n\n"]
)
def test_a_build_stops_at_a_page_that_names_no_pair_with_the_true_line(
    tree: Tree, front: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{front}# More\n\n```text\n{{* pair b/shown_as_text *}}\n```\n\n{{* pair b/bed *}}\n"
    tree.write("docs/more.md", text.encode())
    line = text.splitlines().index("{* pair b/bed *}") + 1
    monkeypatch.chdir(tree.root)
    with pytest.raises(ProblemError) as raised:
        build(load_config("mkdocs.yml", site_dir=str(tree.root.with_name("site"))))
    assert str(raised.value) == f"docs/more.md:{line}: no pair 'b/bed'. Fix: nearest: b/bad"
    assert str(raised.value) in map(str, check(tree.project))


@pytest.mark.parametrize(
    ("command", "what"),
    [
        ("run b/bed", "nearest: b/bad"),
        ("run --device gpu", "neither cpu nor cuda"),
        ("run --shard 3/2", "takes I/N with I from 1 to N"),
        ("run --repeat 0", "greater than or equal to 1"),
        ("run --worker 1", "--workers"),
        ("new Topic/pair", "lower case with underscores"),
        ("chek", "check"),
    ],
)
def test_bad_usage_exits_with_2_and_touches_nothing(
    tree: Tree, command: str, what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree.files()
    monkeypatch.chdir(tree.root)
    monkeypatch.setattr(sys, "argv", ["comparekit", *command.split()])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2 and what in " ".join(capsys.readouterr().err.split())
    assert tree.files() == before


HOSTILE = """\
</code></pre></script><script>alert(1)</script><img src=x onerror=alert(1)> <b>bold</b> &amp; &lt; <!-- comment -->
``` python title="x"
````````
~~~
# Heading
Heading
=======
{* pair x/y *}
{* pair b/bad *}
=== "tab"
    inside
!!! note
    inside
??? note "title"
- item
1. item
| a | b |
| - | - |
<div markdown>
<details><summary>x</summary>
[link](javascript:alert(1)) ![image](x) <https://example.org>
{: #id .class onclick="x" }
*a* **b** __c__ `d` ~~e~~ $f$ \\* \\# a\u2028b\x85c\ta \u200b \u202e
[^1]: note
--8<-- "constraints.txt"
</div></body></html>
end"""
CALM = "\n".join("calm" for _ in HOSTILE.split("\n"))
FILE = 'data = ["text.txt"]'
READ = 'with open("text.txt", newline="", encoding="utf-8") as file:\n    text = file.read()\nvalue = 1.5\n'


class Page(HTMLParser):
    """Text and elements of a page, apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.elements = "", []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", []))

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Page]:
    """Pages of pairs by their name, rendered with the extensions of the site: `hostile/x` and `calm/x`."""
    tree = fill(tmp_path_factory.mktemp("pages"))
    raises = toml(FILE, RAISES)
    for topic, text in (("hostile", HOSTILE), ("calm", CALM)):
        tree.write(f"snippets/{topic}/text.txt", text.encode())
        tree.pair(f"{topic}/stdout", toml(FILE), f"{READ}print(text)")
        tree.pair(f"{topic}/stderr", toml(f"{FILE}\nstderr = true"), f"import sys\n{READ}print(text, file=sys.stderr)")
        tree.pair(f"{topic}/warning", toml(FILE), f"import warnings\n{READ}warnings.warn(text)")
        tree.pair(f"{topic}/raised", raises, f"{READ}raise ValueError(text)")
        tree.pair(f"{topic}/another", raises, f"{READ}raise OSError(text)")
        tree.pair(f"{topic}/key", toml(FILE), f"{READ}value = {{text: [1.5]}}", "value = {}")
        tree.pair(f"{topic}/code", toml(), f"value = 1.5\ntext = r'''\n{text}\n'''\n".encode())
    tree.run("run")
    config = load_config(str(REPOSITORY / "mkdocs.yml"))

    def page(pair_id: str) -> Page:
        before = Path.cwd()
        os.chdir(tree.root)
        try:
            markdown = Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])
            return Page(markdown.convert(f"# Page\n\n{{* pair {pair_id} *}}\n\nend\n").replace("hostile", "calm"))
        finally:
            os.chdir(before)

    return page


@pytest.mark.parametrize("channel", ["stdout", "stderr", "warning", "raised"])
def test_whatever_a_side_prints_is_shown_as_text_and_becomes_no_element(
    pages: Callable[[str], Page], channel: str
) -> None:
    hostile, calm = pages(f"hostile/{channel}"), pages(f"calm/{channel}")
    assert CALM in calm.text
    assert hostile.elements == calm.elements
    assert HOSTILE in hostile.text


@pytest.mark.parametrize("channel", ["another", "key"])
def test_text_of_a_side_in_a_failed_check_becomes_no_element(pages: Callable[[str], Page], channel: str) -> None:
    hostile, calm = pages(f"hostile/{channel}"), pages(f"calm/{channel}")
    assert "does not hold" in calm.text and "<script>alert(1)</script>" in hostile.text
    assert hostile.elements == calm.elements


def test_code_is_shown_exactly_and_becomes_no_element(pages: Callable[[str], Page]) -> None:
    hostile, calm = pages("hostile/code"), pages("calm/code")
    assert {tag for tag, _ in hostile.elements} <= {tag for tag, _ in calm.elements}
    assert f"value = 1.5\ntext = r'''\n{HOSTILE}\n'''\n" in hostile.text
