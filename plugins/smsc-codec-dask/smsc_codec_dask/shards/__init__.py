"""A mailing that was prepared: a folder of shards, each of them one request, and what became of each."""
