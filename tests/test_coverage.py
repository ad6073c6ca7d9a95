"""What the packages offer: how it is read from their documentation, stored, and set against what rows mention."""

from __future__ import annotations

import enum
import types
from collections.abc import Callable as Function
from typing import Any

import pytest
from conftest import REPOSITORY, Tree

from comparekit.mapping import apis, catalogue, coverage, introspect, records
from comparekit.mapping.apis import ALIKE, MODULES, Apis, Callable, default_differences, parameters, split
from comparekit.mapping.catalogue import Evidenced
from comparekit.mapping.coverage import spelled_out
from comparekit.mapping.introspect import documented_as, documented_call, signature
from comparekit.mapping.rows import Area, AreaFile, Row
from comparekit.model import ProblemError, State
from comparekit.project import Project

PROJECT = Project(REPOSITORY)
KNOWN = {
    "torch.abs",
    "torch.atan2",
    "torch.detach_copy",
    "torch.relu_",
    "torch.special.expit",
    "torch.Tensor.abs",
    "torch.Tensor.abs_",
    "torch.Tensor.detach",
    "torch.Tensor.scatter_",
    "torch.Tensor.true_divide",
    "torch.Tensor.unfold",
    "torch.nn.functional.relu",
    "torch.nn.functional.unfold",
    "keras.ops.absolute",
}


def row(**keys: Any) -> Row:
    """A row; the two expressions are the same name unless told otherwise."""
    return Row(**{"id": "a", "pytorch": "x", "tensorflow": "x", "relation": "adapted", **keys})


def evidenced(*rows: Row, state: State = State.PASS, **setups: str) -> Evidenced:
    """An area of rows whose evidence is in a state."""
    spec = AreaFile(title="A", answer="A.", row=rows, **setups)
    return Evidenced(Area("a", REPOSITORY, spec, ""), None, {one.id: state for one in rows})


def offered(modules: dict[str, dict[str, Callable]]) -> Apis:
    """What the packages offer."""
    return Apis(versions={}, modules=modules)


def missing(known: Apis, *areas: Evidenced) -> list[str]:
    """Full names of what no row mentions."""
    shares = coverage.shares(known, list(areas))
    return [f"{one.module}.{name}" for both in shares.values() for one in both for name in one.missing]


# how documentation is read


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("torch.Tensor.abs", "abs() -> Tensor\n\nSee :func:`torch.abs`", "torch.abs"),
        ("torch.Tensor.abs_", "abs_() -> Tensor\n\nIn-place version of :meth:`~Tensor.abs`", "torch.Tensor.abs"),
        ("torch.absolute", "absolute(input) -> Tensor\n\nAlias for :func:`torch.abs`", "torch.abs"),
        ("torch.Tensor.absolute_", "In-place version of x\n\nAlias for :func:`abs_`", ""),
        ("torch.Tensor.absolute", "absolute() -> Tensor\n\nAlias for :func:`abs`", "torch.Tensor.abs"),
        ("torch.sigmoid", "sigmoid(input) -> Tensor\n\nAlias for :func:`torch.special.expit`.", "torch.special.expit"),
        ("torch.relu_", "relu_(input) -> Tensor\n\nIn-place version of :func:`~relu`.", "torch.nn.functional.relu"),
        ("torch.detach_copy", "Performs the same operation as :func:`torch.detach`, but", "torch.Tensor.detach"),
        (
            "torch.scatter",
            "scatter(input)\n\nOut-of-place version of :meth:`torch.Tensor.scatter_`",
            "torch.Tensor.scatter_",
        ),
        ("torch.Tensor.abs", "abs() -> Tensor\nSee :func:`torch.abs`", "torch.abs"),
        ("torch.Tensor.abs", "abs()\n\nThe absolute value.\n\nSee :func:`torch.abs`\n\nArgs:", "torch.abs"),
        ("torch.Tensor.atan2", "atan2()\n\nThe angle.\n\nSee :func:`torch.abs`", ""),
        ("torch.softmin", "Applies softmin.\n\nSee :func:`torch.abs` for the other.", ""),
        ("torch.hardshrink", "hardshrink(input)\n\nSee :class:`torch.nn.Hardshrink`", ""),
        (
            "torch.Tensor.true_divide_",
            "In-place version of :meth:`~torch.Tensor.true_divide_`",
            "torch.Tensor.true_divide",
        ),
        ("torch.unfold_copy", "Performs the same operation as :func:`torch.unfold`", "torch.Tensor.unfold"),
        ("torch.alias_copy", "Performs the same operation as :func:`torch.alias`", "torch.alias"),
        ("keras.ops.abs", "Shorthand for `keras.ops.absolute`.", "keras.ops.absolute"),
        ("keras.ops.sign", "Element-wise sign.", ""),
        ("torch.empty", "", ""),
    ],
)
def test_what_documentation_calls_the_same(name: str, text: str, same: str) -> None:
    assert documented_as(text, name, KNOWN) == same


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("sum(input, dim, keepdim=False, *, dtype=None) -> Tensor\n\nx", "(input, dim, keepdim=False, *, dtype=None)"),
        ("abs(input: Tensor, *, out: Optional[Tensor]) -> Tensor", "(input, *, out=None)"),
        ("qr(A, *, out: Union[Tensor, List[Tensor], None]) -> (Tensor, Tensor)", "(A, *, out=None)"),
        ("isclose(a: Tensor, rtol: float = 1e-05) -> bool", "(a, rtol=1e-05)"),
        ("linalg.lu_factor(A, *, bool pivot=True) -> (Tensor, Tensor)", "(A, *, pivot=True)"),
        ("__init__(input_size,hidden_size,num_layers=1)\n\nAn LSTM.", "(input_size, hidden_size, num_layers=1)"),
        ("randint(low=0, high, size, \\*, out=None) -> Tensor", "(low=0, high, size, *, out=None)"),
        ("rot90(input, k=1, dims=(0, 1)) -> Tensor", "(input, k=1, dims=(0, 1))"),
        ("abs_() -> Tensor", "()"),
        ("abs(input", ""),
        ("Applies softmin (see below).", ""),
        ("", ""),
    ],
)
def test_a_call_in_documentation_gives_parameters_without_types(text: str, call: str) -> None:
    assert documented_call(text) == call


class Colour(enum.Enum):
    RED = 1


def typed(x: int, *, axis: int | None = None, dtype: Any = int, many: Any = (1, [2.5]), odd: Any = object()) -> int:  # noqa: B008
    """Have types and defaults whose text holds an address."""
    return x


def dispatch(*args: Any, **kwargs: Any) -> None:
    """max_pool1d(input, kernel_size, stride=None)

    What it does.
    """


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        (typed, "(x, *, axis=None, dtype=int, many=(1, [2.5]), odd=...)"),
        (dispatch, "(input, kernel_size, stride=None)"),
        (lambda self, colour=Colour.RED: None, "(colour=Colour.RED)"),
        (lambda *tensors: None, "(*tensors)"),
    ],
)
def test_a_signature_has_no_types_and_no_addresses(thing: Function[..., Any], text: str) -> None:
    assert signature(thing) == text


def documented(text: str, **more: Any) -> Any:
    """A function of a framework with this documentation."""

    def function() -> None: ...

    function.__doc__, function.__module__ = text, "torch.functional"
    for name, value in more.items():
        setattr(function, name, value)
    return function


def test_what_counts_follows_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    good = documented("Applies a function.")
    helper = documented("Checks an override.")
    monkeypatch.setitem(introspect.sys.modules, "torch.overrides", types.SimpleNamespace(helper=helper))
    inside = {
        "good": good,
        "again": good,
        "argument": documented("A loss.\n\nArgs:\n    size_average: Deprecated (see :attr:`reduction`)."),
        "arguments": documented("Gathers slices. (deprecated arguments)\n\nDeprecated: SOME ARGUMENTS ARE DEPRECATED"),
        "lu": documented(".. warning::\n    :func:`torch.lu` is deprecated in favor of others."),
        "lu_unpack": documented("Unpacks. :func:`torch.lu` is deprecated."),
        "method": documented("\nThis method is now deprecated in favor of :func:`torch.nn.init.uniform_`."),
        "n": documented("Sums. (deprecated)\n\nDeprecated: THIS FUNCTION IS DEPRECATED."),
        "alias_of_lu": documented("See :func:`torch.lu`"),
        "marked": documented("A thing.", __deprecated__="use another"),
        "no_words": documented("no_words(arg0: str) -> object"),
        "_private": good,
        "none": documented(""),
        "helper": helper,
        "number": 1.5,
        "partial": documented("From the library.", __module__="functools"),
        "Wrong": type("Wrong", (ValueError,), {"__doc__": "An exception.", "__module__": "torch"}),
        "Layer": type("Layer", (), {"__doc__": "A layer.", "__module__": "torch.nn.modules.layer"}),
        "integer": int,
        "module": types.ModuleType("torch.module", "A module."),
    }
    holder = types.SimpleNamespace(**inside)
    monkeypatch.setattr(introspect, "MODULES", {"pytorch": ("torch",)})
    monkeypatch.setattr(introspect, "_resolved", lambda module: holder)
    found = introspect.listed("pytorch")["torch"]
    assert sorted(found) == ["Layer", "again", "argument", "arguments", "good", "lu_unpack"]
    assert found["good"].same == "torch.again"  # the first by name; they are one object
    assert found["Layer"].home == "torch.nn.modules.layer.Layer"
    holder.__all__ = ["good"]
    elsewhere = type("Optimizer", (), {"__doc__": "An optimiser.", "__module__": "torchlike.optim"})
    assert not introspect._belongs(elsewhere, "Optimizer", holder, "torch.optim.lr_scheduler")


def test_a_framework_that_cannot_be_read_is_a_problem_with_a_fix(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def died(framework: str) -> None:
        raise EOFError

    monkeypatch.setattr(introspect, "_asked", died)
    with pytest.raises(ProblemError, match="what PyTorch offers cannot be read") as error:
        introspect.introspect(tree.project)
    assert error.value.problem.path == apis.path_of(tree.project)
    assert "listed" in error.value.problem.fix
    assert not apis.path_of(tree.project).exists()


# signatures and defaults


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a, b=(1, 2), *, c=[3, {4: 5}]", ["a", "b=(1, 2)", "*", "c=[3, {4: 5}]"]),
        ("a=', (', b", ["a=', ('", "b"]),
        ("a=(1, b", []),
        ("a)", []),
        ("a='", []),
        ("", []),
    ],
)
def test_parameters_are_split_at_their_own_commas(text: str, pieces: list[str]) -> None:
    assert split(text) == pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(start=0, end, step=1)", {"start": "0", "end": "required", "step": "1"}),
        ("(from=0, to=None, *, generator=None)", {"to": "None", "generator": "None", "from": "0"}),
        ("(*args, x, **kwargs)", {"x": "required"}),
        ("(mode='a=b')", {"mode": "'a=b'"}),
        ("()", {}),
        ("input, dim", {}),
        ("(a, b=(1, 2)", {}),
    ],
)
def test_a_signature_is_read_without_being_python(text: str, found: dict[str, str]) -> None:
    assert parameters(text) == found


@pytest.mark.parametrize(
    ("pytorch", "tensorflow", "found"),
    [
        ("(input, dim=0)", "(x, axis=-1)", [("dim / axis", "0", "-1")]),
        ("(input, dim)", "(x, axis=-1)", [("dim / axis", "required", "-1")]),
        ("(dim=None, keepdim=False)", "(axis=None, keepdims=False)", []),
        ("(lr=1e-3, eps=1e-08)", "(learning_rate=0.001, epsilon=1e-07)", [("eps / epsilon", "1e-08", "1e-07")]),
        ("(dilation=1)", "(dilation_rate=1, dilations=None)", [("dilation / dilations", "1", "None")]),
        ("(mode='a', dtype=torch.float32)", '(mode="a", dtype=float32)', [("dtype", "torch.float32", "float32")]),
        ("(x, out=None)", "(x, name=None)", []),
        ("no signature", "(x=1)", []),
    ],
)
def test_defaults_are_compared_by_name_or_equivalent(pytorch: str, tensorflow: str, found: list[Any]) -> None:
    assert default_differences(pytorch, tensorflow) == found


def test_no_parameter_is_alike_to_itself() -> None:
    assert all(name not in others for name, others in ALIKE.items())


CALLS = offered(
    {
        "torch": {"sum": Callable(signature="(input, dim=None)"), "exp": Callable(signature="(input)")},
        "torch.Tensor": {"sum": Callable(signature="(dim=0)")},
        "torch.nn": {"BatchNorm1d": Callable(signature="(num_features, eps=1e-05)")},
        "tf": {"reduce_sum": Callable(signature="(x, axis=1)"), "exp": Callable(signature="(x)")},
        "keras.layers": {"BatchNormalization": Callable(signature="(axis=-1, epsilon=0.001)")},
    }
)


@pytest.mark.parametrize(
    ("pytorch", "tensorflow", "called", "differ"),
    [
        ("torch.sum(x)", "tf.reduce_sum(x)", ["torch.sum", "tf.reduce_sum"], [("dim / axis", "None", "1")]),
        ("x.sum()", "tf.reduce_sum(x)", ["torch.Tensor.sum", "tf.reduce_sum"], [("dim / axis", "0", "1")]),
        (
            "layer = nn.ReLU()\nnn.BatchNorm1d(m)(x)",
            "keras.layers.BatchNormalization()(x)",
            ["torch.nn.BatchNorm1d", "keras.layers.BatchNormalization"],
            [("eps / epsilon", "1e-05", "0.001")],
        ),
        ("torch.sum(x)", "tf.reduce_sum(tf.exp(x))", ["torch.sum", "tf.reduce_sum"], []),
        ("torch.sum(x)", "tf.unknown(tf.exp(x))", ["torch.sum"], []),
        ("x + 1", "tf.reduce_sum(", [], []),
    ],
)
def test_a_row_shows_what_each_side_calls(pytorch: str, tensorflow: str, called: list[str], differ: list[Any]) -> None:
    trial = row(pytorch=pytorch, tensorflow=tensorflow)
    assert [name for name, _ in coverage.signatures(CALLS, trial).values()] == called
    assert coverage.defaults(CALLS, trial) == differ


# what rows mention


@pytest.mark.parametrize(
    ("code", "before", "whole"),
    [
        ("D = torch.distributions\nD.Normal(0, 1)", "", "torch.distributions.Normal(0, 1)"),
        ("import torch.utils.data as data\ndata.Subset(d, i)", "", "torch.utils.data.Subset(d, i)"),
        ("Subset(d, i)", "from torch.utils.data import Subset", "torch.utils.data.Subset(d, i)"),
        ("from numpy import array as made\nmade(x)", "", "made(x)"),
        ("x = y\nx.abs()", "", "x.abs()"),
        ("torch.abs(x)", "", "torch.abs(x)"),
    ],
)
def test_names_given_to_parts_of_a_module_are_spelled_out(code: str, before: str, whole: str) -> None:
    assert spelled_out(code, before).splitlines()[-1] == whole


def test_a_chain_of_names_is_followed() -> None:
    known = offered(
        {
            "torch": {"abs": Callable(), "absolute": Callable(same="torch.abs"), "sin": Callable()},
            "torch.Tensor": {"abs": Callable(same="torch.abs"), "abs_": Callable(same="torch.Tensor.abs")},
        }
    )
    for code in ("torch.abs(x)", "x.abs()", "x.abs_()", "torch.absolute(x)"):
        assert missing(known, evidenced(row(pytorch=code))) == ["torch.sin"]
    assert missing(known, evidenced(row(pytorch="torch.cos(x)"))) == [
        "torch.abs",
        "torch.absolute",
        "torch.sin",
        "torch.Tensor.abs",
        "torch.Tensor.abs_",
    ]


def test_a_name_that_is_not_listed_can_stand_for_one_that_is() -> None:
    known = offered({"torch": {"alias_copy": Callable(same="torch.alias")}})
    assert missing(known, evidenced(row(pytorch="torch.alias(x)"))) == []
    assert missing(known, evidenced(row(pytorch="torch.unknown(x)"))) == ["torch.alias_copy"]


def test_the_place_of_a_definition_counts_for_the_public_name() -> None:
    home = "torch.distributions.transforms.ExpTransform"
    known = offered({"torch.distributions": {"ExpTransform": Callable(home=home), "Normal": Callable()}})
    for code in (f"{home}()(x)", "t = torch.distributions.transforms\nt.ExpTransform()(x)"):
        assert missing(known, evidenced(row(pytorch=code))) == ["torch.distributions.Normal"]


def test_what_the_set_up_imports_counts_where_a_row_names_it() -> None:
    known = offered({"torch.utils.data": {"Subset": Callable(), "DataLoader": Callable()}})
    trial = evidenced(row(pytorch="data.Subset(d, i)"), setup_pytorch="import torch.utils.data as data")
    assert missing(known, trial) == ["torch.utils.data.DataLoader"]


def test_methods_of_data_sets_count_where_the_code_has_a_data_set() -> None:
    known = offered({"tf.data.Dataset": {"map": Callable(), "batch": Callable()}, "tf.data": {"Dataset": Callable()}})
    code = "list(tf.data.Dataset.range(3).map(f))"
    assert missing(known, evidenced(row(tensorflow=code))) == ["tf.data.Dataset.batch"]
    assert len(missing(known, evidenced(row(tensorflow="x.map(f)")))) == 3


@pytest.mark.parametrize("state", [State.NOT_RUN, State.STALE, State.FAIL, State.ERROR])
def test_only_current_evidence_counts(state: State) -> None:
    known = offered({"torch": {"abs": Callable(), "sin": Callable()}})
    trial = evidenced(row(pytorch="torch.abs(x)"), state=state, setup_pytorch="y = torch.sin(torch.ones(1))")
    assert missing(known, trial) == ["torch.abs", "torch.sin"]


def test_other_spellings_count_and_sides_do_not_mix() -> None:
    known = offered({"torch": {"abs": Callable()}, "tf": {"abs": Callable(), "sign": Callable()}})
    trial = row(also_pytorch=("torch.abs(x)",), also_tensorflow=("tf.sign(x)",), naive="tf.abs(x)")
    assert missing(known, evidenced(trial)) == ["tf.abs"]


# what is stored


def stored(tree: Tree) -> Apis:
    """A small list in a tree."""
    found = Apis(versions=records.versions(tree.project), modules={"torch": {"abs": Callable(signature="(input)")}})
    apis.write(tree.project, found)
    return found


def test_a_list_is_read_as_it_was_written_and_written_only_when_it_differs(tree: Tree) -> None:
    found = stored(tree)
    path = apis.path_of(tree.project)
    content, before = path.read_bytes(), path.stat().st_mtime_ns
    read = apis.read(tree.project)
    assert read
    assert read.modules == found.modules
    assert read.signature("torch.abs") == "(input)"
    assert read.signature("torch.unknown") == read.signature("unknown.abs") == ""
    apis.write(tree.project, found)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, before)
    assert apis.current(tree.project)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("(input)", "(other)"), "edited by hand or damaged"),
        (('"modules"', '"moduls"'), "truncated or not valid"),
        (("}", ""), "truncated or not valid"),
    ],
)
def test_a_damaged_list_is_refused_with_path_and_fix(tree: Tree, change: tuple[str, str], message: str) -> None:
    stored(tree)
    path = apis.path_of(tree.project)
    path.write_text(path.read_text().replace(*change))
    with pytest.raises(ProblemError, match=message) as error:
        apis.read(tree.project)
    assert error.value.problem.path == path
    assert error.value.problem.fix.startswith("remove it, then comparekit run mappings")
    assert not apis.current(tree.project)


def test_a_list_of_other_versions_is_stale(tree: Tree) -> None:
    assert not apis.current(tree.project)
    stored(tree)
    pins = (tree.root / "constraints.txt").read_text().replace("torch==2.13.0", "torch==2.14.0")
    tree.write("constraints.txt", pins)
    assert not apis.current(tree.project)


def test_the_real_list_holds_what_the_frameworks_document() -> None:
    known = apis.read(PROJECT)
    assert known
    assert list(known.modules) == sorted(one for modules in MODULES.values() for one in modules)
    assert all(known.modules.values())
    names = {f"{module}.{name}" for module, inside in known.modules.items() for name in inside}
    assert names >= {
        "torch.stft",
        "torch.Tensor.scatter_add_",
        "torch.nn.Linear",
        "torch.nn.functional.mse_loss",
        "torch.optim.lr_scheduler.OneCycleLR",
        "torch.distributions.Normal",
        "torch.utils.data.DataLoader",
        "tf.gather",
        "tf.map_fn",
        "tf.data.Dataset.from_generator",
        "keras.ops.image.resize",
        "keras.optimizers.schedules.CosineDecay",
    }
    assert not names & {
        "torch.float32",
        "torch.parse_ir",
        "torch.OutOfMemoryError",
        "torch.nn.init.uniform",
        "torch.nn.functional.Optional",
        "torch.nn.functional.handle_torch_function",
        "torch.optim.lr_scheduler.Optimizer",
        "tf.keras",
        "tf.math.accumulate_n",
    }
    texts = [one.signature for inside in known.modules.values() for one in inside.values()]
    assert not [text for text in texts if " at 0x" in text or "<" in text or text.count("(") != text.count(")")]


def test_every_other_name_of_the_real_list_leads_somewhere() -> None:
    known = apis.read(PROJECT)
    assert known
    links = {f"{module}.{name}": one.same for module, inside in known.modules.items() for name, one in inside.items()}
    for name, further in links.items():
        seen = [name]
        while further:
            assert further not in seen, f"a circle: {seen}"
            seen.append(further)
            further = links.get(further, "")
    # operators without documentation, of which a documented copy exists
    assert {one for one in links.values() if one} - set(links) == {
        "torch.alias",
        "torch.slice",
        "torch.split_with_sizes",
    }


@pytest.mark.frameworks
def test_reading_the_installed_packages_again_gives_the_stored_list(tree: Tree) -> None:
    introspect.introspect(tree.project)
    again, before = apis.read(tree.project), apis.read(PROJECT)
    assert again
    assert before
    for module, inside in before.modules.items():
        assert again.modules[module] == inside, module
    assert apis.path_of(tree.project).read_bytes() == apis.path_of(PROJECT).read_bytes()
    assert again.modules["tf.math"]["abs"].same == "tf.abs"
    assert again.modules["torch.func"]["vmap"].same == "torch.vmap"
    assert "momentum=0.99" in again.modules["keras.layers"]["BatchNormalization"].signature


def test_the_gate_names_a_list_that_is_missing(tree: Tree) -> None:
    tree.write("snippets/mappings/trial.toml", 'title = "T"\nanswer = "T."\n')
    assert [one.message for one in catalogue.problems(tree.project)] == [
        "the list of what the packages offer is missing"
    ]
