import keras
from keras import initializers

keras.utils.set_random_seed(0)


def std_and_largest(initialise):
    weight = initialise((400, 300)).numpy()  # inputs, outputs
    return float(weight.std()), float(abs(weight).max())


he_uniform = std_and_largest(initializers.HeUniform())
he_normal = std_and_largest(initializers.HeNormal())
he_normal_std, he_normal_largest = he_normal
he_truncated = he_normal

he_untruncated_std, he_untruncated_largest = std_and_largest(
    initializers.VarianceScaling(
        scale=2, mode="fan_in", distribution="untruncated_normal"
    )
)

truncated = std_and_largest(initializers.TruncatedNormal(stddev=0.02))
truncated_std, _ = truncated
hardly_truncated_std, _ = std_and_largest(
    initializers.RandomNormal(stddev=0.02)
)

print("HeNormal: std {:.4f}, up to {:.2f}".format(*he_normal))
print(f"untruncated: up to {he_untruncated_largest:.2f}")
print("TruncatedNormal: std {:.4f}, up to {:.2f}".format(*truncated))
