"""The walk-through runs, says what is stored in it, and stops when one side is changed.

`python tests/test_notebook.py` formats and executes it and stores its outputs, as it has to be committed.
"""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from comparekit.compare import same_text
from comparekit.execute import ENVIRONMENT

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOK = DOCS / "walkthrough.ipynb"
REFRESH = "run python tests/test_notebook.py"
RUFF = ("--line-length", "80")
RULES = ("--extend-ignore", "B,D")  # as for the snippets
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def read() -> NotebookNode:
    return nbformat.read(NOTEBOOK, as_version=4)


def code_cells(notebook: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.id: cell for cell in notebook.cells if cell.cell_type == "code"}


def execute(notebook: NotebookNode, folder: Path) -> None:
    """Execute in this interpreter, whatever kernels are installed.

    Only what Python writes is captured: on import, TensorFlow's C++ code writes to the file descriptor of
    standard error.
    """
    (folder / "work").mkdir()
    manager = AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        connection_file=str(folder / "connection.json"),
    )
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=300,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder / "work")}},
        extra_arguments=["--IPKernelApp.capture_fd_output=False"],
    )
    client.execute(cleanup_kc=True, env=os.environ | ENVIRONMENT | {"IPYTHONDIR": str(folder / "ipython")})


def clean(notebook: NotebookNode) -> str:
    """The file without anything that differs from run to run or from editor to editor."""
    notebook = copy.deepcopy(notebook)
    notebook.metadata, notebook.nbformat_minor = nbformat.from_dict(METADATA), 5
    for cell in notebook.cells:
        cell.metadata = NotebookNode()
        for output in cell.get("outputs", ()):
            output.pop("transient", None)
            if "metadata" in output:
                output.metadata = NotebookNode()
    return nbformat.writes(notebook) + "\n"


def outputs(cell: NotebookNode) -> list[tuple[str, str]]:
    """Kind and text of each output; what is shown as HTML has a text as well."""
    return [
        (output.get("name", output.output_type), output.get("text") or output.get("data", {}).get("text/plain", ""))
        for output in cell.outputs
    ]


def ruff(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", *arguments, *RUFF, str(NOTEBOOK)]
    return subprocess.run(command, capture_output=True, text=True, cwd=DOCS.parent, timeout=60)


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    notebook = read()
    execute(notebook, tmp_path_factory.mktemp("notebook"))
    return notebook


def test_file_is_a_valid_notebook_with_nothing_in_it_that_varies() -> None:
    nbformat.validate(read())
    assert NOTEBOOK.read_text(encoding="utf-8") == clean(read()), REFRESH


def test_cells_have_readable_names() -> None:
    names = [cell.id for cell in read().cells]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


def test_file_is_stored_executed_from_top_to_bottom() -> None:
    cells = code_cells(read())
    assert [cell.execution_count for cell in cells.values()] == list(range(1, len(cells) + 1)), REFRESH
    assert {name for name, cell in cells.items() if not cell.outputs} == {"imports", "agree"}, REFRESH
    kinds = {kind for cell in cells.values() for kind, _ in outputs(cell)}
    assert kinds == {"stdout", "display_data"}  # no standard error, no exception


def test_links_lead_to_pages() -> None:
    text = "\n".join(cell.source for cell in read().cells if cell.cell_type == "markdown")
    pages = re.findall(r"\]\(\.\./([a-z]+)/", text)
    assert {"syntax", "autodiff", "graphs", "debugging"} <= set(pages)
    assert [page for page in pages if not (DOCS / f"{page}.md").is_file()] == []


@pytest.mark.parametrize("arguments", [("format", "--check"), ("check", *RULES)], ids=["format", "check"])
def test_code_is_formatted_as_all_other_code(arguments: tuple[str, ...]) -> None:
    ended = ruff(*arguments)
    assert ended.returncode == 0, f"{ended.stdout}{ended.stderr}; {REFRESH}"


@pytest.mark.frameworks
def test_run_prints_what_is_stored(executed: NotebookNode) -> None:
    fresh = code_cells(executed)
    for name, stored in code_cells(read()).items():
        before, now = outputs(stored), outputs(fresh[name])
        assert [kind for kind, _ in now] == [kind for kind, _ in before], f"{name}: {now}; {REFRESH}"
        for (_, old), (_, new) in zip(before, now, strict=True):
            assert same_text(old, new), f"{name} printed {new!r} instead of {old!r}; {REFRESH}"


@pytest.mark.frameworks
@pytest.mark.parametrize(
    ("changed", "old", "new", "stops"),
    [
        ("torch_training", "lr=5e-3", "lr=6e-3", "compare_training"),
        ("torch_training", "optimizer.zero_grad()", "pass", "compare_training"),
        ("keras_fit", "shuffle=False", "shuffle=True", "keras_fit"),
        ("move", "maps.transpose(2, 3, 1, 0)", "maps.transpose(1, 2, 3, 0)", "move"),
        ("forward_outputs", "from_logits=True", "from_logits=False", "forward_outputs"),
    ],
    ids=["learning rate", "zero_grad", "shuffle", "order of features", "logits"],
)
def test_changed_copy_stops_at_an_assertion(tmp_path: Path, changed: str, old: str, new: str, stops: str) -> None:
    broken = read()
    cells = code_cells(broken)
    assert cells[changed].source.count(old) == 1
    cells[changed].source = cells[changed].source.replace(old, new)
    with pytest.raises(CellExecutionError) as raised:
        execute(broken, tmp_path)
    assert raised.value.ename == "AssertionError"
    assert [name for name, cell in cells.items() if ("error", "") in outputs(cell)] == [stops]


if __name__ == "__main__":
    for arguments in (("format",), ("check", "--fix", *RULES)):
        print(ruff(*arguments).stdout, end="")
    notebook = read()
    with tempfile.TemporaryDirectory() as folder:
        execute(notebook, Path(folder))
    NOTEBOOK.write_text(clean(notebook), encoding="utf-8")
