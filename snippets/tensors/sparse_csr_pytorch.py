import torch

dense = torch.tensor(
    [[0.0, 0.0, 2.0, 0.0], [0.0, 0.0, 0.0, 0.0], [5.0, -1.0, 0.0, 3.0]]
)
other = torch.tensor([[1.0, 2.0], [0.5, -1.0], [7.0, 3.0], [4.0, -2.0]])

matrix = dense.to_sparse_csr()
row_pointers = matrix.crow_indices()
columns = matrix.col_indices()
values = matrix.values()
product = matrix @ other

print("row pointers:", row_pointers.tolist(), row_pointers.dtype)
print("columns:", columns.tolist())
print("values:", values.tolist())
print("product:", product.tolist())
