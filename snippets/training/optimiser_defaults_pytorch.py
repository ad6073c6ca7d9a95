import torch
from torch import optim

weights = [torch.zeros(3, requires_grad=True)]
sgd = optim.SGD(weights).defaults
adam = optim.Adam(weights).defaults
adamw = optim.AdamW(weights).defaults
rmsprop = optim.RMSprop(weights).defaults
adagrad = optim.Adagrad(weights).defaults

sgd_rate = sgd["lr"]
adam_epsilon = adam["eps"]
adam = [adam["lr"], *adam["betas"]]
adamw_decay = adamw["weight_decay"]
rmsprop_rate = rmsprop["lr"]
rmsprop_smoothing = rmsprop["alpha"]
rmsprop_epsilon = rmsprop["eps"]
adagrad_rate = adagrad["lr"]
adagrad_start = float(adagrad["initial_accumulator_value"])
adagrad_epsilon = adagrad["eps"]

print("SGD      rate", sgd_rate)
print("Adam     rate", adam[0], "epsilon", adam_epsilon)
print("AdamW    decay", adamw_decay)
print("RMSprop  rate", rmsprop_rate, "alpha", rmsprop_smoothing)
print("         epsilon", rmsprop_epsilon)
print("Adagrad  rate", adagrad_rate, "start", adagrad_start)
print("         epsilon", adagrad_epsilon)
