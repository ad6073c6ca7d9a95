import tempfile
from pathlib import Path

import tensorflow as tf

first = 'name,weight\nant,0.5\n"bee, queen",-2\ncat,4096\n'
second = "name,weight\ndog,9.25\n"
with_break = 'name,weight\n"eel,\nelectric",0.75\n'


def rows(path):
    return tf.data.TextLineDataset(path).skip(1)  # the header


def parse(line):
    return tf.io.decode_csv(line, record_defaults=["", 0.0])


with tempfile.TemporaryDirectory() as folder:
    Path(folder, "1.csv").write_text(first)
    Path(folder, "2.csv").write_text(second)
    Path(folder, "break.txt").write_text(with_break)
    files = tf.data.Dataset.list_files(f"{folder}/*.csv", shuffle=False)

    one_by_one = files.flat_map(rows).map(parse)
    batch_names, batch_weights = next(iter(one_by_one.batch(4)))
    in_turns = files.interleave(rows, cycle_length=2).map(parse)
    names_in_turns = [name.numpy().decode() for name, _ in in_turns]
    broken = tf.data.experimental.CsvDataset(
        f"{folder}/break.txt", record_defaults=["", 0.0], header=True
    )
    names_with_break = [name.numpy().decode() for name, _ in broken]

    names = [name.decode() for name in batch_names.numpy()]
    weights = batch_weights.numpy().tolist()
    print("one after the other:", names)
    print("weights:", weights)
    print("in turns:", names_in_turns)
    print("with a line break:", names_with_break)

    list(rows(f"{folder}/break.txt").map(parse))
