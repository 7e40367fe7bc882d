"""The caller: a menu as a machine that is worked by keys, and everything that can be known of it."""
