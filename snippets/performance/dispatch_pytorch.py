import torch


# --8<-- [start:step]
def setup(size, mode, device):
    x = torch.tensor([0.5], device=device)
    y = torch.tensor([1.01], device=device)

    def multiply(x, y):
        for _ in range(size):
            x = x * y
        return x

    if mode == "compiled":
        multiply = torch.compile(multiply, dynamic=False)
    return lambda: multiply(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    product = setup(10, "eager", "cpu")()
    print(f"after 10 multiplications: {product[0]:.5f}")
