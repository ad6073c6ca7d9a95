"""What the tree holds: topics, pairs and sides, found by their paths alone."""

from __future__ import annotations

import ast
import functools
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from comparekit.files import line_of, nearest, read_toml
from comparekit.model import TITLES, Pair, PairFile, Problem, ProblemError, Side

FEATURES = "features.toml"
MAPPINGS = "mappings"
"""Folder of the API map below `snippets/`, which is no topic."""
EVIDENCE_FOLDERS = ("records", "runs")
TIMINGS_FOLDER = "timings"
DISTRIBUTIONS = {"PIL": "pillow", "pytorch_lightning": "pytorch-lightning", "sklearn": "scikit-learn"}
"""Import names that differ from the name of the package that provides them."""
CORE_PACKAGES = {
    "pytorch": {"torch", "numpy"},
    "tensorflow": {"tensorflow", "keras", "numpy"},
    "jax": {"jax", "jaxlib", "numpy"},
}
"""Packages whose version decides an outcome even where a script does not import them."""
SHADOWING = {"torch", "tensorflow", "keras", "jax", "numpy", "sklearn", "litert", "onnx"}
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Project:
    """A tree with `mkdocs.yml`, `docs/`, `snippets/` and `constraints.txt`.

    Attributes:
        root: folder that holds them.
    """

    root: Path

    @classmethod
    def find(cls, start: Path) -> Project:
        """The project that `start` lies in.

        Raises:
            ProblemError: no folder above `start` holds both mkdocs.yml and snippets/.
        """
        for folder in (start, *start.parents):
            if (folder / "mkdocs.yml").is_file() and (folder / "snippets").is_dir():
                return cls(folder)
        raise ProblemError(Problem(start, 1, "no project here", "change into the repository"))

    @property
    def snippets(self) -> Path:
        """Folder of the topics."""
        return self.root / "snippets"

    @property
    def docs(self) -> Path:
        """Folder of the pages."""
        return self.root / "docs"

    @property
    def constraints(self) -> Path:
        """File that pins the versions."""
        return self.root / "constraints.txt"

    @functools.cached_property
    def pins(self) -> dict[str, str]:
        """Version of each package by its name, as held by constraints.txt."""
        lines = self.constraints.read_text(encoding="utf-8").splitlines() if self.constraints.is_file() else []
        found = (re.match(r"([A-Za-z0-9._-]+)==([^\s;#]+)", line) for line in lines)
        return {match[1].lower().replace("_", "-"): match[2] for match in found if match}

    def topics(self) -> list[str]:
        """Names of all topics, sorted."""
        folders = (path for path in self.snippets.iterdir() if _NAME.fullmatch(path.name) and path.is_dir())
        return sorted(path.name for path in folders if path.name != MAPPINGS)

    def pair_ids(self) -> list[str]:
        """Identities of all pairs, sorted, without reading them."""
        files = (path for topic in self.topics() for path in (self.snippets / topic).glob("*.toml"))
        return sorted(f"{path.parent.name}/{path.stem}" for path in files if path.name != FEATURES)

    def pair(self, pair_id: str) -> Pair:
        """Read one pair with its sides.

        Raises:
            ProblemError: there is no such pair, or its TOML is wrong.
        """
        path = self.snippets / f"{pair_id}.toml"
        if not re.fullmatch(r"[a-z0-9_]+/[a-z0-9_]+", pair_id) or not path.is_file() or path.name == FEATURES:
            if pair_id in (known := self.pair_ids()):
                message = f"the name '{path.stem}' is not in lower case with underscores"
                raise ProblemError(Problem(path, 1, message, "rename the pair and its scripts"))
            fix = nearest(pair_id, known)
            raise ProblemError(Problem(path, 1, f"no pair '{pair_id}'", fix or "see snippets/"))
        spec = read_toml(path, PairFile)
        sides = sorted(self._sides(pair_id, path), key=lambda side: (list(TITLES).index(side.framework), side.variant))
        pair = Pair(pair_id, path, spec, {side.label: side for side in sides})
        self._require_sense(pair)
        return pair

    def _sides(self, pair_id: str, toml: Path) -> list[Side]:
        sides = []
        for framework in TITLES:
            plain = toml.with_name(f"{toml.stem}_{framework}.py")
            for path in (plain, *toml.parent.glob(f"{plain.stem}_*.py")):
                if path.is_file():
                    variant = path.stem.removeprefix(plain.stem).removeprefix("_")
                    sides.append(Side(pair_id, framework, variant, path, path.read_bytes()))
        return sides

    def _require_sense(self, pair: Pair) -> None:
        text = pair.path.read_text(encoding="utf-8")
        for number, expectation in enumerate(pair.spec.expect):
            line = line_of(text, ["expect", str(number)])
            for label in pair.concerned(expectation):
                if label not in pair.sides:
                    fix = nearest(label, list(pair.sides)) or f"write {pair.name}_{label.replace('.', '_')}.py"
                    raise ProblemError(Problem(pair.path, line, f"no side '{label}'", fix))
            pattern = getattr(expectation, "match", "")
            try:
                re.compile(pattern)
            except re.error as error:
                message = f"match is not a regular expression: {error}"
                raise ProblemError(Problem(pair.path, line, message, "escape special characters")) from error
        for mode, sides in pair.spec.timing.modes.items() if pair.spec.timing else ():
            unknown = [label for label in sides if label not in pair.sides]
            if unknown or len(sides) != 2:
                line = line_of(text, ["timing", "modes", mode])
                what = f"there is no side '{unknown[0]}'" if unknown else f"it names {len(sides)}"
                message = f"the mode '{mode}' compares two sides, but {what}"
                raise ProblemError(Problem(pair.path, line, message, f"name two of {', '.join(pair.sides)}"))

    def pin(self, package: str) -> str:
        """Pinned version of a package, or "unpinned"."""
        return self.pins.get(package.lower().replace("_", "-"), "unpinned")


@dataclass(frozen=True)
class Tree:
    """All that was found below `snippets/`.

    Attributes:
        pairs: by identity.
        problems: files that do not belong or cannot be read.
    """

    pairs: dict[str, Pair]
    problems: list[Problem] = field(default_factory=list)


def discover(project: Project, pair_ids: list[str] | None = None) -> Tree:
    """Read all pairs, or those named; a faulty one becomes a problem and hides no other."""
    pairs: dict[str, Pair] = {}
    problems: list[Problem] = []
    for pair_id in project.pair_ids() if pair_ids is None else pair_ids:
        try:
            pairs[pair_id] = project.pair(pair_id)
        except ProblemError as error:
            problems.append(error.problem)
    if pair_ids is None:
        problems += _strays(project)
    return Tree(pairs, problems)


def _strays(project: Project) -> list[Problem]:
    folders = [path for path in sorted(project.snippets.iterdir()) if path.is_dir() and path.name[0] not in "._"]
    problems = [
        Problem(path, 1, f"the name '{path.name}' is not in lower case with underscores", "rename the topic")
        for path in folders
        if not _NAME.fullmatch(path.name)
    ]
    for topic in project.topics():
        names = sorted(path.stem for path in (project.snippets / topic).glob("*.toml"))
        for path in sorted((project.snippets / topic).glob("*.py")):
            problems += _stray(path, names)
    return problems


def _stray(path: Path, pairs: list[str]) -> list[Problem]:
    if path.stem in SHADOWING:
        message = f"a script named {path.name} hides the package '{path.stem}' that it imports"
        return [Problem(path, 1, message, f"name it <pair>_<framework>.py with one of {', '.join(TITLES)}")]
    rests = [path.stem.removeprefix(f"{name}_") for name in pairs if path.stem.startswith(f"{name}_")]
    if any(rest == name or rest.startswith(f"{name}_") for rest in rests for name in TITLES):
        return []
    if rests:
        word = min(rests, key=len)
        fix = nearest(word, list(TITLES)) or f"use one of {', '.join(TITLES)}"
        return [Problem(path, 1, f"'{word}' is no framework", fix)]
    stem = re.split(rf"_(?:{'|'.join(TITLES)})", path.stem)[0]
    return [Problem(path, 1, f"a script without a pair: {stem}.toml is missing", "write it or remove the script")]


def heading(topic: str) -> str:
    """Name of a topic as words."""
    return topic.replace("_", " ").capitalize()


@functools.lru_cache(maxsize=10_000)
def imports(source: bytes) -> frozenset[str]:
    """Dotted names of the modules that a script imports, `from` imports by their module."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return frozenset()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return frozenset(names)


def third_party(side: Side) -> set[str]:
    """Top-level modules that a side imports from outside the standard library."""
    return {name.split(".")[0] for name in imports(side.source)} - sys.stdlib_module_names


def packages(side: Side) -> list[str]:
    """Distributions whose versions decide what the side does, sorted."""
    return sorted({DISTRIBUTIONS.get(root, root) for root in third_party(side)} | CORE_PACKAGES[side.framework])
