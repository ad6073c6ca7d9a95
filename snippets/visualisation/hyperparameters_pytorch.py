from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.hparams import metadata
from torch.utils.tensorboard import SummaryWriter

trial = {
    "rate": 0.05,
    "layers": 3,
    "optimizer": "adam",
    "dropout": True,
}
with SummaryWriter("logs") as writer:
    writer.add_hparams(trial, {"accuracy": 0.875}, run_name="first")

events = event_accumulator.EventAccumulator("logs/first").Reload()
contents = events.PluginTagToContent("hparams")
stored = metadata.parse_session_start_info_plugin_data(
    contents[metadata.SESSION_START_INFO_TAG]
).hparams
kind_of_true = stored["dropout"].WhichOneof("kind")
hyperparameters = {
    name: getattr(stored[name], stored[name].WhichOneof("kind"))
    for name in ("layers", "optimizer", "rate")
}
accuracy = events.Scalars("accuracy")[0].value

for name, value in hyperparameters.items():
    print(f"{name}: {value}")
print("dropout is stored as", kind_of_true)
print("accuracy:", accuracy)
