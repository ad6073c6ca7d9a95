"""Words and links of the map's pages, and what the filter makes of a name; rows and numbers are in `test_map`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import REPOSITORY, Tree
from playwright.sync_api import Page, expect
from site_helpers import browser as browser
from site_helpers import playwright as playwright
from site_helpers import server as server
from site_helpers import site as site
from test_browser import Visit
from test_browser import visit as visit
from test_mapping import EXP, HEADER, SOUND, area, kept

from comparekit.mapping import atlas, markup, pages
from comparekit.mapping.records import Finding
from comparekit.mapping.rows import GROUPS
from comparekit.model import ProblemError
from comparekit.project import Project

PROJECT = Project(REPOSITORY)
ATLAS = '\n[row.atlas]\ngroup = "indexing"\ntitle = "`gather` takes slices"\nexpect = "Elements."\nhurts = "A loss."\n'


# words


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding("naive", "ordinary", "float32", "value", "2", "0.5", 0.75),
            "It gives <code>0.5</code>; PyTorch <code>2</code> (relative difference 0.75)",
        ),
        (
            Finding("naive", "ties", "float32", "dtype", "int64", "int32"),
            "It gives dtype <code>int32</code>; PyTorch gives <code>int64</code>, case ties",
        ),
        (
            Finding("empty", "empty", "float32", "raises", "gives float64[0, 4]", "raises ValueError: a < b"),
            "It raises <code>ValueError: a &lt; b</code>; PyTorch gives <code>float64[0, 4]</code>",
        ),
        (
            Finding(
                "naive",
                "ordinary",
                "float32",
                "raises",
                "gives 1",
                "raises E: {{function_node __wrapped__X}} No. [Op:X] name:",
            ),
            "It raises <code>E: No.</code>; PyTorch gives <code>1</code>",
        ),
        (
            Finding("ties.gradient", "ties", "float32", "gradient", "0", "none (TypeError)", 1.0),
            "It has the gradient <code>none (TypeError)</code>; PyTorch <code>0</code> (relative difference 1)",
        ),
    ],
)
def test_a_finding_is_told_in_words(finding: Finding, said: str) -> None:
    assert markup.told(finding, "It") == said


def test_what_is_stale_is_called_stale(tree: Tree) -> None:
    kept(tree, area(tree, SOUND[1] + ATLAS))
    area(tree, (SOUND[1] + ATLAS).replace("axis=1, batch_dims=1", "axis=1, batch_dims=+1"))
    assert "stale</span>" in pages.area(tree.project, "trial")
    shown = atlas.group(tree.project, "indexing")
    assert shown.count("<p>Stale.</p>") == 2
    assert "Agrees" not in shown
    assert "| All | 1 | 0 |" in atlas.overview(tree.project)
    assert "1 rows, 0 hold: 1 differs." in pages.area(tree.project, "trial")


def test_other_spellings_and_what_the_set_up_defines_are_shown(tree: Tree) -> None:
    header = f'{HEADER}setup_pytorch = """\ndef half(x):\n    return x / 2\n"""\n'
    row = EXP.replace("torch.exp(x)", "half(x)").replace("tf.exp(x)", "x / 2").replace("equal", "adapted")
    area(tree, row + 'also_tensorflow = ["tf.divide(x, 2)"]\n' + ATLAS, header=header)
    html = BeautifulSoup(pages.area(tree.project, "trial"), "html.parser")
    assert [one.get_text() for one in html.select(".also code")] == ["tf.divide(x, 2)"]
    assert html.select_one("#shared .row-side").get_text() == "PyTorch"
    assert [one.get_text() for one in html.select("p:has(> a[href='#shared']) code")] == ["half"]
    assert "where the code of <code>half</code> is, too." in atlas.group(tree.project, "indexing")


# links


def test_topics_and_areas_lead_to_each_other(tree: Tree) -> None:
    tree.write("snippets/mappings/indexing.toml", f"{HEADER}\n[[row]]\n{SOUND[1]}{ATLAS}")
    assert pages.related(tree.project, "tensors") == ""
    tree.write("docs/map/indexing.md", "# Trial\n\n{* map indexing *}\n")
    tree.write("docs/atlas/indexing.md", "# Indexing\n\n{* atlas indexing *}\n")
    tree.write("docs/tensors.md", "# Tensors in general\n")
    shown = pages.related(tree.project, "tensors")
    assert "in the [API map](map/index.md): [Trial](map/indexing.md)." in shown
    assert "[Indexing, gather and scatter](atlas/indexing.md)." in shown
    back = pages.area(tree.project, "indexing")
    assert "Whole tasks: [Tensors in general](../tensors.md)." in back
    assert "[Indexing, gather and scatter](../atlas/indexing.md) (1)." in back
    with pytest.raises(ProblemError, match="no areas belong to 'tensor'"):
        pages.related(tree.project, "tensor")


def test_every_topic_with_areas_says_so_and_names_real_groups() -> None:
    for topic, (_, groups) in pages.TOPICS.items():
        assert f"{{* related {topic} *}}" in (PROJECT.docs / f"{topic}.md").read_text(encoding="utf-8")
        assert set(groups.split()) <= set(GROUPS)


def test_a_page_with_another_heading_than_its_area_is_named(tree: Tree) -> None:
    area(tree, EXP)
    tree.write("docs/map/trial.md", "# Trail\n\n{* map trial *}\n")
    (problem,) = pages.without_page(tree.project)
    assert problem.message == "the heading is not the title of the area 'trial'"
    assert problem.fix == "begin it with '# Trial'"


def dead_links(site: Path) -> Iterator[str]:
    """Links of the map and the atlas, which are HTML and so not checked by the builder, that lead nowhere."""
    places: dict[Path, set[str]] = {}
    shown = [*site.glob("map/**/index.html"), *site.glob("atlas/**/index.html")]
    for page in shown:
        for link in BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select(".rows a[href]"):
            path, _, place = str(link["href"]).partition("#")
            target = (page.parent / path / "index.html").resolve() if path else page
            if target not in places:
                text = target.read_text(encoding="utf-8") if target.is_file() else ""
                places[target] = set(re.findall(r'\sid="?([\w-]+)', text))
            if place not in places[target]:
                yield f"{page.relative_to(site)}: {link['href']}"


def test_links_between_map_and_atlas_lead_to_their_places(site: Path) -> None:
    assert list(dead_links(site)) == []


# the filter


def found(page: Page) -> list[str]:
    return [text.split("\n")[0] for text in page.locator(".map-row").all_inner_texts()]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gather", "indexing / gather"),
        ("torch.nn.functional.gelu", "activations / gelu"),
        ("torch.Tensor.gather", "indexing / gather"),
        ("tf.keras.ops.take_along_axis", "indexing / take_along"),
        ("tf.gather batch_dims", "indexing / gather"),
    ],
)
def test_the_row_of_that_name_comes_first(visit: Visit, typed: str, first: str) -> None:
    page = visit("map/")
    page.get_by_label("Name or code").fill(typed)
    expect(page.locator(".map-row").first).to_contain_text(first)


@pytest.mark.browser
def test_a_name_without_a_row_finds_those_of_other_modules(visit: Visit) -> None:
    page = visit("map/?name=tf.math.gather")
    expect(page.locator(".map-count")).to_contain_text("none has tf.math.gather, these have .gather")
    expect(page.locator(".map-row").first).to_contain_text("gather(")


@pytest.mark.browser
def test_many_rows_are_counted_and_fifty_are_shown(visit: Visit) -> None:
    page = visit("map/?relation=equal")
    expect(page.locator(".map-row")).to_have_count(50)
    expect(page.locator(".map-count")).to_have_text(re.compile(r"^\d+ of \d+ rows; the first 50 are shown$"))
    assert all(name.startswith("equal") for name in found(page))


@pytest.mark.browser
def test_the_filter_says_when_the_rows_cannot_be_loaded(visit: Visit) -> None:
    page = visit("atlas/")
    page.route("**/mappings.json", lambda route: route.fulfill(status=200, body="no JSON"))
    page.locator("article a[href$='/map/']").first.click()
    expect(page.locator(".map-count")).to_have_text(re.compile("could not be loaded"))
