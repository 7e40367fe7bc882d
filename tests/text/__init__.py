"""Tests of text as a message carries it."""
