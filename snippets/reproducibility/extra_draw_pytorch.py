import torch


def draw(extra):
    torch.manual_seed(0)
    own = torch.Generator().manual_seed(1)
    if extra:
        torch.rand(1)
    return torch.rand(3), torch.rand(3, generator=own)


plain, own = draw(extra=False)
plain_after, own_after = draw(extra=True)

global_changed = int(not torch.equal(plain, plain_after))
own_changed = int(not torch.equal(own, own_after))
draws = torch.cat([plain, plain_after, own, own_after])
sum_of_draws = draws.sum().item()
print("global generator:", plain.numpy().round(4))
print("after one more:  ", plain_after.numpy().round(4))
print("own generator:   ", own.numpy().round(4))
print("after one more:  ", own_after.numpy().round(4))
