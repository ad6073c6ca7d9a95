import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
one = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [one, one])


def device(x):
    spec = tf.DeviceSpec.from_string(x.device)
    return f"{spec.device_type}:{spec.device_index}"


here = tf.constant([1.0, 2.0])
with tf.device("CPU:1"):
    elsewhere = tf.constant([10.0, 20.0])
print(device(here), device(elsewhere))

with tf.device("CPU:0"):
    moved = here + tf.identity(elsewhere)
print("both on one device:", moved.numpy().tolist())

doubled = elsewhere + elsewhere
stays = doubled.device == elsewhere.device
print("elsewhere + elsewhere:", device(doubled))

total = here + elsewhere
print("on two:", total.numpy().tolist(), "on", device(total))

with tf.device("CPU:1"):
    made = tf.ones(2)
    chosen = here + here
made_there = made.device == elsewhere.device
computed_there = chosen.device == elsewhere.device
print("tf.device: made on", device(made), "sum on", device(chosen))
