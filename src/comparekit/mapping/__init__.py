"""The API map: rows of two expressions, verified by execution.

`calls` what code says, `rows` the rows as they are written, `inputs` what they run on, `worker` evaluates in one
framework, `frameworks` what that takes in each, `agreement` of two results, `judge` whether a row holds, `run` all
rows, `records` the evidence, `catalogue` the whole map with it.
"""
