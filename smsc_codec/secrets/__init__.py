"""Secrets in texts of any kind: where they stand, found by pattern, understood or not."""
