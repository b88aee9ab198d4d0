"""Class rooms: one browser leads, the others follow; all of it in memory, nothing kept."""
