import torch
from torch import nn

embedding = nn.Embedding(num_embeddings=10, embedding_dim=4)
output_shape = tuple(embedding(torch.tensor([[1, 9]])).shape)
print("indices 1 and 9:", output_shape)

embedding(torch.tensor([[1, 10]]))
