"""What lists cost: parts, money by a table of prices, the texts that cost most and what they would cost otherwise."""
