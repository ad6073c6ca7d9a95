import torch

errors = torch.tensor([0.1, 0.3, 0.2])

within_tolerance = bool((errors < 0.25).all())
print("all():", within_tolerance)

if errors < 0.25:
    print("good enough")
