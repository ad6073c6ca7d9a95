import tensorflow as tf

seen = []
total = tf.Variable(0.0)


@tf.function
def step(x):
    print("Python print")
    tf.print("tf.print")
    seen.append(1)
    total.assign_add(tf.reduce_sum(x))
    return x * 2


x = tf.constant([1.0, 2.0, 3.0])
for _ in range(3):
    output = step(x)

python_appends = len(seen)
print("calls: 3, list appends:", python_appends)
print("sum kept in a variable:", total.numpy())
