import torch


# --8<-- [start:step]
def setup(size, mode, device):
    x = torch.tensor([0.5], device=device)
    y = torch.tensor([0.25], device=device)

    def add(x, y):
        for _ in range(size):
            x = x + y
        return x

    if mode == "compiled":
        add = torch.compile(add, dynamic=False)
    return lambda: add(x, y)


# --8<-- [end:step]
if __name__ == "__main__":
    total = setup(10, "eager", "cpu")()
    print(f"after 10 additions: {total[0]:.2f}")
