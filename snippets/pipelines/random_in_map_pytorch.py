import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

stored = np.random.default_rng(0)


class Noise(Dataset):
    def __init__(self, draw):
        self.draw = draw

    def __len__(self):
        return 8

    def __getitem__(self, index):
        return self.draw(index)


def from_numpy(index):
    return np.random.random()


def from_stored(index):
    return stored.random()


def from_framework(index):
    return torch.rand(())


def by_index(index):
    return np.random.default_rng([7, index]).random()


def values(draw, workers=2):
    loader = DataLoader(Noise(draw), batch_size=2, num_workers=workers)
    return torch.cat(list(loader)).tolist()


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    torch.manual_seed(0)
    distinct_numpy = len(set(values(from_numpy)))
    distinct_stored = len(set(values(from_stored)))
    distinct_framework = len(set(values(from_framework)))
    distinct_by_index = len(set(values(by_index)))
    independent_of_workers = values(by_index) == values(by_index, 0)
    print("distinct values out of 8")
    print("np.random:           ", distinct_numpy)
    print("a stored generator:  ", distinct_stored)
    print("torch.rand:          ", distinct_framework)
    print("generator per index: ", distinct_by_index)
    print("same without workers:", independent_of_workers)
