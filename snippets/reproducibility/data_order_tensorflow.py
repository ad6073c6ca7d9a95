import tensorflow as tf


def orders(seed, reshuffle=True):
    dataset = tf.data.Dataset.range(8).shuffle(
        8, seed=seed, reshuffle_each_iteration=reshuffle
    )
    return [[int(i) for i in dataset], [int(i) for i in dataset]]


tf.random.set_seed(1)
epochs = orders(seed=0)
repeated_changed = int(orders(seed=0) != epochs)
second_epoch_changed = int(epochs[1] != epochs[0])

tf.random.set_seed(2)
global_seed_changed = int(orders(seed=0) != epochs)

fixed = orders(seed=0, reshuffle=False)
fixed_changed = int(fixed[1] != fixed[0])

first_order = int("".join(map(str, epochs[0])))
fixed_order = int("".join(map(str, fixed[0])))

print("first epoch: ", epochs[0])
print("second epoch:", epochs[1])
print("changed by the global seed:", bool(global_seed_changed))
print("without reshuffling:", fixed[0], fixed[1])
