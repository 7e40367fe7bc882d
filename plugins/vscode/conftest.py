"""The tables of the grammar's tests are no calls, whatever their names end in."""

collect_ignore_glob = ["tests/grammar/*"]
