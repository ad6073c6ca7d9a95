import torch

here = torch.tensor([1.0, 2.0])
# a device that knows shapes and holds no data
elsewhere = torch.tensor([10.0, 20.0], device="meta")
print(here.device, elsewhere.device)

moved = here + torch.tensor([10.0, 20.0], device=here.device)
print("both on one device:", moved.tolist())

# a tensor without axes may be on the CPU
scaled = elsewhere * torch.tensor(3.0)
stays = scaled.device == elsewhere.device
print("elsewhere * 3:", scaled.device)

here + elsewhere
