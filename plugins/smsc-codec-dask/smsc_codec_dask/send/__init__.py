"""Sending shards from several workers: each line at most once, unless it is told."""
