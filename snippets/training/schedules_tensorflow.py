import keras
import tensorflow as tf
from keras.optimizers import schedules


def rates(schedule):
    weight = keras.Variable(tf.zeros(1))
    optimizer = keras.optimizers.SGD(schedule)
    used = []
    for step in range(30):
        weight.assign(tf.zeros(1))
        optimizer.apply([-tf.ones(1)], [weight])  # moves by the rate
        used.append(float(weight[0]))
    return used


exponential = rates(
    schedules.ExponentialDecay(0.1, decay_steps=1, decay_rate=0.9)
)
warm_up_and_cosine = rates(
    schedules.CosineDecay(
        0.01, decay_steps=25, warmup_target=0.1, warmup_steps=5
    )
)
values = [0.1, 0.05, 0.025]
boundaries = [10, 20]
steps_at_10_and_20 = rates(
    schedules.PiecewiseConstantDecay(boundaries, values)
)
one_less = [step - 1 for step in boundaries]
steps_shifted = rates(
    schedules.PiecewiseConstantDecay(one_less, values)
)
cosine = cosine_held = rates(schedules.CosineDecay(0.1, decay_steps=20))
cosine_at_the_end = cosine[-1]
warm_restarts = rates(
    schedules.CosineDecayRestarts(0.1, first_decay_steps=8)
)
polynomial = rates(
    schedules.PolynomialDecay(
        0.1, decay_steps=20, end_learning_rate=0.0, power=2.0
    )
)

rows = {
    "exponential": exponential,
    "warm-up": warm_up_and_cosine,
    "steps": steps_at_10_and_20,
    "cosine": cosine,
    "restarts": warm_restarts,
    "polynomial": polynomial,
}
print("step       ", *(f"{step:6}" for step in range(0, 30, 5)))
for name, row in rows.items():
    print(f"{name:11}", *(f"{rate:.4f}" for rate in row[::5]))
