import tensorflow as tf
import torch

original = tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
received = torch.from_dlpack(original)
doubled = received * 2
print("doubled in PyTorch:", doubled.tolist())

received[0, 0] = 100.0
seen_in_tensorflow = original
first_after_write = float(original[0, 0])
print("seen in TensorFlow:", original.numpy().tolist())

transposed = torch.from_dlpack(tf.transpose(original))
print("transposed:", tuple(transposed.shape))
