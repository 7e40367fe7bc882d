"""What the server can do: one file a feature, each a plain function of a document."""
