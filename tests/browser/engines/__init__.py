"""Three engines behind one small interface: Chromium, Firefox, and WebKit, which is Safari's.

Tests of what must hold in every browser get their tabs from the fixture `engine`. Chromium and
Firefox ESR are driven by Playwright, WebKitGTK's MiniBrowser by the W3C protocol of its driver.
"""

from tests.browser.engines.tab import EngineError, Tab

__all__ = ["EngineError", "Tab"]
