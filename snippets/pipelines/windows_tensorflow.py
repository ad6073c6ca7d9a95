import keras
import numpy as np

rng = np.random.default_rng(0)
series = rng.normal(size=20).astype("float32")


def windows(data, targets):
    dataset = keras.utils.timeseries_dataset_from_array(
        data, targets, sequence_length=4, batch_size=8
    )
    parts = zip(*dataset)
    return [np.concatenate(part) for part in parts]


def share_inside(windows, targets):
    return float((windows == targets[:, None]).any(axis=1).mean())


inputs, targets = windows(series, series[4:])
targets_inside = share_inside(inputs, targets)
targets_inside_by_mistake = share_inside(*windows(series, series))
windows_of_cut_series = len(windows(series[:-4], series[4:])[0])

print("windows with target:", len(inputs))
print("first:", inputs[0].round(4), "->", f"{targets[0]:.4f}")
print("share of targets inside their window:", targets_inside)
print("not shifted:", targets_inside_by_mistake)
print("windows of the series cut by 4:", windows_of_cut_series)
