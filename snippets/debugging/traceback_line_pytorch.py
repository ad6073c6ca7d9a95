import re
import traceback

import torch


def reshape(x):
    doubled = x * 2
    return doubled.reshape(4)


def lookup(x, index):
    doubled = x * 2
    return doubled[index]


def lines_named(call, name, *arguments):
    try:
        call(*arguments)
    except (RuntimeError, IndexError):
        text = traceback.format_exc()
    first = globals()[name].__code__.co_firstlineno
    found = re.findall(rf"line (\d+), in {name}\b", text)
    return [int(line) - first for line in found]


shape = "reshape", torch.ones(2, 3)
index = "lookup", torch.ones(4), torch.tensor([9])
eager_shape = lines_named(reshape, *shape)
eager_index = lines_named(lookup, *index)
captured_shape = lines_named(torch.compile(reshape), *shape)
captured_index = lines_named(torch.compile(lookup), *index)

print("lines of the function that the traceback names (def: 0)")
print(f"eager:    wrong shape {eager_shape}, index {eager_index}")
print(f"compiled: wrong shape {captured_shape}, index {captured_index}")
