import torch
from torch.utils.data import DataLoader, random_split

rows = range(100)
generator = torch.Generator().manual_seed(0)
training, validation = random_split(rows, [0.8, 0.2], generator)
sizes = [len(training), len(validation)]


def seen(subset, epochs=2):
    loader = DataLoader(subset, batch_size=None, shuffle=True)
    return {row for _ in range(epochs) for row in loader}


torch.manual_seed(0)
shared = len(seen(training) & seen(validation))
print("sizes:", *sizes)
print("rows in both:", shared)

# the split once in the training script, once in the test script
training, _ = random_split(rows, [0.8, 0.2])
_, validation = random_split(rows, [0.8, 0.2])
shared_by_mistake = len(seen(training) & seen(validation))
print("rows in both, split twice:", shared_by_mistake)
