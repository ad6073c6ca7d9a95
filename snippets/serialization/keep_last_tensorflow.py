import tensorflow as tf

weight = tf.Variable([1.0, -2.0])
checkpoint = tf.train.Checkpoint(weight=weight)
manager = tf.train.CheckpointManager(
    checkpoint, "checkpoints", max_to_keep=3
)
for step in range(1, 12):
    weight.assign(weight * 1.5)
    manager.save()

weight.assign([0.0, 0.0])
checkpoint.restore(manager.latest_checkpoint)
latest = weight.numpy()
names = [path.split("/")[-1] for path in manager.checkpoints]
kept = [int(name.split("-")[1]) for name in names]
print("kept:", names)
print("latest:", latest)
