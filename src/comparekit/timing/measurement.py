"""The nouns of measuring: machines, samples, and what is stored of them; data only."""

from __future__ import annotations

import msgspec

from comparekit.model import Device


class Machine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a measurement was made on.

    Attributes:
        processor: name of the CPU with its family and model, as far as the system tells.
        cores: that the measurement could use.
        memory_gib: of the machine.
        system: operating system and architecture.
        gpu: model name, empty for none.
    """

    processor: str
    cores: int
    memory_gib: float
    system: str
    gpu: str = ""


class Start(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """How a step started in one process: seconds of its set-up and of its first call."""

    process: int
    size: int
    contestant: str
    set_up: float
    first: float


class Round(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Bursts of the two steps of a comparison in turns.

    Attributes:
        process: number of the processes that took part.
        size: of the work.
        mode: name of the comparison.
        calibrations: seconds of a fixed work before and after the bursts.
        seconds: of one call, for each step, the median of its bursts; MiB where memory is measured.
        ratio: of the second step to the first, the median of the ratios of neighbouring bursts.
        tails: 99th percentile of single calls, for each step, where that is measured.
        trouble: why the round does not count; empty when it does.
    """

    process: int
    size: int
    mode: str
    calibrations: tuple[float, ...]
    seconds: tuple[float, ...]
    ratio: float
    tails: tuple[float, ...] = ()
    trouble: str = ""


class Estimate(msgspec.Struct, frozen=True, array_like=True):
    """A number with its 95 % interval.

    Attributes:
        value: the estimate from all samples.
        low: lower end of the interval.
        high: upper end.
    """

    value: float
    low: float
    high: float


class Measurement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The stored evidence of one measurement of a pair on one machine; a contestant is `label mode`.

    Attributes:
        schema: version of this format.
        pair: identity of the pair.
        device: the device asked for.
        machine: where it was made.
        date: UTC, ISO 8601.
        minutes: that it took.
        key: digest of all that decides what was measured.
        versions: of the packages that the scripts import.
        builds: how the frameworks were built and how many threads they used, by side.
        calls: in a burst, by size and contestant.
        flops: floating-point operations of a step, by size.
        differences: largest relative difference of what the two sides returned, by comparison and size.
        starts: set-up and first call of every step.
        rounds: every sample, also those that do not count.
        estimates: what the samples show, by result: the medians of both steps and their ratio, or None.
        seal: digest of everything else in the file.
    """

    schema: int
    pair: str
    device: Device
    machine: Machine
    date: str
    minutes: float
    key: str
    versions: dict[str, str]
    builds: dict[str, dict[str, str]]
    calls: dict[str, dict[str, int]]
    flops: dict[str, float]
    differences: dict[str, float]
    starts: tuple[Start, ...]
    rounds: tuple[Round, ...]
    estimates: dict[str, tuple[Estimate, Estimate, Estimate | None]] = {}
    seal: str = ""


class Trial(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step measured against itself, or beside pyperf.

    Attributes:
        pair: identity of the pair.
        step: `label mode`.
        size: of the work.
        median: of the step, in seconds; None where too few processes have a round that counts.
        ratio: of the second process's time to the first's, or of ours to pyperf's; None where too few samples count.
    """

    pair: str
    step: str
    size: int
    median: Estimate | None
    ratio: Estimate | None


class Other(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same step measured twice by another tool.

    Attributes:
        tool: its name.
        pair: identity of the pair.
        step: `label mode`.
        size: of the work.
        medians: of the two runs, in seconds.
        differ: whether the tool calls the two different.
    """

    tool: str
    pair: str
    step: str
    size: int
    medians: tuple[float, float]
    differ: bool


class Control(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The stored evidence that measurements can be believed, on one machine.

    Attributes:
        schema: version of this format.
        machine: where it was made.
        date: UTC, ISO 8601.
        minutes: that it took.
        versions: of the packages that were measured.
        slowdown: share by which steps were slowed in `slowed`.
        same: steps against themselves.
        slowed: steps against themselves, one of both slowed.
        beside: steps alone in their processes, measured in turns with pyperf.
        others: what other tools say of the same steps.
        seal: digest of everything else in the file.
    """

    schema: int
    machine: Machine
    date: str
    minutes: float
    versions: dict[str, str]
    slowdown: float
    same: tuple[Trial, ...]
    slowed: tuple[Trial, ...]
    beside: tuple[Trial, ...] = ()
    others: tuple[Other, ...] = ()
    seal: str = ""
