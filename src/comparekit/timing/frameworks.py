"""What differs between frameworks for whoever measures them: waiting, memory, precision, threads and build."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path


def synchronise(framework: str, device: str) -> Callable[[], None]:
    """What waits until the device has done all it was asked to.

    On the CPU, calls of PyTorch and TensorFlow return when they are done; a step of JAX has to wait for its result.
    """
    if device == "cpu":
        return lambda: None
    if framework == "pytorch":
        import torch

        return torch.cuda.synchronize
    import tensorflow as tf

    return tf.test.experimental.sync_devices


def memory(framework: str, device: str) -> tuple[Callable[[], int], Callable[[], int]]:
    """Two functions: how much memory is held now, which resets the mark, and the most that was held since; in bytes.

    On the CPU that is the resident memory of this process, on a GPU what the framework has handed out.
    """
    if device == "cpu":
        return _held, lambda: _resident("VmHWM")
    if framework == "pytorch":
        import torch

        def held() -> int:
            torch.cuda.reset_peak_memory_stats()
            return torch.cuda.memory_allocated()

        return held, torch.cuda.max_memory_allocated
    import tensorflow as tf

    def held_by_tensorflow() -> int:
        tf.config.experimental.reset_memory_stats("GPU:0")
        return tf.config.experimental.get_memory_info("GPU:0")["current"]

    return held_by_tensorflow, lambda: tf.config.experimental.get_memory_info("GPU:0")["peak"]


def full_float32(framework: str) -> None:
    """Compute with all 24 bits of a float32 on a GPU, where the two frameworks have different defaults."""
    if framework == "pytorch":
        import torch

        torch.backends.fp32_precision = "ieee"
    elif framework == "tensorflow":
        import tensorflow as tf

        tf.config.experimental.enable_tensor_float_32_execution(False)


def description() -> dict[str, str]:
    """How the imported frameworks were built and how many threads they use, as they say themselves."""
    told = {"python": platform.python_version()}
    if "torch" in sys.modules:
        import torch

        told["torch threads"] = f"{torch.get_num_threads()} intra-op, {torch.get_num_interop_threads()} inter-op"
        told["torch build"] = ", ".join(
            name
            for name, there in {
                "oneDNN": torch.backends.mkldnn.is_available(),
                "MKL": torch.backends.mkl.is_available(),
                "OpenMP": torch.backends.openmp.is_available(),
                f"CPU capability {torch.backends.cpu.get_cpu_capability()}": True,
            }.items()
            if there
        )
    if "tensorflow" in sys.modules:
        import tensorflow as tf
        from tensorflow.python.util import _pywrap_util_port  # the only place that tells

        threads = tf.config.threading
        within = threads.get_intra_op_parallelism_threads() or os.environ.get("TF_NUM_INTRAOP_THREADS", "all")
        between = threads.get_inter_op_parallelism_threads() or os.environ.get("TF_NUM_INTEROP_THREADS", "all")
        told["tensorflow threads"] = f"{within} intra-op, {between} inter-op"
        build = {"oneDNN in use": _pywrap_util_port.IsMklEnabled(), "XLA": _pywrap_util_port.IsBuiltWithXLA()}
        told["tensorflow build"] = ", ".join(name for name, there in build.items() if there)
    return told


def _held() -> int:
    Path("/proc/self/clear_refs").write_text("5")  # resets the high-water mark
    return _resident("VmRSS")


def _resident(field: str) -> int:
    """A field of this process's memory, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * int(next(line.split()[1] for line in lines if line.startswith(field)))
