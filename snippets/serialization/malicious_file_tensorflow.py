import sys

import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Lambda(
            lambda x: (setattr(__import__("sys"), "visited", 1), x)[1]
        ),
    ]
)
model.save("model.keras")

sys.visited = 0
try:
    keras.saving.load_model("model.keras")
except ValueError:
    ran_by_default = sys.visited
print("code ran by default:", bool(ran_by_default))

keras.saving.load_model("model.keras", safe_mode=False)
code_ran = sys.visited
print("code ran with safe_mode=False:", bool(code_ran))

keras.saving.load_model("model.keras")
