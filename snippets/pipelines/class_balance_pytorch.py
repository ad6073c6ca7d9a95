import torch
from torch.utils.data import DataLoader, WeightedRandomSampler

# rows 0 to 899 are of class 0, rows 900 to 999 of class 1
labels = torch.tensor([0] * 900 + [1] * 100)
weights = 1.0 / labels.bincount()[labels]
sampler = WeightedRandomSampler(
    weights,
    num_samples=1000,
    generator=torch.Generator().manual_seed(0),
)
loader = DataLoader(range(1000), batch_size=None, sampler=sampler)
rows = list(loader)

rare = [row for row in rows if row >= 900]
common = [row for row in rows if row < 900]
drawn = len(rows)
rare_share = len(rare) / drawn
rare_rows, common_rows = len(set(rare)), len(set(common))
common_repeats = len(common) - common_rows
print(f"rare class: {rare_share:.3f} of {drawn} rows")
print("different rows of the rare class:", rare_rows)
print("different rows of the common class:", common_rows)
print("of the common class, drawn again:", common_repeats)
