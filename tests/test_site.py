"""The built site and its sources: strict, the same from both builders, light, from one host, and nothing untested."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Browser
from pytest_codeblocks.main import extract_from_file
from site_helpers import BLOCKED, DOCS, IGNORED, PAGES, READ, ROOT, SHOWING, TOPICS, Server, build, copy_tree, python
from site_helpers import browser as browser
from site_helpers import playwright as playwright
from site_helpers import server as server
from site_helpers import site as site

MOST_BYTES = 350_000
SCRIPTS = sorted((ROOT / "snippets").rglob("*.py"))
MARKDOWN = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
NOTEBOOKS = {f"{path.stem}/" for path in DOCS.glob("*.ipynb")}  # which Zensical does not build
HERE = "http://127.0.0.1:8000/"

# Building


def test_the_site_builds_strictly_without_a_framework(site: Path) -> None:
    assert [page for page in PAGES if not (site / page / "index.html").is_file()] == []
    assert (site / "404.html").is_file()
    assert {f"{topic}/" for topic in TOPICS} <= set(PAGES)


@pytest.mark.parametrize("module", BLOCKED)
def test_a_build_that_imports_a_framework_would_fail(module: str, tmp_path: Path) -> None:
    code = f"try:\n    import {module}.nn\nexcept Exception:\n    pass"
    done = python(tmp_path, "-c", code, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, f"imported {module}\n")


def test_a_dirty_build_repeats_the_pages_whose_evidence_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = copy_tree(tmp_path / "tree")
    monkeypatch.chdir(tree)

    def built() -> dict[str, int]:
        """Time of writing of each page, after another build as `mkdocs serve --dirty` does it."""
        config = load_config("mkdocs.yml", strict=False)
        config.plugins.on_startup(command="serve", dirty=True)
        mkdocs_build(config, dirty=True)
        return {page: (tree / "site" / page / "index.html").stat().st_mtime_ns for page in PAGES}

    first = built()
    assert built() == first
    pair = tree / "snippets/autodiff/gradient.toml"
    pair.write_text(re.sub(r'^title = ".*"$', 'title = "Other words"', pair.read_text(), count=1, flags=re.MULTILINE))
    second = built()
    assert {page for page in PAGES if second[page] != first[page]} == {"autodiff/"}
    assert "Other words" in (tree / "site/autodiff/index.html").read_text(encoding="utf-8")
    index = json.loads((tree / "site/search/search_index.json").read_text(encoding="utf-8"))
    searched = " ".join(one["title"] + one["text"] for one in index["docs"] if one["location"].startswith("autodiff/"))
    assert "Per-sample gradients" in searched
    assert "Trying to backward through the graph a second time" in searched  # messages of errors are found
    assert "import tensorflow as tf" not in searched  # code would bury the words
    (tree / "snippets/autodiff/records/gradient/pytorch.cpu.json").unlink()
    third = built()
    assert {page for page in PAGES if third[page] != second[page]} == {"autodiff/", ""}


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    folder = tmp_path_factory.mktemp("zensical")
    build(folder, "zensical", "build")
    return folder / "tree" / "site"


def content(page: Path) -> dict[str, list[str]]:
    """Words, code and table rows of the article of a page."""
    article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").article
    assert article, f"{page} has no article"
    for extra in article.select("nav, button, script, style, .headerlink, .md-content__button"):
        extra.decompose()
    rows = [[" ".join(cell.get_text().split()) for cell in row.select("th, td")] for row in article.select("tr")]
    return {
        "code": [code.get_text().rstrip() for code in article.select("pre")],
        "rows": [" | ".join(row) for row in rows],
        "words": article.get_text().split(),
    }


def difference(one: list[str], other: list[str]) -> str:
    """The first place where two lists differ; empty when they do not."""
    if one == other:
        return ""
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    around = slice(max(0, same - 3), same + 4)
    return f"at {same}: {one[around]} and {other[around]}"


def test_both_builders_make_the_same_pages(site: Path, zensical: Path) -> None:
    pages = {path.relative_to(zensical).as_posix() for path in zensical.rglob("*.html")}
    assert pages == {f"{page}index.html" for page in set(PAGES) - NOTEBOOKS} | {"404.html"}
    differences = {}
    for page in sorted(set(READ) - NOTEBOOKS):
        ours, theirs = (content(folder / page / "index.html") for folder in (site, zensical))
        differences |= {f"{page} {part}": difference(ours[part], theirs[part]) for part in ours}
        assert ours["code"] or page.rstrip("/") not in SHOWING
    assert {place: words for place, words in differences.items() if words} == {}


@pytest.mark.parametrize(("old", "part"), [("text", "words"), ("code", "code"), ("cell", "rows")])
def test_a_difference_between_pages_is_found(old: str, part: str, tmp_path: Path) -> None:
    page, other = tmp_path / "page.html", tmp_path / "other.html"
    page.write_text("<article><p>text</p><pre>code</pre><table><tr><td>a</td><td>cell</td></tr></table></article>")
    other.write_text(page.read_text().replace(old, "else") + "<nav>aside</nav>")
    ours, theirs = content(page), content(other)
    assert {name for name in ours if difference(ours[name], theirs[name])} == {part, "words"}
    assert "else" in difference(ours[part], theirs[part])


# What pages load

LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"} | {
    "embed": "src",
    "object": "data",
    "link": "href",
}
NOT_LOADED = {"canonical", "alternate", "next", "prev"}


class Loaded(HTMLParser):
    """References of a page to what is loaded with it, and the text of its styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.references: list[str] = []
        self.styles = ""
        self.within_style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.within_style = tag == "style"
        self.styles += given.get("style", "")
        if tag in LOADED and not NOT_LOADED & set(given.get("rel", "").split()):
            self.references.append(given.get(LOADED[tag], ""))
        self.references += [part.split()[0] for part in given.get("srcset", "").split(",") if part]

    def handle_endtag(self, tag: str) -> None:
        self.within_style = False

    def handle_data(self, data: str) -> None:
        if self.within_style:
            self.styles += data


def foreign(site: Path) -> Iterator[str]:
    """References of pages and style sheets to what another host would send."""
    for path in [*site.rglob("*.html"), *site.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        page = Loaded(text) if path.suffix == ".html" else None
        found = page.references if page else []
        styles = page.styles if page else text
        found += [a or b for a, b in re.findall(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", styles)]
        urls = [urljoin(HERE, reference) for reference in found]
        yield from (f"{path.relative_to(site)}: {u}" for u in urls if urlsplit(u).scheme != "data" and HERE not in u)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    assert list(foreign(site)) == []


@pytest.mark.parametrize(
    "reference",
    [
        '<script src="https://a.example/x.js"></script>',
        '<link href="//a.example/x.css" rel="stylesheet">',
        '<link href="https://a.example" rel="preconnect">',
        '<img src="http://a.example/x.png">',
        '<img src="x.png" srcset="x.png 1x, https://a.example/y.png 2x">',
        '<style>@import "https://a.example/x.css";</style>',
        '<p style="background: url(https://a.example/x.png)">',
    ],
)
def test_a_reference_to_another_host_is_found(reference: str, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(f'<a href="https://b.example">b</a><img src="data:,x">{reference}')
    (tmp_path / "x.css").write_text("a { background: url('x.png') }")
    assert len(list(foreign(tmp_path))) == 1


@pytest.mark.browser
@pytest.mark.parametrize("topic", SHOWING)
def test_a_first_visit_to_a_topic_is_light(topic: str, server: Server, browser: Browser) -> None:
    server.sizes.clear()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{server.address}{topic}/")
        page.get_by_role("textbox", name="Search").click()
        page.wait_for_load_state("networkidle")
        page.locator(".md-search-result__meta", has_text="Type to start").wait_for()
    sizes = sorted(((size, path) for path, size in server.sizes.items()), reverse=True)
    total = sum(size for size, _ in sizes)
    assert {"html", "css", "js", "json"} <= {Path(path).suffix[1:] or "html" for _, path in sizes}
    assert total < MOST_BYTES, f"{topic}: {total:,} bytes, {MOST_BYTES - total:,} left: {sizes}"


# Sources


def fences(text: str) -> Iterator[tuple[int, str]]:
    """Line number and info string of each outermost fence."""
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        mark = re.match(r"[\s>]*(`{3,}|~{3,})(.*)", line)
        if mark and not fence and "`" not in mark[2]:
            fence = mark[1]
            yield number, mark[2]
        elif mark and fence and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""


def untested(path: Path) -> list[int]:
    """Lines where Python or shell code starts that pytest-codeblocks does not run."""
    code = re.compile(r"[\s{.]*(python|py|pycon|sh|bash)3?(?![\w-])", re.IGNORECASE)
    run = {block.lineno for block in extract_from_file(path) if block.syntax in ("python", "sh", "bash")}
    return [line for line, info in fences(path.read_text(encoding="utf-8")) if code.match(info) and line not in run]


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_all_code_in_markdown_is_tested(path: Path) -> None:
    assert untested(path) == []


@pytest.mark.parametrize(
    "opening",
    [
        '```python title="x"',
        "``` python",
        "```py",
        "```Python",
        "~~~python",
        "```{.python}",
        "> ```python",
        "```bash {.x}",
    ],
)
def test_code_that_would_not_be_tested_is_found(opening: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"# Page\n\n````md\n```py\n````\n\n```python\na = 1\n```\n\n{opening}\nb = 1\n{opening[:3]}\n")
    assert untested(path) == [11]


@pytest.mark.parametrize(
    "opening", ["```python", "```sh", "    ```bash", "```text", "```", "```pytb", '```toml title="x"']
)
def test_code_that_is_tested_or_no_code_is_not_found(opening: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"# Page\n\n{opening}\nb = 1\n{opening[:-4] if opening.startswith(' ') else ''}```\n")
    assert untested(path) == []


KEYS = {"title", "description", "hide", "search", "icon", "status", "subtitle"}
PARTS = {"navigation", "toc", "path", "footer"}


def front_matter(text: str) -> list[str]:
    """Keys and values above a page that the builder would silently ignore."""
    block = re.match(r"\ufeff?\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", text, re.DOTALL | re.MULTILINE)
    if not block:
        return ["not closed"] if text.lstrip().startswith("---") else []
    try:
        found = yaml.safe_load(block[1])
    except yaml.YAMLError as error:
        return [str(error)]
    if not isinstance(found, dict):
        return ["no keys"]
    return sorted(set(found) - KEYS) + sorted(set(found.get("hide", ())) - PARTS)


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.name)
def test_front_matter_is_understood(path: Path) -> None:
    assert front_matter(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Page\n\n---\n", []),
        ("---\ntitle: Page\nhide: [toc]\n---\n# Page\n", []),
        ("---\ntitel: Page\n---\n# Page\n", ["titel"]),
        ("---\nhide: [tocs]\n---\n# Page\n", ["tocs"]),
        ("---\ntitle: Page\n# Page\n", ["not closed"]),
        ("---\ntitle\n---\n# Page\n", ["no keys"]),
    ],
)
def test_misspelled_front_matter_is_found(text: str, found: list[str]) -> None:
    assert front_matter(text) == found


def test_lines_of_snippets_fit_beside_each_other() -> None:
    lines = [(path.name, n, line) for path in SCRIPTS for n, line in enumerate(path.read_text().splitlines(), 1)]
    assert SCRIPTS
    assert [(name, number, len(line)) for name, number, line in lines if len(line) > 72] == []


@pytest.mark.parametrize(
    "command",
    ["format --check --line-length 72 snippets", "format --check src tests", "check ."],
)
def test_code_is_formatted_and_linted(command: str) -> None:
    ruff = [sys.executable, "-m", "ruff", *command.split(), "--no-cache"]
    done = subprocess.run(ruff, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


PRIVATE = {
    "path of a machine": r"(?<![\w.)}\]*-])/(?:home|Users|root|work|mnt)/\w|\b[A-Z]:\\Users\b",
    "package registry": r"\b(?:pypi|pythonhosted|npmjs|anaconda)\.(?:org|com|io)\b|\bdownload\.pytorch\.org\b",
}


def private(folder: Path) -> list[str]:
    """Places in files that hold only for some machines."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for number, line in enumerate(path.read_bytes().decode(errors="ignore").splitlines(), 1):
            found += [
                f"{path.relative_to(folder)}:{number}: {what}" for what, p in PRIVATE.items() if re.search(p, line)
            ]
    return found


def test_no_file_names_a_machine_or_a_registry(tmp_path: Path) -> None:
    assert ".git" in IGNORED and ".venv*" in IGNORED
    assert private(copy_tree(tmp_path / "tree")) == []


def test_names_of_machines_and_registries_are_found(tmp_path: Path) -> None:
    home, host = "/".join(["", "home", "me"]), ".".join(["pypi", "org"])
    (tmp_path / "a.json").write_text(f'{{\n"File": "{home}/x.py"}}\n')
    (tmp_path / "b.toml").write_text(f'index = "https://{host}/simple"\n')
    (tmp_path / "c.md").write_text("docs/home/me, {root}/home/x, https://pytorch.org/docs\n")
    assert private(tmp_path) == ["a.json:2: path of a machine", "b.toml:1: package registry"]
