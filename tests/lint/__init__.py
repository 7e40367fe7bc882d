"""The rules' engine and its reports."""
