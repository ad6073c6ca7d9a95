"""The downloads in docs/data/: what every page shows, for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from comparekit.effort import effort
from comparekit.evidence import PairEvidence, relation
from comparekit.files import to_json, write_atomic
from comparekit.mapping import catalogue
from comparekit.model import Bound, Differ, Pair, Raises, Warns
from comparekit.project import Project
from comparekit.records import record_path
from comparekit.tables import Lookup, cells, features
from comparekit.timing import archive, results

SCHEMA = 1


def files(project: Project, pair_ids: list[str], lookup: Lookup) -> dict[Path, bytes]:
    """Content of each file below docs/data/, by path.

    Raises:
        ProblemError: a pair or a feature table is wrong.
    """
    entries = {
        "pairs": [_pair(project, lookup(pair_id)) for pair_id in pair_ids],
        "features": [entry for topic in project.topics() for entry in _features(project, topic, lookup)],
        "timings": [entry for pair_id in pair_ids for entry in _timings(project, lookup(pair_id).pair)],
        "mappings": catalogue.entries(project),
    }
    folder = project.docs / "data"
    found = {folder / f"{name}.json": to_json({"schema": SCHEMA, "entries": rows}) for name, rows in entries.items()}
    return found | {folder / "mappings.csv": catalogue.table(entries["mappings"])}


def export(project: Project, pair_ids: list[str], lookup: Lookup) -> list[Path]:
    """Write the files that differ from what is there, and name them.

    Raises:
        ProblemError: as `files`, or a file cannot be written.
    """
    changed = []
    for path, content in files(project, pair_ids, lookup).items():
        if not path.is_file() or path.read_bytes() != content:
            write_atomic(path, content)
            changed.append(path)
    return changed


def _pair(project: Project, found: PairEvidence) -> dict[str, Any]:
    pair = found.pair
    sides = {}
    for label, side in pair.sides.items():
        evidence, needed = found.sides[label], effort(side)
        sides[label] = {
            "state": evidence.state.value,
            "path": side.path.relative_to(project.root).as_posix(),
            "record": record_path(side, found.device).relative_to(project.root).as_posix(),
            "digest": evidence.record.digest if evidence.record else None,
            "versions": evidence.record.versions if evidence.record else {},
            "device": found.device,
            "lines": needed and needed.lines,
            "tokens": needed and needed.tokens,
            "names": sorted(needed.names) if needed else None,
        }
    return {
        "id": pair.id,
        "topic": pair.topic,
        "title": pair.spec.title,
        "sides": sides,
        "expectations": [_expectation(found, judgement) for judgement in found.judgements],
    }


def _expectation(found: PairEvidence, judgement: Any) -> dict[str, Any]:
    expectation = judgement.expectation
    observed = judgement.observed
    entry = {
        "quantity": getattr(expectation, "quantity", None),
        "relation": relation(judgement),
        "sides": list(found.pair.concerned(expectation)),
        "tolerance": judgement.tolerance,
        "observed": _significant(observed) if isinstance(observed, float) else observed,
        "state": judgement.state.value,
        "reason": expectation.reason,
    }
    if isinstance(expectation, Differ | Bound):
        entry["at_least"] = expectation.at_least
    if isinstance(expectation, Bound):
        entry["at_most"] = expectation.at_most
    if isinstance(expectation, Raises | Warns):
        entry |= {"type": expectation.type, "match": expectation.match}
    return entry


def _significant(number: float) -> float | str:
    """Three digits, since the last ones of a rounding error mean nothing; JSON has no infinity."""
    rounded = float(f"{number:.3g}")
    return rounded if abs(rounded) != float("inf") and rounded == rounded else str(rounded)


def _features(project: Project, topic: str, lookup: Lookup) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{topic}/{row.id}",
            "topic": topic,
            "feature": row.feature,
            "cells": {
                name: {"state": cell.state, "note": cell.cell.note, "evidence": list(cell.evidence)}
                for name, cell in cells(project, topic, row, lookup).items()
            },
        }
        for row in features(project, topic)
    ]


def _timings(project: Project, pair: Pair) -> list[dict[str, Any]]:
    return [
        _timing(pair, stored, result)
        for stored in archive.read(project, pair)
        if stored.measurement and pair.spec.timing
        for result in results.results_of(pair.spec.timing, stored.measurement)
    ]


def _timing(pair: Pair, stored: archive.Stored, result: results.Result) -> dict[str, Any]:
    made, host = stored.measurement, stored.path.name.split(".")[0]
    sides = dict(zip(result.contestants, zip(result.samples, result.medians, strict=True), strict=True))
    return {
        "id": f"{pair.id}/{result.mode}/{result.size}/{result.what}/{host}.{made.device}",
        "pair": pair.id,
        "mode": result.mode,
        "size": result.size,
        "what": result.what,
        "unit": "MiB" if result.what == "memory" else "s",
        "device": made.device,
        "host": {"name": host, **msgspec.to_builtins(made.machine)},
        "date": made.date,
        "versions": made.versions,
        "state": stored.state.value,
        "samples": {name: samples for name, (samples, _) in sides.items()},
        "median": {name: _significant(median.value) for name, (_, median) in sides.items()},
        "interval": {name: [_significant(m.low), _significant(m.high)] for name, (_, m) in sides.items()},
        "ratios": result.ratios,
        "ratio": result.ratio and _significant(result.ratio.value),
        "ratio_interval": result.ratio and [_significant(result.ratio.low), _significant(result.ratio.high)],
        "verdict": results.verdict(result, pair),
    }
