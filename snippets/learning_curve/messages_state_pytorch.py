import re
import warnings

import torch
from torch import nn


# --8<-- [start:mistakes]
class NoSuper(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(29, 5)


class OtherName(nn.Module):
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
    OtherName()(torch.ones(8, 29))


def input_missing():
    nn.Bilinear(29, 31, 5)(torch.ones(8, 29))


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    not_built: "ValueError",
    other_shape: "RuntimeError",
    weight_missing: "RuntimeError",
    unknown_argument: "TypeError",
    no_super: "AttributeError",
    no_forward: "NotImplementedError",
    input_missing: "TypeError",
}
# in the message: layer or class; all names or sizes; what to do
dense, both = "linear|dense", ["input2|2", "1"]
arguments = ["activation|in_features"]
looks_for = {
    "not_built": ("lazy|dense", [], r"forward|build"),
    "other_shape": (dense, ["29", "31"], "strict"),
    "weight_missing": (dense, ["bias|1", "bias|2"], "strict"),
    "unknown_argument": (dense, arguments, "did you mean"),
    "no_super": ("NoSuper", [], r"__init__\(\)"),
    "no_forward": ("OtherName", [], r"forward|call\(\)"),
    "input_missing": ("bilinear|functional", both, "two inputs"),
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
