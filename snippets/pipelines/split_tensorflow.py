import tensorflow as tf

rows = tf.data.Dataset.range(100)
shuffled = rows.shuffle(100, seed=0, reshuffle_each_iteration=False)
training, validation = shuffled.take(80), shuffled.skip(80)
sizes = [len(training), len(validation)]


def seen(dataset, epochs=2):
    return {int(row) for _ in range(epochs) for row in dataset}


shared = len(seen(training.shuffle(80)) & seen(validation))
print("sizes:", *sizes)
print("rows in both:", shared)

# shuffled again in each epoch, which is the default
shuffled = rows.shuffle(100, seed=0)
training, validation = shuffled.take(80), shuffled.skip(80)
shared_by_mistake = len(seen(training) & seen(validation))
print("rows in both, reshuffled:", shared_by_mistake)
