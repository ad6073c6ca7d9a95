import torch.multiprocessing as mp
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, released_by=None):
        self.release = mp.Event()
        self.released_by = released_by

    def __len__(self):
        return 7

    def __getitem__(self, row):
        if row == 0:
            self.release.wait()  # the first row takes longest
        if row == self.released_by:
            self.release.set()
        return row


def delivered(rows, batch_size, **options):
    loader = DataLoader(
        rows,
        batch_size=batch_size,
        num_workers=2,
        prefetch_factor=1,
        **options,
    )
    batches = []
    for batch in loader:
        batches.append(batch.tolist())
        if len(batches) == len(loader) - 1:
            rows.release.set()
    return batches


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    # row 0 is not ready before row 1 is, and comes first all the same
    in_order = sum(delivered(Rows(released_by=1), 1), [])

    # row 0 waits until the loop has all others
    as_ready = sum(delivered(Rows(), 1, in_order=False), [])
    batches_as_ready = delivered(Rows(), 2, in_order=False)
    batches_of_ready_rows = [as_ready[i : i + 2] for i in (0, 2, 4, 6)]

    each_row_once = sorted(sum(batches_as_ready, [])) == list(range(7))
    print("in order:  ", *in_order)
    print("as ready:  ", *as_ready)
    print("batches:   ", *batches_as_ready)
    print("rows first:", *batches_of_ready_rows)
    print("each row once:", each_row_once)
