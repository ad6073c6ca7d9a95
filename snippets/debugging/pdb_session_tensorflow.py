import io
import pdb

import keras
import tensorflow as tf

commands = io.StringIO("p tuple(h.shape)\np h.numpy().tolist()\nc\n")
screen = io.StringIO()
debugger = pdb.Pdb(stdin=commands, stdout=screen)


class Net(keras.Model):
    def call(self, x):
        h = x * 2
        debugger.set_trace()
        return h + 1


output = Net()(tf.constant([0.5, 1.0]))

answers = [
    line.removeprefix("(Pdb) ")
    for line in screen.getvalue().splitlines()
    if line.startswith("(Pdb) ")
]
print("\n".join(answers[:2]))
