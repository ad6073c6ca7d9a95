import tensorflow as tf
import torch

from_dlpack = tf.experimental.dlpack.from_dlpack

original = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
received = from_dlpack(original.__dlpack__())
doubled = received * 2
print("doubled in TensorFlow:", doubled.numpy().tolist())

original[0, 0] = 100.0
seen_in_tensorflow = received
first_after_write = float(received[0, 0])
print("seen in TensorFlow:", received.numpy().tolist())

contiguous = original.T.contiguous()
transposed = from_dlpack(contiguous.__dlpack__())
print("transposed:", tuple(transposed.shape))

from_dlpack(original.T.__dlpack__())
