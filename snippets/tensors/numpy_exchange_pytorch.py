import numpy as np
import torch

array = np.array([1.0, 2.0, 3.0])
received = torch.from_numpy(array)
copied = torch.tensor(array)
array[0] = 100.0
print("from_numpy, array changed:", received.tolist())
print("torch.tensor:", copied.tolist())

written_through = torch.tensor([1.0, 2.0, 3.0])
written_through.numpy()[1] = -50.0
kept_apart = torch.tensor([1.0, 2.0, 3.0])
kept_apart.clone().numpy()[1] = -50.0
print("numpy() written to:", written_through.tolist())
print("clone().numpy() written to:", kept_apart.tolist())

seen = np.asarray(kept_apart)
shared = np.shares_memory(seen, np.asarray(kept_apart))
writeable = seen.flags.writeable
print("np.asarray shares:", shared, "can be written to:", writeable)

reversed_values = torch.from_numpy(array[::-1].copy())
print("reversed:", reversed_values.tolist())

torch.from_numpy(array[::-1])
