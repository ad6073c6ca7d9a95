import re
import warnings

import torch
from torch import nn
from torch.nn import functional as F


# --8<-- [start:mistakes]
def input_size():
    nn.Linear(29, 5)(torch.ones(8, 31))


def not_flattened():
    nn.Sequential(nn.Linear(784, 10))(torch.ones(8, 28, 28))


def no_batch():
    image = torch.ones(3, 16, 18)
    return nn.Conv2d(3, 5, 2)(image).shape == (5, 15, 17)


def channel_axis():
    nn.Conv2d(3, 5, 2)(torch.ones(4, 16, 18, 3))


def channels_unknown():
    image = torch.ones(4, 16, 18, 3)
    return nn.LazyConv2d(5, 2)(image).shape == (4, 5, 15, 17)


def one_column():
    y = torch.arange(8.0)
    return F.mse_loss(y[:, None], y) == 0


def sizes_to_add():
    torch.ones(4, 17) + torch.ones(4, 13)


def sizes_to_join():
    torch.cat([torch.ones(4, 17), torch.ones(3, 13)])


def sizes_to_reshape():
    torch.ones(4, 17).reshape(5, 13)


def sizes_in_einsum():
    torch.einsum("ij,jk->ik", torch.ones(4, 17), torch.ones(13, 5))


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    input_size: "RuntimeError",
    not_flattened: "RuntimeError",
    no_batch: "accepted",
    channel_axis: "RuntimeError",
    channels_unknown: "silent",
    one_column: "UserWarning",
    sizes_to_add: "RuntimeError",
    sizes_to_join: "RuntimeError",
    sizes_to_reshape: "RuntimeError",
    sizes_in_einsum: "RuntimeError",
}
# in the message: layer or operation; all sizes; what to do
dense = "linear|dense|sequential|matmul|multipl"
looks_for = {
    "input_size": (dense, ["29", "31"], "flatten"),
    "not_flattened": (dense, ["28", "784"], "flatten"),
    "no_batch": ("conv", ["3", "4"], "batch"),
    "channel_axis": ("conv", ["3", "16|18"], "permute"),
    "channels_unknown": ("conv", ["3", "16|18"], "permute"),
    "one_column": ("mse|squared", ["8, 1", r"8\]|8,\)"], "same size"),
    "sizes_to_add": (r"\badd", ["17", "13"], "same size"),
    "sizes_to_join": (r"\bcat|concat", ["17", "13"], "same size"),
    "sizes_to_reshape": ("reshape", ["68", "65|5, 13"], "same number"),
    "sizes_in_einsum": ("einsum", ["17", "13"], "same size"),
}
# --8<-- [end:looks_for]


# --8<-- [start:rating]
requirement = r"\bexpect|must|should|required|please"


def attempt(mistake):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            right = mistake()
        except Exception as error:
            return type(error).__name__, str(error)
    for warning in caught:
        if warning.category is UserWarning:
            return "UserWarning", str(warning.message)
    return "accepted" if right else "silent", ""


other_types = silent = messages = with_sizes = 0
layers_named = sizes_named = fixes_named = 0
marks = ""
for mistake, outcome in outcomes.items():
    layer, sizes, fix = looks_for[mistake.__name__]
    seen, text = attempt(mistake)
    has_layer = bool(re.search(layer, text, re.I))
    has_sizes = bool(sizes) and all(
        re.search(rf"(?<!\d)({size})(?!\d)", text, re.I)
        for size in sizes
    )
    has_fix = bool(re.search(f"{requirement}|{fix}", text, re.I))
    other_types += seen != outcome
    silent += seen == "silent"
    messages += bool(text)
    with_sizes += bool(text and sizes)
    layers_named += has_layer
    sizes_named += has_sizes
    fixes_named += has_fix
    marks += str(4 * has_layer + 2 * has_sizes + has_fix)
    words = ["layer"] * has_layer + ["sizes"] * has_sizes
    words += ["fix"] * has_fix
    print(f"{mistake.__name__:17} {seen:20}", *words or "-")
# --8<-- [end:rating]

marks = int(marks)
print(
    f"layer {layers_named}, fix {fixes_named} of {messages} messages;",
    f"sizes {sizes_named} of {with_sizes}",
)
