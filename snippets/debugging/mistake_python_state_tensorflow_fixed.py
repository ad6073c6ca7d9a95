import tensorflow as tf

counter = tf.Variable(0.0)


@tf.function
def step(x):
    counter.assign_add(1)
    return x * counter


outputs = [step(tf.constant(1.0)) for _ in range(4)]
calls = int(counter)
print("outputs", [int(output) for output in outputs])
print("calls", calls)
