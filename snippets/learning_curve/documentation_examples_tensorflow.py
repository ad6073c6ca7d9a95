import contextlib
import doctest
import inspect
import io
import logging
import random
import re
import warnings

import keras
import numpy as np
import tensorflow as tf

usual = {"tf": tf, "keras": keras, "np": np}
seed = keras.utils.set_random_seed

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

# --8<-- [start:sample]
LEFT_OUT = re.compile(
    r"cuda|gpu|xpu|\bmps|\btpu|distribut|[Ss]trategy|num_workers|"
    r"service|SKIP|REQUIRES|compile|export|profil|open\(|load|save|"
    r"file|path|url|datasets\.|set_|enable|disable|sleep|input\(|"
    r"matplotlib|pandas|PIL|cv2|torchvision|tensorflow_",
)
parser = doctest.DocTestParser()
candidates, unreadable = {}, 0
things = dict(found.values())
for path, thing in found.values():
    doc = re.sub(r"(?m)^\s*```.*$", "", str(thing.__doc__ or ""))
    try:
        examples = parser.get_examples(doc)
    except ValueError:
        unreadable += 1
        continue
    source = "".join(example.source for example in examples)
    if source and not LEFT_OUT.search(source):
        candidates[path] = examples
chosen = random.Random(0).sample(sorted(candidates), 60)
# --8<-- [end:sample]


# --8<-- [start:run]
def run(examples, names):
    same = True
    for example in examples:
        printed = io.StringIO()
        try:
            code = compile(example.source, "<example>", "single")
            with contextlib.redirect_stdout(printed):
                exec(code, names)
        except BaseException as error:
            kind = type(error).__name__
            if kind not in f"{example.want}{example.exc_msg}":
                return kind, False
        else:
            want, got = example.want, printed.getvalue()
            same &= not want or checker.check_output(want, got, flags)
    return "", same


checker = doctest.OutputChecker()
flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
warnings.simplefilter("ignore")
logging.disable()
runs = printing = as_printed = 0
failures = []
for path in chosen:
    seed(0)
    own = {path.split(".")[-1]: things[path]}
    kind, same = run(candidates[path], usual | own)
    shows = any(example.want for example in candidates[path])
    runs += not kind
    printing += shows
    as_printed += shows and same
    failures += [f"{path}: {kind}"] * bool(kind)
# --8<-- [end:run]

sampled = len(chosen)
print("docstrings to choose from:", len(candidates))
print("with a prompt that cannot be read:", unreadable)
print(f"of {sampled} in the sample, {runs} run without an exception")
print(f"of {printing} that show output, {as_printed} print the same")
print(*failures[:6], sep="\n")
