import tensorflow as tf

# 1000 rows sorted by class, 100 of each
rows = tf.data.Dataset.range(1000)
full = rows.shuffle(1000, seed=0)
buffered = rows.shuffle(10, seed=0)
orders = [int(row) for row in full], [int(row) for row in buffered]

complete = [sorted(order) == list(range(1000)) for order in orders]
forward_full, forward_buffered = (
    max(row - place for place, row in enumerate(order))
    for order in orders
)
backward_buffered = max(p - row for p, row in enumerate(orders[1]))
classes_full, classes_buffered = (
    len({row // 100 for row in order[:32]}) for order in orders
)
print("first rows, full:    ", *orders[0][:8])
print("first rows, buffered:", *orders[1][:8])
print("furthest move forward:", forward_full, forward_buffered)
print("furthest move back, buffered:", backward_buffered)
print("classes in 32 rows:", classes_full, classes_buffered)
