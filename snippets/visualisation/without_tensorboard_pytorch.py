import importlib
import importlib.metadata
import sys

packages = importlib.metadata.requires("torch")
names = ("tensorboard", "visdom")
required = sum(line.startswith(names) for line in packages)
print("TensorBoard or Visdom among the requirements:", required)

sys.modules["tensorboard"] = None  # as if it were not installed
importlib.import_module("torch.utils.tensorboard")
