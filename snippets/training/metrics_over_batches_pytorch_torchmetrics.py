import numpy as np
import torch
from torchmetrics import MetricCollection
from torchmetrics.classification import (
    MulticlassAccuracy,
    MulticlassConfusionMatrix,
    MulticlassF1Score,
)

rng = np.random.default_rng(0)
labels = torch.tensor(rng.integers(3, size=50))
logits = torch.tensor(rng.normal(size=(50, 3)), dtype=torch.float32)
logits += 2 * torch.nn.functional.one_hot(labels, 3)
logits[-2:] *= -1  # the last batch of two, mostly wrong

metrics = MetricCollection(
    {
        "accuracy": MulticlassAccuracy(3, average="micro"),
        "confusion": MulticlassConfusionMatrix(3),
        "f1": MulticlassF1Score(3, average=None),
    }
)
batch_accuracies = []
for truth, scores in zip(labels.split(16), logits.split(16)):
    of_batch = metrics(scores, truth)  # and adds to the counts
    batch_accuracies.append(of_batch["accuracy"].item())

result = metrics.compute()
accuracy = result["accuracy"].item()
confusion, f1 = result["confusion"], result["f1"]
mean_of_batch_accuracies = sum(batch_accuracies) / len(batch_accuracies)
error_of_that_mean = abs(mean_of_batch_accuracies - accuracy)
print("confusion:", confusion.tolist())
print(f"accuracy {accuracy:.3f}, F1", f1.numpy().round(3))
print(f"mean of batch accuracies {mean_of_batch_accuracies:.3f}")
