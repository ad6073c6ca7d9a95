import numpy as np
import tensorflow as tf

x = tf.ones(60)
generator = tf.random.Generator.from_seed(0)


def dropout(x):
    kept = generator.uniform(x.shape) >= 0.5
    return tf.where(kept, x / 0.5, 0.0).numpy()


dropout(x)  # some steps of training

state = generator.state.numpy()
mask = dropout(x)
next_mask = dropout(x)

generator.reset(state)
replayed = dropout(x)

next_changed = int(not np.array_equal(next_mask, mask))
replayed_changed = int(not np.array_equal(replayed, mask))
dropped = int((mask == 0).sum())
kept_value = float(mask.max())
print("next mask is another one:", bool(next_changed))
print("replayed mask is another one:", bool(replayed_changed))
