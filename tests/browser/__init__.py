"""The whole app in real Chromium, with every other host cut off."""
