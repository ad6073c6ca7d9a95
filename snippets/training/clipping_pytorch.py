import numpy as np
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

rng = np.random.default_rng(0)
scales = [3.0, 1.0, 0.05, 2.0, 0.3, 1.5, 4.0, 0.1]
gradients = [
    [
        torch.tensor(scale * rng.normal(size=shape)).float()
        for shape in [(3, 2), (2,)]
    ]
    for scale in scales
]


def train(clip):
    weights = [torch.ones(3, 2), torch.ones(2)]
    optimizer = torch.optim.SGD(weights, lr=0.1, momentum=0.9)
    for step in gradients:
        for weight, gradient in zip(weights, step, strict=True):
            weight.grad = gradient.clone()
        clip(weights)
        optimizer.step()
    return weights


def clip_each(weights):
    for weight in weights:
        clip_grad_norm_(weight, max_norm=1.0)


by_value = train(lambda weights: clip_grad_value_(weights, 0.5))
by_each_norm = train(clip_each)
by_global_norm = train(lambda weights: clip_grad_norm_(weights, 1.0))
by_the_obvious_name = by_global_norm
print("second weight after 8 steps")
print("value 0.5:    ", by_value[1].numpy().round(4))
print("each norm 1:  ", by_each_norm[1].numpy().round(4))
print("global norm 1:", by_global_norm[1].numpy().round(4))
