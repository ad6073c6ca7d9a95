import ast
import contextlib
import doctest
import inspect
import io
import linecache
import logging
import math
import random
import re
import warnings

import numpy as np
import torch
from torch import nn, optim
from torch.nn import functional as F

usual = {"torch": torch, "nn": nn, "F": F, "optim": optim, "np": np}
usual["__name__"] = "__main__"


def seed(number):
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)


# --8<-- [start:walk]
modules = [
    torch,
    torch.nn,
    torch.nn.functional,
    torch.nn.init,
    torch.nn.utils,
    torch.nn.utils.parametrizations,
    torch.nn.utils.rnn,
    torch.optim,
    torch.optim.lr_scheduler,
    torch.optim.swa_utils,
    torch.utils.data,
    torch.autograd,
    torch.amp,
    torch.func,
    torch.linalg,
    torch.fft,
    torch.special,
    torch.signal.windows,
    torch.sparse,
    torch.random,
    torch.distributions,
]

found = {}
for module in modules:
    listed = hasattr(module, "__all__")
    for name in module.__all__ if listed else dir(module):
        thing = getattr(module, name, None)
        if name.startswith("_") or not (
            inspect.isroutine(thing) or inspect.isclass(thing)
        ):
            continue
        home = getattr(thing, "__module__", None) or "torch"
        ours = home.startswith("torch" if listed else module.__name__)
        in_c = inspect.isbuiltin(thing) and thing.__name__[0] != "_"
        if ours or in_c:
            path = f"{module.__name__}.{name}"
            found.setdefault(id(thing), (path, thing))
# --8<-- [end:walk]

# --8<-- [start:sample]
LEFT_OUT = re.compile(
    r"cuda|gpu|xpu|\bmps|\btpu|distribut|[Ss]trategy|num_workers|"
    r"service|SKIP|REQUIRES|compile|export|profil|open\(|load|save|"
    r"file|path|url|datasets\.|set_|enable|disable|sleep|input\(|"
    r"matplotlib|pandas|PIL|cv2|torchvision|tensorflow_",
)
parser = doctest.DocTestParser()
candidates, unreadable = {}, 0
things = dict(found.values())
for path, thing in found.values():
    doc = re.sub(r"(?m)^\s*```.*$", "", str(thing.__doc__ or ""))
    typed = "".join(re.findall(r"(?m)^\s*(?:>>>|\.\.\.).*\n?", doc))
    try:
        examples = parser.get_examples(doc)
    except ValueError:
        unreadable += 1
        continue
    if examples and not LEFT_OUT.search(typed):
        candidates[path] = examples
chosen = random.Random(0).sample(sorted(candidates), 200)
# --8<-- [end:sample]


# --8<-- [start:run]
def blocks(examples):
    source = ""
    for example in examples:
        source += example.source
        if example.want:
            yield source, f"{example.want}{example.exc_msg or ''}"
            source = ""
    if source:
        yield source, ""


def run(path, number):
    names = {**usual, path.split(".")[-1]: things[path]}
    results = []
    seed(number)
    for source, want in blocks(candidates[path]):
        place, printed = f"<{path} {len(results)}>", io.StringIO()
        lines = source.splitlines(keepends=True)
        linecache.cache[place] = len(source), None, lines, place
        try:
            *first, last = ast.parse(source).body
            before = compile(ast.Module(first, []), place, "exec")
            code = compile(ast.Interactive([last]), place, "single")
            with contextlib.redirect_stdout(printed):
                exec(before, names)
                start = printed.tell()
                exec(code, names)
        except BaseException as error:
            kind = type(error).__name__
            if kind not in want:
                return kind, results
            results.append((want, want))
        else:
            results.append((want, printed.getvalue()[start:]))
    return "", results


checker = doctest.OutputChecker()
flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
warnings.simplefilter("ignore")
logging.disable()
runs = missing_names = printing = as_printed = 0
failures = []
for path in chosen:
    kind, results = run(path, 0)
    shown = [result for result in results if result[0]]
    runs += not kind
    missing_names += kind == "NameError"
    failures += [f"{path}: {kind}"] * bool(kind)
    if not kind and shown and results == run(path, 1)[1]:
        printing += 1
        as_printed += all(
            checker.check_output(want, got, flags)
            for want, got in shown
        )
# --8<-- [end:run]


def interval(part, whole):
    share, z = part / whole, 1.96
    middle = share + z**2 / (2 * whole)
    reach = z * math.sqrt(
        share * (1 - share) / whole + (z / (2 * whole)) ** 2
    )
    scale = 1 + z**2 / whole
    return (middle - reach) / scale, (middle + reach) / scale


sampled = len(chosen)
runs_share = interval(runs, sampled)
# Rounded to tens: a few last digits depend on the processor.
printing, as_printed = round(printing, -1), round(as_printed, -1)
printed_share = interval(as_printed, printing)
print(sampled, "of", len(candidates), "docstrings with examples")
print("with a prompt that cannot be read:", unreadable)
print(f"{runs} run without an exception,", end=" ")
print(f"{missing_names} lack a name")
print(f"about {printing} show output that no seed changes,")
print(f"about {as_printed} of them print the same")
print("95 % intervals: {:.0%} to {:.0%} run,".format(*runs_share))
print("{:.0%} to {:.0%} print the same".format(*printed_share))
print(*failures[:4], sep="\n")
