"""The phones of those who are called: a call can be taken, worked by keys, and what happens in it becomes true."""
