import torch
from torch.utils.data import DataLoader, Dataset

calls_of_row = torch.zeros(6, dtype=torch.int64).share_memory_()


class Mapped(Dataset):
    def __init__(self, source, function):
        self.source = source
        self.function = function

    def __len__(self):
        return len(self.source)

    def __getitem__(self, index):
        return self.function(self.source[index])


class Cached(Dataset):
    def __init__(self, source):
        self.source = source
        self.kept = {}

    def __len__(self):
        return len(self.source)

    def __getitem__(self, index):
        if index not in self.kept:
            self.kept[index] = self.source[index]
        return self.kept[index]


def load(row):
    calls_of_row[row] += 1
    return row * row - 3.0


def jitter(value):
    return value + torch.randn(()).item()


def two_epochs(dataset, **options):
    calls_of_row.zero_()
    loader = DataLoader(dataset, batch_size=2, **options)
    epochs = [torch.cat(list(loader)).tolist() for _ in range(2)]
    return epochs, calls_of_row.sum().item()


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    torch.manual_seed(0)
    loaded = Mapped(range(6), load)
    (values, _), calls = two_epochs(loaded)
    _, calls_cached = two_epochs(Cached(loaded))
    _, calls_in_parallel = two_epochs(Cached(loaded), num_workers=2)
    _, calls_persistent = two_epochs(
        Cached(loaded), num_workers=2, persistent_workers=True
    )
    print("calls in two epochs:", calls, "cached:", calls_cached)
    print("cached, two workers:", calls_in_parallel)
    print("cached, two workers that stay:", calls_persistent)

    (first, second), _ = two_epochs(Mapped(Cached(loaded), jitter))
    cached_then_random_repeats = first == second
    (first, second), _ = two_epochs(Cached(Mapped(loaded, jitter)))
    random_then_cached_repeats = first == second
    print("equal epochs")
    print("cached before the noise:", cached_then_random_repeats)
    print("cached after the noise: ", random_then_cached_repeats)
