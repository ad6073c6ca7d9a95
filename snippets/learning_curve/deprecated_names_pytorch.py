import inspect
import re

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
