"""What the code of a row says: its final expression, the names that it calls, and with which arguments."""

from __future__ import annotations

import ast

MODULES = {
    "torch": "torch",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "tf": "tf",
    "keras": "keras",
    "np": "np",
    "math": "math",
}
"""Names that an expression finds there, and what they stand for."""


def final(code: str) -> tuple[ast.Module, ast.expr]:
    """The statements before the last, and the last, whose value is the result.

    Raises:
        SyntaxError: it is not Python.
        ValueError: the last statement is no expression.
    """
    tree = ast.parse(code.strip())
    if not tree.body or not isinstance(tree.body[-1], ast.Expr):
        raise ValueError("the last line has no value")
    return ast.Module(tree.body[:-1], tree.type_ignores), tree.body[-1].value


def names(code: str) -> list[str]:
    """Dotted names of all that the code refers to below a module, and `.method` of other attributes; in order."""
    found: list[str] = []
    for node in ast.walk(ast.parse(code.strip())):
        if isinstance(node, ast.Attribute) and (name := _dotted(node)) not in found:
            found.append(name)
    longer = set(found)
    return [name for name in found if not any(other.startswith(f"{name}.") for other in longer)]


def computes(code: str) -> bool:
    """Whether the code refers to anything at all, and is not just a constant."""
    return any(isinstance(node, ast.Name) for node in ast.walk(ast.parse(code.strip())))


def same_arguments(pytorch: str, tensorflow: str) -> bool:
    """Whether both are one call each with the same arguments; what a method is called on counts as the first."""
    arguments = [_arguments(code) for code in (pytorch, tensorflow)]
    return arguments[0] is not None and arguments[0] == arguments[1]


def _arguments(code: str) -> list[str] | None:
    before, call = final(code)
    if before.body:
        return None
    if isinstance(call, ast.BinOp | ast.UnaryOp | ast.Compare | ast.Subscript | ast.BoolOp):
        return [ast.unparse(call)]  # an operator or an index: the same when written the same
    if isinstance(call, ast.Attribute):
        return [] if _dotted(call)[0] != "." else [ast.unparse(call.value)]
    if not isinstance(call, ast.Call):
        return None
    inner = isinstance(call.func, ast.Call)  # a layer that is made and called at once
    receiver = isinstance(call.func, ast.Attribute) and _dotted(call.func)[0] == "."
    first = [_arguments(ast.unparse(call.func))] if inner else [ast.unparse(call.func.value)] if receiver else []
    keywords = sorted(f"{word.arg}={ast.unparse(word.value)}" for word in call.keywords)
    return [*map(str, first), *(ast.unparse(one) for one in call.args), *keywords]


def _dotted(node: ast.Attribute) -> str:
    """`torch.nn.functional.relu` for `F.relu`; `.relu` for an attribute of anything that is no module."""
    parts = [node.attr]
    inner: ast.expr = node.value
    while isinstance(inner, ast.Attribute):
        parts.append(inner.attr)
        inner = inner.value
    if isinstance(inner, ast.Name) and inner.id in MODULES:
        return ".".join([MODULES[inner.id], *reversed(parts)])
    return f".{node.attr}"
