"""Typed reading of TOML and JSON with exact places of errors, and atomic writing."""

from __future__ import annotations

import difflib
import functools
import os
import re
import tempfile
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from comparekit.model import Problem, ProblemError

T = TypeVar("T")


def read_toml(path: Path, kind: type[T]) -> T:
    """Read a TOML file as a `kind`.

    Raises:
        ProblemError: the file is not TOML or does not fit, with the line of the fault.
    """
    text = _text(path)
    try:
        return _from_toml(text, kind)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        last = text.count("\n") + 1
        message = f"not valid TOML: {error}"
        raise ProblemError(Problem(path, int(line[1]) if line else last, message, "correct the syntax")) from error
    except msgspec.ValidationError as error:
        raise ProblemError(_misfit(path, text, str(error), kind)) from error


def read_json(path: Path, kind: type[T]) -> T:
    """Read a JSON file as a `kind`.

    Raises:
        ProblemError: the file is truncated, not JSON, or does not fit.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ProblemError(Problem(path, 1, f"truncated or not valid: {error}")) from error


def to_json(value: Any) -> bytes:
    """Readable JSON with the same bytes for the same value."""
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1) + b"\n"


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old content or the new, never a part.

    Raises:
        ProblemError: the folder cannot be written (read-only, full disk); the old file is intact.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        fix = "make room or make the folder writable; nothing was changed"
        raise ProblemError(Problem(path, 1, f"cannot be written: {error.strerror}", fix)) from error


def nearest(word: str, known: list[str]) -> str:
    """A hint that names the known word nearest to `word`, or "" when none is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"nearest: {near[0]}" if near else ""


@functools.lru_cache(maxsize=2_000)
def _from_toml(text: str, kind: type[T]) -> T:
    """What a text holds; kept, since the pages of the site read the same files over and over. Kinds are frozen."""
    return msgspec.convert(tomllib.loads(text), kind)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ProblemError(Problem(path, line, "not UTF-8", "save the file as UTF-8")) from error


def _misfit(path: Path, text: str, error: str, kind: type) -> Problem:
    message, _, place = error.partition(" - at `")
    keys = re.findall(r"[\w-]+", place.rstrip("`"))
    unknown = re.search(r"unknown field `(.+?)`", message)
    fix = "correct the value"
    if unknown:
        message = f"unknown key '{unknown[1]}'"
        fix = nearest(unknown[1], _known_keys(kind)) or "remove it"
        keys.append(unknown[1])
    elif "missing required field" in message:
        fix = "add it"
    elif invalid := re.search(r"Invalid (?:enum )?value '(.+?)'", message):
        fix = nearest(invalid[1], _known_values(kind)) or fix
    return Problem(path, line_of(text, keys), message[0].lower() + message[1:], fix)


def line_of(text: str, keys: list[str]) -> int:
    """Line of the value at `keys`: tables by their headers, then the key itself."""
    line, rows = 1, text.splitlines()
    for position, key in enumerate(keys):
        if key.isdigit():
            header = re.compile(rf"\s*\[\[(\w+\.)*{re.escape(keys[position - 1])}\]\]")
            found = [number for number, row in enumerate(rows, 1) if header.match(row)]
            line = found[int(key)] if int(key) < len(found) else line
        else:
            here = re.compile(rf"\s*(\[{{0,2}}(\w+\.)*)?[\"']?{re.escape(key)}[\"']?\s*(=|\])")
            line = next((n for n, row in enumerate(rows, 1) if n >= line and here.match(row)), line)
    return line


def _structs(kind: Any) -> list[Any]:
    seen: list[Any] = []
    waiting = [msgspec.inspect.type_info(kind)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, msgspec.inspect.StructType):
            seen.append(node)
            waiting += [field.type for field in node.fields]
        waiting += list(getattr(node, "types", ()))
        waiting += [getattr(node, name) for name in ("item_type", "value_type") if hasattr(node, name)]
    return seen


def _known_keys(kind: type) -> list[str]:
    return sorted({field.encode_name for struct in _structs(kind) for field in struct.fields})


def _known_values(kind: type) -> list[str]:
    tags = {struct.tag for struct in _structs(kind) if isinstance(struct.tag, str)}
    return sorted(tags)
