"""From lists and tables to shards: without duplicates and stopped numbers, by zone and time, a request each."""
