import tensorflow as tf


def shuffled(seed, reshuffle_each_iteration=True):
    return tf.data.Dataset.range(12).shuffle(
        12, seed, reshuffle_each_iteration
    )


def epoch(dataset):
    return [int(number) for number in dataset]


dataset = shuffled(seed=3)
first, second = epoch(dataset), epoch(dataset)
orders = first, second
complete = [sorted(order) == list(range(12)) for order in orders]
default_repeats = first == second
print("first epoch: ", *first)
print("second epoch:", *second)

fixed = shuffled(seed=3, reshuffle_each_iteration=False)
fixed_repeats = epoch(fixed) == epoch(fixed)
print("fixed order repeats:", fixed_repeats)

again, other = shuffled(seed=3), shuffled(seed=4)
same_seed_repeats = [epoch(again), epoch(again)] == [first, second]
other_seed_repeats = [epoch(other), epoch(other)] == [first, second]
print("both epochs repeat, same seed: ", same_seed_repeats)
print("both epochs repeat, other seed:", other_seed_repeats)
