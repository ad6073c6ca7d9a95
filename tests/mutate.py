"""Do the promises of the pairs catch mistakes? `python tests/mutate.py [--each N] [TOPIC[/PAIR] ...]`

One thing in one script is changed: a number, an operator, a function, a keyword, a statement. The changed script runs,
and what it did is judged against the records of the other sides. A change that alters what the script prints or
computes should break a promise, or end the script with an exception. The score is the share that does; what survives is
listed.
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from comparekit import records
from comparekit.compare import judge, same_meaning
from comparekit.execute import Execution, execute
from comparekit.model import Outcome, Pair, Side, State
from comparekit.project import Project, discover
from comparekit.run import tolerances

ROOT = Path(__file__).parent.parent
NAMES = {
    "relu": "tanh",
    "tanh": "sigmoid",
    "sigmoid": "tanh",
    "softmax": "sigmoid",
    "sum": "mean",
    "mean": "sum",
    "reduce_sum": "reduce_mean",
    "reduce_mean": "reduce_sum",
    "max": "min",
    "argmax": "argmin",
    "reduce_max": "reduce_min",
    "zeros": "ones",
    "ones": "zeros",
    "sin": "cos",
    "exp": "square",
    "same": "valid",
    "valid": "same",
    "SGD": "Adam",
    "Adam": "SGD",
}
"""What stands for what, as a name or as a string."""
OPERATORS: dict[type[ast.operator], tuple[bytes, str]] = {
    ast.Add: (b"+", "-"),
    ast.Sub: (b"-", "+"),
    ast.Mult: (b"*", "+"),
    ast.Div: (b"/", "*"),
}


@dataclasses.dataclass(frozen=True)
class Change:
    """One place in a script and what stands there instead; offsets in bytes of a line."""

    line: int
    start: int
    end: int
    text: str

    def applied(self, source: bytes) -> bytes:
        """The script with the change."""
        lines = source.splitlines(keepends=True)
        line = lines[self.line - 1]
        lines[self.line - 1] = line[: self.start] + self.text.encode() + line[self.end :]
        return b"".join(lines)


def changes(source: bytes) -> Iterator[Change]:
    """All changes of a script that keep it valid Python; what is only printed is left alone."""
    tree = ast.parse(source)
    printed = {
        id(inner)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print") or isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in printed or getattr(node, "lineno", 0) != getattr(node, "end_lineno", 1):
            continue
        yield from _of_node(node, source)


def _of_node(node: ast.AST, source: bytes) -> Iterator[Change]:
    match node:
        case ast.Constant(value=bool(value)):
            yield _whole(node, str(not value))
        case ast.Constant(value=int(value)):
            yield _whole(node, str(value + 1))
        case ast.Constant(value=float(value)):
            yield _whole(node, repr(value * 1.1 or 0.1))
        case ast.Constant(value=str(value)) if value in NAMES:
            yield _whole(node, f'"{NAMES[value]}"')
        case ast.Attribute(attr=name) if name in NAMES:
            yield Change(node.end_lineno, node.end_col_offset - len(name), node.end_col_offset, NAMES[name])
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            sign, other = OPERATORS[type(op)]
            line = source.splitlines()[node.lineno - 1]
            if (at := line.find(sign, left.end_col_offset, right.col_offset)) >= 0:
                yield Change(node.lineno, at, at + 1, other)
        case ast.Expr(value=ast.Call(func=called)) if getattr(called, "id", "") != "print":
            yield _whole(node, "pass")
        case ast.Call(args=args, keywords=[*_, last]) if last.arg and (args or len(node.keywords) > 1):
            before = node.keywords[-2].value if len(node.keywords) > 1 else args[-1]
            yield Change(node.lineno, before.end_col_offset, last.value.end_col_offset, "")


def _whole(node: ast.expr | ast.stmt, text: str) -> Change:
    return Change(node.lineno, node.col_offset, node.end_col_offset, text)


def broken(project: Project, execution: Execution) -> bool:
    """Whether a promise is broken by what one side did, beside what is recorded of the others."""
    outcomes = _recorded(project, execution.pair) | {execution.side.label: execution.outcome}
    return any(
        judge(execution.pair, one, {label: outcomes[label] for label in execution.pair.concerned(one)}).state
        is not State.PASS
        for one in execution.pair.spec.expect
    )


def _recorded(project: Project, pair: Pair) -> dict[str, Outcome]:
    found = {label: records.read(project, pair, side).record for label, side in pair.sides.items()}
    return {label: record.outcome for label, record in found.items() if record is not None}


def mutants(pairs: list[Pair], each: int) -> Iterator[tuple[Pair, Side, Change]]:
    """Some changes of every script, drawn at random but always the same."""
    for pair in pairs:
        for side in pair.sides.values():
            every = sorted(changes(side.source), key=dataclasses.astuple)
            chosen = random.Random(side.path.name).sample(every, min(each, len(every)))
            for change in chosen:
                yield pair, dataclasses.replace(side, source=change.applied(side.source)), change


def tried(project: Project, pairs: list[Pair], each: int) -> Iterator[tuple[Side, Change, str]]:
    """Every change that was tried, and what came of it: "same", "raised", "broken" or "survived"."""
    chosen = list(mutants(pairs, each))
    changed = {(side.path, side.source): change for _, side, change in chosen}
    for execution in execute(project, [(pair, side) for pair, side, _ in chosen]):
        pair, side = execution.pair, execution.side
        before, after = _recorded(project, pair)[side.label], execution.outcome
        if after is not None and same_meaning(before, after, tolerances(pair)):
            result = "same"
        elif execution.state is not State.PASS:
            result = "raised"
        else:
            result = "broken" if broken(project, execution) else "survived"
        yield side, changed[side.path, side.source], result


def main() -> None:
    """Print the survivors and the score."""
    parser = argparse.ArgumentParser(description="Change scripts and see whether the promises of their pairs notice.")
    parser.add_argument("targets", nargs="*", metavar="TOPIC[/PAIR]", help="all by default")
    parser.add_argument("--each", type=int, default=6, help="changes of each script")
    asked = parser.parse_args()
    project = Project(ROOT)
    pairs = [p for p in discover(project).pairs.values() if not asked.targets or {p.id, p.topic} & {*asked.targets}]
    results = list(tried(project, pairs, asked.each))
    for side, change, result in sorted(results, key=lambda one: (one[0].path, one[1].line)):
        if result == "survived":
            line = side.path.read_bytes().splitlines()[change.line - 1]
            was = line[change.start : change.end].decode()
            print(f"{side.path.relative_to(ROOT)}:{change.line}: {was!r} -> {change.text!r} in {line.decode().strip()}")
    count = Counter(result for _, _, result in results)
    altered = len(results) - count["same"]
    print(f"{len(results)} changes in {len(pairs)} pairs, {altered} of them alter what happens.")
    print(f"{count['raised']} end in an exception, {count['broken']} break a promise, {count['survived']} survive.")
    if altered:
        print(f"Caught: {1 - count['survived'] / altered:.0%}.")


if __name__ == "__main__":
    main()
