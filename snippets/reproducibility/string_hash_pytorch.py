import json
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
    output = subprocess.check_output(command, env=environment)
    return json.loads(output)


one_process = python_buckets("1")
another = python_buckets("2")
python_changed = int(one_process != another)
print("hash() in one process:", one_process)
print("hash() in another:    ", another)

buckets = torch.tensor([zlib.crc32(w.encode()) % 1000 for w in words])
embedding = torch.nn.Embedding(1000, 4)
shape = list(embedding(buckets).shape)
first_bucket = buckets[0].item()
print("zlib.crc32:", buckets.tolist())
print("vectors:", shape)
