import inspect
import re
import statistics

import keras
import tensorflow as tf

# --8<-- [start:walk]
modules = {
    "tf": tf,
    "tf.nn": tf.nn,
    "tf.math": tf.math,
    "tf.bitwise": tf.bitwise,
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
    "keras.constraints": keras.constraints,
    "keras.losses": keras.losses,
    "keras.metrics": keras.metrics,
    "keras.optimizers": keras.optimizers,
    "keras.optimizers.schedules": keras.optimizers.schedules,
    "keras.callbacks": keras.callbacks,
    "keras.dtype_policies": keras.dtype_policies,
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

# --8<-- [start:count]
docs = {
    path: str(thing.__doc__ or "") for path, thing in found.values()
}
missing = sorted(path for path, doc in docs.items() if not doc)
public = len(docs)
documented = 1 - len(missing) / public

# the same without the names of the top: torch.add, tf.add
below = [path for path in docs if path.count(".") > 1]
missing_below = [path for path in missing if path.count(".") > 1]
documented_below = 1 - len(missing_below) / len(below)

code = re.compile(
    r">>>|^\s*```|^\s*\.\. code|^(?!\s*\.\.).*::\s*$",
    re.MULTILINE,
)
with_prompt = sum(">>>" in doc for doc in docs.values()) / public
with_code = sum(bool(code.search(d)) for d in docs.values()) / public
median_words = statistics.median(
    len(doc.split()) for doc in docs.values() if doc
)
# --8<-- [end:count]

# --8<-- [start:deprecated]
deprecated = []
for path, thing in found.values():
    name = re.escape(path.split(".")[-1])
    says_so = re.search(
        rf"{name}`* is (now )?deprecated|\(deprecated\)|^\s*DEPRECATED|"
        r"[Tt]his (function|class|method) is (now )?deprecated",
        docs[path],
    )
    if says_so or hasattr(thing, "__deprecated__"):
        deprecated.append(path)
deprecated_names = len(deprecated)

old = tf.compat.v1
only_in_v1 = sum(
    not hasattr(tf, name) and name[0] != "_"
    for name in dir(old)
    if inspect.isroutine(thing := getattr(old, name))
    or inspect.isclass(thing)
)
# --8<-- [end:deprecated]

print(public, "functions and classes in", len(modules), "modules")
print(f"with a docstring:  {documented:.1%}")
print(f"  below tf and keras: {documented_below:.1%} of {len(below)}")
print(f"with a code block: {with_code:.1%}")
print(f"with a >>> prompt: {with_prompt:.1%}")
print("words, median:    ", median_words)
print("without a docstring:", *missing[:3])
print(deprecated_names, "deprecated:", *sorted(deprecated)[:3])
print("of TensorFlow 1, and no longer in tf:", only_in_v1)
