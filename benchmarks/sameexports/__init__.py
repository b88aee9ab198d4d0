"""Whether two builds answer the same: every export, page head and live answer, byte for byte."""
