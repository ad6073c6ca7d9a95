"""The command line: what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from conftest import AGREE, REPOSITORY, Tree, outcome

from comparekit.cli import main
from comparekit.machine import processor
from comparekit.timing.archive import read, write

Command = Callable[..., tuple[int, str, str]]
RECORDS, RUNS = "snippets/*/records/**/*", "snippets/*/runs/**/*"
BOUND = '\n[[expect]]\nrelation = "bound"\nquantity = "value"\nat_least = 9\n'
UNSTABLE = "import time\nvalue = time.time_ns() % 10**9 + 1\n"


@pytest.fixture
def five(tree: Tree) -> Tree:
    """Five pairs in two topics, one with a variant and one with a data file, each with its page."""
    tree.pair("a/one")
    tree.pair("a/two", tensorflow_keras="value = 1.5\nprint('keras')\n")
    tree.write("snippets/a/points.csv", "1.25\n")
    read = "with open('points.csv') as file:\n    value = float(file.read())\n"
    tree.pair("a/three", "data = ['points.csv']\n" + AGREE, read, read)
    tree.pair("b/four", pytorch="import math\nvalue = [math.nan, -0.0]\n", tensorflow="value = [float('nan'), 0.0]\n")
    tree.write("snippets/b/four.toml", AGREE + '    nan = "equal"\n    reason = "why"\n')
    tree.pair("b/five", pytorch="value = {'é': [1, None]}\n", tensorflow="value = {'é': [1, None]}\n")
    tree.page("a", "a/one", "a/two", "a/three")
    tree.page("b", "b/four", "b/five")
    return tree


@pytest.fixture
def recorded(five: Tree) -> Tree:
    """The same, after a run."""
    assert five.run("run").returncode == 0
    return five


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line in this process, which takes less time: exit code, standard output, standard error."""

    def ended(folder: Path, *args: str) -> tuple[int, str, str]:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["comparekit", *args])
        monkeypatch.setenv("COLUMNS", "200")
        with pytest.raises(SystemExit) as exit:
            main()
        return exit.value.code or 0, *capsys.readouterr()

    return ended


def sides(tree: Tree, topic: str = "*") -> set[str]:
    """The sides that have a record, as `a/one/pytorch`."""
    found = tree.files(f"snippets/{topic}/records/*/*")
    return {path.removesuffix(".cpu.json").replace("/records/", "/").removeprefix("snippets/") for path in found}


def test_a_run_records_every_side_says_so_and_leaves_a_sound_tree(five: Tree) -> None:
    ran = five.run("run")
    assert (ran.returncode, ran.stderr) == (0, "")
    *progress, ran_all, promises = ran.stdout.splitlines()
    assert (ran_all, promises) == ("ran 11 scripts.", "promises that hold: 5 of 5")
    lines = {tuple(line.split()[:3]) for line in progress}
    assert len(progress) == len(lines) == 11
    assert ("pass", "a/two", "tensorflow.keras") in lines
    assert all(line.endswith(" s") for line in progress)
    assert len(sides(five)) == 11
    assert five.files(RUNS).keys() == {path.replace("/records/", "/runs/") for path in five.files(RECORDS)}
    assert five.files("docs/data/*").keys() == {
        "docs/data/features.json",
        "docs/data/mappings.csv",
        "docs/data/mappings.json",
        "docs/data/pairs.json",
        "docs/data/timings.json",
    }
    checked = five.run("check")
    assert (checked.returncode, checked.stdout) == (0, "5 pairs, 11 scripts, 0 rows: nothing is wrong.\n")


def test_a_second_run_has_nothing_to_do_and_running_all_again_changes_no_byte(recorded: Tree) -> None:
    before = recorded.files()
    again = recorded.run("run")
    assert (again.returncode, again.stdout) == (0, "nothing to run.\n")
    assert recorded.files() == before
    everything = recorded.run("run", "--all")
    assert everything.returncode == 0
    assert everything.stdout.splitlines()[-2:] == ["ran 11 scripts.", "promises that hold: 5 of 5"]
    assert recorded.files() == before


def test_only_what_has_changed_runs_again(recorded: Tree) -> None:
    recorded.write("snippets/a/one_pytorch.py", "value = 3 / 2\n")
    recorded.write("snippets/a/points.csv", "2.5\n")
    recorded.write("snippets/b/five.toml", AGREE.replace("A value", "Another title"))
    before = recorded.files(RECORDS, RUNS)
    ran = recorded.run("run")
    changed = {
        path.split("records/")[1] for path, content in recorded.files(RECORDS).items() if content != before[path]
    }
    assert ran.stdout.splitlines()[-2] == "ran 3 scripts."
    assert changed == {"one/pytorch.cpu.json", "three/pytorch.cpu.json", "three/tensorflow.cpu.json"}
    assert recorded.run("check").returncode == 0


@pytest.mark.parametrize(("tolerance", "kept"), [("", False), ("tolerance = 0.2", False), ("tolerance = 0.5", True)])
def test_a_bounded_number_may_be_as_far_from_the_record_as_the_pair_says(
    tree: Tree, tolerance: str, kept: bool
) -> None:
    bound = '[[expect]]\nrelation = "bound"\nquantity = "value"\nat_least = 1\n'
    tree.pair("a/one", f'title = "One"\n{bound}{tolerance}\n')
    earlier = outcome("", {"value": 1.0})
    tree.record("a/one", pytorch=earlier, tensorflow=earlier)
    before = tree.files(RECORDS)
    assert tree.run("run", "a/one", "--all").returncode == 0
    assert (tree.files(RECORDS) == before) is kept


def test_one_run_and_three_shards_merged_write_the_same_records(five: Tree) -> None:
    merged, parts = five.copy("merged"), [five.copy(f"part{number}") for number in (1, 2, 3)]
    assert five.run("run", "--shard", "1/1").returncode == 0
    ran = []
    for number, part in enumerate(parts, 1):
        assert part.run("run", "--shard", f"{number}/3").returncode == 0
        ran.append(sides(part))
        shutil.copytree(part.root / "snippets", merged.root / "snippets", dirs_exist_ok=True)
    assert sum(map(len, ran)) == len(set.union(*ran)) == 11
    assert all(ran)
    assert merged.files(RECORDS) == five.files(RECORDS)
    assert merged.files(RUNS).keys() == five.files(RUNS).keys()
    assert merged.run("export").returncode == 0
    assert merged.files("docs/data/*") == five.files("docs/data/*")
    assert merged.run("check").returncode == 0


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (["a/one"], {"a/one/pytorch", "a/one/tensorflow"}),
        (["b"], {f"b/{name}/{side}" for name in ("four", "five") for side in ("pytorch", "tensorflow")}),
        (["a/two/", "a/one", "a/one"], {"a/one/pytorch", "a/one/tensorflow"}
         | {f"a/two/{side}" for side in ("pytorch", "tensorflow", "tensorflow.keras")}),
        (["a", "--shard", "3/3"], {f"a/two/{side}" for side in ("pytorch", "tensorflow", "tensorflow.keras")}),
        (["a", "--shard", "4/4"], set()),
    ],
)  # fmt: skip
def test_only_the_chosen_pairs_run(five: Tree, targets: list[str], expected: set[str]) -> None:
    assert five.run("run", *targets).returncode == 0
    assert sides(five) == expected


def test_a_broken_pair_elsewhere_does_not_stop_a_chosen_one(five: Tree) -> None:
    five.write("snippets/b/four.toml", "titel = 'x'\n")
    ran = five.run("run", "a/one")
    assert ran.returncode == 0
    assert "docs/data/ is as before: snippets/b/four.toml:1: unknown key 'titel'" in ran.stdout
    everything = five.run("run")
    assert everything.returncode == 1
    assert "snippets/b/four.toml:1: unknown key 'titel'. Fix: nearest: title" in everything.stderr
    assert len(sides(five)) == 9


def test_a_promise_that_does_not_hold_is_recorded_and_reported(tree: Tree) -> None:
    tree.pair("a/b", pytorch="value = 1.6\n")
    ran = tree.run("run")
    message = (
        "a/b.toml:3: the sides do not agree on value: relative difference 0.063, allowed 1e-05. Fix: correct a side"
    )
    assert (ran.returncode, message in ran.stderr) == (1, True)
    assert ran.stderr.splitlines()[-1].startswith("1 problem")
    assert len(sides(tree)) == 2
    again = tree.run("run")
    assert (again.returncode, message in again.stderr, again.stdout) == (1, True, "nothing to run.\n")


def test_a_lost_log_of_a_run_is_made_again(tree: Tree) -> None:
    tree.pair("a/b")
    tree.run("run")
    (log,) = tree.root.glob("snippets/a/runs/b/pytorch.cpu.json")
    log.unlink()
    assert tree.run("run").stdout.splitlines()[-2:] == ["ran 1 script.", "promises that hold: 1 of 1"]
    assert log.is_file()


def test_runs_that_differ_are_flaky_and_not_recorded(tree: Tree) -> None:
    tree.pair("a/stable")
    tree.pair("a/unstable", AGREE.replace("agree", "bound") + "    at_least = 1\n", UNSTABLE, UNSTABLE)
    ran = tree.run("run", "--repeat", "3")
    assert ran.returncode == 1
    assert "unstable_pytorch.py:1: flaky: 3 runs differ; nothing was recorded. Fix: make it deterministic" in ran.stderr
    assert ran.stdout.splitlines()[-2] == "ran 12 scripts."
    assert sides(tree) == {"a/stable/pytorch", "a/stable/tensorflow"}
    before = tree.files(RECORDS, RUNS)
    again = tree.run("run", "a/stable", "--repeat", "2")
    assert (again.returncode, again.stdout.splitlines()[-2]) == (0, "ran 4 scripts.")
    assert tree.files(RECORDS, RUNS) == before


def test_a_side_that_does_not_run_any_more_keeps_its_old_record_and_stops_no_other(recorded: Tree) -> None:
    before = recorded.files(RECORDS)
    recorded.write("snippets/a/one_pytorch.py", "value = 1.5\n\nvalue.x\n")
    recorded.write("snippets/a/two_pytorch.py", "value = 1.50\n")
    ran = recorded.run("run")
    assert ran.returncode == 1
    assert "snippets/a/one_pytorch.py:3: raised AttributeError: 'float' object has no attribute 'x'" in ran.stderr
    changed = {path for path, content in recorded.files(RECORDS).items() if content != before[path]}
    assert changed == {"snippets/a/records/two/pytorch.cpu.json"}


def test_other_versions_are_refused_unless_asked_for(tree: Tree) -> None:
    tree.pair("a/b")
    pins = tree.root / "constraints.txt"
    text = pins.read_text()
    version, line = tree.project.pin("numpy"), text[: text.index("\nnumpy==")].count("\n") + 2
    pins.write_text(text.replace(f"numpy=={version}", "numpy==1.0"))
    refused = tree.run("run")
    assert refused.returncode == 1
    message = f"constraints.txt:{line}: numpy {version} is installed, the records are made with 1.0"
    assert [one.partition(". Fix")[0] for one in refused.stderr.splitlines()][:-1] == [message]
    assert sides(tree) == set()
    assert tree.run("run", "--other-versions").returncode == 0
    assert sides(tree) == {"a/b/pytorch", "a/b/tensorflow"}
    assert f"(numpy {version} -> 1.0)" in tree.run("check").stderr


@pytest.mark.parametrize("constraints", [None, ""])
def test_a_package_that_is_not_pinned_is_told_with_the_remedy(tree: Tree, constraints: str | None) -> None:
    tree.pair("a/b")
    (tree.root / "constraints.txt").unlink() if constraints is None else tree.write("constraints.txt", constraints)
    ran = tree.run("run")
    assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)
    assert "constraints.txt:1: numpy" in ran.stderr
    assert "add" in ran.stderr.partition("Fix:")[2]


def test_one_missing_data_file_stops_no_other_pair(tree: Tree) -> None:
    tree.pair("a/bad", "data = ['lost.csv']\n" + AGREE)
    tree.pair("a/good")
    ran = tree.run("run")
    assert ran.returncode == 1
    assert "snippets/a/bad.toml:1: no data file 'lost.csv' beside the pair. Fix: add it or correct 'data'" in ran.stderr
    assert sides(tree) == {"a/good/pytorch", "a/good/tensorflow"}


def test_check_tells_programs_what_it_tells_people(recorded: Tree, command: Command) -> None:
    assert command(recorded.root, "check", "--json") == (0, '{"schema":1,"problems":[]}\n', "")
    recorded.write("snippets/a/one_pytorch.py", "value = 2\n")
    recorded.write("docs/b.md", "# B\n\n{* pair b/for *}\n\n{* pair b/four *}\n\n{* pair b/five *}\n")
    before = recorded.files()
    people, programs = command(recorded.root, "check"), command(recorded.root, "check", "--json")
    assert (people[:2], programs[0], programs[2]) == ((1, ""), 1, "")
    rows = json.loads(programs[1])["problems"]
    assert [
        f"{row['path']}:{row['line']}: {row['message']}." + (f" Fix: {row['fix']}" if row["fix"] else "")
        for row in rows
    ] == people[2].splitlines()[:-1]
    assert ("docs/b.md", 3, "nearest: b/four") in [(row["path"], row["line"], row["fix"]) for row in rows]
    assert recorded.files() == before


def test_export_writes_what_differs(recorded: Tree, command: Command) -> None:
    assert command(recorded.root, "export") == (0, "docs/data/ is up to date.\n", "")
    before = recorded.files()
    (recorded.root / "docs/data/pairs.json").write_text("{}")
    assert command(recorded.root, "export") == (0, "wrote docs/data/pairs.json\n", "")
    assert recorded.files() == before


def test_reproduce_shows_record_and_machine_side_by_side_and_writes_nothing(recorded: Tree) -> None:
    before = recorded.files()
    shown = recorded.run("reproduce", "a/two", COLUMNS="120")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "a/two tensorflow.keras" in shown.stdout
    assert "float[] 1.5" in shown.stdout
    assert "keras" in shown.stdout
    assert "record: PyTorch, TensorFlow and TensorFlow (keras) agree on value: equal" in shown.stdout
    assert "here:   PyTorch, TensorFlow and" in shown.stdout
    assert recorded.files() == before


def test_reproduce_says_what_is_otherwise_here(recorded: Tree) -> None:
    recorded.write("snippets/a/one_pytorch.py", "value = 3.0\n")
    before = recorded.files()
    shown = recorded.run("reproduce", "a/one", COLUMNS="120")
    assert shown.returncode == 1
    assert "5.0e-01" in shown.stdout
    assert "the sides do not agree on" in shown.stderr
    assert recorded.files() == before


def test_reproduce_works_without_a_record(five: Tree) -> None:
    shown = five.run("reproduce", "b/five")
    assert (shown.returncode, "none" in shown.stdout, sides(five)) == (0, True, set())
    assert "record: PyTorch and TensorFlow agree on value: exactly — not shown" in shown.stdout


def test_reproduce_takes_several_and_all_of_a_topic(recorded: Tree) -> None:
    shown = recorded.run("reproduce", "b/five", "a", COLUMNS="120")
    assert (shown.returncode, shown.stderr) == (0, "")
    places = [shown.stdout.index(f"{name} pytorch") for name in ("a/one", "a/two", "b/five")]
    assert places == sorted(places)
    assert "overlap" not in shown.stdout


def test_reproduce_measures_again_and_counts_the_intervals_that_overlap(tree: Tree) -> None:
    toml = """
        title = "A step"
        [[expect]]
        relation = "agree"
        quantity = "value"
        [timing]
        sizes = [1]
        axis = "thousandths of a second"
        measure = "memory"
        [timing.modes.plain]
        pytorch = "plain"
        tensorflow = "plain"
        """
    source = """
        value = 1.5
        def setup(size, mode, device):
            return lambda: len(bytearray(b"1") * ({} * 2**20))
        """
    tree.pair("speed/step", toml, pytorch=source.format(64), tensorflow=source.format(64))
    here = processor("cpu")
    assert f"speed/step: never measured on this machine, {here}\n" in tree.run("reproduce", "speed/step").stdout
    assert tree.run("time", "speed").returncode == 0
    before = tree.files()
    shown = tree.run("reproduce", "speed")
    assert f"speed/step plain 1 memory on {here}\nrecord: no difference measured" in shown.stdout
    assert "here:   no difference measured" in shown.stdout
    assert "1 of 1 intervals of a ratio overlap" in shown.stdout
    assert tree.files() == before
    (stored,) = read(tree.project, tree.project.pair("speed/step"))
    elsewhere = msgspec.structs.replace(stored.measurement.machine, processor="Another CPU")
    stored.path.unlink()
    write(tree.project.pair("speed/step"), msgspec.structs.replace(stored.measurement, machine=elsewhere))
    shown = tree.run("reproduce", "speed")
    assert f"never measured on this machine, {here}\n" in shown.stdout
    assert "speed/step plain 1 memory on Another CPU\nrecord: no difference measured" in shown.stdout
    assert "1 of 1 intervals of a ratio overlap" in shown.stdout
    (stored,) = read(tree.project, tree.project.pair("speed/step"))
    stored.path.unlink()
    more = msgspec.structs.replace(elsewhere, cores=elsewhere.cores + 1)
    write(tree.project.pair("speed/step"), msgspec.structs.replace(stored.measurement, machine=more))
    assert "on Another CPU" not in tree.run("reproduce", "speed").stdout


def test_reproduce_shows_output_as_it_is(tree: Tree) -> None:
    printed = "[bold] [loss] 0.5 [/x] :smile: <b>"
    tree.pair("a/b", pytorch=f"print({printed!r})\nvalue = '[red]'\n", tensorflow="value = '[red]'\n")
    assert tree.run("run").returncode == 0
    shown = tree.run("reproduce", "a/b", COLUMNS="200")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.count(printed) == 2
    assert shown.stdout.count("[red]") == 4


def test_a_new_pair_is_written_once_with_its_next_steps(tree: Tree, command: Command) -> None:
    code, said, _ = command(tree.root, "new", "auto_diff/per_sample")
    names = [f"snippets/auto_diff/per_sample{ending}" for ending in (".toml", "_pytorch.py", "_tensorflow.py")]
    assert (code, said.splitlines()[:3]) == (0, [f"wrote {name}" for name in names])
    assert "comparekit run auto_diff/per_sample" in said
    assert "{* pair auto_diff/per_sample *}" in said.splitlines()
    pair = tree.project.pair("auto_diff/per_sample")
    assert (pair.spec.title, list(pair.sides)) == ("Per sample", ["pytorch", "tensorflow"])
    before = tree.files()
    code, _, told = command(tree.root, "new", "auto_diff/per_sample")
    assert (code, tree.files()) == (1, before)
    assert "per_sample.toml:1: exists already; nothing was written. Fix: choose another name" in told


def test_a_new_pair_never_overwrites_a_stray_script(tree: Tree, command: Command) -> None:
    tree.write("snippets/a/b_tensorflow.py", "kept")
    before = tree.files()
    assert command(tree.root, "new", "a/b")[0] == 1
    assert tree.files() == before


@pytest.mark.frameworks
def test_a_new_pair_runs_as_it_is(tree: Tree) -> None:
    assert tree.run("new", "a/b").returncode == 0
    tree.page("a", "a/b")
    ran = tree.run("run")
    assert (ran.returncode, ran.stderr) == (0, "")
    checked = tree.run("check")
    assert (checked.returncode, checked.stdout) == (0, "1 pairs, 2 scripts, 0 rows: nothing is wrong.\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["run", "--shard", "0/3"], "--shard takes I/N with I from 1 to N, not '0/3'"),
        (["run", "--shard", "4/3"], "--shard takes I/N"),
        (["run", "--shard", "a"], "--shard takes I/N"),
        (["run", "--shard", "-1/3"], "--shard takes I/N"),
        (["run", "--device", "tpu"], "'tpu' is neither cpu nor cuda"),
        (["run", "--repeat", "0"], "--repeat"),
        (["run", "--workers", "0"], "--workers"),
        (["run", "b/fiv"], "no topic or pair 'b/fiv'; nearest: b/five"),
        (["run", "a/one", "zzz"], "no topic or pair 'zzz'"),
        (["run", "--alll"], "--all"),
        (["rnu"], "rnu"),
        (["new", "Bad/name"], "is not TOPIC/PAIR in lower case"),
        (["new", "a"], "is not TOPIC/PAIR in lower case"),
        (["new", "../a/b"], "is not TOPIC/PAIR in lower case"),
        (["new", "a/features"], "'features' is the feature table"),
        (["new"], "Missing argument"),
        (["reproduce"], "Missing argument"),
        (["reproduce", "a/on"], "no topic or pair 'a/on'; nearest: a/one"),
        (["reproduce", "a/one", "--device", "gpu"], "'gpu' is neither cpu nor cuda"),
        (["check", "--jsn"], "--json"),
        ([], ""),
    ],
)
def test_bad_usage_ends_with_2_says_why_and_writes_nothing(
    five: Tree, command: Command, args: list[str], message: str
) -> None:
    before = five.files()
    code, _, told = command(five.root, *args)
    assert (code, message in told) == (2, True), told
    assert five.files() == before


def test_bad_usage_ends_a_process_with_2(five: Tree) -> None:
    ended = five.run("run", "b/fiv")
    assert (ended.returncode, ended.stdout, "nearest: b/five" in ended.stderr) == (2, "", True)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["run", "a/one"], "snippets/a/one.toml:1: unknown key 'titel'. Fix: nearest: title"),
        (["export"], "snippets/a/one.toml:1: unknown key 'titel'"),
        (["check"], "snippets/a/one.toml:1: unknown key 'titel'"),
        (["reproduce", "a/one"], "snippets/a/one.toml:1: unknown key 'titel'"),
    ],
)
def test_a_problem_ends_with_1_and_is_one_line(five: Tree, command: Command, args: list[str], message: str) -> None:
    five.write("snippets/a/one.toml", "titel = 'x'\n")
    code, _, told = command(five.root, *args)
    assert (code, any(line.startswith(message) for line in told.splitlines())) == (1, True), told


@pytest.mark.parametrize("verb", ["run", "check", "export", "reproduce", "new"])
def test_help_explains_every_command(tree: Tree, command: Command, verb: str) -> None:
    code, shown, told = command(tree.root, verb, "--help")
    assert (code, told) == (0, "")
    assert f"comparekit {verb}" in shown
    assert verb in command(tree.root, "--help")[1]


@pytest.mark.parametrize("args", [["run"], ["check"], ["export"], ["new", "a/b"], ["reproduce", "a/b"]])
def test_outside_of_a_project_every_command_says_so(tree: Tree, command: Command, args: list[str]) -> None:
    told = command(tree.root.parent, *args)
    assert told == (1, "", ".:1: no project here. Fix: change into the repository\n")


def test_commands_work_from_any_folder_of_the_project(recorded: Tree, command: Command) -> None:
    inside = recorded.root / "snippets" / "a"
    assert command(inside, "check") == (0, "5 pairs, 11 scripts, 0 rows: nothing is wrong.\n", "")
    assert command(inside, "run", "b") == (0, "nothing to run.\n", "")


def test_this_repository_is_a_project(command: Command) -> None:
    code, _, told = command(REPOSITORY / "tests", "run", "no_such_topic")
    assert (code, "no topic or pair 'no_such_topic'" in told) == (2, True)
