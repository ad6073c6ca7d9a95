import subprocess
import sys


# --8<-- [start:step]
def setup(size, mode, device):
    code = (
        "import torch;"
        f"ones = torch.ones(3, device='{device}');"
        "print(ones.sum().item())"
    )

    def step():
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
        )
        return float(done.stdout)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    first_result = setup(1, "eager", "cpu")()
    print(first_result)
