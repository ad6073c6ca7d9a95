import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x**2
executes_eagerly = not torch.compiler.is_compiling()

print(y)
total = y.sum()
if total > 10:
    verdict = "more than ten"
else:
    verdict = "ten or less"

total.backward()
gradient = x.grad

print("executes eagerly:", executes_eagerly)
print("total:", total.item(), "-", verdict)
print("gradient:", gradient.tolist())
