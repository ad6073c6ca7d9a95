"""The screens of a real TensorBoard over what scripts of both frameworks wrote, in Chromium.

`python tests/test_screens.py` takes the pictures that docs/visualisation.md shows.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from site_helpers import DOCS, ROOT, launch
from site_helpers import browser as browser
from site_helpers import playwright as playwright

from comparekit.execute import ENVIRONMENT

ASSETS = DOCS / "assets"
FRAMEWORKS = ("pytorch", "tensorflow")
THEMES = ("light", "dark")
SIZE = {"width": 1100, "height": 600}
MOST_BYTES = 60_000

pytestmark = [pytest.mark.browser, pytest.mark.frameworks]


@dataclass(frozen=True)
class Screen:
    """A dashboard over what the scripts of one pair wrote.

    Attributes:
        pair: of the topic visualisation; its scripts leave a folder `demo_logs` behind.
        place: of the dashboard in the address.
        words: that have to be seen.
        logs: folder that the server reads.
        node: of a graph, to be opened.
        inner: nodes that are drawn then.
    """

    pair: str
    place: str
    words: tuple[str, ...] = FRAMEWORKS
    logs: str = "logs"
    node: str = ""
    inner: tuple[str, ...] = ()


SCREENS = {
    "scalars": Screen("training_curves", "scalars&_smoothingWeight=0", (*FRAMEWORKS, "loss", "rate")),
    "histograms": Screen("histograms", "histograms", (*FRAMEWORKS, "weights")),
    "graph_pytorch": Screen(
        "model_graph",
        "graphs",
        ("Main Graph",),
        "logs/pytorch",
        "Classifier",
        ("Linear[hidden]", "Linear[output]"),
    ),
    "graph_tensorflow": Screen(
        "model_graph",
        "graphs",
        ("Main Graph",),
        "logs/tensorflow",
        "classifier_1",
        ("hidden_1", "output_1"),
    ),
}


def write_logs(pair: str, folder: Path) -> None:
    """Let the scripts of both frameworks write; logs/<framework> is what is left of each."""
    running = []
    for framework in FRAMEWORKS:
        script = ROOT / "snippets" / "visualisation" / f"{pair}_{framework}.py"
        place = folder / framework
        place.mkdir()
        running.append(subprocess.Popen([sys.executable, script], cwd=place, env=os.environ | ENVIRONMENT))
    assert [one.wait(120) for one in running] == [0, 0]
    (folder / "logs").mkdir()
    for framework in FRAMEWORKS:
        (folder / framework / "demo_logs").rename(folder / "logs" / framework)


@contextmanager
def tensorboard(screen: Screen, folder: Path) -> Iterator[str]:
    """The address of a server that has read all logs."""
    write_logs(screen.pair, folder)
    options = "--host=127.0.0.1 --port=0 --load_fast=false --reload_task=blocking --reload_interval=0"
    command = [sys.executable, "-m", "tensorboard.main", f"--logdir={screen.logs}", *options.split()]
    with subprocess.Popen(
        command, cwd=folder, env=os.environ | ENVIRONMENT, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            lines: list[str] = []
            for line in process.stderr or ():
                if found := re.search(r"http://[\d.]+:\d+/", line):
                    yield found[0]
                    return
                lines.append(line)
            raise RuntimeError(f"TensorBoard ended before it answered:\n{''.join(lines[-5:])}")
        finally:
            process.kill()


def show(browser: Browser, address: str, screen: Screen, theme: str) -> Page:
    """A page with one screen, complete."""
    page = browser.new_page(viewport=SIZE, color_scheme=theme)
    page.goto(f"{address}?darkMode={str(theme == 'dark').lower()}#{screen.place}")
    for word in screen.words:
        page.get_by_text(word).filter(visible=True).first.wait_for()
    if screen.node:
        page.locator(f"g.node[data-name='{screen.node}']").dblclick(force=True)
        for node in screen.inner:
            page.locator(f"g.node[data-name='{screen.node}/{node}']").wait_for()
        page.mouse.click(300, SIZE["height"] - 20)  # beside all nodes: nothing is selected
        page.wait_for_timeout(1500)
        page.get_by_text("Fit to screen").click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # what is drawn moves into its place
    return page


def picture(page: Page) -> Image.Image:
    """What is seen, in few colours."""
    seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return seen.quantize(64, dither=Image.Dither.NONE)


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_shows_what_both_frameworks_wrote(browser: Browser, tmp_path: Path, name: str) -> None:
    with tensorboard(SCREENS[name], tmp_path) as address:
        page = show(browser, address, SCREENS[name], "light")
        colours = picture(page).getcolors()
        assert colours and len(colours) > 30  # more than an empty frame
        page.close()


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_page_has_a_picture_of_each_screen(name: str, theme: str) -> None:
    path = ASSETS / f"tensorboard_{name}_{theme}.png"
    with Image.open(path) as stored:
        assert stored.size == tuple(SIZE.values())
    assert path.stat().st_size < MOST_BYTES
    assert f"](assets/{path.name}#only-{theme}){{ loading=lazy }}" in (DOCS / "visualisation.md").read_text()


def take() -> None:
    """Store a picture of each screen."""
    with sync_playwright() as playwright, launch(playwright) as browser:
        for name, screen in SCREENS.items():
            with tempfile.TemporaryDirectory() as folder, tensorboard(screen, Path(folder)) as address:
                for theme in THEMES:
                    picture(show(browser, address, screen, theme)).save(
                        ASSETS / f"tensorboard_{name}_{theme}.png", optimize=True
                    )


if __name__ == "__main__":
    take()
