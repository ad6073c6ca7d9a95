"""The package stays small, documented, and in two halves: what shows the evidence needs nothing of what makes it."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import AGREE, REPOSITORY, Tree

import comparekit

PACKAGE = Path(comparekit.__file__).parent
PARTS = ("", "timing", "mapping")
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for part in PARTS
    for path in (PACKAGE / part).glob("*.py")
    if not path.stem.startswith("__")
)
"""Names below the package: `model`, `timing.measure`."""
SHOW = [
    "check",
    "compare",
    "effort",
    "evidence",
    "export",
    "files",
    "mapping.agreement",
    "mapping.apis",
    "mapping.atlas",
    "mapping.calls",
    "mapping.catalogue",
    "mapping.coverage",
    "mapping.inputs",
    "mapping.markup",
    "mapping.pages",
    "mapping.records",
    "mapping.rows",
    "markdown",
    "model",
    "project",
    "records",
    "render",
    "tables",
    "timing.archive",
    "timing.drawing",
    "timing.estimate",
    "timing.figures",
    "timing.measurement",
    "timing.results",
]
"""Needed to build and check the site from stored records."""
RUN = [
    "child",
    "execute",
    "machine",
    "mapping.frameworks",
    "mapping.introspect",
    "mapping.judge",
    "mapping.run",
    "mapping.worker",
    "quantities",
    "run",
    "timing.affinity",
    "timing.control",
    "timing.frameworks",
    "timing.measure",
    "timing.worker",
    "timing.workers",
]
FRAMEWORKS = {"torch", "tensorflow", "keras"}


def parsed(module: str) -> ast.Module:
    return ast.parse(path_of(module).read_text(encoding="utf-8"))


def path_of(module: str) -> Path:
    return PACKAGE.joinpath(*module.split(".")).with_suffix(".py")


def imported(module: str) -> set[str]:
    """Dotted names of all that a module imports anywhere; `from a import b` counts as `a` and `a.b`."""
    names: set[str] = set()
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            names |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def siblings(module: str) -> set[str]:
    """Modules of the package that a module imports."""
    return {name.partition(".")[2] for name in imported(module)} & set(MODULES)


def python(code: str, *args: str, cwd: Path = REPOSITORY) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code, *args], cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_modules_are_few_and_short() -> None:
    for part in PARTS:
        assert len([name for name in MODULES if name.rpartition(".")[0] == part]) <= 18
    lines = {name: len(path_of(name).read_text(encoding="utf-8").splitlines()) for name in MODULES}
    assert {name: count for name, count in lines.items() if count > 400} == {}


@pytest.mark.parametrize("part", PARTS)
def test_a_package_names_each_of_its_modules(part: str) -> None:
    words = ast.get_docstring(ast.parse((PACKAGE / part / "__init__.py").read_text(encoding="utf-8")))
    inside = {name.rpartition(".")[2] for name in MODULES if name.rpartition(".")[0] == part}
    assert {name for name in inside if f"`{name}`" not in str(words)} == set()


def test_imports_run_in_one_direction() -> None:
    order = list(graphlib.TopologicalSorter({name: siblings(name) for name in MODULES}).static_order())
    assert order[0] == "model"
    assert order[-1] == "cli"


@pytest.mark.parametrize("module", SHOW)
def test_what_shows_the_evidence_does_not_import_what_makes_it(module: str) -> None:
    assert siblings(module) <= set(SHOW)


def test_what_runs_a_side_knows_nothing_of_pairs_and_pages() -> None:
    assert siblings("quantities") == {"model"}
    assert siblings("child") <= {"files", "model", "quantities"}
    assert siblings("execute") <= {"child", "files", "machine", "model", "project", "records"}
    assert siblings("mapping.worker") <= {
        f"mapping.{one}" for one in ("agreement", "calls", "frameworks", "inputs", "rows")
    }
    assert siblings("timing.worker") <= {"child", "model", "quantities", "timing.affinity", "timing.frameworks"}
    assert set(MODULES) == {*SHOW, *RUN, "cli"}


@pytest.mark.parametrize("module", MODULES)
def test_no_module_imports_a_framework_when_it_is_imported(module: str) -> None:
    at_once = [node for node in parsed(module).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in at_once if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in at_once if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} & FRAMEWORKS == set()
    if module not in ("child", "mapping.frameworks", "timing.frameworks", "timing.worker"):
        assert {name.split(".")[0] for name in imported(module)} & FRAMEWORKS == set()


IMPORT = """
import importlib, sys
for name in ("torch", "tensorflow", "keras"):
    sys.modules[name] = None
for name in sys.argv[1:]:
    importlib.import_module(f"comparekit.{name}")
names = {name.partition(".")[2] for name in sys.modules if name.startswith("comparekit.")}
print(*sorted(names - {"mapping", "timing"}))
"""


@pytest.mark.parametrize("modules", [SHOW, MODULES], ids=["show", "all"])
def test_the_package_can_be_imported_where_no_framework_is(modules: list[str]) -> None:
    assert python(IMPORT, *modules).split() == sorted(modules)


BUILD = """
import sys
from markdown import markdown
html = markdown(sys.argv[1], extensions=["comparekit", "md_in_html", "tables", "attr_list"])
print(html)
print(*sorted({name.split(".")[0] for name in sys.modules} & {"torch", "tensorflow", "keras"}), "none")
print(*sorted({f"comparekit.{name}" for name in sys.argv[2:]} & set(sys.modules)), "none")
"""


def test_building_a_page_imports_no_framework_and_nothing_that_runs_scripts(tree: Tree) -> None:
    tree.pair("a/b", AGREE, "import torch\nvalue = 1.5\n", "import tensorflow, keras\nvalue = 1.5\n")
    tree.record("a/b")
    cell = '\nran = ["a/b"]\n'
    row = f'[[feature]]\nid = "x"\nfeature = "X"\n[feature.pytorch]{cell}[feature.tensorflow]{cell}'
    tree.write("snippets/a/features.toml", row)
    page = "{* pair a/b *}\n\n{* table a *}\n\n{* provenance a *}\n\n{* summary *}\n"
    *html, frameworks, runners = python(BUILD, page, *RUN, cwd=tree.root).splitlines()
    assert (frameworks, runners) == ("none", "none")
    assert "equal to the last digit" in "".join(html)
    assert sum("<table>" in line for line in html) == 2


def undocumented(node: ast.AST, name: str) -> list[str]:
    """Public functions, classes and methods below a node that have no docstring."""
    found = []
    for inner in getattr(node, "body", []):
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not inner.name.startswith("_"):
            found += [] if ast.get_docstring(inner) else [f"{name}.{inner.name}"]
            found += undocumented(inner, f"{name}.{inner.name}") if isinstance(inner, ast.ClassDef) else []
    return found


@pytest.mark.parametrize("module", [*MODULES, "__init__", "__main__", "timing.__init__", "mapping.__init__"])
def test_everything_public_is_documented(module: str) -> None:
    assert ast.get_docstring(parsed(module))
    assert undocumented(parsed(module), module) == []
