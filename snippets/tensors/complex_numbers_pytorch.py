import torch

x = torch.tensor([3.0, -1.0, 0.5])
y = torch.tensor([4.0, 2.0, -0.25])

z = torch.complex(x, y)
parts = [z.real, z.imag]
polar = [z.abs(), z.angle()]
rebuilt = torch.polar(*polar)
pairs = torch.view_as_real(z)
scaled = z * x
print("absolute value:", polar[0].numpy().round(4))
print("angle:", polar[1].numpy().round(4))
print("z * x:", scaled.numpy())

# conj() only sets a bit; resolve_conj() computes
conjugate = z.conj().resolve_conj()
print("conjugate:", conjugate.numpy())

z.conj().numpy()
