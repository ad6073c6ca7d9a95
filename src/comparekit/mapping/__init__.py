"""The API map: rows of two expressions, verified by execution.

`calls` what code says, `rows` the rows as they are written, `inputs` what they run on, `frameworks` what evaluating
takes in each, `worker` evaluates in one of them, `agreement` of two results, `judge` whether a row holds, `run` all
rows, `records` the evidence, `catalogue` the whole map with it, `introspect` reads what the packages offer, `apis`
keeps that, `coverage` which share has a row, `markup` a row as HTML, `pages` all of them, `atlas` those that bite.
"""
