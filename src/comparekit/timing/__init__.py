"""Measure how fast the two sides of a pair are, keep every sample, and show what the samples say.

`measurement` the nouns of measuring, `worker` calls the steps of one side, `frameworks` what it
has to know of each, `affinity` the cores that it runs on, `workers` starts and asks such
processes, `measure` rounds of both sides, `estimate` what samples say, `results` what
measurements show, `archive` the stored ones, `figures` what a page shows of them, `drawing` lines
and dots as SVG, `control` whether all this can be believed.
"""
