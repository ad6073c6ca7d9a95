import re
import warnings

import torch
from torch import nn


# --8<-- [start:mistakes]
class NoSuper(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(29, 5)


class NoForward(nn.Module):
    def call(self, x):
        return x


def not_built():
    layer = nn.LazyLinear(5)
    sum(weight.numel() for weight in layer.parameters())


def other_shape():
    saved = nn.Linear(31, 5).state_dict()
    nn.Linear(29, 5).load_state_dict(saved)


def weight_missing():
    saved = {"weight": torch.ones(5, 29)}
    nn.Linear(29, 5).load_state_dict(saved)


def unknown_argument():
    nn.Linear(29, 5, activation="relu")


def no_super():
    NoSuper()


def no_forward():
    NoForward()(torch.ones(8, 29))


def input_missing():
    nn.Bilinear(29, 31, 5)(torch.ones(8, 29))


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
# outcome; layer or class; names or sizes, all of them; what to do
dense = "linear|dense"
looks_for = {
    not_built: ("ValueError", "lazy|dense", [], r"forward|build"),
    other_shape: ("RuntimeError", dense, ["29", "31"], "strict"),
    weight_missing: ("RuntimeError", dense, ["bias"], "strict"),
    unknown_argument: (
        "TypeError",
        dense,
        ["activation"],
        "did you mean",
    ),
    no_super: ("AttributeError", "module", [], r"__init__\(\)"),
    no_forward: ("NotImplementedError", "NoForward", [], r"forward"),
    input_missing: ("TypeError", "bilinear", ["input2"], "two inputs"),
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
