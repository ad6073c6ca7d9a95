import tensorflow as tf

# rows 0 to 899 are of class 0, rows 900 to 999 of class 1
common_class = tf.data.Dataset.range(900)
rare_class = tf.data.Dataset.range(900, 1000)
balanced = tf.data.Dataset.sample_from_datasets(
    [
        common_class.shuffle(900, seed=1).repeat(),
        rare_class.shuffle(100, seed=2).repeat(),
    ],
    weights=[0.5, 0.5],
    seed=0,
)
rows = [int(row) for row in balanced.take(1000)]

rare = [row for row in rows if row >= 900]
common = [row for row in rows if row < 900]
drawn = len(rows)
rare_share = len(rare) / drawn
rare_rows, common_rows = len(set(rare)), len(set(common))
common_repeats = len(common) - common_rows
print(f"rare class: {rare_share:.3f} of {drawn} rows")
print("different rows of the rare class:", rare_rows)
print("different rows of the common class:", common_rows)
print("of the common class, drawn again:", common_repeats)
