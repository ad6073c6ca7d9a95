"""What evaluating a row takes in each framework: tensors from arrays, results as arrays, gradients, seeds."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np

from comparekit.mapping.agreement import PYTHON, Evaluation, Leaf, Leaves

Run = Callable[[dict[str, Any]], Any]
"""Evaluates an expression on tensors by name."""


class PyTorch:
    """Evaluates in PyTorch, on the CPU with one thread."""

    def __init__(self) -> None:
        import torch

        torch.set_num_threads(1)
        self.torch = torch
        self.names = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional}

    def dtype(self, name: str) -> Any:
        """The framework's own dtype."""
        return getattr(self.torch, name)

    def seed(self, seed: int) -> None:
        """Set all global seeds."""
        random.seed(seed)
        np.random.seed(seed)
        self.torch.manual_seed(seed)

    def prepare(self, dtype: str) -> None:
        """Make the dtype under test the default."""
        self.torch.set_default_dtype(self.dtype(dtype))
        self.torch.set_grad_enabled(True)

    def evaluate(self, run: Run, values: dict[str, Any], dtype: str, differentiable: list[str]) -> Evaluation:
        """The result of `run`, and its gradients with respect to the inputs named."""
        torch = self.torch
        leaves = flatten(run(self._tensors(values, dtype)), self._array)
        if not differentiable:
            return Evaluation(leaves)
        tensors = self._tensors(values, dtype)
        sources = {name: tensors[name].requires_grad_() for name in differentiable}
        try:
            # clones, since what is a leaf may not be changed in place
            result = run(tensors | {name: source.clone() for name, source in sources.items()})
            loss = None
            for one in pieces(result, torch.Tensor):
                if one.requires_grad and (one.is_floating_point() or one.is_complex()) and one.layout == torch.strided:
                    real = torch.view_as_real(one.resolve_conj()) if one.is_complex() else one
                    factors = torch.as_tensor(weights(real.numel()), dtype=real.dtype).reshape(real.shape)
                    term = (real * factors).sum().to(torch.float64)
                    loss = term if loss is None else loss + term
            if loss is None:
                return Evaluation(leaves, gradients=dict.fromkeys(sources))
            found = torch.autograd.grad(loss, list(sources.values()), allow_unused=True)
        except Exception as error:
            return Evaluation(leaves, gradients=dict.fromkeys(sources), gradient_error=type(error).__name__)
        arrays = [None if one is None else self._array(one).value for one in found]
        return Evaluation(leaves, gradients=dict(zip(sources, arrays, strict=True)))

    def _tensors(self, values: dict[str, Any], dtype: str) -> dict[str, Any]:
        made = {}
        for name, value in values.items():
            if isinstance(value, np.ndarray | np.generic):
                tensor = self.torch.tensor(value)
                made[name] = tensor.to(self.dtype(dtype)) if tensor.is_floating_point() else tensor
            else:
                made[name] = list(value) if isinstance(value, list) else value
        return made

    def _array(self, value: Any) -> Leaf | None:
        torch = self.torch
        if isinstance(value, torch.dtype):
            return Leaf(PYTHON, np.asarray(str(value).removeprefix("torch."), dtype=object))
        if not isinstance(value, torch.Tensor):
            return None
        value = value.detach()
        if value.is_nested:
            return None
        if value.layout != torch.strided:
            value = value.to_dense()
        if value.is_quantized:
            value = value.dequantize()
        name = str(value.dtype).removeprefix("torch.")
        plain = value.float() if value.dtype in (torch.bfloat16, torch.float16) else value
        return Leaf(name, plain.resolve_conj().resolve_neg().contiguous().numpy(force=True).copy())


class TensorFlow:
    """Evaluates in TensorFlow and Keras, eagerly, on the CPU."""

    def __init__(self) -> None:
        import keras
        import tensorflow as tf

        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        self.tf, self.keras = tf, keras
        self.names = {"tf": tf, "keras": keras}

    def dtype(self, name: str) -> Any:
        """The framework's own dtype: Keras and TensorFlow take its name."""
        return name

    def seed(self, seed: int) -> None:
        """Set all global seeds."""
        self.keras.utils.set_random_seed(seed)

    def prepare(self, dtype: str) -> None:
        """Make the dtype under test the default."""
        if self.keras.config.floatx() != dtype:
            self.keras.config.set_floatx(dtype)
            self.keras.config.set_dtype_policy(dtype)

    def evaluate(self, run: Run, values: dict[str, Any], dtype: str, differentiable: list[str]) -> Evaluation:
        """The result of `run`, and its gradients with respect to the inputs named."""
        tf = self.tf
        tensors = self._tensors(values, dtype)
        if not differentiable:
            return Evaluation(flatten(run(tensors), self._array))
        sources = {name: tensors[name] for name in differentiable}
        with tf.GradientTape() as tape:
            for source in sources.values():
                tape.watch(source)
            result = run(tensors)
            leaves = flatten(result, self._array)
            loss = None
            for one in pieces(result, (tf.Tensor, tf.Variable, self.keras.Variable)):
                one = tf.convert_to_tensor(one)
                parts = (tf.math.real(one), tf.math.imag(one)) if one.dtype.is_complex else (one,)
                factors = weights(len(parts) * int(tf.size(one))).reshape(*one.shape, len(parts))
                for number, part in enumerate(parts):
                    if part.dtype.is_floating:
                        factor = tf.constant(factors[..., number], part.dtype)
                        term = tf.cast(tf.reduce_sum(part * factor), tf.float64)
                        loss = term if loss is None else loss + term
        if loss is None:
            return Evaluation(leaves, gradients=dict.fromkeys(sources))
        try:
            found = tape.gradient(loss, list(sources.values()))
        except Exception as error:
            return Evaluation(leaves, gradients=dict.fromkeys(sources), gradient_error=type(error).__name__)
        arrays = [None if one is None else self._array(tf.convert_to_tensor(one)).value for one in found]
        return Evaluation(leaves, gradients=dict(zip(sources, arrays, strict=True)))

    def _tensors(self, values: dict[str, Any], dtype: str) -> dict[str, Any]:
        made = {}
        for name, value in values.items():
            if isinstance(value, np.ndarray | np.generic):
                tensor = self.tf.constant(value)
                made[name] = self.tf.cast(tensor, dtype) if tensor.dtype.is_floating else tensor
            else:
                made[name] = list(value) if isinstance(value, list) else value
        return made

    def _array(self, value: Any) -> Leaf | None:
        tf = self.tf
        if isinstance(value, tf.DType):
            return Leaf(PYTHON, np.asarray(value.name, dtype=object))
        if isinstance(value, tf.TensorShape):
            return Leaf(PYTHON, np.asarray(value.as_list()))
        if isinstance(value, tf.SparseTensor):
            value = tf.sparse.to_dense(tf.sparse.reorder(value))
        if isinstance(value, self.keras.Variable | tf.Variable | tf.IndexedSlices):
            value = tf.convert_to_tensor(value)
        if not isinstance(value, tf.Tensor):
            return None
        array = value.numpy()
        if value.dtype == tf.string:
            texts = [one.decode("utf-8", "replace") for one in np.asarray(array).reshape(-1)]
            return Leaf(PYTHON, np.asarray(texts, dtype=object).reshape(np.shape(array)))
        name = value.dtype.name
        return Leaf(
            name, np.asarray(array, np.float32) if name in ("bfloat16", "float16") else np.asarray(array).copy()
        )


def weights(size: int) -> np.ndarray:
    """Fixed weights of the sum whose gradient is compared."""
    return np.cos(np.arange(size) * 0.7 + 1)


def flatten(value: Any, array: Callable[[Any], Leaf | None], place: str = "") -> Leaves:
    """Take a result apart; lists of plain numbers or texts count as one array.

    Raises:
        TypeError: there is something in it that cannot be compared.
    """
    if (leaf := array(value)) is not None:
        return {place: leaf}
    if value.__class__.__name__ == "RaggedTensor":
        value = value.to_list()
    if isinstance(value, dict):
        return _merged((array, place), {str(key): value[key] for key in sorted(value, key=str)})
    if isinstance(value, set | frozenset):
        value = sorted(value)
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if value is None or isinstance(value, bool | int | float | complex | str):
        numeric = isinstance(value, bool | int | float | complex)
        return {place: Leaf(PYTHON, np.asarray(value) if numeric else np.asarray(value, dtype=object))}
    if isinstance(value, np.ndarray | np.generic):
        texts = value.dtype.kind in "OSU"
        plain = np.asarray(value, dtype=object) if texts else np.asarray(value).copy()
        return {place: Leaf(PYTHON if texts else str(value.dtype), plain)}
    if isinstance(value, list | tuple):
        if (plain := _regular(list(value))) is not None:
            return {place: Leaf(PYTHON, plain)}
        return _merged((array, place), {str(number): one for number, one in enumerate(value)})
    raise TypeError(f"the result holds a {type(value).__name__}, which cannot be compared")


def pieces(value: Any, kind: Any) -> list[Any]:
    """All tensors in a result, in order."""
    if isinstance(value, kind):
        return [value]
    if isinstance(value, dict):
        return [one for key in sorted(value, key=str) for one in pieces(value[key], kind)]
    if isinstance(value, list | tuple):
        return [one for inner in value for one in pieces(inner, kind)]
    return []


def _merged(how: tuple[Callable[[Any], Leaf | None], str], parts: dict[str, Any]) -> Leaves:
    array, place = how
    found: Leaves = {}
    for name, one in parts.items():
        found |= flatten(one, array, f"{place}[{name}]")
    return found


def _regular(value: list[Any]) -> np.ndarray | None:
    """A list of plain numbers or texts, however nested, as an array; None where it is irregular or holds tensors."""

    def plain(one: Any) -> bool:
        if isinstance(one, list | tuple):
            return all(map(plain, one))
        return isinstance(one, bool | int | float | str | bytes)

    if not plain(value):
        return None
    decode = np.vectorize(
        lambda one: one.decode("utf-8", "replace") if isinstance(one, bytes) else one, otypes=[object]
    )
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    return decode(np.asarray(value, dtype=object)) if array.dtype.kind in "SU" and array.size else array
