"""The runtime of the compiled grammars, and (apart from it) their compiler."""
