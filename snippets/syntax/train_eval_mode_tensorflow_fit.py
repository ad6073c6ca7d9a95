import keras
from keras import layers
from sklearn.datasets import load_iris

x = load_iris().data.astype("float32")

keras.utils.set_random_seed(0)
norm = layers.BatchNormalization(epsilon=1e-3, momentum=0.99)
model = keras.Sequential([keras.Input((4,)), norm, layers.Dropout(0.5)])
model.compile(optimizer="sgd", loss="mse")

model.fit(x, x, batch_size=len(x), epochs=1, verbose=0)
mean_after_training_call = norm.moving_mean
variance_after_training_call = norm.moving_variance

predicted = model.predict(x, verbose=0)
dropped_in_inference = float((predicted == 0).mean())

moved = mean_after_training_call.numpy().round(3)
print("mean after one step of fit:", moved)
print(f"dropped in predict: {dropped_in_inference:.2f}")
