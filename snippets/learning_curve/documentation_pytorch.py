import inspect
import re
import statistics

import torch

# --8<-- [start:walk]
modules = [
    torch,
    torch.nn,
    torch.nn.functional,
    torch.nn.init,
    torch.nn.utils,
    torch.nn.utils.parametrizations,
    torch.nn.utils.rnn,
    torch.optim,
    torch.optim.lr_scheduler,
    torch.optim.swa_utils,
    torch.utils.data,
    torch.autograd,
    torch.amp,
    torch.func,
    torch.linalg,
    torch.fft,
    torch.special,
    torch.signal.windows,
    torch.sparse,
    torch.random,
    torch.distributions,
]

found = {}
for module in modules:
    listed = hasattr(module, "__all__")
    for name in module.__all__ if listed else dir(module):
        thing = getattr(module, name, None)
        if name.startswith("_") or not (
            inspect.isroutine(thing) or inspect.isclass(thing)
        ):
            continue
        home = getattr(thing, "__module__", None) or "torch"
        ours = home.startswith("torch" if listed else module.__name__)
        in_c = inspect.isbuiltin(thing) and thing.__name__[0] != "_"
        if ours or in_c:
            path = f"{module.__name__}.{name}"
            found.setdefault(id(thing), (path, thing))
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
# --8<-- [end:deprecated]

print(public, "functions and classes in", len(modules), "modules")
print(f"with a docstring:  {documented:.1%}")
print(f"  below torch: {documented_below:.1%} of {len(below)}")
print(f"with a code block: {with_code:.1%}")
print(f"with a >>> prompt: {with_prompt:.1%}")
print("words, median:    ", median_words)
print("without a docstring:", *missing[:3])
print(deprecated_names, "deprecated:", *sorted(deprecated)[:3])
