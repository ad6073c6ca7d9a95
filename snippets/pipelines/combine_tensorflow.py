import tensorflow as tf

numbers = tf.data.Dataset.from_tensor_slices([3, 1, 4])
letters = tf.data.Dataset.from_tensor_slices(["c", "a", "d"])
more = tf.data.Dataset.from_tensor_slices([10, 20])


def is_even(number):
    return number % 2 == 0


both = numbers.concatenate(more)
joined = [int(number) for number in both]
pairs = tf.data.Dataset.zip(numbers, letters)
paired = [[int(n), letter.numpy().decode()] for n, letter in pairs]
filtered = both.filter(is_even)
even = [int(number) for number in filtered]
length_filtered = int(filtered.cardinality())
print("joined:", joined)
print("paired:", paired)
print("even:  ", even, "length", length_filtered)

pairs_of_unequal = len(tf.data.Dataset.zip(numbers, more))
print("3 numbers with 2:", pairs_of_unequal, "pairs")
