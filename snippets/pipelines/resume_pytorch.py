import tempfile
from pathlib import Path

import torch
from torch.utils.data import DataLoader, Subset


def batches(epoch, done=0):
    generator = torch.Generator().manual_seed(100 + epoch)
    order = torch.randperm(20, generator=generator).tolist()
    rest = order[4 * done :]
    return DataLoader(range(20), batch_size=4, sampler=rest)


uninterrupted = [batch.tolist() for batch in batches(epoch=3)]

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "position.pt")
    seen = []
    for done, batch in enumerate(batches(epoch=3), start=1):
        seen.append(batch.tolist())
        torch.save({"epoch": 3, "done": done}, path)
        if done == 2:
            break
    resumed = [b.tolist() for b in batches(**torch.load(path))]

shuffled = uninterrupted[0] != [0, 1, 2, 3]
same_rest = resumed == uninterrupted[2:]
batches_left = len(resumed)
complete = sorted(sum(seen + resumed, [])) == list(range(20))
print("seen:   ", *seen)
print("resumed:", *resumed)
print("as without interruption:", same_rest)

unshuffled = Subset(range(20), range(8, 20))
in_order = [b.tolist() for b in DataLoader(unshuffled, batch_size=4)]
print("in order:", *in_order)

has_state_dict = int(hasattr(DataLoader, "state_dict"))
print("DataLoader has a state_dict:", has_state_dict == 1)
