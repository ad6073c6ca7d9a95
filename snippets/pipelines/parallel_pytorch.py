import os
import time

from torch.utils.data import DataLoader, Dataset


class Squares(Dataset):
    def __init__(self):
        self.seen = []

    def __len__(self):
        return 12

    def __getitem__(self, index):
        if index == 0:
            time.sleep(0.2)  # the first is the slowest
        self.seen.append(index)
        return index * index, os.getpid()


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    squares = Squares()
    loader = DataLoader(squares, batch_size=4, num_workers=2)
    loaded, identities = [], set()
    for values, workers in loader:
        loaded += values.tolist()
        identities |= set(workers.tolist())
    processes = len(identities)
    appended_here = len(squares.seen)
    print(*loaded)
    print("loaded by", processes, "processes")
    print("loaded here:", os.getpid() in identities)
    print("numbers in the list:", appended_here)
