import keras
from keras import layers
from sklearn.datasets import load_iris

x = load_iris().data.astype("float32")


def build():
    norm = layers.BatchNormalization(epsilon=1e-3, momentum=0.99)
    return keras.Sequential(
        [keras.Input((4,)), norm, layers.Dropout(0.5)]
    )


def dropped(outputs):
    return float((outputs.numpy() == 0).mean())


keras.utils.set_random_seed(0)
model = build()
dropped_by_default = dropped(model(x))
mean_after_default_call = model.layers[0].moving_mean

model = build()
dropped_in_training = dropped(model(x, training=True))
mean_after_training_call = model.layers[0].moving_mean
variance_after_training_call = model.layers[0].moving_variance

inference_outputs = model(x, training=False)
dropped_in_inference = dropped(inference_outputs)

print(f"dropped by default: {dropped_by_default:.2f}")
print(f"dropped in training: {dropped_in_training:.2f}")
print(f"dropped in inference: {dropped_in_inference:.2f}")
moved = mean_after_default_call.numpy().round(3)
print("mean after default call:", moved)
