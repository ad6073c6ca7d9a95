import tensorflow as tf

x = tf.reshape(tf.range(24.0), (2, 3, 4))

parts = {
    "x[-1, 1]": x[-1, 1],
    "x[..., 1]": x[..., 1],
    "x[:, 1:, ::2]": x[:, 1:, ::2],
    "x[:, None, 0]": x[:, None, 0],
    "x[1, :-1, -2:]": x[1, :-1, -2:],
    "x[0, 5:]": x[0, 5:],
}
for name, part in parts.items():
    print(f"{name}: shape {tuple(part.shape)}")

with tf.GradientTape() as tape:
    tape.watch(x)
    masked = x[x % 5 > 2]
    reversed_rows = x[..., ::-1]
    loss = tf.reduce_sum(tf.square(masked))
    loss += tf.reduce_sum(reversed_rows[0] ** 3)
gradient = tape.gradient(loss, x)
print("x[x % 5 > 2]:", masked.numpy().tolist())
