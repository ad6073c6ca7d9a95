"""One process that evaluates the expressions of rows in one framework.

Only `serve` is called from outside; everything here happens in the child process.
"""

from __future__ import annotations

import ast
import functools
import math
import os
import warnings
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from comparekit.mapping.agreement import Evaluation
from comparekit.mapping.calls import final
from comparekit.mapping.frameworks import PyTorch, TensorFlow
from comparekit.mapping.inputs import InputError, generate, sizes
from comparekit.mapping.rows import WITH_GRADIENT, Row

Job = tuple[str, Row, tuple[tuple[str, str, str, str], ...]]
"""Area, row, and what to evaluate of it: a name for the spelling, its code, case and dtype."""
AGAIN = "again"
"""Case of the evaluation that is repeated with another global seed."""


def serve(framework: str, setups: dict[str, str], connection: Connection) -> None:
    """Answer jobs until there are none: for each a dict of evaluations by spelling, case and dtype.

    An input that cannot be made or a set-up that fails is answered by a text.
    """
    warnings.simplefilter("ignore")
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # what rows print, and what TensorFlow's libraries say
        os.dup2(nothing, stream)
    tool = PyTorch() if framework == "pytorch" else TensorFlow()
    prepared: dict[str, dict[str, Any]] = {}
    while (job := connection.recv()) is not None:
        area, row, wanted = job
        try:
            if area not in prepared:
                prepared[area] = {**tool.names, "np": np, "math": math}
                exec(compile(setups[area], f"setup of {area}", "exec"), prepared[area])
            connection.send(_answer(tool, prepared[area], row, wanted))
        except InputError as error:
            connection.send(str(error))
        except Exception as error:
            connection.send(f"the set-up of the area raises {type(error).__name__}: {error}")


def _answer(tool: Any, names: dict[str, Any], row: Row, wanted: Any) -> dict[tuple[str, str, str], Evaluation]:
    found = {}
    tool.seed(1)
    seeded = 1
    for spelling, code, case, dtype in wanted:
        actual = row.cases[0] if case == AGAIN else case
        if (case == AGAIN) + 1 != seeded:
            seeded = (case == AGAIN) + 1
            tool.seed(seeded)
        values = generate(row, actual, dtype)
        found[spelling, case, dtype] = _evaluate(tool, names, row, code, (actual, dtype), values, case in WITH_GRADIENT)
    return found


def _evaluate(
    tool: Any,
    names: dict[str, Any],
    row: Row,
    code: str,
    at: tuple[str, str],
    values: dict[str, Any],
    with_gradient: bool,
) -> Evaluation:
    case, dtype = at

    def run(tensors: dict[str, Any]) -> Any:
        statements, expression = _compiled(code)
        space = {**names, **sizes(row, case), **tensors, "dtype": tool.dtype(dtype)}
        exec(statements, space)
        return eval(expression, space)

    tool.prepare(dtype)
    try:
        differentiable = [k for k, v in values.items() if isinstance(v, np.ndarray) and v.dtype.kind == "f"]
        return tool.evaluate(run, values, dtype, differentiable if with_gradient else [])
    except Exception as error:
        first = (str(error).strip() or "no message").splitlines()[0][:160]
        return Evaluation({}, f"{type(error).__name__}: {first}")


@functools.lru_cache(maxsize=64)
def _compiled(code: str) -> tuple[Any, Any]:
    before, last = final(code)
    return compile(before, "<row>", "exec"), compile(ast.Expression(last), "<row>", "eval")
