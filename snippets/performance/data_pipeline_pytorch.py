import io

import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_digits
from torch.utils.data import DataLoader, Dataset


def png(digit):
    pixels = np.kron(digit * 15, np.ones((12, 12))).astype("uint8")
    file = io.BytesIO()
    Image.fromarray(
        np.dstack([pixels, pixels // 2, 255 - pixels])
    ).save(file, "png")
    return file.getvalue()


# --8<-- [start:step]
def normalise(images):
    return (images.float() / 255 - 0.5) / 0.25


class Digits(Dataset):
    def __init__(self, files, late):
        self.files, self.late = files, late

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        image = Image.open(io.BytesIO(self.files[index]))
        image = torch.from_numpy(np.array(image)).permute(2, 0, 1)
        image = image[:, 8:88, 8:88].flip(2)
        return image if self.late else normalise(image)


def setup(size, mode, device):
    images = np.resize(load_digits().images, (size, 8, 8))
    parallel, late = mode != "in_order", mode == "late"
    loader = DataLoader(
        Digits([png(image) for image in images], late),
        batch_size=64,
        num_workers=2 if parallel else 0,
        persistent_workers=parallel,
        multiprocessing_context="fork" if parallel else None,
        pin_memory=device == "cuda",
    )

    def step():
        means = []
        for batch in loader:
            batch = batch.to(device, non_blocking=True)
            batch = normalise(batch) if late else batch
            means.append(batch.mean(dim=(0, 1)))
        return torch.stack(means)

    step.loader = loader
    return step


# --8<-- [end:step]


if __name__ == "__main__":
    step = setup(128, "in_order", "cpu")
    first_batch = next(iter(step.loader))[:2, :, ::8, ::8]
    mean_of_means = step().mean()
    print(f"{mean_of_means.item():.4f}")
