import torch
from torch import nn


def largest_and_std(weight):
    return weight.abs().max().item(), weight.std().item()


def departure(weight):
    """Largest departure from orthogonal columns of length 1."""
    return (weight.T @ weight - torch.eye(64)).abs().max().item()


torch.manual_seed(0)
weight = nn.Conv2d(16, 32, kernel_size=3).weight
convolution_by_default = largest_and_std(weight)
convolution_fan_in = convolution_by_default
convolution_glorot = largest_and_std(nn.init.xavier_uniform_(weight))

weight = nn.Embedding(1000, 16).weight
embedding_by_default = embedding_normal = weight.std().item()
nn.init.uniform_(weight, -0.05, 0.05)
embedding_uniform = largest_and_std(weight)

lstm = nn.LSTM(input_size=32, hidden_size=64)
forget = slice(64, 128)
biases = lstm.bias_ih_l0, lstm.bias_hh_l0
recurrent_by_default = departure(lstm.weight_hh_l0)
forget_bias_by_default = sum(biases)[forget].detach()
with torch.no_grad():
    nn.init.orthogonal_(lstm.weight_hh_l0)
    biases[0][forget], biases[1][forget] = 1, 0
recurrent_orthogonal = round(departure(lstm.weight_hh_l0), 5)
forget_bias_of_one = sum(biases)[forget].detach()

attention = nn.MultiheadAttention(embed_dim=64, num_heads=4)
attention_by_default = largest_and_std(attention.in_proj_weight)
attention_packed = attention_by_default
attention_output_by_default = largest_and_std(attention.out_proj.weight)
with torch.no_grad():
    for weight in attention.in_proj_weight.chunk(3):
        nn.init.xavier_uniform_(weight)
attention_glorot = largest_and_std(attention.in_proj_weight)

print("convolution: up to {:.4f}".format(*convolution_by_default))
print("as in Keras: up to {:.4f}".format(*convolution_glorot))
print(f"embedding: standard deviation {embedding_by_default:.3f}")
print(f"LSTM: {recurrent_by_default:.2f} from orthogonal")
print("attention: up to {:.4f}".format(*attention_by_default))
