"""What each grammar was compiled to; made by the compiler, never by hand."""
