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

# --8<-- [start:count]
docs = {
    path: str(thing.__doc__ or "") for path, thing in found.values()
}
missing = sorted(path for path, doc in docs.items() if not doc)
public = len(docs)
documented = 1 - len(missing) / public

code = re.compile(r">>>|^\s*```|::\s*$", re.MULTILINE)
with_prompt = sum(">>>" in doc for doc in docs.values()) / public
with_code = sum(bool(code.search(d)) for d in docs.values()) / public
median_words = statistics.median(
    len(doc.split()) for doc in docs.values() if doc
)
# --8<-- [end:count]

top = sum(path.count(".") == 1 for path in missing)
print(public, "functions and classes in", len(modules), "modules")
print(f"with a docstring:  {documented:.1%}")
print(f"with a code block: {with_code:.1%}")
print(f"with a >>> prompt: {with_prompt:.1%}")
print("words, median:    ", median_words)
print("without:", len(missing), "of which in tf or keras:", top)
print(*missing[:4], sep="\n")
