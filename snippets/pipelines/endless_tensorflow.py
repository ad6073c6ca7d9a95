import tensorflow as tf


def first(count, batches):
    return [batch.numpy().tolist() for batch in batches.take(count)]


numbers = tf.data.Dataset.range(10)
endless = numbers.batch(4).repeat()
steps = first(7, endless)
for step, batch in enumerate(steps):
    print(step, batch)

shuffled = numbers.shuffle(10, seed=0).batch(10).repeat()
one, two = first(2, shuffled)
epochs_equal = one == two
print("epochs in the same order:", epochs_equal)

len(endless)
