import pickle
import sys

import torch


class Note:
    def __reduce__(self):
        return exec, ("import sys; sys.visited = 1",)


contents = {"weight": torch.tensor([1.0, -2.0]), "note": Note()}
torch.save(contents, "model.pt")

sys.visited = 0
try:
    torch.load("model.pt")
except pickle.UnpicklingError:
    ran_by_default = sys.visited
print("code ran by default:", bool(ran_by_default))

torch.load("model.pt", weights_only=False)
code_ran = sys.visited
print("code ran with weights_only=False:", bool(code_ran))

torch.load("model.pt")
