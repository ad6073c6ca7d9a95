"""The nouns that all other modules share; data only, no behaviour beyond naming."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import msgspec

FRAMEWORKS = {"pytorch": "PyTorch", "tensorflow": "TensorFlow"}
"""Framework name in paths and data, and the name that a reader sees; every pair has a side of each."""
TITLES = FRAMEWORKS | {"jax": "JAX"}
"""The same with those that a pair may show beside them, as the third back end of Keras."""

Device = Literal["cpu", "cuda"]


class State(StrEnum):
    """What is known about a side, an expectation or a cell; unknown is never "no"."""

    PASS = "pass"
    FAIL = "fail"
    ERROR = "error"
    NOT_RUN = "not-run"
    STALE = "stale"
    FLAKY = "flaky"


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in the tree, with the place and the way to mend it."""

    path: Path
    line: int
    message: str
    fix: str = ""

    def __str__(self) -> str:
        fix = f" Fix: {self.fix}" if self.fix else ""
        text = f"{os.path.relpath(self.path)}:{self.line}: {' '.join(self.message.split())}.{fix}"
        return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


class ProblemError(Exception):
    """Raised where a problem leaves nothing to go on with.

    Attributes:
        problem: what is wrong, where, and how to mend it.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Expectation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="relation"):
    sides: tuple[str, ...] = ()
    reason: str = ""


class Agree(_Expectation, frozen=True, kw_only=True, tag="agree"):
    """The sides compute the same quantity.

    Attributes:
        quantity: name of a top-level variable of every side concerned.
        tolerance: largest relative difference; by dtype when absent.
        absolute: differences up to this size count as zero.
        ignore: properties that are not compared.
        nan: "equal" lets NaN at the same places count as equal.
    """

    quantity: str
    tolerance: float | None = None
    absolute: float = 0.0
    ignore: tuple[Literal["dtype", "shape"], ...] = ()
    nan: Literal["equal", "never"] = "never"


class Differ(_Expectation, frozen=True, kw_only=True, tag="differ"):
    """Two sides differ in a quantity by at least the given relative difference."""

    quantity: str
    at_least: float


class Raises(_Expectation, frozen=True, kw_only=True, tag="raises"):
    """A side ends with an exception of this type, its message found by `match`.

    Attributes:
        says: what that tells of a feature; "yes" where raising is the purpose, as of a check.
    """

    type: str
    match: str = ""
    says: Literal["yes", "partial", "no"] = "no"


class Warns(_Expectation, frozen=True, kw_only=True, tag="warns"):
    """A side shows a warning of this type; `logging.WARNING` is a log message.

    Attributes:
        says: what that tells of a feature; "yes" where warning is the purpose.
    """

    type: str
    match: str = ""
    says: Literal["yes", "partial", "no"] = "partial"


class Bound(_Expectation, frozen=True, kw_only=True, tag="bound"):
    """Every number of a quantity lies between the two bounds, on each side.

    Attributes:
        quantity: name of a top-level variable of every side concerned.
        at_least: smallest number.
        at_most: largest number.
        tolerance: largest relative difference from the record on another processor; by dtype when absent.
    """

    quantity: str
    at_least: float | None = None
    at_most: float | None = None
    tolerance: float | None = None


Expectation = Agree | Differ | Raises | Warns | Bound


class Timing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a pair is measured: the `[timing]` table of its file.

    Attributes:
        sizes: given to `setup` one after another.
        axis: what a size counts, such as "rows of each matrix".
        modes: comparisons by name; each names two sides by label and the mode that each one's `setup` gets.
        measure: time of a step; time of single calls (median and 99th percentile); peak memory of a call.
        bound: what limits the work: its share of the machine's ceiling is shown.
        bytes: memory traffic of a step for each unit of size, where memory is what limits it.
        tolerance: largest relative difference of what the steps return, or one for each of some modes; by dtype where
            absent.
        reason: why the tolerance is looser than that.
        control: measure its steps against themselves when the measurement itself is checked.
        devices: that it can be measured on.
        cores: that it is measured on; more than one only where using several is what it is about.
        time_limit: for one answer of a worker, in seconds.
    """

    sizes: tuple[int, ...]
    axis: str
    modes: dict[str, dict[str, str]]
    measure: Literal["time", "latency", "memory"] = "time"
    bound: Literal["", "compute", "memory"] = ""
    bytes: float = 0.0
    tolerance: float | dict[str, float] | None = None
    reason: str = ""
    control: bool = False
    devices: tuple[Device, ...] = ("cpu", "cuda")
    cores: int = 1
    time_limit: float = 120


class PairFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The TOML file of a pair.

    Attributes:
        title: what the two sides do, as a noun phrase.
        expect: what the pair promises.
        sections: named parts of the scripts that the page shows; all when empty.
        devices: devices that the scripts make use of.
        fresh: run in a fresh process instead of a forked one.
        env: environment variables of the sides; implies `fresh`.
        data: files beside the pair that the scripts read.
        stderr: record and show standard error too.
        time_limit: in seconds.
        memory_limit: in MiB.
        timing: how the pair is measured, where speed or memory is its question.
    """

    title: str
    expect: tuple[Expectation, ...] = ()
    sections: tuple[str, ...] = ()
    devices: tuple[Device, ...] = ("cpu",)
    fresh: bool = False
    env: dict[str, str] = {}
    data: tuple[str, ...] = ()
    stderr: bool = False
    time_limit: float = 60
    memory_limit: int = 6144
    timing: Timing | None = None


@dataclass(frozen=True)
class Side:
    """One framework's script of a pair.

    Attributes:
        pair: identity of the pair, `topic/pair`.
        framework: a key of `TITLES`.
        variant: name of the variant, empty for the plain side.
        path: the script.
        source: its bytes, read once.
    """

    pair: str
    framework: str
    variant: str
    path: Path
    source: bytes = field(repr=False)

    @property
    def label(self) -> str:
        """Name of the side within its pair: `framework` or `framework.variant`."""
        return f"{self.framework}.{self.variant}" if self.variant else self.framework

    @property
    def title(self) -> str:
        """Name that a reader sees."""
        variant = f" ({self.variant})" if self.variant else ""
        return TITLES[self.framework] + variant


@dataclass(frozen=True)
class Pair:
    """One task, written for both frameworks; the path is the identity.

    Attributes:
        id: `topic/pair`.
        path: the TOML file.
        spec: its content.
        sides: by label, in the order of `TITLES`, each framework's variants after its plain side.
    """

    id: str
    path: Path
    spec: PairFile
    sides: dict[str, Side]

    @property
    def topic(self) -> str:
        """The folder that the pair lies in."""
        return self.id.split("/")[0]

    @property
    def name(self) -> str:
        """The part of the identity after the topic."""
        return self.id.split("/")[1]

    def concerned(self, expectation: Expectation) -> tuple[str, ...]:
        """Labels of the sides that an expectation speaks of."""
        if expectation.sides:
            return expectation.sides
        if isinstance(expectation, Differ):
            return tuple(FRAMEWORKS)
        return tuple(self.sides)

    def quantities(self, label: str) -> list[str]:
        """Names of the quantities that a side has to offer, sorted."""
        named = (e for e in self.spec.expect if isinstance(e, Agree | Differ | Bound))
        return sorted({e.quantity for e in named if label in self.concerned(e)})

    def warnings(self, label: str) -> list[str]:
        """Types of the warnings that a side has to show, sorted."""
        return sorted({e.type for e in self.spec.expect if isinstance(e, Warns) and label in self.concerned(e)})

    def may_raise(self, label: str) -> bool:
        """Whether an exception is what the pair promises of this side."""
        return any(isinstance(e, Raises) and label in self.concerned(e) for e in self.spec.expect)


class Leaf(msgspec.Struct, frozen=True):
    """One array or scalar of a quantity.

    Attributes:
        dtype: NumPy's name; `float`, `int`, `complex`, `bool`, `str` and `none` for
            Python values, which say nothing about their width.
        shape: empty for a scalar.
        values: in row-major order; NaN and infinities as strings, complex as pairs.
    """

    dtype: str
    shape: tuple[int, ...]
    values: tuple[Any, ...]


Quantity = dict[str, Leaf]
"""A value taken apart: place within nested lists and dicts -> leaf; "" is the value itself."""


class Notice(msgspec.Struct, frozen=True):
    """A warning or an exception: its type, its message, and the line of the script (or None)."""

    type: str
    message: str
    line: int | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a side did, as far as it is the same on every run.

    Attributes:
        stdout: what it printed; addresses and the working folder are masked.
        stderr: likewise, only where the pair asks for it.
        warnings: each distinct one, in order of appearance.
        exception: what ended it, if anything did.
        quantities: by name.
    """

    stdout: str
    stderr: str = ""
    warnings: tuple[Notice, ...] = ()
    exception: Notice | None = None
    quantities: dict[str, Quantity] = {}


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The stored evidence of one run of one side on one device.

    Attributes:
        schema: version of this format.
        pair: identity of the pair.
        side: label of the side.
        device: the device asked for.
        key: digest of all that decides the outcome (see `records.key`).
        digest: SHA-256 of the script.
        versions: of the packages that the script imports.
        outcome: what it did.
        seal: digest of everything else in the file.
    """

    schema: int
    pair: str
    side: str
    device: Device
    key: str
    digest: str
    versions: dict[str, str]
    outcome: Outcome
    seal: str = ""


class RunLog(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and where a record was made: all that differs from run to run.

    Attributes:
        date: UTC, to the second, ISO 8601.
        python: version of the interpreter.
        platform: operating system and architecture.
        processor: model name of the CPU, or of the GPU on `cuda`.
        seconds: the side's own wall time, after the imports of the fork server.
        peak_memory_mib: largest resident set, in MiB.
    """

    date: str
    python: str
    platform: str
    processor: str
    seconds: float
    peak_memory_mib: float


class Cell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands behind one framework's cell in a feature table.

    Attributes:
        ran: references `topic/pair` or `topic/pair:name` to expectations.
        cited: address of a public document, where nothing can run.
        date: of that document.
        says: what the document says of the feature.
        note: short Markdown for the reader.
    """

    ran: tuple[str, ...] = ()
    cited: str = ""
    date: str = ""
    says: Literal["yes", "partial", "no", ""] = ""
    note: str = ""


class Feature(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a feature table."""

    id: str
    feature: str
    pytorch: Cell
    tensorflow: Cell


class FeatureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `features.toml` of a topic."""

    feature: tuple[Feature, ...]
