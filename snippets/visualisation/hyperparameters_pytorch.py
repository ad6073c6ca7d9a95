import glob
import shutil

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.hparams import metadata
from torch.utils.tensorboard import SummaryWriter

trial = {
    "rate": 0.05,
    "layers": 3,
    "optimizer": "adam",
    "dropout": True,
}
shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_hparams(trial, {"accuracy": 0.875}, run_name="first")

events = event_accumulator.EventAccumulator("demo_logs/first").Reload()
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
files = glob.glob("demo_logs/**/events*", recursive=True)
event_files = len(files)

for name, value in hyperparameters.items():
    print(f"{name}: {value}")
print("dropout is stored as", kind_of_true)
print("accuracy:", accuracy)
print("event files:", event_files)
