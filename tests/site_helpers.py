"""The site built from a copy of the tree, a server for it and a browser, shared by the tests of the site."""

from __future__ import annotations

import gzip
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from comparekit.markdown import directives
from comparekit.project import Project

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TOPICS = Project(ROOT).topics()
SHOWING = sorted(
    path.stem for path in DOCS.glob("*.md") if "pair" in {one.kind for one in directives(path.read_text("utf-8"))}
)
"""Pages that show pairs."""
SOURCES = [path.relative_to(DOCS).with_suffix("") for path in [*DOCS.rglob("*.md"), *DOCS.glob("*.ipynb")]]
PAGES = sorted(f"{path.parent if path.name == 'index' else path}/".removeprefix("./") for path in SOURCES)
ALIKE = ("map/", "atlas/")
READ = [page for page in PAGES if not page.startswith(ALIKE)] + ["map/", "map/coverage/", "map/indexing/"]
READ += ["atlas/", "atlas/indexing/"]
"""Pages that are looked at one by one: of the areas and groups, which one template makes, one each."""
IGNORED = [".git", *(line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())]
BLOCKED = ("torch", "tensorflow", "keras")
BLOCK = f"""
import sys


class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {BLOCKED}:
            sys.exit(f"imported {{name}}")  # which no 'except ImportError' holds up


sys.meta_path.insert(0, Blocked())
"""
PROGRAMS = ("chromium", "google-chrome", "chromium-browser", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def copy_tree(to: Path) -> Path:
    """Copy what belongs to the tree."""
    return Path(shutil.copytree(ROOT, to, ignore=shutil.ignore_patterns(*IGNORED)))


def build(folder: Path, *command: str | Path) -> None:
    """Run a builder in a copy of the tree, where importing a framework ends the process, or fail the test."""
    tree = copy_tree(folder / "tree")
    done = python(folder, "-m", *command, cwd=tree)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"


def python(folder: Path, *args: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python where importing a framework ends the process; edit and source links are those of a clone."""
    (folder / "blocked").mkdir()
    (folder / "blocked" / "sitecustomize.py").write_text(BLOCK)
    env = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(folder / "blocked"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        "NO_MKDOCS_2_WARNING": "1",
        "REPO_URL": "https://github.com/example/pairs",
        "EDIT_URI": "edit/main/docs/",
    }
    env.pop("SITE_URL", None)
    return subprocess.run([sys.executable, *args], cwd=cwd, env=env, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; built once, whichever test file asks first."""
    site = tmp_path_factory.getbasetemp() / "site"
    if not site.exists():
        folder = tmp_path_factory.mktemp("mkdocs")
        build(folder, "mkdocs", "build", "--strict", "--site-dir", folder / "site")
        (folder / "site").rename(site)
    return site


class Server(http.server.ThreadingHTTPServer):
    """Serves a site compressed, and writes down the compressed size of each answer."""

    def __init__(self, site: Path) -> None:
        self.sizes: dict[str, int] = {}
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(site)))
        self.address = f"http://127.0.0.1:{self.server_port}/"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        # The sitemap holds the address that the site was built for, which decides where instant navigation works.
        body = compressed(path, self.server.address if path.name == "sitemap.xml" else "")
        self.server.sizes[self.path] = len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@cache
def compressed(path: Path, address: str) -> bytes:
    """A file as a web server would send it."""
    content = path.read_bytes()
    return gzip.compress(content.replace(b"http://127.0.0.1:8000/", address.encode()) if address else content, 6)


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    """Serves the built site."""
    with Server(site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """What drives the browser."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of a file."""
    with launch(playwright) as browser:
        yield browser


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that CHROMIUM names, one on PATH, or Playwright's own."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    try:
        return playwright.chromium.launch(executable_path=program, args=FLAGS)
    except Error as error:
        fix = f"name one in the environment variable CHROMIUM, or: {sys.executable} -m playwright install chromium"
        pytest.fail(f"{program or 'Chromium'} does not start; {fix}\n{error.message}")
