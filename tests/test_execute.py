"""Sides run several at once, each alone with its folder and environment, and say the same however they were started."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from conftest import AGREE, Tree

from comparekit.execute import ENVIRONMENT, Execution, execute, installed_versions
from comparekit.machine import cores
from comparekit.model import Leaf, Notice, Outcome, State
from comparekit.run import run

FORKED, FRESH = 1, 16
"""Sides at once: with more sides than that they are forked from a server, else each starts afresh."""


def executed(tree: Tree, workers: int = FRESH, device: str = "cpu") -> dict[str, Execution]:
    """What became of all sides of the tree, by `pair/label`."""
    pairs = [tree.project.pair(pair_id) for pair_id in tree.project.pair_ids()]
    work = [(pair, side) for pair in pairs for side in pair.sides.values()]
    ended = list(execute(tree.project, work, device, workers))
    assert len(ended) == len(work)
    return {f"{one.pair.id}/{one.side.label}": one for one in ended}


def both(ended: dict[str, Execution]) -> tuple[Execution, Execution]:
    """The two sides of the pair `a/b`, since sides end in any order."""
    return ended["a/b/pytorch"], ended["a/b/tensorflow"]


def outcome_of(tree: Tree, script: str, workers: int = FRESH, toml: str = AGREE) -> Outcome:
    """What a script does as the PyTorch side of a pair."""
    tree.pair("a/b", toml, script)
    one = executed(tree, workers)["a/b/pytorch"]
    assert (one.state, one.problem) == (State.PASS, None)
    return one.outcome


MEETING = """
    import pathlib, time
    here, end = pathlib.Path({folder!r}), time.monotonic() + 60
    (here / {own!r}).touch()
    while not (here / {other!r}).exists():
        assert time.monotonic() < end, "the other side does not run"
        time.sleep(0.01)
    value = 1.5
    """
ALONE = """
    import pathlib, time
    lock = pathlib.Path({folder!r}) / "lock"
    lock.touch(exist_ok=False)
    time.sleep(0.1)
    lock.unlink()
    value = 1.5
    """


@pytest.mark.parametrize("pairs", [1, 2])
def test_two_workers_run_two_sides_at_once(tree: Tree, tmp_path: Path, pairs: int) -> None:
    for number in range(pairs):
        names = f"p{number}", f"t{number}"
        meet = [MEETING.format(folder=str(tmp_path), own=own, other=other) for own, other in (names, names[::-1])]
        tree.pair(f"a/pair{number}", AGREE, *meet)
    ended = executed(tree, workers=2)
    assert {name: one.state for name, one in ended.items()} == dict.fromkeys(ended, State.PASS)


def test_one_worker_runs_one_side_at_a_time(tree: Tree, tmp_path: Path) -> None:
    for name in ("a/b", "a/c"):
        tree.pair(name, AGREE, *[ALONE.format(folder=str(tmp_path))] * 2)
    assert {one.problem for one in executed(tree, workers=1).values()} == {None}


SCRIPTS = {
    "output": "print('é', 3)\nimport sys\nsys.stdout.write('no newline')\nvalue = 1.5\n",
    "identity": """
        import os, sys
        value = 1.5
        print(__name__, __file__, sys.argv, os.listdir("."), sys.stdin.read() == "")
        print(os.path.samefile(sys.path[0], "."), "__builtins__" in globals(), sorted(globals()))
        """,
    "environment": """
        import os
        print(os.environ.pop("HOME"), os.environ.pop("KERAS_HOME"))
        del os.environ["PYTEST_CURRENT_TEST"]
        value = dict(os.environ)
        """,
    "pickle": """
        import dataclasses, pickle
        @dataclasses.dataclass
        class Point:
            x: float
        value = pickle.loads(pickle.dumps(Point(1.5))).x
        """,
    "hash": "value = [hash('a') % 97, list({'b', 'c', 'd', 'e'}), id(0) > 0]\n",
    "warnings": """
        import logging, warnings
        for _ in range(2):
            warnings.warn("old")
        warnings.warn("older", DeprecationWarning)
        logging.warning("low %s", 3)
        logging.info("not this")
        value = 1.5
        """,
    "address": "print(object())\nvalue = repr(object())[:8]\n",
    "subprocess": """
        import subprocess, sys
        said = subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True)
        print(said.stdout, said.stderr)
        value = said.returncode
        """,
    "exit": "import sys\nvalue = 1.5\nsys.exit(0)\n",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_forked_side_says_what_a_fresh_process_says(tree: Tree, name: str) -> None:
    forked, fresh = (outcome_of(tree, SCRIPTS[name], workers) for workers in (FORKED, FRESH))
    assert forked == fresh
    assert "value" in fresh.quantities


def test_each_distinct_warning_is_kept_once_in_order_of_appearance(tree: Tree) -> None:
    assert outcome_of(tree, SCRIPTS["warnings"]).warnings == (
        Notice("UserWarning", "old", 3),
        Notice("DeprecationWarning", "older", 4),
        Notice("logging.WARNING", "low 3"),
    )


def test_an_exception_is_the_same_forked_and_fresh_and_fails_unless_promised(tree: Tree) -> None:
    script = "def f(x):\n    raise ValueError(f'no {x}')\n\nf(3)\n"
    tree.pair("a/b", AGREE, script)
    for workers in (FORKED, FRESH):
        one = executed(tree, workers)["a/b/pytorch"]
        assert (one.state, one.outcome.exception) == (State.FAIL, Notice("ValueError", "no 3", 2))
        assert (one.problem.path.name, one.problem.line) == ("b_pytorch.py", 2)
        assert one.problem.message == "raised ValueError: no 3"
    raises = AGREE + '\n    [[expect]]\n    relation = "raises"\n    sides = ["pytorch"]\n    type = "ValueError"\n'
    assert outcome_of(tree, script, toml=raises).exception == Notice("ValueError", "no 3", 2)


def test_an_execution_tells_what_it_cost(tree: Tree) -> None:
    tree.pair("a/b", AGREE, "import time\ntime.sleep(0.25)\nvalue = 1.5\n")
    slow, quick = both(executed(tree))
    assert 0.25 <= slow.seconds < 30
    assert quick.seconds < slow.seconds
    assert 1 < slow.peak_memory_mib < 4096


@pytest.mark.parametrize("workers", [FORKED, FRESH])
def test_the_working_folder_holds_the_script_only_and_is_gone_afterwards(tree: Tree, workers: int) -> None:
    script = """
        import os, pathlib
        print(sorted(os.listdir(".")), pathlib.Path.home() == pathlib.Path.cwd())
        pathlib.Path("left.txt").write_text("x")
        pathlib.Path("folder").mkdir()
        value = os.getcwd()
        """
    before = tree.files()
    found = outcome_of(tree, script, workers)
    assert found.stdout == "['b_pytorch.py'] True\n"
    folder = Path(found.quantities["value"][""].values[0])
    assert folder.is_absolute()
    assert not folder.exists()
    own = {f"snippets/a/b{ending}" for ending in (".toml", "_pytorch.py", "_tensorflow.py")}
    assert tree.files().keys() - before.keys() == own


@pytest.mark.parametrize("method", [None, "spawn"])
@pytest.mark.parametrize("workers", [FORKED, FRESH])
def test_a_script_starts_processes_as_it_would_on_its_own(tree: Tree, workers: int, method: str | None) -> None:
    script = f"""
        import multiprocessing

        def square(number):
            return number * number

        if __name__ == "__main__":
            context = multiprocessing.get_context({method!r})
            print(context.get_start_method() == ({method!r} or multiprocessing.get_all_start_methods()[0]))
            with context.Pool(1) as pool:
                value = float(pool.apply(square, [3]))
        """
    found = outcome_of(tree, script, workers)
    assert found.stdout == "True\n"
    assert found.quantities["value"][""].values == (9.0,)


@pytest.mark.parametrize("workers", [FORKED, FRESH])
def test_data_files_lie_in_the_working_folder_and_are_copies(tree: Tree, workers: int) -> None:
    tree.write("snippets/a/points.csv", "1,2\n")
    tree.write("snippets/a/deep/er.bin", b"\x00\xff")
    script = """
        import pathlib
        value = [pathlib.Path("points.csv").read_text(), pathlib.Path("deep/er.bin").read_bytes().hex()]
        pathlib.Path("points.csv").write_text("spoilt")
        """
    found = outcome_of(tree, script, workers, "data = ['points.csv', 'deep/er.bin']\n" + AGREE)
    assert found.quantities["value"] == {"": Leaf("str", (2,), ("1,2\n", "00ff"))}
    assert (tree.root / "snippets/a/points.csv").read_text() == "1,2\n"


@pytest.mark.parametrize("workers", [FORKED, FRESH])
def test_a_side_has_one_thread_no_gpu_and_the_variables_of_its_pair(tree: Tree, workers: int) -> None:
    names = [*ENVIRONMENT, "CUDA_VISIBLE_DEVICES", "OWN", "KERAS_HOME"]
    before = dict(os.environ)
    script = f"import os\nvalue = {{name: os.environ.get(name) for name in {names}}}\n"
    own = {"OWN": "yes", "OMP_NUM_THREADS": "2"}
    for env, expected in (("", {}), ("env = {OWN = 'yes', OMP_NUM_THREADS = '2'}\n", own)):
        found = outcome_of(tree, script, workers, env + AGREE).quantities["value"]
        values = {place[2:-2]: leaf.values[0] for place, leaf in found.items()}
        assert values.pop("KERAS_HOME").endswith(".keras")
        assert values == {**ENVIRONMENT, "CUDA_VISIBLE_DEVICES": "", "OWN": None, **expected}
    assert dict(os.environ) == before


def test_standard_error_is_kept_only_where_the_pair_asks_for_it(tree: Tree) -> None:
    script = "import os, sys\nprint('a', file=sys.stderr)\nos.write(2, b'b\\n')\nvalue = 1.5\n"
    assert outcome_of(tree, script).stderr == ""
    assert outcome_of(tree, script, toml="stderr = true\n" + AGREE).stderr == "a\nb\n"


def test_a_pair_that_is_to_run_fresh_does_so_among_forked_ones(tree: Tree) -> None:
    script = "import multiprocessing\nvalue = type(multiprocessing.current_process()).__name__\n"
    for toml, kind in ((AGREE, "ForkServerProcess"), ("fresh = true\n" + AGREE, "SpawnProcess")):
        assert outcome_of(tree, script, FORKED, toml).quantities["value"][""].values == (kind,)


def test_a_run_tells_of_every_execution_as_it_ends(tree: Tree) -> None:
    tree.pair("a/b", AGREE, "1 / 0")
    tree.pair("a/c")
    pairs = [tree.project.pair(pair_id) for pair_id in tree.project.pair_ids()]
    told: list[Execution] = []
    problems = run(tree.project, [(p, s) for p in pairs for s in p.sides.values()], "cpu", 2, say=told.append)
    names = sorted((one.pair.id, one.side.label, one.state.value) for one in told)
    assert names[::2] == names[1::2]
    assert names[::2] == [
        ("a/b", "pytorch", "fail"),
        ("a/b", "tensorflow", "pass"),
        ("a/c", "pytorch", "pass"),
        ("a/c", "tensorflow", "pass"),
    ]
    assert [one.message for one in problems] == ["raised ZeroDivisionError: division by zero"]


@pytest.mark.parametrize("workers", [FORKED, FRESH])
def test_a_side_whose_package_is_absent_has_not_run_and_stops_no_other(tree: Tree, workers: int) -> None:
    tree.pair("a/b", AGREE, "import no_such_package_here\nvalue = 1.5\n")
    absent, present = both(executed(tree, workers))
    assert (absent.state, absent.outcome, present.state) == (State.NOT_RUN, None, State.PASS)
    assert absent.problem.message == "not run: no_such_package_here is not installed"
    assert absent.problem.fix == "pip install -c constraints.txt no_such_package_here"


def test_versions_are_public_ones_and_absence_is_told(tree: Tree) -> None:
    tree.pair("a/b", AGREE, "import no_such_package_here\n")
    found = installed_versions(tree.project.pair("a/b").sides["pytorch"])
    assert list(found) == ["no_such_package_here", "numpy", "torch"]
    assert found["no_such_package_here"] == "absent"
    assert not any("+" in version for version in found.values())
    assert found["numpy"] == sys.modules["numpy"].__version__
    assert cores() >= 1


PYTORCH = """
    import torch
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    (x**3).sum().backward()
    value = {"gradient": x.grad, "threads": torch.get_num_threads(), "random": torch.rand(1).shape}
    print(x.grad, torch.cuda.is_available())
    """
TENSORFLOW = """
    import tensorflow as tf
    x = tf.Variable([1.0, 2.0])
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(x**3)
    value = {"gradient": tape.gradient(y, x), "threads": 1, "random": [1]}
    print(value["gradient"].numpy(), tf.config.list_physical_devices("GPU"))
    """


@pytest.mark.frameworks
def test_a_forked_framework_says_what_a_fresh_one_says(tree: Tree) -> None:
    tree.pair("a/b", AGREE, PYTORCH, TENSORFLOW)
    forked, fresh = (executed(tree, workers) for workers in (FORKED, FRESH))
    for name, one in fresh.items():
        assert (one.state, one.problem) == (State.PASS, None)
        assert forked[name].outcome == one.outcome
        assert one.outcome.quantities["value"]["['gradient']"] == Leaf("float32", (2,), (3.0, 12.0))
        assert one.outcome.quantities["value"]["['threads']"].values == (1,)
    assert fresh["a/b/pytorch"].outcome.stdout == "tensor([ 3., 12.]) False\n"
    assert fresh["a/b/tensorflow"].outcome.stdout == "[ 3. 12.] []\n"


@pytest.mark.frameworks
def test_without_a_gpu_nothing_is_said_about_one(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    tree.pair("a/b", "devices = ['cpu', 'cuda']\n" + AGREE)
    for one in executed(tree, device="cuda").values():
        assert (one.state, one.outcome) == (State.NOT_RUN, None)
        assert one.problem.message == f"not run: {one.side.framework} sees no GPU here"
