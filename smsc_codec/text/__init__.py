"""Text as a message carries it: alphabets, parts, charsets."""
