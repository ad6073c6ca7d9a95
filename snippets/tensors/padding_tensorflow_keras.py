import keras

rows = [[1.5, 2.25, 3.75], [-4.5]]

padded = keras.utils.pad_sequences(
    rows, padding="post", dtype="float32", value=-1.0
)
by_default = keras.utils.pad_sequences(rows)
truncated_in_front = by_default
print("padded:", padded.tolist())
print("by default:", by_default.tolist(), by_default.dtype)
