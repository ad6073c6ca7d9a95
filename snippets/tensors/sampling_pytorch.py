import torch

torch.manual_seed(0)
probabilities = torch.tensor([0.1, 0.2, 0.7])

drawn = torch.multinomial(probabilities, 4000, replacement=True)
share_of_last = (drawn == 2).float().mean().item()
share_if_not_converted = share_of_last
print(f"share of the last class: {share_of_last:.3f}")

two = torch.multinomial(probabilities, 2)
all_different = len(set(two.tolist())) == 2
print("two without replacement, different:", all_different)

torch.multinomial(probabilities, 4)
