"""What this machine is, how fast it is now, and what time it is: where and when a record was made."""

from __future__ import annotations

import functools
import os
import platform
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean, median

import numpy as np

from comparekit.model import Device
from comparekit.timing.measurement import Machine

_CALIBRATION = np.linspace(1.0, 2.0, 12_000)


def now() -> str:
    """UTC, to the second, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def cores() -> int:
    """How many cores this process may use."""
    return len(core_numbers())


def core_numbers() -> list[int]:
    """The cores that this process may use."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))


def machine(device: Device, used: int) -> Machine:
    """This machine, as a measurement tells of it that used so many cores."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return Machine(
        processor=processor("cpu"),
        cores=used,
        memory_gib=round(pages / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        gpu=processor("cuda") if device == "cuda" else "",
    )


def processor(device: Device) -> str:
    """Model of the CPU or GPU."""
    if device == "cuda":
        query = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
        there = shutil.which(query[0]) is not None
        told = subprocess.run(query, capture_output=True, text=True, check=False).stdout if there else ""
        return (told.strip().splitlines() or ["unknown GPU"])[0]
    info = Path("/proc/cpuinfo")
    return model_of(info.read_text() if info.is_file() else "") or platform.processor() or platform.machine()


def model_of(cpuinfo: str) -> str:
    """Name, family and model of the first processor that Linux tells of; empty if it names none.

    A virtual machine often hides the rest of the name: processors of several generations are all "AMD EPYC" then, and
    their timings must not be taken for those of one machine.
    """
    first = cpuinfo.partition("\n\n")[0]
    told = dict(re.findall(r"^(model name|cpu family|model)\s*:\s*(.+)$", first, re.MULTILINE))
    if told.keys() >= {"model name", "cpu family", "model"}:
        return "{model name} (family {cpu family}, model {model})".format_map(told)
    return told.get("model name", "")


def calibrate(spots: list[int]) -> float:
    """Seconds that a fixed work takes now, on some cores at once, on average: how fast the machine is.

    The work keeps the arithmetic units of a core busy, as that of the steps does: what only waits for its own last
    result, a hash for example, hardly notices that another machine shares the core. Each core does it many
    times and the median counts, so that one interruption is no change of speed.
    """
    return fmean(_pool(len(spots)).map(_work, spots))


def _work(core: int) -> float:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})  # of this thread
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        np.sin(_CALIBRATION)
        times.append(time.perf_counter() - begin)
    return median(times)


@functools.cache
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads)
