import keras
import numpy as np
import tensorflow as tf
from keras import layers

x = np.ones((1, 60), dtype="float32")
dropout = layers.Dropout(0.5, seed=0)
dropout(x, training=True)  # some steps of training

state = dropout.seed_generator.state.numpy()
mask = dropout(x, training=True).numpy()
next_mask = dropout(x, training=True).numpy()

dropout.seed_generator.state.assign(state)
replayed = dropout(x, training=True).numpy()

next_changed = int(not np.array_equal(next_mask, mask))
replayed_changed = int(not np.array_equal(replayed, mask))
dropped = int((mask == 0).sum())
kept_value = float(mask.max())
print("next mask is another one:", bool(next_changed))
print("replayed mask is another one:", bool(replayed_changed))

model = keras.Sequential([keras.Input((60,)), dropout])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
loaded_generator = loaded.layers[0].seed_generator
draws = int(dropout.seed_generator.state.numpy()[1])
draws_after_loading = int(loaded_generator.state.numpy()[1])
print("draws:", draws)
print("draws that the loaded model knows of:", draws_after_loading)

path = tf.train.Checkpoint(model=model).write("model")
tf.train.Checkpoint(model=loaded).read(path)
draws_of_model = int(loaded_generator.state.numpy()[1])

state = dropout.seed_generator.state
path = tf.train.Checkpoint(model=model, state=state).write("all")
state = loaded_generator.state
tf.train.Checkpoint(model=loaded, state=state).read(path)
draws_of_state = int(loaded_generator.state.numpy()[1])
next_after_loading = loaded(x, training=True).numpy()
next_differs = int(
    not np.array_equal(next_after_loading, dropout(x, training=True))
)
print("from a checkpoint of the model:", draws_of_model)
print("with the state named in it:", draws_of_state)
print("next mask differs then:", bool(next_differs))
