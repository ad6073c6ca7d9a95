import tensorflow as tf

words = tf.constant(["naïve", "tensor", "Ωmega"])

characters = tf.strings.length(words, unit="UTF8_CHAR")
byte_lengths = tf.strings.length(words)
parts = tf.strings.split("3.5,-2,10", ",")
numbers = tf.strings.to_number(parts)
joined = tf.strings.reduce_join(words, separator=" ")
print(words.dtype.name, "tensor of shape", tuple(words.shape))
print("characters:", characters.numpy().tolist())
print("bytes:", byte_lengths.numpy().tolist())
print("numbers:", numbers.numpy().tolist())
print("joined:", joined.numpy().decode())
