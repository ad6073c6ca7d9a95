import torch


# the "eager" backend captures and generates no code
@torch.compile(backend="eager", dynamic=True)
def column_means(x):
    rows, columns = x.shape
    return x.sum(dim=0) / rows, rows, columns


data = torch.arange(15.0).reshape(5, 3) ** 2
results = [column_means(data[:size]) for size in (2, 5)]

means = [result[0] for result in results]
rows_from_shape = [result[1] for result in results]
columns = [result[2] for result in results]
rows_at_run_time = rows_from_shape
print("means of 2 rows:", means[0].tolist())
print("means of 5 rows:", means[1].tolist())
print("x.shape[0]:", *rows_from_shape)
