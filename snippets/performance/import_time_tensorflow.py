import subprocess
import sys


# --8<-- [start:step]
def setup(size, mode, device):
    where = "GPU:0" if device == "cuda" else "CPU:0"
    code = (
        "import tensorflow as tf\n"
        f"with tf.device('{where}'):\n"
        "    total = tf.reduce_sum(tf.ones(3))\n"
        "print(float(total))"
    )

    def step():
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
        )
        return float(done.stdout)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    first_result = setup(1, "eager", "cpu")()
    print(first_result)
