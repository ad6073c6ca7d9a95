from torch.utils.data import (
    ConcatDataset,
    DataLoader,
    StackDataset,
    Subset,
)

numbers, letters, more = [3, 1, 4], ["c", "a", "d"], [10, 20]


def elements(dataset):
    return list(DataLoader(dataset, batch_size=None))


both = ConcatDataset([numbers, more])
joined = elements(both)
paired = [list(pair) for pair in StackDataset(numbers, letters)]
even_rows = [row for row, n in enumerate(both) if n % 2 == 0]
filtered = Subset(both, even_rows)
even, length_filtered = elements(filtered), len(filtered)
print("joined:", joined)
print("paired:", paired)
print("even:  ", even, "length", length_filtered)

StackDataset(numbers, more)
