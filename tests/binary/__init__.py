"""Tests of binary messages."""
