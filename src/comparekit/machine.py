"""What this machine is, and what time it is: all that a record says of where and when it was made."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from comparekit.measurement import Machine
from comparekit.model import Device


def now() -> str:
    """UTC, to the second, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def machine(device: Device) -> Machine:
    """This machine, as a measurement tells of it."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return Machine(
        processor=processor("cpu"),
        cores=cores(),
        memory_gib=round(pages / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        gpu=processor("cuda") if device == "cuda" else "",
    )


def processor(device: Device) -> str:
    """Model name of the CPU or GPU."""
    if device == "cuda":
        query = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
        there = shutil.which(query[0]) is not None
        told = subprocess.run(query, capture_output=True, text=True, check=False).stdout if there else ""
        return (told.strip().splitlines() or ["unknown GPU"])[0]
    info = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*:\s*(.+)$", info.read_text(), re.MULTILINE) if info.is_file() else []
    return names[0] if names else platform.processor() or platform.machine()
