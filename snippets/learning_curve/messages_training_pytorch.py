import re
import warnings

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:mistakes]
x, y = torch.ones(8, 29), torch.tensor([0, 3, 1, 4, 2, 3, 1, 0])


def second_gradient():
    loss = F.cross_entropy(nn.Linear(29, 5)(x), y)
    loss.backward()
    loss.backward()


def step_by_hand():
    weight = torch.ones(5, requires_grad=True)
    (3 * weight).sum().backward()
    weight -= 0.1 * weight.grad


def nothing_recorded():
    prediction = nn.Linear(29, 5)(x).detach()
    F.cross_entropy(prediction, y).backward()


def loss_not_reduced():
    prediction = nn.Linear(29, 5)(x)
    F.cross_entropy(prediction, y, reduction="none").backward()


def no_weights():
    torch.optim.SGD(nn.Flatten().parameters(), lr=0.1)


def no_loss():
    nn.Linear(29, 5)(x).backward()


def label_too_large():
    F.cross_entropy(nn.Linear(29, 5)(x), y + 3)


def unequal_counts():
    F.cross_entropy(nn.Linear(29, 5)(x), y[:6])


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
# outcome; operation or object; numbers, all of them; what to do
gradient, entropy = "grad|backward|tape", "cross.?entropy"
looks_for = {
    second_gradient: (
        "RuntimeError",
        gradient,
        [],
        "retain_graph|persistent",
    ),
    step_by_hand: (
        "RuntimeError",
        "in-place|-=|assign",
        [],
        "no_grad|assign_sub",
    ),
    nothing_recorded: (
        "RuntimeError",
        gradient,
        [],
        "requires_grad|detach|watch",
    ),
    loss_not_reduced: ("RuntimeError", gradient, ["8"], "scalar|mean"),
    no_weights: (
        "ValueError",
        "optimizer|model",
        [],
        r"\.parameters|trainable_variables",
    ),
    no_loss: ("RuntimeError", f"{gradient}|loss", [], "scalar|loss"),
    label_too_large: ("IndexError", entropy, ["5|6|7", "5"], "valid"),
    unequal_counts: (
        "ValueError",
        f"{entropy}|fit",
        ["8", "6"],
        "same number",
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
