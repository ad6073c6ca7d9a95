import re
import warnings

import torch
from torch import nn
from torch.nn import functional as F


# --8<-- [start:mistakes]
def float_labels():
    F.cross_entropy(torch.eye(5), torch.tensor([0.0, 3, 1, 4, 2]))


def one_hot_labels():
    one_hot = F.one_hot(torch.tensor([0, 3, 1, 4, 2]))
    F.cross_entropy(torch.eye(5), one_hot)


def int_plus_float():
    total = torch.tensor([1, 2]) + torch.tensor([0.5, 0.25])
    return total.tolist() == [1.5, 2.25]


def float64_input():
    nn.Linear(29, 5)(torch.ones(8, 29, dtype=torch.float64))


def int_input():
    nn.Linear(29, 5)(torch.ones(8, 29, dtype=torch.int64))


def float_ids():
    nn.Embedding(13, 5)(torch.tensor([1.0, 12.0]))


def int_weights():
    counts = torch.tensor([1, 2, 3], requires_grad=True)
    counts.square().sum().backward()


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    float_labels: "RuntimeError",
    one_hot_labels: "RuntimeError",
    int_plus_float: "accepted",
    float64_input: "RuntimeError",
    int_input: "RuntimeError",
    float_ids: "RuntimeError",
    int_weights: "RuntimeError",
}
# in the message: layer or operation; all types; what to do
floats, wide, ints = "float", "float64|double", "int64|long|int32"
dense = "linear|dense|matmul|multipl"
entropy = "cross.?entropy"
one_hot = ["float|5, 5", f"{ints}|5, 5"]
looks_for = {
    "float_labels": (entropy, [floats, ints], "cast"),
    "one_hot_labels": (entropy, one_hot, "categorical"),
    "int_plus_float": (r"\badd", [ints, floats], "cast"),
    "float64_input": (dense, [wide, floats], "cast"),
    "int_input": (dense, [ints, floats], "cast"),
    "float_ids": ("embedding", [floats, ints], "cast"),
    "int_weights": ("grad|watch", [floats, ints], "only"),
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
