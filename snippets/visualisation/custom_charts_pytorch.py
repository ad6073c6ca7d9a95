import shutil

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.custom_scalar import layout_pb2
from torch.utils.tensorboard import SummaryWriter

layout = {
    "training": {
        "losses": ["Multiline", ["loss/train", "loss/validation"]],
        "band": ["Margin", ["loss/mean", "loss/low", "loss/high"]],
    }
}
shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_custom_scalars(layout)

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
