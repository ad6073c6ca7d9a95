import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
one = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [one, one])

here = tf.constant([1.0, 2.0])
with tf.device("CPU:1"):
    elsewhere = tf.constant([10.0, 20.0])
print(here.device[-5:], elsewhere.device[-5:])

with tf.device("CPU:0"):
    moved = here + tf.identity(elsewhere)
print("both on one device:", moved.numpy().tolist())

scaled = elsewhere * tf.constant(3.0)
stays = scaled.device == elsewhere.device
print("elsewhere * 3:", scaled.device[-5:])

total = here + elsewhere
print("on two:", total.numpy().tolist(), total.device[-5:])
with tf.device("CPU:1"):
    chosen = here + elsewhere
chosen_on = int(chosen.device[-1])
print("tf.device:", chosen.numpy().tolist(), chosen.device[-5:])
