"""Inputs of a row, generated from its words: the same numbers for both frameworks, in every run."""

from __future__ import annotations

import re
import zlib
from typing import Any

import numpy as np

from comparekit.mapping.rows import CASES, Row

FLOATING = {
    "real": lambda r, s: r.standard_normal(s),
    "large": lambda r, s: 100 * r.standard_normal(s),
    "positive": lambda r, s: np.exp(r.standard_normal(s)),
    "unit": lambda r, s: r.uniform(0.05, 0.95, s),
    "signed_unit": lambda r, s: r.uniform(-0.95, 0.95, s),
    "nonzero": lambda r, s: r.uniform(0.5, 2, s) * r.choice([-1.0, 1.0], s),
    "sorted": lambda r, s: np.sort(r.standard_normal(s), axis=-1),
    "probability": lambda r, s: _normalised(r.uniform(0.1, 1, s)),
    "symmetric": lambda r, s: _symmetric(r.standard_normal(s)),
    "spd": lambda r, s: _definite(r.standard_normal(s)),
    "triangular": lambda r, s: _triangular(r.standard_normal(s)),
    "onehot": lambda r, s: np.eye(s[-1])[r.integers(0, max(s[-1], 1), s[:-1])],
}
"""Kinds whose dtype is the one under test."""
OTHERS = {
    "complex": lambda r, s, _: r.standard_normal(s) + 1j * r.standard_normal(s),
    "int": lambda r, s, _: r.integers(-5, 6, s),
    "int32": lambda r, s, _: r.integers(-5, 6, s).astype(np.int32),
    "natural": lambda r, s, _: r.integers(0, 10, s),
    "byte": lambda r, s, _: r.integers(0, 256, s).astype(np.uint8),
    "index": lambda r, s, below: r.integers(0, max(below, 1), s),
    "permutation": lambda r, s, _: r.permuted(np.broadcast_to(np.arange(s[-1]), s), axis=-1),
    "bool": lambda r, s, _: r.random(s) < 0.5,
}
SIZES = {
    "ordinary": (3, 4, 5, 2, 6, 7),
    "square": (3,),
    "ties": (4, 3, 2, 5, 3, 6),
    "special": (5, 4, 3, 6, 2, 7),
    "empty": (3, 4, 5, 2, 6, 7),
}
"""Sizes of the letters of a row, in the order in which they appear."""
EXTRAORDINARY = (np.nan, np.inf, -np.inf, -0.0, 1e-40, 3e38, -3e38, 0.0)
"""What is strewn into `real` inputs in the case `special`; the subnormal and the huge are those of float32."""
WORDS = ("apple", "Bird", "", "cat dog", "élan", "Zebra", "fig,grape", "8 balls", "apple", "kiwi")
_FORM = re.compile(r"\s*(?P<kind>[a-z_0-9]+?)\s*(?:\((?P<option>[^)]*)\))?\s*\[(?P<dims>[^\]]*)\]\s*$")


class InputError(ValueError):
    """The words of an input make no sense."""


def cases(row: Row) -> list[str]:
    """The cases that apply to a row, in order.

    Letters are needed for `square`, an `n` for `empty`, a `real` input for `special`, and a floating input that is no
    literal for `ties`.
    """
    forms = [_form(words) for words in row.inputs.values() if not _literal(words)]
    letters = _letters(row)
    applies = {
        "ordinary": True,
        "square": bool(letters),
        "ties": any(kind in ("real", "large", "int", "natural") for kind, _, _ in forms),
        "special": any(kind == "real" for kind, _, _ in forms),
        "empty": "n" in letters,
    }
    return [case for case in CASES if applies[case] and case in row.cases]


def sizes(row: Row, case: str) -> dict[str, int]:
    """The size that each letter stands for."""
    usual = SIZES[case]
    found = {letter: usual[place % len(usual)] for place, letter in enumerate(_letters(row))}
    for letter, chosen in row.sizes.items():
        found[letter] = chosen[min(CASES.index(case), len(chosen) - 1)]
    if case == "empty":
        found["n"] = 0
    return found


def generate(row: Row, case: str, dtype: str) -> dict[str, Any]:
    """The inputs of a row by name: NumPy arrays, or lists of words.

    Floating ones are float64 unless `dtype` is float32 or float16, to which they are rounded.

    Raises:
        InputError: the words of an input make no sense.
    """
    lengths = sizes(row, case)
    made = {}
    for name, words in row.inputs.items():
        random = np.random.default_rng(zlib.crc32(f"{row.id} {name} {case}".encode()))
        try:
            made[name] = _literal_value(words, dtype) if _literal(words) else _make(words, case, lengths, random, dtype)
        except InputError:
            raise
        except Exception as error:
            raise InputError(f'the input {name} = "{words}" cannot be made: {error}') from error
    return made


def floating(dtype: str) -> Any:
    """The NumPy type that carries values of a dtype; float32 for bfloat16, which NumPy lacks."""
    return np.dtype("float32" if dtype == "bfloat16" else dtype)


def _make(words: str, case: str, lengths: dict[str, int], random: np.random.Generator, dtype: str) -> Any:
    kind, option, dims = _form(words)
    shape = tuple(int(_arithmetic(part, lengths)) for part in dims.split(",") if part.strip())
    if kind == "text":
        return [WORDS[place % len(WORDS)] for place in range(shape[0])]
    if kind in OTHERS:
        value = OTHERS[kind](random, shape, int(_arithmetic(option, lengths)) if option else 0)
        if kind == "complex":
            return value.astype(np.complex64 if dtype == "float32" else np.complex128)
        return np.asarray(value)
    value = np.asarray(FLOATING[kind](random, shape), dtype=np.float64)
    if case == "ties" and kind in ("real", "large"):
        value = np.round(value * 2) / 2
    if case == "special" and kind == "real" and value.size:
        flat = value.reshape(-1)
        places = random.permutation(flat.size)[: max(1, flat.size // 2)]
        start = random.integers(0, len(EXTRAORDINARY))
        flat[places] = [EXTRAORDINARY[(start + step) % len(EXTRAORDINARY)] for step in range(places.size)]
        value = flat.reshape(shape)
    with np.errstate(over="ignore"):
        return value.astype(floating(dtype))


def _form(words: str) -> tuple[str, str, str]:
    found = _FORM.match(words)
    known = [*FLOATING, *OTHERS, "text"]
    if not found or found["kind"] not in known:
        raise InputError(f"'{words}' is no input; write kind[dims] with one of {', '.join(known)}, or = expression")
    return found["kind"], found["option"] or "", found["dims"]


def _letters(row: Row) -> list[str]:
    """Letters of all dims, in order of appearance; `n` need not come first."""
    found: list[str] = []
    for words in row.inputs.values():
        if not _literal(words):
            _, option, dims = _form(words)
            found += [word for word in re.findall(r"[a-z]+", f"{dims},{option}") if word not in found]
    return list(dict.fromkeys(found + [letter for letter in row.sizes if letter not in found]))


def _literal(words: str) -> bool:
    return words.lstrip().startswith("=")


def _literal_value(words: str, dtype: str) -> Any:
    value = eval(words.lstrip()[1:].strip(), {"np": np})  # the row is code, too
    if isinstance(value, np.ndarray | np.generic | float):
        value = np.asarray(value)
        if value.dtype.kind == "f":
            with np.errstate(over="ignore"):
                return value.astype(floating(dtype))
        if value.dtype.kind == "c":
            return value.astype(np.complex64 if dtype == "float32" else np.complex128)
    return value


def _arithmetic(text: str, lengths: dict[str, int]) -> Any:
    return eval(text, {"__builtins__": {}}, dict(lengths))


def _normalised(value: np.ndarray) -> np.ndarray:
    return value / value.sum(axis=-1, keepdims=True)


def _symmetric(value: np.ndarray) -> np.ndarray:
    return (value + value.swapaxes(-1, -2)) / 2


def _definite(value: np.ndarray) -> np.ndarray:
    size = value.shape[-1]
    return value @ value.swapaxes(-1, -2) / max(size, 1) + np.eye(size)


def _triangular(value: np.ndarray) -> np.ndarray:
    size = value.shape[-1]
    return np.tril(value, -1) / 2 + np.eye(size) * (1 + np.abs(value))
