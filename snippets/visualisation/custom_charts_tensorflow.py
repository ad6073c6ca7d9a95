import shutil

import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.custom_scalar import layout_pb2, summary

tags = ["loss/train", "loss/validation"]
lines = layout_pb2.MultilineChartContent(tag=tags)
series = layout_pb2.MarginChartContent.Series(
    value="loss/mean", lower="loss/low", upper="loss/high"
)
margin = layout_pb2.MarginChartContent(series=[series])
training = layout_pb2.Category(
    title="training",
    chart=[
        layout_pb2.Chart(title="losses", multiline=lines),
        layout_pb2.Chart(title="band", margin=margin),
    ],
)
record = summary.pb(layout_pb2.Layout(category=[training]))
shutil.rmtree("demo_logs", ignore_errors=True)
writer = tf.summary.create_file_writer("demo_logs")
with writer.as_default():
    tf.summary.experimental.write_raw_pb(
        record.SerializeToString(), step=0
    )
writer.close()

events = event_accumulator.EventAccumulator("demo_logs").Reload()
(record,) = events.Tensors("custom_scalars__config__")
stored = layout_pb2.Layout.FromString(record.tensor_proto.string_val[0])
(category,) = stored.category
lines, margin = category.chart
charts = {
    "category": category.title,
    "titles": [chart.title for chart in category.chart],
    "lines": list(lines.multiline.tag),
}
(series,) = margin.margin.series
band = [series.value, series.lower, series.upper]

print(charts["category"] + ":", *charts["titles"])
print("lines:", *charts["lines"])
print("band: ", *band)
