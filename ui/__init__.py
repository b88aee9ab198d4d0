"""The glue between the library in geo/ and what a browser shows."""
