import numpy as np
import torch

rng = np.random.default_rng(0)
labels = torch.tensor(rng.integers(3, size=50))
logits = torch.tensor(rng.normal(size=(50, 3)), dtype=torch.float32)
logits += 2 * torch.nn.functional.one_hot(labels, 3)
logits[-2:] *= -1  # the last batch of two, mostly wrong

confusion = torch.zeros(3, 3, dtype=torch.int64)
batch_accuracies = []
for batch in zip(labels.split(16), logits.split(16), strict=True):
    truth, guess = batch[0], batch[1].argmax(dim=1)
    counts = torch.bincount(3 * truth + guess, minlength=9)
    confusion += counts.reshape(3, 3)
    batch_accuracies.append((truth == guess).float().mean().item())

hits = confusion.diagonal()
accuracy = (hits.sum() / confusion.sum()).item()
f1 = 2 * hits / (confusion.sum(dim=0) + confusion.sum(dim=1))
mean_of_batch_accuracies = sum(batch_accuracies) / len(batch_accuracies)
error_of_that_mean = abs(mean_of_batch_accuracies - accuracy)
print("confusion:", confusion.tolist())
print(f"accuracy {accuracy:.3f}, F1", f1.numpy().round(3))
print(f"mean of batch accuracies {mean_of_batch_accuracies:.3f}")
