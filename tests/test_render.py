"""What a page shows of a pair: the code, what was recorded, what was checked, and honestly what is missing."""

from __future__ import annotations

import re

import pytest
from conftest import AGREE, RUN, Tree, outcome
from hypothesis import given
from hypothesis import strategies as st

from comparekit.model import Notice, ProblemError
from comparekit.render import MOST_LINES, Renderer, section

NAMES = st.sampled_from(["a", "b-1", "c_d", "e"])
LINES = st.lists(st.text("xyz #'\t", max_size=4), max_size=3)
TREES = st.recursive(LINES, lambda inner: st.lists(st.tuples(NAMES, inner), min_size=1, max_size=3), max_leaves=5)


def shown(tree: Tree, directive: str = "pair", argument: str = "a/b") -> str:
    return Renderer(tree.project).directives[directive](argument)


def flat(tree: list, used: set[str], sections: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """The script of a nest of sections, its lines without markers, and on the way each section's lines."""
    script, plain = [], []
    for item in tree:
        if isinstance(item, str):
            script, plain = [*script, item], [*plain, item]
            continue
        name, inner = item
        if name in used:
            continue
        used.add(name)
        with_markers, sections[name] = flat(inner, used, sections)
        script += [f"# --8<-- [start:{name}]", *with_markers, f"  #--8<--[end: {name} ]"]
        plain += sections[name]
    return script, plain


@given(TREES)
def test_a_section_is_the_lines_between_its_markers_however_nested(tree: list) -> None:
    sections: dict[str, list[str]] = {}
    script, plain = flat(tree, set(), sections)
    source = "\n".join(script)
    assert section(source, ()) == "\n".join(plain).strip("\n")
    for name, lines in sections.items():
        assert section(source, (name,)) == "\n".join(lines).strip("\n")
    both = "\n\n# ...\n\n".join(section(source, (name,)) for name in sections)
    assert section(source, tuple(sections)) == (both if sections else section(source, ()))


@given(st.text(st.characters(exclude_characters="\r")))
def test_a_script_without_markers_is_shown_whole(source: str) -> None:
    assert section(f"x = 1{source}x", ()) == f"x = 1{source}x".strip("\n")


@pytest.mark.parametrize(
    "source",
    ["x", "# --8<-- [start:a]\nx", "# --8<-- [end:a]", "# --8<-- [start:a]\n# --8<-- [end:a]\n# --8<-- [end:a]"],
)
def test_a_section_that_is_missing_or_does_not_end_is_refused(source: str) -> None:
    with pytest.raises(KeyError):
        section(source, ("a",))


def test_a_pair_is_shown_with_code_output_and_checks_of_every_side(tree: Tree) -> None:
    tree.pair("a/b", AGREE.replace("A value", "x < y & z"), tensorflow_keras="value = 1.5\nprint(value)\n")
    tree.record("a/b", tensorflow_keras=outcome("1.5\n"))
    page = shown(tree)
    assert '<p class="pair-title" id="pair-a-b">' in page
    assert "x &lt; y &amp; z <code>a/b</code>" in page
    assert re.findall(r'^=== "(.*)"$', page, re.M) == ["PyTorch", "TensorFlow", "TensorFlow (keras)"]
    header = '```{ .python title="b_tensorflow_keras.py" data-search-exclude="true" }'
    assert f"    {header}\n    value = 1.5\n    print(value)\n    ```" in page
    assert page.count('```{ .text title="Output" data-search-exclude="true" }\n    1.5\n    ```') == 1
    assert (
        '- <span class="state state-pass" title="holds">✓</span> PyTorch, TensorFlow and TensorFlow (keras) agree'
        in page
    )
    assert page.count("<div") == page.count("</div>") == 2


def test_only_the_sections_that_the_pair_names_are_shown(tree: Tree) -> None:
    script = "import os\n# --8<-- [start:model]\nvalue = 1.5\n# --8<-- [end:model]\n"
    tree.pair("a/b", "sections = ['model']\n" + AGREE, script, script)
    tree.record("a/b")
    assert "import os" not in shown(tree)
    assert shown(tree).count("value = 1.5") == 2
    assert "--8<--" not in shown(tree)
    tree.write("snippets/a/b_pytorch.py", "value = 1.5\n")
    with pytest.raises(ProblemError, match=r"b_pytorch.py:1: no section 'model' in the script"):
        shown(tree)


def test_exceptions_warnings_and_standard_error_are_shown(tree: Tree) -> None:
    tree.pair("a/b", pytorch="print('before', end='')\nraise ValueError('no <b>')\n")
    ended = outcome(
        "before",
        exception=Notice("ValueError", "no <b>", 2),
        warnings=(Notice("UserWarning", "old"), Notice("logging.WARNING", "older")),
        stderr="to stderr\n",
    )
    tree.record("a/b", pytorch=ended, tensorflow=outcome(exception=Notice("MemoryError", "", 99)))
    page = shown(tree)
    indent = "\n    "
    raised = ["before", "Traceback (most recent call last):", '  File "b_pytorch.py", line 2']
    assert indent.join([*raised, "    raise ValueError('no <b>')", "ValueError: no <b>", "```"]) in page
    assert '```{ .text title="Standard error" }\n    to stderr\n' in page
    assert '```{ .text title="Warnings" }\n    UserWarning: old\n    logging.WARNING: older\n' in page
    assert "Traceback (most recent call last):\n    MemoryError:" in page


@pytest.mark.parametrize("content", ["```", "a ````` b", "`", "~~~\n```python\n```"])
def test_output_never_ends_its_own_fence(tree: Tree, content: str) -> None:
    tree.pair("a/b")
    tree.record("a/b", pytorch=outcome(f"{content}\nlast\n"))
    (fence, inside) = re.findall(r'^    (`+){ .text title="Output"[^\n]*\n(.*?)\n    \1$', shown(tree), re.M | re.S)[0]
    assert inside == "\n".join(f"    {line}" for line in [*content.splitlines(), "last"])
    assert fence not in content


def test_long_output_is_shortened_and_says_by_how_much(tree: Tree) -> None:
    tree.pair("a/b")
    lines = [f"line {number}" for number in range(MOST_LINES + 3)]
    tree.record("a/b", pytorch=outcome("\n".join(lines[:MOST_LINES])), tensorflow=outcome("\n".join(lines)))
    page = shown(tree)
    assert page.count("more lines") == 1
    assert f"line {MOST_LINES - 1}\n    … 3 more lines\n" in page
    assert f"line {MOST_LINES}\n" not in page


@pytest.mark.parametrize(
    ("spoil", "words", "message"),
    [
        (lambda tree: None, "Not run", "no record for cpu. `comparekit run a/b`"),
        (lambda tree: tree.record("a/b") or tree.write("snippets/a/b_pytorch.py", "x = 2"), "Stale", "has changed"),
        (lambda tree: tree.write("snippets/a/records/b/pytorch.cpu.json", "{}"), "Error", "truncated or not valid"),
    ],
)
def test_missing_stale_and_damaged_evidence_is_named_as_such(tree: Tree, spoil, words: str, message: str) -> None:
    tree.pair("a/b")
    spoil(tree)
    page = shown(tree)
    warning = page.partition(f'!!! warning "{words}"')[2].partition("===")[0]
    assert message in warning
    assert "state-pass" not in page


def test_a_promise_that_does_not_hold_is_shown_as_such(tree: Tree) -> None:
    tree.pair("a/b")
    tree.record("a/b", pytorch=outcome(quantities={"value": 1.6}))
    assert '<span class="state state-fail" title="does not hold">✗</span>' in shown(tree)


def test_a_pair_that_promises_nothing_says_so(tree: Tree) -> None:
    tree.pair("a/b", "title = 'A'\n")
    assert "- Nothing is promised." in shown(tree)


def test_provenance_says_versions_machine_and_dates_as_far_as_records_tell(tree: Tree) -> None:
    tree.pair("a/b")
    tree.pair("a/c")
    before = shown(tree, "provenance", "a")
    assert "- 2 pairs, 4 scripts; 0 of 2 checks hold." in before
    assert "- Not run: 4 scripts." in before
    assert "Versions" not in before
    tree.record("a/b")
    half = shown(tree, "provenance", "a")
    assert "1 of 2 checks hold." in half
    assert "- Not run: 2 scripts." in half
    tree.record("a/c")
    tree.record("a/c", "cuda")
    after = shown(tree, "provenance", "a")
    project = tree.project
    versions = ", ".join(f"{name} {project.pin(name)}" for name in ("torch", "tensorflow", "keras", "numpy"))
    assert f"- Versions: {versions}." in after
    assert "all 2 checks hold." in after
    assert "- Recorded 1 October 2026 on the CPU (A CPU, Linux x, Python 3.11.7), one thread a script." in after
    assert f"- GPU (`cuda`): 2 scripts recorded ({RUN.processor}, 2026-10-01)." in after
    assert "`comparekit run a --all`" in after
    assert "Not run" not in after
    assert "- GPU (`cuda`): not run." in half


def test_the_summary_counts_all_topics(tree: Tree) -> None:
    tree.pair("a/b")
    tree.pair("c/d", tensorflow_keras="value = 1.5")
    tree.record("c/d")
    lines = shown(tree, "summary", "").splitlines()
    assert lines[2:5] == [
        "| [A](a.md) | 1 | 2 | 0 of 1 |",
        "| [C](c.md) | 1 | 3 | 1 of 1 |",
        "| All | 2 | 5 | 1 of 2 |",
    ]
    assert "- Not run: 2 scripts." in lines


def test_a_figure_is_shown_for_a_pair_that_is_measured(tree: Tree) -> None:
    modes = "[timing.modes.eager]\npytorch = 'eager'\ntensorflow = 'eager'\n"
    tree.pair("a/b", f"title = 'A'\n[timing]\nsizes = [1]\naxis = 'rows'\n{modes}")
    assert "CPU: not measured.\n\nGPU (`cuda`): not run." in shown(tree, "figure")
    tree.pair("a/c")
    with pytest.raises(ProblemError, match=r"no \[timing\] table"):
        shown(tree, "figure", "a/c")


@pytest.mark.parametrize("kind", ["table", "provenance"])
def test_an_unknown_topic_is_refused_with_the_nearest(tree: Tree, kind: str) -> None:
    tree.pair("graphs/b")
    with pytest.raises(ProblemError, match=r"no topic 'graph'. Fix: nearest: graphs"):
        shown(tree, kind, "graph")


def test_evidence_is_read_once_for_a_whole_build(tree: Tree) -> None:
    tree.pair("a/b")
    renderer = Renderer(tree.project)
    assert renderer.evidence("a/b") is renderer.evidence("a/b")
    assert renderer.evidence("a/b") is not renderer.evidence("a/b", "cuda")
