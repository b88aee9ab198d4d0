"""A view whose files are dear to make: twelve rings with bands."""

from __future__ import annotations

DEAR = "&".join(f"ring={lat},125~3000-5000-9000" for lat in range(-33, 39, 6))
