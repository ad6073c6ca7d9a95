import torch
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

torch.manual_seed(0)
x = torch.ones(60, requires_grad=True)


def wrong(output):
    """Whether the gradient belongs to another mask than the output."""
    (gradient,) = torch.autograd.grad(output.sum(), x)
    return int(not torch.equal(gradient, output))


wrong_when_kept = wrong(F.dropout(x, 0.5))

output = checkpoint(F.dropout, x, 0.5, use_reentrant=False)
wrong_when_recomputed = wrong(output)

output = checkpoint(
    F.dropout, x, 0.5, use_reentrant=False, preserve_rng_state=False
)
wrong_with_new_state = wrong(output)

print("wrong gradient, mask kept:", bool(wrong_when_kept))
print("computed again:", bool(wrong_when_recomputed))
print("without the generator's state:", bool(wrong_with_new_state))
