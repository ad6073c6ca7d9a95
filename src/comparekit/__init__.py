"""Execute paired snippets, keep the evidence, and render it.

The journey of a snippet is a straight line: snippets are executed, the outcome is
stored as a record, records are checked against what the pair promises, and what
holds is rendered to Markdown. One noun a module:

`model` the nouns, `files` typed reading and atomic writing, `project` what the tree
holds, `child` runs one side, `quantities` what it computed, `execute` runs many,
`records` the evidence, `compare` the sides with each other, `evidence` a pair with its
judged records, `tables` the feature tables, `effort` what a script takes to write,
`render` evidence as Markdown, `markdown` the directives in a page, `check` the gate,
`run` from stale to stored, `export` the downloads, `cli` the command line.

Speed takes another way between the same ends: `machine` where, and the package `timing`. So do single calls, in
the package `mapping`.
"""

__version__ = "0.1.0"
