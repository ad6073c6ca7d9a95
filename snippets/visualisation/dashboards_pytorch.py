import glob
import http.client
import json
import shutil
import time
import urllib.parse

import torch
from matplotlib.figure import Figure
from tensorboard import program
from torch.utils.tensorboard import SummaryWriter


def filled(folder):
    server = program.TensorBoard()
    options = f"--logdir {folder} --host 127.0.0.1 --port 0"
    options += " --load_fast false --reload_interval 0"
    options += " --reload_task blocking"
    server.configure(argv=[None, *options.split()])
    address = urllib.parse.urlparse(server.launch()).netloc

    def get(path):
        connection = http.client.HTTPConnection(address)
        connection.request("GET", "/data" + path)
        return json.loads(connection.getresponse().read())

    listing = get("/plugins_listing")
    names = {name for name in listing if listing[name]["enabled"]}
    if glob.glob(f"{folder}/**/projector_config.pbtxt", recursive=True):
        while not get("/plugin/projector/runs"):  # read in background
            time.sleep(0.1)
        names.add("projector")
    return sorted(names)


shutil.rmtree("demo_logs", ignore_errors=True)
points = torch.tensor([[[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]])
layout = {"training": {"losses": ["Multiline", ["loss"]]}}
with SummaryWriter("demo_logs") as writer:
    writer.add_scalar("loss", 0.5, 0)
    writer.add_histogram("weights", torch.randn(50), 0)
    writer.add_image("sample", torch.rand(3, 4, 6), 0)
    writer.add_figure("figure", Figure(figsize=(1, 1)), 0)
    writer.add_text("note", "a note", 0)
    writer.add_audio("tone", torch.zeros(1, 100), 0)
    writer.add_graph(torch.nn.Linear(2, 3), torch.zeros(1, 2))
    writer.add_embedding(torch.randn(5, 3))
    writer.add_pr_curve("spam", torch.tensor([0, 1]), torch.rand(2), 0)
    writer.add_mesh("points", points, global_step=0)
    writer.add_custom_scalars(layout)
    writer.add_hparams({"rate": 0.1}, {"score": 0.5}, run_name="trial")

dashboards = filled("demo_logs")
number = len(dashboards)
by_own_means = dashboards
number_by_own_means = len(by_own_means)

print(number, "dashboards, all by methods of SummaryWriter:")
print(*dashboards, sep="\n")
