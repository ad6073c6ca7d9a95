import torch

dividends = torch.tensor([-7, 7, -7, 10])
divisors = torch.tensor([2, -2, -2, 3])

quotients = dividends / divisors
floored = dividends // divisors
remainders = dividends % divisors
truncated = torch.div(dividends, divisors, rounding_mode="trunc")
truncated_remainders = torch.fmod(dividends, divisors)
quotient_bytes = quotients.element_size()

print("/:", quotients.numpy(), quotients.dtype)
print("//:", floored.numpy())
print("%:", remainders.numpy())
print('div, "trunc":', truncated.numpy())
print("fmod:", truncated_remainders.numpy())

dividends // 0
