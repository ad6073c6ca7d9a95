import re
import warnings

import keras
import tensorflow as tf
from keras import layers


# --8<-- [start:mistakes]
class NoSuper(keras.Model):
    def __init__(self):
        self.layer = layers.Dense(5)


class OtherName(keras.Model):
    def forward(self, x):
        return x


def not_built():
    layers.Dense(5).count_params()


def other_shape():
    layer = layers.Dense(5)
    layer.build((None, 29))
    layer.set_weights([tf.ones((31, 5)), tf.ones(5)])


def weight_missing():
    layer = layers.Dense(5)
    layer.build((None, 29))
    layer.set_weights([tf.ones((29, 5))])


def unknown_argument():
    layers.Dense(5, in_features=29)


def no_super():
    NoSuper()(tf.ones((8, 29)))


def no_forward():
    OtherName()(tf.ones((8, 29)))


def input_missing():
    a, b = keras.Input((29,)), keras.Input((29,))
    keras.Model([a, b], layers.Add()([a, b]))(tf.ones((8, 29)))


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    not_built: "ValueError",
    other_shape: "ValueError",
    weight_missing: "ValueError",
    unknown_argument: "ValueError",
    no_super: "RuntimeError",
    no_forward: "NotImplementedError",
    input_missing: "ValueError",
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
