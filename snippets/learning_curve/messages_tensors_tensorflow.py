import re
import warnings

import tensorflow as tf

# --8<-- [start:mistakes]
x = tf.constant([1.0, -2.0, 3.0, -4.0, 5.0])


def truth_of_many():
    if x > 0:
        print("positive")


def number_of_many():
    float(x)


def index_beyond():
    x[9]


def gather_beyond():
    tf.gather(x, [9])


def assignment():
    y = tf.identity(x)
    y[0] = 7.0


def float_index():
    x[1.0]


def unequal_rows():
    tf.constant([[1.0, 2.0], [3.0]])


@tf.function
def to_array(x):
    return (2 * x).numpy()


def recorded_to_numpy():
    to_array(x)


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    truth_of_many: "ValueError",
    number_of_many: "TypeError",
    index_beyond: "InvalidArgumentError",
    gather_beyond: "InvalidArgumentError",
    assignment: "TypeError",
    float_index: "TypeError",
    unequal_rows: "ValueError",
    recorded_to_numpy: "AttributeError",
}
# in the message: operation; all numbers; what to do
index, within = "index|indices", r"valid range|not in \["
one = "length-1|0-dim|one element"
looks_for = {
    "truth_of_many": ("bool|truth", [], r"\ball\b|any"),
    "number_of_many": ("float|item|scalar", ["5"], one),
    "index_beyond": (index, ["9", "5"], within),
    "gather_beyond": (index, ["9", "5"], within),
    "assignment": ("assign", [], r"scatter|variable"),
    "float_index": (index, ["float|1.0"], "only integers"),
    "unequal_rows": ("tensor", ["2", "1"], "ragged|pad"),
    "recorded_to_numpy": ("numpy", [], r"detach|tf\.function|eager"),
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
