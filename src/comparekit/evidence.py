"""A pair together with its records, and each of its promises judged by them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from comparekit.compare import Judgement, judge
from comparekit.model import Agree, Bound, Device, Differ, Pair, Raises, State, Warns
from comparekit.project import Project
from comparekit.records import Evidence, read

_WORST_FIRST = (State.ERROR, State.FAIL, State.FLAKY, State.NOT_RUN, State.STALE, State.PASS)


@dataclass(frozen=True)
class PairEvidence:
    """What is known about a pair on one device.

    Attributes:
        pair: the pair.
        device: the device of the records.
        sides: stored evidence by label.
        judgements: one for each expectation, in order.
    """

    pair: Pair
    device: Device
    sides: dict[str, Evidence]
    judgements: tuple[Judgement, ...]

    @property
    def state(self) -> State:
        """The worst state among sides and expectations."""
        return worst([*(e.state for e in self.sides.values()), *(j.state for j in self.judgements)])

    def named(self) -> dict[str, Judgement]:
        """Judgements by the name that a reference gives them.

        The name is the quantity, `raises` or `warns`; a second one of that name is `name.2`.
        """
        names: dict[str, Judgement] = {}
        for judgement in self.judgements:
            plain = getattr(judgement.expectation, "quantity", relation(judgement))
            taken = sum(name.split(".")[0] == plain for name in names)
            names[f"{plain}.{taken + 1}" if taken else plain] = judgement
        return names


def gather(project: Project, pair: Pair, device: Device = "cpu") -> PairEvidence:
    """Read the records of a pair and judge its expectations by them."""
    sides = {label: read(project, pair, side, device) for label, side in pair.sides.items()}
    judgements = []
    for expectation in pair.spec.expect:
        concerned = pair.concerned(expectation)
        state = worst([sides[label].state for label in concerned])
        if state is State.PASS:
            outcomes = {label: sides[label].record.outcome for label in concerned}
            judgements.append(judge(pair, expectation, outcomes))
        else:
            message = f"the evidence of {' and '.join(concerned)} is {state.value}"
            judgements.append(Judgement(expectation, state, None, message))
    return PairEvidence(pair, device, sides, tuple(judgements))


def worst(states: list[State]) -> State:
    """The state that says least good; PASS for none."""
    return next((state for state in _WORST_FIRST if state in states), State.PASS)


def relation(judgement: Judgement) -> str:
    """Name of the relation as in the pair file."""
    return type(judgement.expectation).__name__.lower()


def sentence(pair: Pair, judgement: Judgement) -> str:
    """What was checked and what was seen, for a reader, in Markdown."""
    expectation = judgement.expectation
    titles = [pair.sides[label].title for label in pair.concerned(expectation)]
    names = " and ".join(filter(None, (", ".join(titles[:-1]), titles[-1])))
    ending = "s" if len(titles) == 1 else ""
    match expectation:
        case Agree():
            text = f"{names} agree on `{expectation.quantity}`: {_agreement(judgement)}"
        case Differ():
            text = f"{names} differ in `{expectation.quantity}`: {_difference(judgement)}"
        case Raises():
            text = f"{names} raise{ending} `{expectation.type}`"
        case Warns():
            text = f"{names} warn{ending} with `{expectation.type}`"
        case Bound():
            text = f"`{expectation.quantity}` is {_bounds(expectation)} on {names}{_observed(judgement)}"
    text += (
        "."
        if judgement.state is State.PASS
        else f" — {'does not hold' if judgement.state is State.FAIL else 'not shown'}: {literal(judgement.message)}."
    )
    reason = expectation.reason and f" {expectation.reason.rstrip('.')}."
    return text + reason


def literal(text: str) -> str:
    """The text in one line, every special character an entity, since it may quote anything that a side says."""
    return "".join(
        sign if sign.isalnum() or sign in " .,:'()/" else f"&#{ord(sign)};" for sign in " ".join(text.split())
    )


def _agreement(judgement: Judgement) -> str:
    allowed = "exactly" if not judgement.tolerance else f"allowed {_power(judgement.tolerance)}"
    if judgement.observed is None or not isinstance(judgement.observed, float):
        return allowed
    if judgement.observed == 0:
        return "equal" if not judgement.tolerance else f"equal to the last digit ({allowed})"
    return f"largest relative difference {_power(judgement.observed)} ({allowed})"


def _power(number: float) -> str:
    """Two digits at most, without leading zeros in the exponent: 2.4e-7."""
    if not math.isfinite(number):
        return str(number)
    mantissa, _, exponent = f"{number:.1e}".partition("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"


def _difference(judgement: Judgement) -> str:
    least = f"at least {judgement.expectation.at_least:g} expected"
    if not isinstance(judgement.observed, float):
        return least
    if math.isinf(judgement.observed):
        return "in shape, structure or by infinity"
    return f"relative difference {judgement.observed:.2g} ({least})"


def _bounds(bound: Bound) -> str:
    if bound.at_least is not None and bound.at_least == bound.at_most:
        return f"exactly {bound.at_least:g}"
    parts = [f"at least {bound.at_least:g}"] if bound.at_least is not None else []
    parts += [f"at most {bound.at_most:g}"] if bound.at_most is not None else []
    return " and ".join(parts) or "bounded"


def _observed(judgement: Judgement) -> str:
    bound = judgement.expectation
    if judgement.observed is None or bound.at_least == bound.at_most:
        return ""
    return f" (observed {judgement.observed if isinstance(judgement.observed, str) else f'{judgement.observed:.4g}'})"
