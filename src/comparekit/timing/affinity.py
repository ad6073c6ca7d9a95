"""Which cores a process and all that it started run on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path


def place(cores: Sequence[int]) -> None:
    """Let this process and those that it started run on some cores, where the system can do that.

    This thread starts on the first of them. The cores of a machine differ in speed from moment to moment, so both
    steps of a burst get the same ones.
    """
    if not hasattr(os, "sched_setaffinity"):
        return
    for thread in _threads("self"):
        with contextlib.suppress(ProcessLookupError):
            os.sched_setaffinity(thread, cores)
    if len(cores) > 1:
        os.sched_setaffinity(0, cores[:1])
        os.sched_setaffinity(0, cores)


def _threads(process: str) -> Iterator[int]:
    """Threads of a process and of all that it started, as far as the system lists them."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            yield int(thread.name)
            for child in (thread / "children").read_text().split():
                yield from _threads(child)
