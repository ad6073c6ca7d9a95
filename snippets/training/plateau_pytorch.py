import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

validation_losses = [100, 80, 70, 71, 72, 70.5, 71, 69.995, 70.1, 60]
validation_losses += [61, 62, 63, 64]


def rates(**options):
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1)
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, **options)
    after = []
    for loss in validation_losses:
        scheduler.step(loss)
        after.append(optimizer.param_groups[0]["lr"])
    return after


same_patience = rates(patience=2)
as_in_pytorch = rates(patience=2, threshold_mode="abs")
as_in_keras = rates(patience=1, threshold_mode="abs")
# An improvement by less than 0.01 % does not count by default.
relative_threshold = same_patience[8] / as_in_pytorch[8]
print("patience 2:  ", *(f"{rate:.4f}" for rate in same_patience[2:9]))
print("  absolute:  ", *(f"{rate:.4f}" for rate in as_in_pytorch[2:9]))
print("patience 1:  ", *(f"{rate:.4f}" for rate in as_in_keras[2:9]))
