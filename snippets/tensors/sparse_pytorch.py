import torch

rows, columns = [0, 1, 1, 2], [3, 0, 0, 1]  # (1, 0) occurs twice
values = torch.tensor([2.0, 1.0, 4.0, -3.0], requires_grad=True)
dense = torch.tensor([[1.0, 2.0], [0.5, -1.0], [7.0, 3.0], [4.0, -2.0]])
dense.requires_grad_()

matrix = torch.sparse_coo_tensor(
    [rows, columns], values, (3, 4), check_invariants=True
)
product = torch.sparse.mm(matrix, dense)
values_gradient, dense_gradient = torch.autograd.grad(
    product.square().sum(), [values, dense]
)
print("product:", product.tolist())
print("gradient of the values:", values_gradient.tolist())

as_dense = matrix.to_dense()
print("as a dense matrix:", as_dense.tolist())
