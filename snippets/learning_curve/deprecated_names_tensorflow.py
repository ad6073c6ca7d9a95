import inspect
import re

import keras
import tensorflow as tf

# --8<-- [start:walk]
modules = {
    "tf": tf,
    "tf.nn": tf.nn,
    "tf.math": tf.math,
    "tf.linalg": tf.linalg,
    "tf.signal": tf.signal,
    "tf.data": tf.data,
    "tf.random": tf.random,
    "tf.sparse": tf.sparse,
    "tf.ragged": tf.ragged,
    "tf.strings": tf.strings,
    "tf.image": tf.image,
    "tf.io": tf.io,
    "tf.train": tf.train,
    "tf.autodiff": tf.autodiff,
    "keras": keras,
    "keras.layers": keras.layers,
    "keras.models": keras.models,
    "keras.ops": keras.ops,
    "keras.activations": keras.activations,
    "keras.initializers": keras.initializers,
    "keras.regularizers": keras.regularizers,
    "keras.losses": keras.losses,
    "keras.metrics": keras.metrics,
    "keras.optimizers": keras.optimizers,
    "keras.optimizers.schedules": keras.optimizers.schedules,
    "keras.callbacks": keras.callbacks,
    "keras.random": keras.random,
    "keras.utils": keras.utils,
}

found = {}
for place, module in modules.items():
    for name in dir(module):
        thing = getattr(module, name)
        if name.startswith("_") or not (
            inspect.isroutine(thing) or inspect.isclass(thing)
        ):
            continue
        home = getattr(thing, "__module__", None) or "tensorflow"
        if home.startswith(("tensorflow", "keras")):
            found.setdefault(id(thing), (f"{place}.{name}", thing))
# --8<-- [end:walk]

# --8<-- [start:deprecated]
deprecated = []
for path, thing in found.values():
    name = re.escape(path.split(".")[-1])
    says_so = re.search(
        rf"{name}`* is (now )?deprecated|\(deprecated\)|^\s*DEPRECATED|"
        r"[Tt]his (function|class|method) is (now )?deprecated",
        str(thing.__doc__ or ""),
    )
    if says_so or hasattr(thing, "__deprecated__"):
        deprecated.append(path)
deprecated.sort()
deprecated_names = len(deprecated)
deprecated_share = deprecated_names / len(found)
# --8<-- [end:deprecated]

print(deprecated_names, "of", len(found), "names are deprecated:")
print(*deprecated[:8], sep="\n")
