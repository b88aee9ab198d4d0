"""How the server keeps running when clients do not behave, and stops when it is told."""
