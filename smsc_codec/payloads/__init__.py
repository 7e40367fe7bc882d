"""The mini-languages of a payload, one folder each, all alike inside: model, codec, rules."""
