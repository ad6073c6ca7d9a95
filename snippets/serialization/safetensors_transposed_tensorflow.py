import numpy as np
import tensorflow as tf
from safetensors.numpy import load_file, save_file

rng = np.random.default_rng(0)
kernel = tf.Variable(rng.normal(size=(4, 3)), dtype=tf.float32).numpy()

copied = np.ascontiguousarray(kernel.T)
save_file({"weight": copied}, "copied.safetensors")
read_back = load_file("copied.safetensors")["weight"]
print("equal after a copy:", np.array_equal(read_back, kernel.T))

save_file({"weight": kernel.T}, "transposed.safetensors")
wrong = load_file("transposed.safetensors")["weight"]
largest_error = float(abs(wrong - kernel.T).max())
print("equal without one: ", np.array_equal(wrong, kernel.T))
print(f"largest error: {largest_error:.2f}")
