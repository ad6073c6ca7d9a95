from torch.utils.data import DataLoader, Sampler

drawn = []


class Recorded(Sampler):
    def __iter__(self):
        for row in range(30):
            drawn.append(row)
            yield row


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    loader = DataLoader(
        range(30),
        batch_size=2,
        sampler=Recorded(),
        num_workers=2,
        prefetch_factor=3,
    )
    batches = iter(loader)
    first = next(batches)
    rows_ahead = len(drawn) - len(first)
    loaded = [first.tolist(), *(batch.tolist() for batch in batches)]
    print("first batch:", first.tolist())
    print("rows ahead of it:", rows_ahead)
    print("all:", len(loaded), "batches, the last", loaded[-1])

    DataLoader(range(30), batch_size=2, prefetch_factor=3)
