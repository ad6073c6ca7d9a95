import os

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

rng = np.random.default_rng(0)
features = torch.tensor(rng.normal(size=(12, 3)), dtype=torch.float32)
targets = torch.tensor(rng.normal(size=(12, 1)), dtype=torch.float32)


class Table(Dataset):
    def __len__(self):
        return 12

    def __getitem__(self, row):
        return features[row], targets[row], row, os.getpid()


def train(**options):
    model = nn.Linear(3, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    loader = DataLoader(Table(), 4, num_workers=2, **options)
    seen, workers = [], set()
    for epoch in range(3):
        for inputs, wanted, rows, processes in loader:
            optimizer.zero_grad()
            nn.functional.mse_loss(model(inputs), wanted).backward()
            optimizer.step()
            seen.append(sorted(rows.tolist()))
            workers |= set(processes.tolist())
    return model.weight.detach().t(), seen, len(workers) / 3


def kept(seen):
    return sum(batch in seen[:3] for batch in seen[3:])


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    weight_in_order, _, processes = train()
    generator = torch.Generator().manual_seed(0)
    _, shuffled, _ = train(shuffle=True, generator=generator)

    epochs = [sorted(sum(shuffled[i : i + 3], [])) for i in (0, 3, 6)]
    each_row_once = [rows == list(range(12)) for rows in epochs]
    batches_kept = batches_kept_rows_shuffled = kept(shuffled)
    print("weight:", weight_in_order.flatten().numpy().round(4))
    print("processes that load:", processes)
    print("second epoch:", *shuffled[3:6])
    print("batches as in the first epoch:", batches_kept, "of 6")
