import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(3, 7)), requires_grad=True)
weights = torch.tensor(rng.normal(size=(3, 4)))

spectrum = torch.fft.fft(x)
half = torch.fft.rfft(x)
along_rows = torch.fft.fft(x, dim=0)
orthonormal = torch.fft.fft(x, norm="ortho")
back = torch.fft.irfft(half, n=7)
shifted = torch.fft.fftshift(spectrum, dim=-1)

loss = (half.abs() * weights).square().sum()
(gradient,) = torch.autograd.grad(loss, x)
print("fft:", tuple(spectrum.shape), spectrum.dtype)
print("rfft:", tuple(half.shape))
print("irfft gives x back:", torch.allclose(back, x))
print("gradient:", gradient[0].numpy().round(4))
