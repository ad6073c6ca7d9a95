import sys

import torch


class Note:
    def __reduce__(self):
        return exec, ("import sys; sys.visited = 1",)


contents = {"weight": torch.tensor([1.0, -2.0]), "note": Note()}
torch.save(contents, "model.pt")

torch.load("model.pt", weights_only=False)
code_ran = getattr(sys, "visited", 0)
print("code ran with weights_only=False:", bool(code_ran))

torch.load("model.pt")
