import tensorflow as tf

records = ["1.5", "-2", "oops", "4.25", "12,5", "8"]


def parse(record):
    return tf.strings.to_number(record, tf.float64)


numbers = tf.data.Dataset.from_tensor_slices(records).map(parse)
batches = list(numbers.ignore_errors().batch(2))
values = tf.concat(batches, axis=0)
sizes = [len(batch) for batch in batches]
print("before batching:", sizes, values.numpy().tolist())

late = list(numbers.batch(2).ignore_errors())
kept_when_late = sum(len(batch) for batch in late)
print("after batching: ", [len(batch) for batch in late])

list(numbers.batch(2))
