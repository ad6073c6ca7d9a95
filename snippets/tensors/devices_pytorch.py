import torch

here = torch.tensor([1.0, 2.0])
# a device that knows shapes and holds no data
elsewhere = torch.tensor([10.0, 20.0], device="meta")
print(here.device, elsewhere.device)

moved = here + torch.tensor([10.0, 20.0], device=here.device)
print("both on one device:", moved.tolist())

doubled = elsewhere + elsewhere
stays = doubled.device == elsewhere.device
print("elsewhere + elsewhere:", doubled.device)

# a tensor without axes may be on the CPU
scaled = elsewhere * torch.tensor(3.0)
scaled_there = int(scaled.device == elsewhere.device)
print("elsewhere * 3:", scaled.device)

with torch.device("meta"):
    made = torch.ones(2)
    chosen = here + here
made_there = made.device == elsewhere.device
computed_there = chosen.device == elsewhere.device
print("torch.device: made on", made.device, "sum on", chosen.device)

here + elsewhere
