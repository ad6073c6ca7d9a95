import threading

import tensorflow as tf

two_threads = tf.data.Options()
two_threads.threading.private_threadpool_size = 2


def loader(source, released_by=None, **options):
    release = threading.Event()

    def load(rows):
        if (rows == 0).any():
            release.wait()  # the first row takes longest
        if rows.max() == released_by:
            release.set()
        return rows

    loaded = source.map(
        lambda rows: tf.numpy_function(load, [rows], tf.int64),
        num_parallel_calls=2,
        **options,
    )
    return loaded.with_options(two_threads), release


def delivered(dataset, release):
    batches = []
    for batch in dataset:
        batches.append(batch.numpy().tolist())
        if len(batches) == len(dataset) - 1:
            release.set()
    return batches


rows = tf.data.Dataset.range(7)
# row 0 is not ready before row 1 is, and comes first all the same
in_order = delivered(*loader(rows, released_by=1))

# row 0 waits until the loop has all others
as_ready = delivered(*loader(rows, deterministic=False))
batches_as_ready = delivered(
    *loader(rows.batch(2), deterministic=False)
)
loaded, release = loader(rows, deterministic=False)
batches_of_ready_rows = delivered(loaded.batch(2), release)

each_row_once = sorted(sum(batches_as_ready, [])) == list(range(7))
print("in order:  ", *in_order)
print("as ready:  ", *as_ready)
print("batches:   ", *batches_as_ready)
print("rows first:", *batches_of_ready_rows)
print("each row once:", each_row_once)
