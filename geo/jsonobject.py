"""The type of a JSON object that is made or read, before anything is known of what it holds."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
