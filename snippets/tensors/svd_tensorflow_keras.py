import numpy as np
from keras import ops

a = np.random.default_rng(0).normal(size=(4, 3))

u, singular_values, v_transposed = ops.svd(a)
left_shape = list(u.shape)
rebuilt = u[:, :3] @ ops.diag(singular_values) @ v_transposed
# a vector and its negative are equally good
right_vectors = ops.abs(v_transposed)

print("singular values:", singular_values.numpy().round(4))
print("shape of u:", left_shape)
print("u @ s @ v_transposed is a:", np.allclose(rebuilt, a))
