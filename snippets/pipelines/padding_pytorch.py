import torch
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

words = [[5, 2, 9], [7], [4, 4, 1, 8, 6]]
sequences = [torch.tensor(ids) for ids in words]


def pad(batch):
    lengths = torch.tensor([len(sequence) for sequence in batch])
    padded = pad_sequence(batch, batch_first=True, padding_value=-1)
    return padded, lengths


def pad_to_six(batch):
    room = (functional.pad(s, (0, 6 - len(s)), value=-1) for s in batch)
    return torch.stack(list(room))


def first_batch(**options):
    return next(iter(DataLoader(sequences, batch_size=3, **options)))


padded, lengths = first_batch(collate_fn=pad)
padded_to_six = first_batch(collate_fn=pad_to_six)
default_padding = first_batch(collate_fn=pad_sequence)
default_fill = default_padding[-1, 1]
print(padded)
print("lengths:", lengths)
print("to six:", tuple(padded_to_six.shape))
print("default:", tuple(default_padding.shape), "fill", default_fill)

first_batch()
