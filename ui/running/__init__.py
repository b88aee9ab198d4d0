"""How the server keeps running when clients do not behave, and stops when it is told."""

from ui.running.caretaker import CARE, care
from ui.running.logfilter import keep_log_quiet

__all__ = [
    "CARE",
    "care",
    "keep_log_quiet",
]
