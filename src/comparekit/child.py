"""Runs one side, in a process of its own, and writes down what it did.

Only `run` is called from outside; everything here happens in the child process.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import logging
import multiprocessing
import os
import re
import socket
import sys
import time
import traceback
import types
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows has neither limits nor process groups of this kind
    resource = None

from comparekit.files import to_json
from comparekit.model import Notice, Outcome, Quantity
from comparekit.quantities import quantity

MOST_OUTPUT = 1_000_000
"""Bytes that a side may print."""
_RUNNER = re.compile(
    r'  File "(?:<string>|[^"]*[/\\](?:multiprocessing|comparekit)[/\\][^"]*)", line .*\n(?:    .*\n?)*'
)
_QUIET = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


@dataclass(frozen=True)
class Task:
    """All that a child needs to know.

    Attributes:
        name: file name of the script, as shown in tracebacks.
        source: the script.
        folder: empty folder for the results; `folder/work` is the working folder.
        quantities: names of the variables to keep.
        warnings: types of warnings to keep even where Python hides them.
        env: environment variables.
        stderr: keep standard error.
        memory_limit: in MiB; 0 for none.
        gpu: framework that has to see a GPU; "" for none.
    """

    name: str
    source: bytes
    folder: Path
    quantities: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    stderr: bool = False
    memory_limit: int = 0
    gpu: str = ""


def run(task: Task) -> None:
    """Run the side and leave `result.json` and `cost.json` in the folder; never returns."""
    if hasattr(os, "setsid"):
        os.setsid()
    enter(task)
    started = time.perf_counter()
    outcome = _outcome(task)
    seconds = time.perf_counter() - started
    peak = 0.0
    if resource is not None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    (task.folder / "cost.json").write_bytes(to_json({"seconds": seconds, "peak_memory_mib": peak}))
    (task.folder / "result.json").write_bytes(to_json(outcome))
    os._exit(0)


def enter(task: Task) -> None:
    """Move this process to the task's folder: streams, limits, no network but loopback."""
    work = task.folder / "work"
    os.environ.update({**dict(task.env), "HOME": str(work), "KERAS_HOME": str(work / ".keras")})
    os.chdir(work)
    (work / task.name).write_bytes(task.source)
    with Path(os.devnull).open("rb") as null:
        os.dup2(null.fileno(), 0)
    for number, name in ((1, "stdout"), (2, "stderr")):
        with (task.folder / name).open("ab") as file:
            os.dup2(file.fileno(), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    for number, name in ((1, "stdout"), (2, "stderr")):
        raw = io.FileIO(number, "wb", closefd=False)
        stream = io.TextIOWrapper(
            io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace", line_buffering=True
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    if task.memory_limit and resource is not None:
        limit = task.memory_limit * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (limit, resource.RLIM_INFINITY))
    _start_processes_as_usual()
    _stay_on_this_machine()


def _lift_memory_limit() -> None:
    """Leave room to tell what happened."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _stay_on_this_machine() -> None:
    """No network but loopback: by a namespace where the kernel lets us, by a hook everywhere."""
    new_network, new_user = 0x40000000, 0x10000000
    if sys.platform == "linux":
        unshare = ctypes.CDLL(None, use_errno=True).unshare
        user, group = os.getuid(), os.getgid()
        if unshare(new_network) == 0:
            _loopback_up()
        elif unshare(new_user | new_network) == 0:
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
            _loopback_up()
    here = {"", "localhost", "::1", "0.0.0.0", "::", socket.gethostname()}

    def guard(event: str, args: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
            host = args[1][0]
        elif event == "socket.getaddrinfo":
            host = args[0] or ""
        else:
            return
        host = host.decode() if isinstance(host, bytes) else str(host)
        if host not in here and not host.startswith("127."):
            raise PermissionError(f"a snippet may reach loopback only, not {host}")

    sys.addaudithook(guard)


def _loopback_up() -> None:
    import fcntl
    import struct

    set_flags, up_and_running = 0x8914, 0x1 | 0x40
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as interface:
        fcntl.ioctl(interface, set_flags, struct.pack("16sh22x", b"lo", up_and_running))


def _start_processes_as_usual() -> None:
    """Let the script start processes as it would on its own, and not as this process was started."""
    multiprocessing.set_start_method(None, force=True)
    multiprocessing.process.ORIGINAL_DIR = str(Path.cwd())  # where a spawned process looks for the script


def _outcome(task: Task) -> Outcome:
    notices: list[Notice] = []
    keep = set(task.warnings)

    def note_warning(message: Any, category: type, filename: str, lineno: int, *_: Any) -> None:
        ours = filename == task.name
        if ours or not issubclass(category, _QUIET) or _type_name(category).split(".")[-1] in keep:
            notices.append(Notice(_type_name(category), _masked(str(message)), lineno if ours else None))

    plain_record = logging.getLogRecordFactory()

    def note_log(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = plain_record(*args, **kwargs)
        message = _masked(record.getMessage())
        if record.levelno >= logging.WARNING and "<string>" not in message:  # what starts the child is a string
            notices.append(Notice(f"logging.{record.levelname}", message))
        return record

    module = types.ModuleType("__main__")
    module.__file__ = task.name
    module.__dict__["__builtins__"] = __builtins__
    sys.modules["__main__"] = module
    sys.argv = [task.name]
    sys.path.insert(0, str(task.folder / "work"))
    exception = None
    reserve = [bytearray(2**23)]
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = note_warning
        logging.setLogRecordFactory(note_log)
        try:
            require_gpu(task.gpu)
            try:
                exec(compile(task.source, task.name, "exec"), module.__dict__)
            finally:
                reserve.clear()
                _lift_memory_limit()
        except SystemExit as error:
            exception = _notice(error, task.name) if error.code else None
        except BaseException as error:
            exception = _notice(error, task.name)
    logging.setLogRecordFactory(plain_record)
    quantities: dict[str, Quantity] = {}
    try:
        for name in task.quantities:
            if name in module.__dict__:
                quantities[name] = quantity(module.__dict__[name])
    except Exception as error:
        exception = exception or Notice("Unusable", f"quantity '{name}': {error}", _line_of(task.source, name))
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):
            stream.flush()
    return Outcome(
        stdout=_masked(_printed(task.folder / "stdout")),
        stderr=_masked(_printed(task.folder / "stderr")) if task.stderr else "",
        warnings=tuple(dict.fromkeys(notices)),
        exception=exception,
        quantities=quantities,
    )


class NoGpuError(Exception):
    """The framework sees no GPU, so what it does says nothing about one."""


def require_gpu(framework: str) -> None:
    """Refuse to go on where a framework sees no GPU; "" needs none.

    Raises:
        NoGpuError: it sees none.
    """
    if framework == "pytorch":
        import torch

        seen = torch.cuda.is_available()
    elif framework == "tensorflow":
        import tensorflow

        seen = bool(tensorflow.config.list_physical_devices("GPU"))
    else:
        return
    if not seen:
        raise NoGpuError(f"{framework} sees no GPU here")


def _notice(error: BaseException, script: str) -> Notice:
    """What ended the side, and the last line of the script that led there."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == script]
    if isinstance(error, SyntaxError) and error.filename == script:
        lines = [error.lineno]
    return Notice(_type_name(type(error)), _masked(str(error)), lines[-1] if lines else None)


def _type_name(kind: type) -> str:
    return (
        kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    )


def _line_of(source: bytes, name: str) -> int:
    rows = source.decode(errors="replace").splitlines()
    found = [n for n, row in enumerate(rows, 1) if re.match(rf"((async )?def |class )?{re.escape(name)}\b", row)]
    return found[-1] if found else 1


def _printed(path: Path) -> str:
    return path.read_bytes()[:MOST_OUTPUT].decode("utf-8", errors="backslashreplace")


def _masked(text: str) -> str:
    """The text without what is not the script's own: addresses, folders, colours, frames of this module."""
    work = str(Path.cwd())
    text = text.encode("utf-8", "backslashreplace").decode()
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r\n", "\n")
    text = _RUNNER.sub("", text)
    text = text.replace(f"{work}{os.sep}", "").replace(work, ".")
    text = re.sub(r"[^\s'\"]*/site-packages/", "", text)
    text = re.sub(r"0x[0-9a-fA-F]{6,}", "0x…", text)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", lambda match: f"\\x{ord(match[0]):02x}", text)
