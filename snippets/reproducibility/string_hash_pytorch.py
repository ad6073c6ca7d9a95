import os
import subprocess
import sys
import zlib

import torch

words = ["tensor", "gradient", "tape", "graph"]


def python_buckets(hash_seed):
    code = f"print([hash(word) % 1000 for word in {words}])"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", code]
    return subprocess.check_output(command, env=environment, text=True)


first, second = python_buckets("1"), python_buckets("2")
python_changed = int(first != second)
print("hash() in one process:", first.strip())
print("hash() in another:    ", second.strip())

buckets = torch.tensor([zlib.crc32(w.encode()) % 1000 for w in words])
embedding = torch.nn.Embedding(1000, 4)
shape = list(embedding(buckets).shape)
first_bucket = buckets[0].item()
print("zlib.crc32:", buckets.tolist())
print("vectors:", shape)
