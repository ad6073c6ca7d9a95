import torch


def weighted_mean(values, weights):
    assert values.ndim == 2, values.shape
    assert weights.shape == values.shape[:1], (
        f"weights {tuple(weights.shape)}, values {tuple(values.shape)}"
    )
    return (values * weights[:, None]).sum(0) / weights.sum()


values = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
mean = weighted_mean(values, torch.tensor([1.0, 1.0, 2.0]))
print(mean.tolist())

weighted_mean(values, torch.tensor([1.0]))
