import tempfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn.functional import interpolate
from torch.utils.data import DataLoader, Dataset


def write_images(root):
    rng = np.random.default_rng(0)
    for name in ("bee", "ant"):
        (root / name).mkdir()
        for number in range(2):
            pixels = rng.integers(0, 256, (8, 12, 3), dtype=np.uint8)
            file = root / name / f"{number}.png"
            Image.fromarray(pixels).save(file)


class Folder(Dataset):
    def __init__(self, root, size=None):
        self.classes = sorted(path.name for path in root.iterdir())
        self.files = sorted(root.glob("*/*.png"))
        self.size = size

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        file = self.files[index]
        image = Image.open(file).convert("RGB")
        if self.size is not None:
            image = image.resize(self.size, Image.Resampling.BILINEAR)
        pixels = torch.from_numpy(np.array(image)).permute(2, 0, 1)
        return pixels.float(), self.classes.index(file.parent.name)


with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    write_images(root)
    folder = Folder(root)
    images, numbers = next(iter(DataLoader(folder, batch_size=4)))
    smaller = DataLoader(Folder(root, size=(6, 2)), batch_size=4)
    resized_as_loaded, _ = next(iter(smaller))

classes, labels = folder.classes, numbers.tolist()
unfiltered = interpolate(images, (2, 6), mode="bilinear")
filtered = interpolate(images, (2, 6), mode="bilinear", antialias=True)
apart = (resized_as_loaded - filtered).abs().max()
levels_from_pillow = apart.item()
print("classes:", *classes, "labels:", *labels)
print("shape:", tuple(images.shape), "first pixel:", images[0, :, 0, 0])
print("2 by 6, first row, red")
print("Pillow:             ", resized_as_loaded[0, 0, 0].numpy())
print("interpolate:        ", unfiltered[0, 0, 0].numpy())
print("antialias=True:     ", filtered[0, 0, 0].numpy().round(1))
