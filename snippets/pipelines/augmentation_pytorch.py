import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

# pixel values tell the image, the row and the column
images = torch.arange(200.0 * 8 * 8).reshape(200, 1, 8, 8)


def window(image, top, left, flip):
    image = image[:, top : top + 6, left : left + 6]
    return image.flip(-1) if flip else image


class Augmented(Dataset):
    def __init__(self, images, epoch):
        self.images = images
        self.epoch = epoch

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        seed = 1000 * self.epoch + index
        generator = torch.Generator().manual_seed(seed)
        top, left = torch.randint(3, (2,), generator=generator).tolist()
        flip = torch.rand((), generator=generator) < 0.5
        return window(self.images[index], top, left, flip)


def epoch(number, workers=0):
    loader = DataLoader(
        Augmented(images, number), batch_size=50, num_workers=workers
    )
    return torch.cat(list(loader))[:, 0].numpy()


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    crops = epoch(0)
    flipped = crops[:, 0, 0] > crops[:, 0, 5]
    upright = np.where(flipped[:, None, None], crops[..., ::-1], crops)
    starts = upright[:, 0, 0]
    pattern = 8 * np.arange(6)[:, None] + np.arange(6)
    intact = bool((upright - starts[:, None, None] == pattern).all())
    positions = len(set((starts % 64).tolist()))
    flipped_share = float(flipped.mean())
    same_with_workers = bool((crops == epoch(0, workers=2)).all())
    epochs_equal = bool((crops == epoch(1)).all())
    windows = [window(images[7], 2, 1, f)[0] for f in (False, True)]
    print(windows[1][:2])
    print("windows of the image:", intact, "places:", positions)
    print(f"flipped: {flipped_share:.2f}")
    print("same with workers:", same_with_workers)
    print("same in the next epoch:", epochs_equal)
