import torch
from torch.nn import functional as F

x = torch.ones(60)
torch.manual_seed(0)
F.dropout(x, 0.5)  # some steps of training

state = torch.get_rng_state()
mask = F.dropout(x, 0.5)
next_mask = F.dropout(x, 0.5)

torch.set_rng_state(state)
replayed = F.dropout(x, 0.5)

torch.set_rng_state(state)
with torch.random.fork_rng():
    torch.manual_seed(7)
    F.dropout(x, 0.5)
outside = F.dropout(x, 0.5)

next_changed = int(not torch.equal(next_mask, mask))
replayed_changed = int(not torch.equal(replayed, mask))
outside_changed = int(not torch.equal(outside, mask))
dropped = int((mask == 0).sum())
kept_value = mask.max().item()
print("next mask is another one:", bool(next_changed))
print("replayed mask is another one:", bool(replayed_changed))
print("mask after fork_rng is another one:", bool(outside_changed))
