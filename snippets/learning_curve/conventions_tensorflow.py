import copy
import operator
import pickle
from collections.abc import Iterable

import keras
import numpy as np
import tensorflow as tf
from keras import layers

x = tf.constant([3.0, -1.0, 2.0])
m = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
w = tf.constant([[2.0], [-1.0]])
n = tf.constant(2)
y = tf.identity(x)
dataset = tf.data.Dataset.from_tensor_slices(x)
loader = dataset.batch(2)
model = keras.Sequential(
    [keras.Input((3,)), layers.Dense(2), layers.ReLU()]
)


def block():
    with tf.name_scope("block") as scope:
        return scope == "block/"


def floats(values):
    return [float(value) for value in values]


checks_alike = {
    "len(m)": lambda: len(m) == 3,
    "for": lambda: floats(x) == [3, -1, 2],
    "enumerate, zip": lambda: (
        [(i, float(a * b)) for i, (a, b) in enumerate(zip(x, x[1:]))]
        == [(0, -3), (1, -2)]
    ),
    "in": lambda: 2.0 in x and 7.0 not in x,
    "sum, max": lambda: float(sum(x)) == 4 and float(max(x)) == 3,
    "sorted": lambda: floats(sorted(x)) == [-1, 2, 3],
    "reversed": lambda: floats(reversed(x)) == [2, -1, 3],
    "x[-1], x[::2]": lambda: floats([x[-1], *x[::2]]) == [2, 3, 2],
    "x[x > 0]": lambda: floats(x[x > 0]) == [3, 2],
    "m[..., None]": lambda: tuple(m[..., None].shape) == (3, 2, 1),
    "m @ w": lambda: float((m @ w)[2, 0]) == 4,
    "2 - x // 2": lambda: floats(2 - x // 2) == [1, 3, 1],
    "abs, %, **": lambda: floats(abs(x) ** 2 % 4) == [1, 1, 0],
    "~, &, <": lambda: floats(~(x > 0) & (x < 9)) == [0, 1, 0],
    "range, if": lambda: len(range(n)) == 2 and bool(n > 1),
    "f-string": lambda: f"{x[0]:.2f}" == "3.00",
    "copy": lambda: floats(copy.deepcopy(x)) == [3, -1, 2],
    "pickle": lambda: (
        floats(pickle.loads(pickle.dumps(x))) == [3, -1, 2]
    ),
    "NumPy": lambda: (
        isinstance(x, Iterable) and np.asarray(x).sum() == 4
    ),
    "with, batches": lambda: (
        block() and [len(batch) for batch in loader] == [2, 1]
    ),
}
checks_unlike = {
    "x[::-1]": lambda: floats(x[::-1]) == [2, -1, 3],
    "x[[0, 2]]": lambda: floats(x[[0, 2]]) == [3, 2],
    "m[[0, 1]]": lambda: tuple(m[[0, 1]].shape) == (2, 2),
    "y[0] = 7": lambda: operator.setitem(y, 0, 7.0) is None,
    "y += 1": lambda: operator.iadd(y, 1) is y,
    "{x}": lambda: len({x, x}) == 1,
    "x == x[:2]": lambda: not (x == x[:2]),
    "x @ m": lambda: floats(x @ m) == [10, 14],
    "m.T": lambda: tuple(m.T.shape) == (2, 3),
    "x + [1, 2, 3]": lambda: floats(x + [1, 2, 3]) == [4, 1, 5],
    "sum([1., 2.])": lambda: float(tf.reduce_sum([1.0, 2.0])) == 3,
    "text": lambda: tf.constant("a") + "b" == b"ab",
    "dataset[0]": lambda: float(dataset[0]) == 3,
    "model[0]": lambda: model[0].units == 2,
    "len(model)": lambda: len(model) == 2,
}
checks_raising = {
    "index": lambda: x[9],
    "sizes": lambda: x + x[:2],
    "reshape": lambda: tf.reshape(x, (2, 2)),
    "attribute": lambda: x.shap,
    "argument": lambda: layers.Dense(2, unit=2),
    "option": lambda: keras.losses.MeanSquaredError(reduction="avg"),
    "name": lambda: model.get_layer("second"),
}


def outcome(check):
    try:
        return "works" if check() else "other"
    except Exception as error:
        return type(error).__name__


def raised(check):
    try:
        return check()
    except Exception as error:
        return type(error)


alike = {name: outcome(check) for name, check in checks_alike.items()}
unlike = {name: outcome(check) for name, check in checks_unlike.items()}
kinds = {name: raised(check) for name, check in checks_raising.items()}
alike_work = list(alike.values()).count("works")
pattern = int("".join(str(int(s == "works")) for s in unlike.values()))
own_types = sum(k.__module__ == "builtins" for k in kinds.values())

print(alike_work, "of", len(alike), "work on both sides")
for name, seen in unlike.items():
    print(f"{name:13}", seen)
print(*(f"{name}: {kind.__name__}" for name, kind in kinds.items()))
