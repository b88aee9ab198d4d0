"""Facts of data/ held against each other and against other people's data, without a network.

`python -m tests.facts` prints a line for each fault. Nothing here reads the data through geo/.
"""
