import re
import warnings

import torch
from torch import nn


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
# outcome; layer or operation; sizes, all of them; what to do
dense = "linear|dense|sequential|matmul|multipl"
looks_for = {
    input_size: ("RuntimeError", dense, ["29", "31"], "flatten"),
    not_flattened: ("RuntimeError", dense, ["28", "784"], "flatten"),
    no_batch: ("accepted", "conv", ["3", "4"], "batch"),
    channel_axis: ("RuntimeError", "conv", ["3", "16|18"], "permute"),
    sizes_to_add: ("RuntimeError", r"\badd", ["17", "13"], "same size"),
    sizes_to_join: (
        "RuntimeError",
        r"\bcat|concat",
        ["17", "13"],
        "same size",
    ),
    sizes_to_reshape: (
        "RuntimeError",
        "reshape",
        ["68", "65|5, 13"],
        "same number",
    ),
    sizes_in_einsum: (
        "RuntimeError",
        "einsum",
        ["17", "13"],
        "same size",
    ),
}
# --8<-- [end:looks_for]


# --8<-- [start:rating]
REQUIREMENT = r"\bexpect|must|should|required|please"


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


other_types = silent = layers_named = sizes_named = fixes_named = 0
marks = ""
for mistake, (kind, layer, sizes, fix) in looks_for.items():
    seen, text = attempt(mistake)
    has_layer = bool(re.search(layer, text, re.I))
    has_sizes = bool(sizes) and all(
        re.search(rf"(?<!\d)({size})(?!\d)", text, re.I)
        for size in sizes
    )
    has_fix = bool(re.search(f"{REQUIREMENT}|{fix}", text, re.I))
    other_types += seen != kind
    silent += seen == "silent"
    layers_named += has_layer
    sizes_named += has_sizes
    fixes_named += has_fix
    marks += str(4 * has_layer + 2 * has_sizes + has_fix)
    words = ["layer"] * has_layer + ["sizes"] * has_sizes
    words += ["fix"] * has_fix
    print(f"{mistake.__name__:17} {seen:20}", *words or "-")
# --8<-- [end:rating]

marks = int(marks)
print("layer", layers_named, "sizes", sizes_named, "fix", fixes_named)
