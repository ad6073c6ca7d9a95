import io
import shutil
import wave

import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

time = np.arange(400) / 8000
tone = 0.9 * np.sin(2 * np.pi * 440 * time).astype("float32")
tone[0] = 0.5

shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    clips = tone.reshape(1, 400, 1)  # clips, frames, channels
    tf.summary.audio("tone", clips, sample_rate=8000, step=0)
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(event,) = events.Tensors("tone")
wav, label = event.tensor_proto.string_val
with wave.open(io.BytesIO(wav)) as file:
    rate = file.getframerate()
    bits = 8 * file.getsampwidth()
    samples = np.frombuffer(file.readframes(400), dtype="<i2")
half = int(samples[0])

print(len(samples), "samples of", bits, "bits at", rate, "Hz")
print("amplitude 0.5 is stored as", half)
