"""Directives in a page become Markdown; everything else stays as it was written."""

from __future__ import annotations

import pytest
from conftest import Tree, outcome
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown import markdown

from comparekit.markdown import ComparekitExtension, Directive, directives, expand, wrong
from comparekit.model import ProblemError
from comparekit.project import Project
from comparekit.render import Renderer

# A page is read with its line ends made one, so that it holds no carriage return.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n") | st.sampled_from("`~{*} \t")
PLAIN = st.text(LETTERS, max_size=9).map("x{}".format)
KINDS = st.sampled_from(["pair", "table", "provenance", "summary", "odd"])
SPACES = st.integers(0, 3).map(" ".__mul__)
DIRECTIVES = st.builds("{}{{*{} {} a/b *}}{}".format, SPACES, SPACES, KINDS, SPACES)
FENCED = st.builds(
    lambda ticks, info, lines: [ticks + info, *lines, ticks],
    st.sampled_from(["```", "~~~", "`````", "  ```"]),
    st.sampled_from(["", "python", ' text title="a"']),
    st.lists(PLAIN | DIRECTIVES | st.sampled_from(["", "``", "~~", "``` python"]), max_size=3),
)
PAGES = st.lists(PLAIN.map(lambda line: [line]) | DIRECTIVES.map(lambda line: [line]) | FENCED, max_size=8)


@given(PAGES)
def test_directives_are_found_on_their_lines_and_never_inside_a_fence(blocks: list[list[str]]) -> None:
    lines: list[str] = []
    expected = []
    for block in blocks:
        lines += block
        if len(block) == 1 and block[0].lstrip().startswith("{*"):
            expected.append(Directive(block[0].split("*")[1].split()[0], "a/b", len(lines)))
    assert list(directives("\n".join(lines))) == expected


@given(st.text(LETTERS | st.sampled_from("\n pairtable")))
def test_a_text_without_directives_is_unchanged_up_to_its_last_newline(text: str) -> None:
    assume(not list(directives(text)))
    assert expand(text, Renderer(Project.__new__(Project))) in (text, text.removesuffix("\n"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAGES)
def test_only_the_lines_of_directives_are_replaced(tree: Tree, blocks: list[list[str]]) -> None:
    lines = [line for block in blocks for line in block]
    renderer = Renderer(tree.project)
    for kind in ("pair", "table", "provenance", "summary", "odd"):
        renderer.directives[kind] = f"<{kind} {{}}>".format
    page = "\n".join(lines)
    for directive in directives(page):
        lines[directive.line - 1] = f"\n<{directive.kind} a/b>\n"
    assert expand(page, renderer) == "\n".join(lines)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{* pair a/b *}", ("pair", "a/b")),
        ("   {*pair   a/b*}  ", ("pair", "a/b")),
        ("{* summary *}", ("summary", "")),
        ("{* *}", ("", "")),
        ("{* pair a/b c *}", ("pair", "a/b c")),
        ("    {* pair a/b *}", None),
        ("text {* pair a/b *}", None),
        ("{* pair a/b *} text", None),
        ("`{* pair a/b *}`", None),
        ("{ * pair a/b *}", None),
    ],
)
def test_a_directive_stands_alone_on_its_line(line: str, found: tuple[str, str] | None) -> None:
    assert [(one.kind, one.argument) for one in directives(line)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        ("```\ncode\n```\n", False),
        ("```\ncode\n", True),
        ("````\n```\n", True),
        ("```\n~~~\n", True),
        ("```\n``` python\n", True),
        ("```\ncode\n`````\n", False),
        ("    ```\n", True),
        ("```inline``` code that opens no fence\n", False),
        ("text ```\n", False),
    ],
)
def test_what_hides_a_directive_is_an_open_fence(before: str, hidden: bool) -> None:
    assert (list(directives(before + "{* summary *}")) == []) == hidden


def test_a_page_shows_the_pair_in_tabs_and_leaves_fences_as_they_are(tree: Tree) -> None:
    tree.pair("a/b")
    tree.record("a/b", pytorch=outcome("hello <b>\n"))
    others = ["md_in_html", "attr_list", "pymdownx.superfences", "pymdownx.tabbed"]
    html = markdown(
        "# T\n\n{* pair a/b *}\n\n```\n{* pair a/b *}\n```\n\nend",
        extensions=[*others, ComparekitExtension(root=str(tree.root))],
        extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
    )
    assert '<p class="pair-title" id="pair-a-b">A value <code>a/b</code></p>' in html
    assert html.count('class="tabbed-block"') == 2
    assert html.count('<div class="highlight"') == 4
    assert html.count("b_pytorch.py") == html.count("hello &lt;b&gt;") == 1
    assert html.count("{* pair a/b *}") == 1
    assert "```" not in html
    assert html.endswith("<p>end</p>")


def test_the_extension_is_known_by_its_name_and_reads_the_working_folder(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.pair("a/b")
    monkeypatch.chdir(tree.root)
    for name in ("comparekit", "comparekit.markdown"):
        assert "pair-a-b" in markdown("{* pair a/b *}", extensions=[name, "md_in_html"])


FRONT = "---\ntitle: A page\n---\n\n"


@pytest.mark.parametrize(
    ("directive", "message", "fix"),
    [
        ("{* pair a/grad *}", "no pair 'a/grad'", "nearest: a/gradient"),
        ("{* pair *}", "no pair ''", "see snippets/"),
        ("{* pear a/gradient *}", "no directive 'pear'", "nearest: pair"),
        ("{* zzz *}", "no directive 'zzz'", "use one of pair, figure, verdicts, control, table, provenance, summary"),
        ("{* table a *}", "no feature table for the topic 'a'", "write it"),
        ("{* table b *}", "no topic 'b'", "see snippets/"),
        ("{* provenance ../a *}", "no topic '../a'", ""),
        ("{* pair a/broken *}", "unknown key 'titel' (broken.toml:1)", "nearest: title"),
    ],
)
@pytest.mark.parametrize("page", ["a.md", "deep/er/a.md"])
@pytest.mark.parametrize("front", ["", FRONT])
def test_a_wrong_directive_is_told_with_page_and_true_line(
    tree: Tree, directive: str, message: str, fix: str, page: str, front: str
) -> None:
    tree.pair("a/gradient")
    tree.pair("a/broken", "titel = 'x'\n")
    tree.write("docs/0.md", "# Another page\n")
    body = f"# T\n\ntext\n\n{directive}\n"
    path = tree.write(f"docs/{page}", front + body)
    with pytest.raises(ProblemError) as caught:
        markdown("\n\n" + body, extensions=[ComparekitExtension(root=str(tree.root))])
    problem = caught.value.problem
    assert (problem.path, problem.line) == (path, 5 + front.count("\n"))
    assert message in problem.message
    assert fix in problem.fix
    (found,) = directives(path.read_text())
    assert wrong(found, Renderer(tree.project), path, found.line) == problem


def test_a_right_directive_has_nothing_wrong(tree: Tree) -> None:
    tree.pair("a/b")
    renderer = Renderer(tree.project)
    for kind, argument in (("pair", "a/b"), ("provenance", "a"), ("summary", "")):
        assert wrong(Directive(kind, argument, 1), renderer, tree.root, 1) is None
