"""Lists linted by many processes, with the findings of one.

`look` is the first pass over each slice: how many lines it has, and what the rules over the whole list must know of it.
`repeated` brings together what stands in several slices: messages that are there twice (LST005), numbers that get too
many (LST006). `judge` is the second pass: the core's own rules run on each slice, with a memory that knows. `run` calls
one after the other and reports.
"""
