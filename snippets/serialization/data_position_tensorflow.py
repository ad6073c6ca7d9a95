import tensorflow as tf

dataset = tf.data.Dataset.range(10).shuffle(10, seed=0)

iterator = iter(dataset)
first = [int(next(iterator)) for _ in range(3)]
path = tf.train.Checkpoint(iterator=iterator).write("data")
rest = [int(number) for number in iterator]

new_iterator = iter(dataset)
tf.train.Checkpoint(iterator=new_iterator).read(path)
rest_again = [int(number) for number in new_iterator]

shuffled = [*first, *rest] != list(range(10))
rest_changed = int(rest_again != rest)
left = len(rest_again)
seen = len({*first, *rest_again})
print("before the interruption:", first)
print("without interruption:   ", rest)
print("resumed:                ", rest_again)
