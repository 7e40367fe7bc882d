"""The rules' engine: which rules run, what they found, how it is mended and reported."""
