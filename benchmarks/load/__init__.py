"""Many viewers and classes at once, over WebSockets, without a browser."""
