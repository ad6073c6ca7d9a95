import tensorflow as tf

weight = tf.Variable(2.0)
with tf.GradientTape() as tape:
    cube = weight**3
    loss, penalty = 5 * cube, cube**2

gradient = tape.gradient(loss, weight)
print(f"gradient of the loss: {gradient}")

tape.gradient(penalty, weight)
