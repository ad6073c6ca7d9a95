import numpy as np
import torch

torch.set_num_threads(1)

rng = np.random.default_rng(0)
rows = torch.tensor(rng.random((16, 200_000), dtype="float32"))

sums = [row.sum().item() for row in rows]
repeated = [row.sum().item() for row in rows]
repeated_changed = int(repeated != sums)
threads = torch.get_num_threads()
print("threads:", threads)
print("first sums:", *(f"{total:.3f}" for total in sums[:4]))
