"""How operations are said in parameters, one file an endpoint, both ways."""
