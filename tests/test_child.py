"""What a side said is kept without what differs from run to run, and named as Python names it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from conftest import outcome

from comparekit import child
from comparekit.files import to_json


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("<f at 0x7f00aa11bb22>", "<f at 0x…>"),
        ("0x1f", "0x1f"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("a\r\nb\x07\tc", "a\nb\\x07\tc"),
        ('File "/usr/lib/python3/site-packages/torch/x.py"', 'File "torch/x.py"'),
        ("{work}/a.txt and {work}", "a.txt and ."),
        ("a\ud800", "a\\ud800"),
        (f'  File "{child.__file__}", line 1, in run\n    x()\n  File "a.py", line 2\n', '  File "a.py", line 2\n'),
    ],
)
def test_what_differs_from_run_to_run_is_masked(
    text: str, masked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert child._masked(text.replace("{work}", str(Path.cwd()))) == masked


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ValueError, "ValueError"),
        (msgspec.DecodeError, "msgspec.DecodeError"),
        (type("A", (), {"__module__": "__main__"}), "A"),
    ],
)
def test_a_type_is_named_as_python_prints_it(kind: type, name: str) -> None:
    assert child._type_name(kind) == name


def test_the_line_of_a_quantity_is_its_last_assignment() -> None:
    assert child._line_of(b"a = 1\nab = 2\na = 3\n  a = 4\n", "a") == 3
    assert child._line_of(b"b = 1\n\ndef a():\n    pass\n", "a") == 3
    assert child._line_of(b"b = 1\n", "a") == 1


def test_an_outcome_is_read_back_as_it_was() -> None:
    whole = outcome("é\n", {"a": [1, None], "b": np.float32([0.1, np.nan])}, stderr="x")
    assert msgspec.json.decode(to_json(whole), type=type(whole)) == whole
