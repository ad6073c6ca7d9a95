import string
from collections import Counter

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

known = ["The cat sat.", "The dog sat; the cat ran!", "A bird flew"]
new = ["The bird sat...", "a DOG", "cat, cat & mouse"]
no_punctuation = str.maketrans("", "", string.punctuation)


def words(text):
    return text.lower().translate(no_punctuation).split()


counts = Counter(word for text in known for word in words(text))
# by count, then by the word itself, both descending
ordered = sorted(counts, key=lambda word: (counts[word], word))[::-1]
vocabulary = ["", "[UNK]", *ordered[:6]]
number = {word: n for n, word in enumerate(vocabulary)}


def encode(texts):
    rows = [[number.get(w, 1) for w in words(text)] for text in texts]
    tensors = [torch.tensor(row) for row in rows]
    return pad_sequence(tensors, batch_first=True)


batches = list(DataLoader(new, batch_size=2, collate_fn=encode))
print(vocabulary)
for batch in batches:
    print(batch.numpy())
