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
    torch.optim,
    torch.optim.lr_scheduler,
    torch.utils.data,
    torch.autograd,
    torch.func,
    torch.linalg,
    torch.fft,
    torch.special,
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
print("without:", len(missing), "of which in torch itself:", top)
print(*missing[:4], sep="\n")
