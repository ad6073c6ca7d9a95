import tensorflow as tf

state = {"calls": 0}


@tf.function
def step(x):
    state["calls"] += 1
    return x * state["calls"]


outputs = [step(tf.constant(1.0)) for _ in range(4)]
calls = state["calls"]
print("outputs", [int(output) for output in outputs])
print("calls", calls)
