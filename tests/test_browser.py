"""What a reader meets: the built site in Chromium, wide and narrow, light and dark, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect
from site_helpers import DOCS, READ, ROOT, SHOWING, Server, launch
from site_helpers import browser as browser
from site_helpers import playwright as playwright
from site_helpers import server as server
from site_helpers import site as site

from comparekit.model import Pair
from comparekit.project import Project
from comparekit.render import section

pytestmark = pytest.mark.browser
PROJECT = Project(ROOT)
FIRST, *OTHERS = SHOWING
TOPIC = pytest.mark.parametrize("topic", SHOWING)
Visit = Callable[..., Page]
TopicPage = Callable[[str], Page]


def quiet(context: BrowserContext, address: str) -> list[str]:
    """Grows by what the pages of a context complain about, fail to get, or ask other hosts for."""
    found: list[str] = []
    context.on("console", lambda m: found.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    context.on("weberror", lambda error: found.append(f"error: {error.error}"))
    context.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else found.append(r.url))
    context.on("response", lambda r: found.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    context.on(
        "requestfailed",  # a request that is given up because the reader leaves the page is no failure
        lambda r: None if r.failure == "net::ERR_ABORTED" else found.append(f"{r.failure}: {r.url}"),
    )
    return found


@contextmanager
def reader(browser: Browser, server: Server) -> Iterator[Visit]:
    """Opens pages, each as a new reader, and fails in the end when any of them complained."""
    contexts: list[BrowserContext] = []
    complaints: list[list[str]] = []

    def visit(path: str = "", width: int = 1440, **options: Any) -> Page:
        size = {"width": width, "height": 900}
        context = browser.new_context(base_url=server.address, viewport=size, reduced_motion="reduce", **options)
        contexts.append(context)
        complaints.append(quiet(context, server.address))
        page = context.new_page()
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [complaint for found in complaints for complaint in found] == []


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Opens pages that a test may do anything to."""
    with reader(browser, server) as visit:
        yield visit


@pytest.fixture(scope="module")
def topic_page(browser: Browser, server: Server) -> Iterator[Callable[[str], Page]]:
    """Gives the page of a topic on a wide screen, opened once for all tests that leave it as it was."""
    with reader(browser, server) as visit:
        yield cache(lambda topic: visit(f"{topic}/", permissions=["clipboard-read", "clipboard-write"]))


def shown(page: Page) -> list[list[str]]:
    """Titles of the sides that are visible, for each pair."""
    return page.evaluate("""() => [...document.querySelectorAll(".pair")].map(pair => {
        const labels = [...pair.querySelectorAll(".tabbed-labels > label")];
        const blocks = [...pair.querySelectorAll(".tabbed-block")];
        return blocks.flatMap((block, n) => block.checkVisibility() ? [labels[n].textContent.trim()] : []);
    })""")


def pairs(topic: str) -> list[Pair]:
    """The pairs of a page, in its order."""
    page = (ROOT / "docs" / f"{topic}.md").read_text(encoding="utf-8")
    return [PROJECT.pair(pair_id) for pair_id in re.findall(r"^\{\* pair (\S+) \*\}", page, re.MULTILINE)]


def titles(topic: str) -> list[list[str]]:
    """Titles of all sides, for each pair of a page."""
    return [[side.title for side in pair.sides.values()] for pair in pairs(topic)]


def tab(page: Page, title: str) -> Locator:
    """The tab of a side, in the first pair."""
    return page.locator(".pair").first.locator(".tabbed-labels > label").get_by_text(title, exact=True)


# Pairs

LAYOUT = """() => {
    const found = [];
    const wide = element => element.scrollWidth > element.clientWidth;
    for (const pair of document.querySelectorAll(".pair")) {
        const say = words => found.push(`${pair.querySelector("[id^=pair-]").id}: ${words}`);
        const box = side => side.getBoundingClientRect();
        const sides = [...pair.querySelectorAll(".tabbed-block")], boxes = sides.map(box);
        const [left, right] = ["pytorch", "tensorflow"].map(side => box(pair.querySelector(`:has(> .side-${side})`)));
        if (Math.abs(left.top - right.top) > 1) say("the sides start at different heights");
        if (left.right > right.left) say("the sides are not beside each other");
        if (boxes.some((a, n) => boxes.slice(n + 1).some(b =>
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom))) say("sides overlap");
        if (boxes.some(box => box.width < 400)) say("a side is narrow");
        if ([...pair.querySelectorAll("pre > code")].some(wide)) say("code does not fit");
    }
    for (const one of document.querySelectorAll("html, .md-typeset__scrollwrap:not(.numbers *)"))  // those scroll
        if (wide(one)) found.push(`${one.tagName}.${one.className} does not fit`);
    return found;
}"""


@pytest.mark.parametrize("width", [1440, 1280])
@TOPIC
def test_wide_screens_show_the_sides_beside_each_other(topic_page: TopicPage, topic: str, width: int) -> None:
    page = topic_page(topic)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(LAYOUT) == []
    assert shown(page) == titles(topic)


@TOPIC
def test_narrow_screens_show_one_side_of_each_pair(visit: Visit, topic: str) -> None:
    page = visit(f"{topic}/", 400)
    for width in (400, 800):
        page.set_viewport_size({"width": width, "height": 900})
        for side in ("TensorFlow", "PyTorch"):
            tab(page, side).click()
            assert shown(page) == [[side]] * len(titles(topic))
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_pytorch_is_shown_first_and_the_chosen_side_stays(visit: Visit) -> None:
    page = visit(f"{FIRST}/", 400)
    assert shown(page) == [["PyTorch"]] * len(titles(FIRST))
    tab(page, "TensorFlow").click()
    for topic in (FIRST, *OTHERS):
        page.goto(f"{topic}/")
        assert shown(page) == [["TensorFlow"]] * len(titles(topic))


def code(topic: str) -> dict[str, str]:
    """What a page shows of each script, by file name."""
    sides = [(side, pair.spec.sections) for pair in pairs(topic) for side in pair.sides.values()]
    return {side.path.name: section(side.source.decode(), sections) for side, sections in sides}


@TOPIC
def test_pages_show_the_code_that_runs(topic_page: TopicPage, topic: str) -> None:
    blocks = (
        topic_page(topic)
        .locator(".pair .language-python")
        .evaluate_all(
            "all => all.map(one => [one.querySelector('.filename').textContent, one.querySelector('code').textContent])"
        )
    )
    assert {name: text.rstrip("\n") for name, text in blocks} == code(topic)
    assert len(blocks) == len(code(topic))


@TOPIC
def test_copy_buttons_copy_the_script_beside_them(topic_page: TopicPage, topic: str) -> None:
    page = topic_page(topic)
    for block in page.locator(".pair .language-python").all()[:4]:
        page.evaluate("navigator.clipboard.writeText('nothing')")
        block.locator(".md-code__button").click()
        page.wait_for_function("navigator.clipboard.readText().then(text => text !== 'nothing')")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.rstrip("\n") == code(topic)[block.locator(".filename").text_content() or ""]


@pytest.mark.parametrize("topic", [name for name in SHOWING if "{* table " in (DOCS / f"{name}.md").read_text()])
def test_the_feature_table_leads_to_its_evidence(topic_page: TopicPage, topic: str) -> None:
    page = topic_page(topic)
    links = page.locator("table:has(.state) a[href*='#']")
    hashes = links.evaluate_all("all => all.filter(one => one.pathname === location.pathname).map(one => one.hash)")
    assert hashes
    assert [place for place in hashes if page.locator(f".pair {place}").count() != 1] == []
    link = page.locator(f"table:has(.state) a[href$='{hashes[-1]}']").last
    link.scroll_into_view_if_needed()
    page.wait_for_function("history.state?.y === scrollY")  # the theme notes the place to come back to
    link.click()
    pair = page.locator(f".pair {hashes[-1]}")
    expect(pair).to_be_in_viewport(timeout=30_000)  # the longest pages take a slow machine a while
    title, header = pair.bounding_box(), page.locator(".md-header").bounding_box()
    assert title and header
    assert header["height"] <= title["y"] < 300


@TOPIC
def test_paper_shows_both_sides(topic_page: TopicPage, topic: str) -> None:
    page = topic_page(topic)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    found, text = shown(page), page.locator("article").inner_text()
    page.emulate_media(media="screen")
    assert found == titles(topic)
    assert [name for name, source in code(topic).items() if source not in text] == []


@TOPIC
def test_both_sides_are_readable_without_scripts(visit: Visit, topic: str) -> None:
    page = visit(f"{topic}/", java_script_enabled=False)
    text = page.locator("article").inner_text()
    assert shown(page) == titles(topic)
    assert [name for name, source in code(topic).items() if source not in text] == []
    page.set_viewport_size({"width": 400, "height": 900})
    assert shown(page) == [["PyTorch"]] * len(titles(topic))
    tab(page, "TensorFlow").click()
    assert shown(page)[0] == ["TensorFlow"]


# The frame around them


def expect_palette(page: Page, palette: str) -> None:
    """Wait until a page is light or dark, in name and in fact."""
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", {"light": "default", "dark": "slate"}[palette])
    red = body.evaluate("body => parseInt(getComputedStyle(body).backgroundColor.match(/\\d+/)[0])")
    assert (red < 128) == (palette == "dark")


def test_the_palette_follows_the_system(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    expect_palette(page, "dark")
    page.emulate_media(color_scheme="light")
    expect_palette(page, "light")
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect_palette(page, "dark")


@pytest.mark.parametrize("width", [400, 1440])
def test_the_chosen_palette_stays(visit: Visit, width: int) -> None:
    page = visit(width=width, color_scheme="light")
    for chosen, other in (("dark", "light"), ("light", "dark")):
        page.get_by_title(f"Switch to {chosen} mode").click()
        expect_palette(page, chosen)
        page.emulate_media(color_scheme=other)
        page.reload()
        expect_palette(page, chosen)
        page.goto("404.html")
        expect_palette(page, chosen)
    page.get_by_title("Follow the system").click()
    expect_palette(page, "dark")


@pytest.mark.parametrize(("width", "query"), [(400, "GradientTape"), (1440, "tf.GradientTape")])
def test_search_leads_to_the_place(visit: Visit, width: int, query: str) -> None:
    page = visit(width=width)
    if width == 400:
        page.locator("label.md-header__button[for=__search]").click()
    page.locator(".md-search-result__meta", has_text="Type to start").wait_for(state="attached")  # the index is there
    page.get_by_role("textbox", name="Search").press_sequentially(query)
    page.locator(".md-search-result__link[href*='/autodiff/'][href*=gradienttape]:visible").first.click()
    expect(page).to_have_title(re.compile("Automatic differentiation"))
    expect(page.locator("article mark:visible", has_text="GradientTape").first).to_be_attached()


def test_pages_change_without_loading_anew(visit: Visit) -> None:
    page = visit(f"{FIRST}/")
    page.evaluate("window.same = true")
    page.locator(f".md-nav--primary a[href$='{OTHERS[0]}/']").click()
    page.wait_for_url(f"**/{OTHERS[0]}/")
    expect(page.locator(f".pair [id^=pair-{OTHERS[0]}-]").first).to_be_visible()
    assert page.evaluate("window.same") is True
    page.set_viewport_size({"width": 800, "height": 900})
    assert shown(page) == [["PyTorch"]] * len(titles(OTHERS[0]))
    tab(page, "TensorFlow").click()
    assert shown(page) == [["TensorFlow"]] * len(titles(OTHERS[0]))
    expect(page.locator(".pair .md-code__nav").first).to_have_attribute("role", "none")


def test_complaints_are_noticed(browser: Browser, server: Server) -> None:
    with browser.new_context(base_url=server.address) as context:
        found = quiet(context, server.address)
        page = context.new_page()
        page.goto("404.html")
        page.evaluate("""async () => {
            console.warn("a warning");
            await fetch("/nowhere/").catch(() => {});
            await fetch("http://127.0.0.1:1/foreign").catch(() => {});
            setTimeout(() => { throw new Error("thrown") });
        }""")
        page.wait_for_timeout(100)
    for part in ("warning: a warning", "404: ", "http://127.0.0.1:1/foreign", "net::ERR", "error: thrown"):
        assert any(complaint.startswith(part) for complaint in found), (part, found)


# One token of each colour stands for all of them: the others become plain text, which saves minutes. Where a token is
# a single character axe does not judge it.
THIN_OUT = """() => {
    const seen = new Set();
    const again = [...document.querySelectorAll("pre span:not([id], :has(*))")].filter(token => {
        const style = getComputedStyle(token), box = getComputedStyle(token.closest("code, pre"));
        const look = [style.color, style.backgroundColor, style.fontWeight, box.backgroundColor].join();
        return token.textContent.trim().length < 2 || seen.has(look) || !seen.add(look);
    });
    for (const token of again) token.replaceWith(...token.childNodes);
}"""


ONLY_NARROW = {"include": [[".md-header"], [".tabbed-labels"]]}


def violations(page: Page, places: dict[str, Any] | None = None, **options: Any) -> list[str]:
    """What axe finds on a page, or in some places of it, with all rules or some."""
    found = Axe().run(page, places, {"resultTypes": ["violations"], **options}).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("path", [*READ, "404.html"])
def test_pages_are_accessible_and_complain_of_nothing(visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.evaluate(THIN_OUT)
    for palette in ("light", "dark"):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.emulate_media(color_scheme=palette)
        expect_palette(page, palette)
        assert (palette, violations(page)) == (palette, [])
        page.set_viewport_size({"width": 400, "height": 900})
        assert (palette, violations(page, rules={"color-contrast": {"enabled": False}})) == (palette, [])
        # The slow rule looks only at what wide screens do not show.
        assert (palette, violations(page, places=ONLY_NARROW, runOnly=["color-contrast"])) == (palette, [])


def test_what_is_not_accessible_is_found(visit: Visit) -> None:
    page = visit("404.html")
    page.locator("article").evaluate("""article => article.insertAdjacentHTML("beforeend",
        "<img src='data:,'><pre><code><span style='color: #ccc'>12.5</span></code></pre>")""")
    page.evaluate(THIN_OUT)
    assert {violation.split()[0] for violation in violations(page)} == {"image-alt", "color-contrast"}


def test_a_browser_that_does_not_start_is_named(playwright: Playwright, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(
        pytest.fail.Exception, match=r"(?s)/nowhere/chromium does not start; .*playwright install chromium"
    ):
        launch(playwright)
