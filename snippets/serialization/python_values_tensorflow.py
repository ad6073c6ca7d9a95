import numpy as np
import tensorflow as tf

weight = tf.Variable([1.0, -2.0])
best = np.array([0.5, 0.25]).min()

checkpoint = tf.train.Checkpoint(
    weight=weight,
    epoch=tf.Variable(7),
    best_loss=tf.Variable(best),
)
path = checkpoint.write("run")
checkpoint.epoch.assign(0)
checkpoint.best_loss.assign(0.0)
checkpoint.read(path)
epoch = int(checkpoint.epoch)
best_loss = float(checkpoint.best_loss)
print("epoch:", epoch, checkpoint.epoch.dtype.name)
print("best loss:", best_loss, checkpoint.best_loss.dtype.name)

tf.train.Checkpoint(weight=weight, epoch=7)
