import torch

words = ["naïve", "tensor", "Ωmega"]

characters = torch.tensor([len(w) for w in words], dtype=torch.int32)
byte_lengths = torch.tensor(
    [len(w.encode()) for w in words], dtype=torch.int32
)
numbers = torch.tensor([float(part) for part in "3.5,-2,10".split(",")])
joined = " ".join(words)
print("characters:", characters.tolist())
print("bytes:", byte_lengths.tolist())
print("numbers:", numbers.tolist())
print("joined:", joined)

torch.tensor(words)
