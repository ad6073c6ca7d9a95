from torch.utils.data import (
    DataLoader,
    IterableDataset,
    get_worker_info,
)


class Numbers(IterableDataset):
    def __iter__(self):
        yield from range(7)


class DividedNumbers(IterableDataset):
    def __iter__(self):
        start, step = 0, 1
        if (worker := get_worker_info()) is not None:
            start, step = worker.id, worker.num_workers
        yield from range(start, 7, step)


def batches(dataset):
    loader = DataLoader(dataset, batch_size=2, num_workers=2)
    return [batch.tolist() for batch in loader]


# without this line, workers that are not forked would start again here
if __name__ == "__main__":
    undivided = batches(Numbers())
    divided = batches(DividedNumbers())
    flat = sum(undivided, [])
    copies = [flat.count(number) for number in range(7)]
    print("undivided:", *undivided)
    print("divided:  ", *divided)
    print("copies of each number, undivided:", *copies)
