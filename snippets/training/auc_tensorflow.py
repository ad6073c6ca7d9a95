import keras
import numpy as np

rng = np.random.default_rng(0)
labels = np.array([1, 0, 0] * 16)
logits = rng.normal(-8, 0.4, 48) + 0.5 * labels
scores = (1 / (1 + np.exp(-logits))).astype("float32")  # a rare event

default = keras.metrics.AUC()
default.update_state(labels, scores)
as_it_is = float(default.result())

ordered = np.sort(scores).astype("float64")
between = (ordered[1:] + ordered[:-1]) / 2
exact = keras.metrics.AUC(thresholds=between.tolist())
one_batch = keras.metrics.AUC(thresholds=between.tolist())
areas = []
for truth, guess in zip(np.split(labels, 3), np.split(scores, 3)):
    exact.update_state(truth, guess)
    one_batch.reset_state()
    one_batch.update_state(truth, guess)
    areas.append(float(one_batch.result()))

area = float(exact.result())
mean_of_batch_areas = sum(areas) / len(areas)
print(f"200 thresholds {as_it_is:.4f}, one per score {area:.4f}")
print(f"mean of batches {mean_of_batch_areas:.4f}")
