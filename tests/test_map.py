"""The API map and the atlas as a reader meets them: rows on pages, the filter, coverage."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import REPOSITORY, Tree
from playwright.sync_api import Page, expect
from site_helpers import browser as browser
from site_helpers import playwright as playwright
from site_helpers import server as server
from site_helpers import site as site
from test_browser import visit as visit
from test_mapping import EXP, HEADER, SOUND, area, kept

from comparekit.mapping import apis, atlas, catalogue, coverage, markup, pages, records
from comparekit.mapping.apis import Apis, Callable, default_differences
from comparekit.mapping.introspect import listed
from comparekit.mapping.records import AreaRecord, Finding, Verified
from comparekit.mapping.rows import GROUPS, Row, area_names
from comparekit.model import ProblemError
from comparekit.project import Project
from comparekit.render import Renderer

ATLAS = '\n[row.atlas]\ngroup = "indexing"\ntitle = "`gather` takes slices"\nexpect = "Elements."\nhurts = "A < B."\n'
FINDING = Finding("naive", "ordinary", "float64", "shape", "[3, 5]", "[3, 3, 5]")
PROJECT = Project(REPOSITORY)


def found(tree: Tree, *rows: str) -> str:
    """The page of an area whose rows hold."""
    trial = area(tree, *rows)
    verified = {
        one.id: Verified(
            key=records.key(tree.project, trial, one),
            comparisons=7,
            noticed=7,
            findings=(FINDING,) if one.naive else (),
        )
        for one in trial.spec.row
    }
    versions = records.versions(tree.project)
    record = AreaRecord(schema=1, area="trial", date="2026-11-29T00:00:00Z", versions=versions, rows=verified)
    records.write(trial, record)
    return pages.area(tree.project, "trial")


# rows as HTML


def test_a_row_shows_both_sides_the_naive_form_and_what_it_gave(tree: Tree) -> None:
    html = found(tree, SOUND[1] + ATLAS)
    assert '<article class="row" id="row-trial-gather">' in html
    assert "It gives shape <code>[3, 3, 5]</code>; PyTorch gives <code>[3, 5]</code>." in html
    assert html.count('<div class="highlight">') == 3
    assert "comparisons that agree: 7" in html
    assert '<a href="../../atlas/indexing/#trial-gather">' in html
    assert "<code>gather</code> takes slices" in html


def test_what_was_not_run_is_said_and_is_not_no(tree: Tree) -> None:
    area(tree, *SOUND)
    html = pages.area(tree.project, "trial")
    assert html.count("not run</span>") == 2
    assert "comparisons that agree: 0" in html


def test_text_in_rows_is_text(tree: Tree) -> None:
    html = found(tree, EXP.replace('relation = "equal"', 'relation = "equal"\ntrap = "a <b> `c < d` & e"'))
    assert "a &lt;b&gt; <code>c &lt; d</code> &amp; e" in html


def test_an_entry_of_the_atlas_has_its_numbers_from_the_run(tree: Tree) -> None:
    found(tree, SOUND[1] + ATLAS, EXP)
    shown = atlas.group(tree.project, "indexing")
    assert "### `gather` takes slices { #trial-gather }" in shown
    assert "It gives shape <code>[3, 3, 5]</code>; PyTorch gives <code>[3, 5]</code>." in shown
    assert "Agrees in 7 comparisons." in shown
    assert "A &lt; B." in shown
    assert '<a href="../../map/trial/#row-trial-gather">' in shown
    assert "| [Indexing, gather and scatter](indexing.md) | 1 | 1 |" in atlas.overview(tree.project)


def test_an_entry_that_was_not_run_has_no_numbers(tree: Tree) -> None:
    area(tree, SOUND[1] + ATLAS)
    shown = atlas.group(tree.project, "indexing")
    assert shown.count("Not run.") == 2
    assert "Agrees" not in shown


def test_the_overview_counts_what_holds(tree: Tree) -> None:
    found(tree, *SOUND)
    shown = pages.overview(tree.project)
    assert "2 rows in 1 areas, of which 2 hold" in shown
    assert "14 comparisons agree. Each was made again with a changed result: 14 were noticed." in shown
    assert "| [Trial](trial.md) | 2 | 2 | 1 | 0 | 1 | 0 |" in shown


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("map trail", "no area 'trail'"),
        ("atlas indexin", "no group 'indexin' in the atlas"),
        ("coverage", "never read"),
    ],
)
def test_a_directive_that_names_nothing_is_refused(tree: Tree, directive: str, message: str) -> None:
    area(tree, EXP)
    kind, _, argument = directive.partition(" ")
    with pytest.raises(ProblemError, match=message):
        Renderer(tree.project).directives[kind](argument)


def test_areas_and_groups_without_a_page_are_named(tree: Tree) -> None:
    area(tree, SOUND[1] + ATLAS)
    assert [one.message for one in pages.without_page(tree.project)] == [
        "no page shows the map of 'trial'",
        "no page shows the atlas of 'indexing'",
    ]
    tree.write("docs/map/trial.md", "# Trial\n\n{* map trial *}\n")
    tree.write("docs/atlas/indexing.md", "# Indexing\n\n{* atlas indexing *}\n")
    assert pages.without_page(tree.project) == []


def test_the_atlas_is_as_large_as_it_claims() -> None:
    shown = [atlas.group(PROJECT, name) for name in GROUPS]
    assert sum(one.count("### ") for one in shown) >= 200
    assert "Not run." not in "".join(shown)


# what the packages offer

SIGNATURES = [
    ("(input, dim=None, keepdim=False)", "(x, axis=None, keepdims=False)", []),
    ("(eps=1e-05, momentum=0.1)", "(epsilon=0.001, momentum=0.99)", ["eps / epsilon", "momentum"]),
    ("(input, dim)", "(x, axis=-1)", ["dim / axis"]),
    ("(mode='a')", '(mode="a")', []),
    ("(input, *, out=None", "(x)", []),
    ("", "(x)", []),
]


@pytest.mark.parametrize(("pytorch", "tensorflow", "names"), SIGNATURES)
def test_defaults_that_differ_are_found(pytorch: str, tensorflow: str, names: list[str]) -> None:
    assert [name for name, _, _ in default_differences(pytorch, tensorflow)] == names


def offered(**modules: dict[str, str]) -> Apis:
    """What the packages offer: names with what they are the same as."""
    listed = {
        module.replace("_", "."): {name: Callable(same=same) for name, same in names.items()}
        for module, names in modules.items()
    }
    return Apis(versions={}, modules=listed)


def test_a_name_counts_when_it_or_what_it_stands_for_is_mentioned(tree: Tree) -> None:
    trial = area(tree, EXP)
    kept(tree, trial)
    known = offered(
        torch={"exp": "", "sin": ""},
        torch_Tensor={"exp": "torch.exp", "exp_": "torch.Tensor.exp", "sin": "torch.sin"},
        tf={"exp": "", "sin": ""},
        tf_math={"exp": "tf.exp"},
    )
    shares = coverage.shares(known, [catalogue.gather(tree.project, trial)])
    missing = {one.module: one.missing for both in shares.values() for one in both if one.documented}
    assert missing == {"torch": ("sin",), "torch.Tensor": ("sin",), "tf": ("sin",), "tf.math": ()}
    whole = coverage.total(shares["pytorch"])
    assert (whole.mapped, whole.documented) == (3, 5)


def test_what_was_not_verified_counts_for_nothing(tree: Tree) -> None:
    trial = area(tree, EXP)
    known = offered(torch={"exp": ""})
    assert coverage.total(coverage.shares(known, [catalogue.gather(tree.project, trial)])["pytorch"]).mapped == 0


def test_the_naive_form_counts_for_nothing(tree: Tree) -> None:
    row = SOUND[1].replace('naive = "tf.gather(', 'naive = "tf.raw(')
    trial = area(tree, row)
    kept(tree, trial)
    known = offered(tf={"raw": "", "gather": ""})
    shares = coverage.shares(known, [catalogue.gather(tree.project, trial)])
    assert coverage.total(shares["tensorflow"]).missing == ("tf.raw",)


def test_a_circle_of_names_ends(tree: Tree) -> None:
    trial = area(tree, EXP)
    kept(tree, trial)
    known = offered(torch={"a": "torch.b", "b": "torch.a"})
    assert coverage.total(coverage.shares(known, [catalogue.gather(tree.project, trial)])["pytorch"]).mapped == 0


def test_a_damaged_list_is_named(tree: Tree) -> None:
    kept(tree, area(tree, EXP))
    path = apis.path_of(tree.project)
    path.write_text(path.read_text().replace("2.13.0", "2.14.0"))
    messages = [problem.message for problem in catalogue.problems(tree.project)]
    assert messages == ["edited by hand or damaged: its seal does not fit its content"]
    assert not apis.current(tree.project)
    path.unlink()
    assert "is missing" in next(iter(catalogue.problems(tree.project))).message


@pytest.mark.frameworks
def test_the_list_is_what_the_installed_package_offers() -> None:
    """For PyTorch only: a process that has run TensorFlow cannot be forked from."""
    stored = apis.read(PROJECT)
    assert stored
    here = listed("pytorch")
    assert {name: sorted(names) for name, names in here.items()} == {
        name: sorted(stored.modules[name]) for name in apis.PYTORCH
    }
    assert here["torch.Tensor"]["abs_"].same == "torch.Tensor.abs"
    assert here["torch.Tensor"]["abs"].same == "torch.abs"
    assert here["torch.special"]["expit"].same in ("torch.sigmoid", "")
    assert "momentum=0.1" in here["torch.nn"]["BatchNorm2d"].signature
    assert "typing" not in here["torch"]


def test_the_project_covers_what_it_says() -> None:
    known = apis.read(PROJECT)
    assert known
    shares = coverage.shares(known, pages.everything(PROJECT))
    totals = {name: coverage.total(both) for name, both in shares.items()}
    assert totals["pytorch"].mapped / totals["pytorch"].documented >= 0.80
    assert totals["tensorflow"].mapped / totals["tensorflow"].documented >= 0.70


# in a browser

BROWSER = pytest.mark.browser
Visit = Any


def names_found(page: Page) -> list[str]:
    return page.locator(".map-row .row-head").all_inner_texts()


@BROWSER
@pytest.mark.parametrize(
    ("typed", "area_name"), [("torch.scatter_add", "indexing"), ("tf.gather_nd", "indexing"), ("F.gelu", "activations")]
)
def test_a_name_of_either_framework_finds_its_row(visit: Visit, typed: str, area_name: str) -> None:
    page = visit("map/")
    page.get_by_label("Name or code").fill(typed)
    expect(page.locator(".map-row").first).to_be_visible()
    assert any(f"{area_name} / " in name for name in names_found(page))
    page.locator(".map-row", has_text=f"{area_name} / ").first.click()
    page.wait_for_url(f"**/map/{area_name}/#row-{area_name}-*")
    expect(page.locator(".row:target")).to_be_visible()


@BROWSER
def test_the_choice_is_in_the_address_and_can_be_shared(visit: Visit) -> None:
    page = visit("map/")
    page.locator("select[name=area]").select_option("indexing")
    page.locator("select[name=relation]").select_option("differs")
    page.get_by_label("Name or code").fill("gather")
    expect(page.locator(".map-count")).to_contain_text(re.compile(r"^\d+ of \d+ rows"))
    assert page.evaluate("location.search") == "?name=gather&area=indexing&relation=differs"
    first = names_found(page)
    assert first
    assert all("indexing / " in name and "differs" in name for name in first)
    other = visit("map/?name=gather&area=indexing&relation=differs")
    expect(other.locator(".map-row")).to_have_count(len(first))
    expect(other.locator("select[name=area]")).to_have_value("indexing")


@BROWSER
def test_the_filter_works_after_a_change_of_pages(visit: Visit) -> None:
    page = visit("atlas/")
    page.evaluate("window.same = true")
    page.locator("article a[href$='/map/'], article a[href='../map/']").first.click()
    page.wait_for_url("**/map/")
    page.get_by_label("Name or code").fill("no such thing at all")
    expect(page.locator(".map-count")).to_have_text(re.compile(r"^0 of \d+ rows$"))
    assert page.evaluate("window.same") is True


TIMED = """async () => {
    const field = document.querySelector(".map-filter input"), took = [];
    for (const text of ["t", "tf", "torch.s", "gather", ""]) {
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        document.querySelector(".map-found").getBoundingClientRect();
        took.push(performance.now() - start);
    }
    return took;
}"""


@BROWSER
def test_the_first_result_is_there_within_50_milliseconds(visit: Visit) -> None:
    page = visit("map/")
    expect(page.locator(".map-count")).to_have_text(re.compile("rows"))
    page.evaluate(TIMED)
    best = [min(times) for times in zip(*(page.evaluate(TIMED) for _ in range(5)), strict=True)]
    assert max(best) < 50


@BROWSER
def test_without_scripts_areas_are_complete(visit: Visit) -> None:
    page = visit("map/", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".map-filter")).to_be_hidden()
    assert page.locator("article table a").count() == len(area_names(PROJECT))
    page.locator("article table a", has_text="Indexing").click()
    expect(page.locator("#row-indexing-gather")).to_be_visible()


@BROWSER
@pytest.mark.parametrize("path", ["map/", "map/indexing/", "map/coverage/", "atlas/", "atlas/indexing/", "porting/"])
@pytest.mark.parametrize("width", [320, 400, 1440])
def test_no_page_of_the_map_is_wider_than_its_window(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_row_has_a_place_of_its_own() -> None:
    one = Row(id="a_b", pytorch="x", tensorflow="x", relation="equal")
    assert markup.anchor("c", one) == "row-c-a-b"
    assert HEADER.startswith("title")
