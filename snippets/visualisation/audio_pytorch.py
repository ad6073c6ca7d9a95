import io
import shutil
import wave

import numpy as np
import torch
from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

time = np.arange(400) / 8000
tone = 0.9 * np.sin(2 * np.pi * 440 * time).astype("float32")
tone[0] = 0.5

shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_audio("tone", torch.tensor(tone), 0, sample_rate=8000)

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(event,) = events.Audio("tone")
with wave.open(io.BytesIO(event.encoded_audio_string)) as file:
    rate = file.getframerate()
    bits = 8 * file.getsampwidth()
    samples = np.frombuffer(file.readframes(400), dtype="<i2")
half = int(samples[0])

print(len(samples), "samples of", bits, "bits at", rate, "Hz")
print("amplitude 0.5 is stored as", half)
