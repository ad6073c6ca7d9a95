import keras
import tensorflow as tf

weight = tf.Variable([3.0, -1.0])
optimizer = keras.optimizers.SGD(learning_rate=0.1)
optimizer.build([weight])
path = tf.train.Checkpoint(optimizer=optimizer).write("optimizer")

optimizer = keras.optimizers.SGD(learning_rate=0.5)
optimizer.build([weight])
rates = [float(optimizer.learning_rate)]
tf.train.Checkpoint(optimizer=optimizer).read(path)
rates.append(float(optimizer.learning_rate))

optimizer.learning_rate = 0.05
rates.append(float(optimizer.learning_rate))

with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.square(weight))
optimizer.apply([tape.gradient(loss, weight)], [weight])
rounded = [round(rate, 4) for rate in rates]
print("asked for, loaded, set afterwards:", rounded)
print("weight after a step:", weight.numpy())
