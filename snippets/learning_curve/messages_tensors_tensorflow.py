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
# outcome; operation; numbers, all of them; what to do
invalid = "InvalidArgumentError"
index = "index|indices"
looks_for = {
    truth_of_many: ("ValueError", "bool|truth", [], r"\ball\b|any"),
    number_of_many: (
        "TypeError",
        "float|item|scalar",
        ["5"],
        "length-1|0-dim|one element",
    ),
    index_beyond: (invalid, index, ["9", "5"], "valid range"),
    gather_beyond: (invalid, index, ["9", "5"], "valid range"),
    assignment: ("TypeError", "assign", [], r"scatter|variable"),
    float_index: ("TypeError", index, ["float|1.0"], "only integers"),
    unequal_rows: ("ValueError", "tensor", ["2", "1"], "ragged|pad"),
    recorded_to_numpy: (
        "AttributeError",
        "numpy",
        [],
        r"detach|tf\.function|eager",
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
