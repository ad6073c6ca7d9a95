import torch
from torch.utils.data import DataLoader, IterableDataset

records = ["1.5", "-2", "oops", "4.25", "12,5", "8"]


def parse(record):
    try:
        return float(record)
    except ValueError:
        return None


class Numbers(IterableDataset):
    def __iter__(self):
        numbers = map(parse, records)
        return (n for n in numbers if n is not None)


def collate_good(batch):
    numbers = map(parse, batch)
    return torch.tensor([n for n in numbers if n is not None])


def collate_all(batch):
    return torch.tensor([float(record) for record in batch])


batches = list(DataLoader(Numbers(), batch_size=2))
values = torch.cat(batches)
sizes = [len(batch) for batch in batches]
print("before batching:", sizes, values.tolist())

late = list(DataLoader(records, batch_size=2, collate_fn=collate_good))
kept_when_late = sum(len(batch) for batch in late)
print("in collate_fn:  ", [len(batch) for batch in late])

list(DataLoader(records, batch_size=2, collate_fn=collate_all))
