import numpy as np
import tensorflow as tf

DONE = 10_000  # steps: the corrections of a fresh start are over


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).uniform
    with tf.device("GPU:0" if device == "cuda" else "CPU:0"):
        parameters, firsts, seconds = (
            [tf.Variable(tf.zeros((64, 64))) for _ in range(size)]
            for _ in range(3)
        )
        gradients = [
            tf.constant(draw(1e-5, 2e-5, (64, 64)), tf.float32)
            for _ in range(size)
        ]
        steps = tf.Variable(float(DONE))
    groups = list(
        zip(parameters, firsts, seconds, gradients, strict=True)
    )

    @tf.function
    def apply():
        steps.assign_add(1.0)
        first_power, second_power = 0.9**steps, 0.999**steps
        for parameter, first, second, gradient in groups:
            tf.raw_ops.ResourceApplyAdam(
                var=parameter.handle,
                m=first.handle,
                v=second.handle,
                beta1_power=first_power,
                beta2_power=second_power,
                lr=0.001,
                beta1=0.9,
                beta2=0.999,
                epsilon=1e-12,
                grad=gradient,
            )

    def step():
        apply()
        return groups

    return step


# --8<-- [end:step]
def comparable(groups):
    return [variables for *variables, _ in groups]


if __name__ == "__main__":
    step = setup(8, "compiled", "cpu")
    for _ in range(5):
        updated = comparable(step())
    part = [[a[:2] for a in arrays] for arrays in updated]
    numbers = zip(
        ("parameter", "first moment", "second moment"),
        part[0],
        strict=True,
    )
    for name, array in numbers:
        print(name, *(f"{v:.4g}" for v in array[0, :4]))
