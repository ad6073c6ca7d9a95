import csv
import tempfile
from itertools import chain, zip_longest
from pathlib import Path

from torch.utils.data import DataLoader, IterableDataset

first = 'name,weight\nant,0.5\n"bee, queen",-2\ncat,4096\n'
second = "name,weight\ndog,9.25\n"
with_break = 'name,weight\n"eel,\nelectric",0.75\n'


def rows(path):
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], float(row["weight"])


class Rows(IterableDataset):
    def __init__(self, paths, in_turns=False):
        self.paths = paths
        self.in_turns = in_turns

    def __iter__(self):
        files = [rows(path) for path in self.paths]
        if not self.in_turns:
            return chain(*files)
        turns = chain(*zip_longest(*files))
        return (row for row in turns if row is not None)


with tempfile.TemporaryDirectory() as folder:
    Path(folder, "1.csv").write_text(first)
    Path(folder, "2.csv").write_text(second)
    Path(folder, "break.txt").write_text(with_break)
    paths = sorted(Path(folder).glob("*.csv"))

    batch_names, batch_weights = next(
        iter(DataLoader(Rows(paths), batch_size=4))
    )
    in_turns = DataLoader(Rows(paths, in_turns=True), batch_size=4)
    names_in_turns = list(next(iter(in_turns))[0])
    broken = Rows([Path(folder, "break.txt")])
    names_with_break = [name for name, _ in broken]

names, weights = list(batch_names), batch_weights.tolist()
print("one after the other:", names)
print("weights:", weights)
print("in turns:", names_in_turns)
print("with a line break:", names_with_break)
