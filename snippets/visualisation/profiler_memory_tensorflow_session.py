import tensorflow as tf

v1 = tf.compat.v1

with tf.Graph().as_default():
    rows = v1.placeholder(tf.int32, ())  # else x is folded at once
    x = tf.ones((rows, 128), name="ones")
    product = tf.matmul(x, x, transpose_b=True, name="product")
    options = v1.RunOptions(trace_level=v1.RunOptions.FULL_TRACE)
    metadata = v1.RunMetadata()
    with v1.Session() as session:
        result = session.run(product, {rows: 256}, options, metadata)

product_shape = list(result.shape)
asked = {
    node.node_name: sum(used.total_bytes for used in node.memory)
    for device in metadata.step_stats.dev_stats
    for node in device.node_stats
}
bytes_for_ones = asked["ones"]
bytes_for_product = asked["product"]

print("product:", product_shape)
print("ones:", bytes_for_ones, "bytes")
print("product:", bytes_for_product, "bytes")
