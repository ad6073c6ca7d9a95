import torch

dividends = torch.tensor([-7, 7, -7, 10])
divisors = torch.tensor([2, -2, -2, 3])

quotients = dividends / divisors
of_int32 = dividends.to(torch.int32) / divisors.to(torch.int32)
of_int8 = dividends.to(torch.int8) / divisors.to(torch.int8)
floored = dividends // divisors
remainders = dividends % divisors
truncated = torch.div(dividends, divisors, rounding_mode="trunc")
truncated_remainders = torch.fmod(dividends, divisors)
quotient_bytes = [x.element_size() for x in (quotients, of_int32)]

print("/:", quotients.numpy(), quotients.dtype)
print("/ of int32 and int8:", of_int32.dtype, of_int8.dtype)
print("//:", floored.numpy())
print("%:", remainders.numpy())
print('div, "trunc":', truncated.numpy())
print("fmod:", truncated_remainders.numpy())

dividends // 0
