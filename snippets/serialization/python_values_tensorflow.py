import json

import numpy as np
import tensorflow as tf

weight = tf.Variable([1.0, -2.0])
best = np.array([0.5, 0.25]).min()


class Notes(tf.train.experimental.PythonState):
    def __init__(self, **values):
        self.values = values

    def serialize(self):
        return json.dumps(self.values)

    def deserialize(self, string_value):
        self.values = json.loads(string_value)


checkpoint = tf.train.Checkpoint(
    weight=weight,
    epoch=tf.Variable(7),
    best_loss=tf.Variable(best),
    title=tf.Variable("third run"),
    notes=Notes(optimizer="adam", warmup=500),
)
path = checkpoint.write("run")
checkpoint.epoch.assign(0)
checkpoint.best_loss.assign(0.0)
checkpoint.title.assign("")
checkpoint.notes.values = {}
checkpoint.read(path)
epoch = int(checkpoint.epoch)
best_loss = float(checkpoint.best_loss)
title = checkpoint.title.numpy().decode()
notes = checkpoint.notes.values
print("epoch:", epoch, checkpoint.epoch.dtype.name)
print("best loss:", best_loss, checkpoint.best_loss.dtype.name)
print("title:", title)
print("notes:", notes)

tf.train.Checkpoint(weight=weight, epoch=7)
