import re
import warnings

import keras
import numpy as np
import tensorflow as tf
from keras import layers

# --8<-- [start:mistakes]
x, y = np.ones((8, 29), "float32"), np.array([0, 3, 1, 4, 2, 3, 1, 0])
cross_entropy = keras.losses.SparseCategoricalCrossentropy(
    from_logits=True
)
optimizer = keras.optimizers.SGD(0.1)


def second_gradient():
    layer = layers.Dense(5)
    with tf.GradientTape() as tape:
        loss = cross_entropy(y, layer(x))
    tape.gradient(loss, layer.trainable_variables)
    tape.gradient(loss, layer.trainable_variables)


def step_by_hand():
    weight = tf.Variable(tf.ones(5))
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(3 * weight)
    weight -= 0.1 * tape.gradient(loss, weight)


def nothing_recorded():
    layer = layers.Dense(5)
    with tf.GradientTape() as tape:
        loss = cross_entropy(y, layer(x).numpy())
    weights = layer.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)


def loss_not_reduced():
    layer = layers.Dense(5)
    with tf.GradientTape(persistent=True) as tape:
        losses = keras.losses.sparse_categorical_crossentropy(
            y, layer(x), from_logits=True
        )
        mean = tf.reduce_mean(losses)
    weights = layer.trainable_variables
    of_losses = tape.gradient(losses, weights)[1]
    return np.allclose(of_losses, tape.gradient(mean, weights)[1])


def no_weights():
    model = keras.Sequential([keras.Input((29,)), layers.Flatten()])
    model.compile("sgd", cross_entropy)
    model.fit(x, y, verbose=0)


def swapped():
    cross_entropy(layers.Dense(5)(x), y)


def label_too_large():
    cross_entropy(y + 3, layers.Dense(5)(x))


def unequal_counts():
    model = keras.Sequential([keras.Input((29,)), layers.Dense(5)])
    model.compile("sgd", cross_entropy)
    model.fit(x, y[:6], verbose=0)


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    second_gradient: "RuntimeError",
    step_by_hand: "RuntimeError",
    nothing_recorded: "ValueError",
    loss_not_reduced: "silent",
    no_weights: "UserWarning",
    swapped: "ValueError",
    label_too_large: "InvalidArgumentError",
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
