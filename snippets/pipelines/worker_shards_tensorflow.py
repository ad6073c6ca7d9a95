import tensorflow as tf

numbers = tf.data.Dataset.range(7)


def whole(worker):
    return numbers.batch(2)


def share(worker):
    return numbers.shard(num_shards=2, index=worker).batch(2)


def batches(dataset_of_worker):
    workers = tf.data.Dataset.range(2)
    together = workers.interleave(dataset_of_worker, cycle_length=2)
    return [batch.numpy().tolist() for batch in together]


undivided = batches(whole)
divided = batches(share)
flat = sum(undivided, [])
copies = [flat.count(number) for number in range(7)]
print("undivided:", *undivided)
print("divided:  ", *divided)
print("copies of each number, undivided:", *copies)
