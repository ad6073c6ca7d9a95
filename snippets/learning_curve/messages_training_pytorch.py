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


def swapped():
    F.cross_entropy(y, nn.Linear(29, 5)(x))


def label_too_large():
    F.cross_entropy(nn.Linear(29, 5)(x), y + 3)


def unequal_counts():
    F.cross_entropy(nn.Linear(29, 5)(x), y[:6])


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    second_gradient: "RuntimeError",
    step_by_hand: "RuntimeError",
    nothing_recorded: "RuntimeError",
    loss_not_reduced: "RuntimeError",
    no_weights: "ValueError",
    swapped: "NotImplementedError",
    label_too_large: "IndexError",
    unequal_counts: "ValueError",
}
# in the message: operation or object; all numbers; what to do
gradient, entropy = "grad|backward|tape", "cross.?entropy"
again, assigned = "retain_graph|persistent", "no_grad|assign_sub"
unrecorded = "requires_grad|detach|watch"
all_weights = r"\.parameters|trainable_variables"
looks_for = {
    "second_gradient": (gradient, [], again),
    "step_by_hand": ("in-place|-=|assign", [], assigned),
    "nothing_recorded": (gradient, [], unrecorded),
    "loss_not_reduced": (gradient, ["8"], "scalar|mean"),
    "no_weights": ("optimizer|model", [], all_weights),
    "swapped": (
        entropy,
        ["8, 5|float|long|int64"],
        "order|swap|labels",
    ),
    "label_too_large": (entropy, ["5|6|7", "5"], "valid"),
    "unequal_counts": (f"{entropy}|fit", ["8", "6"], "same number"),
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
