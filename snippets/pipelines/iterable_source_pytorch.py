from torch.utils.data import DataLoader, IterableDataset


def numbers():
    for n in range(7):
        yield n * n - 5


class Stream(IterableDataset):
    def __iter__(self):
        return numbers()


class UsedUp(IterableDataset):
    def __init__(self, iterator):
        self.iterator = iterator

    def __iter__(self):
        return self.iterator


class SizedStream(Stream):
    def __len__(self):
        return 7


loader = DataLoader(Stream(), batch_size=3)
first_epoch = list(loader)
second_epoch = list(loader)
print("first epoch: ", *(batch.tolist() for batch in first_epoch))
print("second epoch:", *(batch.tolist() for batch in second_epoch))

used_up = DataLoader(UsedUp(numbers()), batch_size=3)
elements_per_epoch = [
    sum(len(batch) for batch in used_up) for _ in range(2)
]
print("from one iterator:", elements_per_epoch, "elements")

promised_batches = len(DataLoader(SizedStream(), batch_size=3))
print("batches, with a length promised:", promised_batches)
len(loader)
