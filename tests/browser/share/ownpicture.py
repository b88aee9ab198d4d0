"""The picture of exactly what one sees, taken by the dialog "Share"."""

from __future__ import annotations

from PIL import Image

from tests.browser.screen import Screen
from tests.browser.share.dialog import (
    button,
    close_share,
    open_share,
    saved_picture,
)

TWO = "ring=sohae~3000-5500~US%20Pacific%20Command&ring=sohae~8000~%ED%99%94%EC%84%B1"
FRAME = "document.querySelector('[data-testid=map]').contentWindow"
# Write down all words that a canvas of the page itself gets: the map's own are painted apart.
LISTEN = f"""() => {{
    const {{ CanvasRenderingContext2D: Pen, HTMLCanvasElement: Page }} = {FRAME};
    const write = Pen.prototype.fillText;
    window.written = [];
    Pen.prototype.fillText = function (text, x, y) {{
        const {{ a, e, f }} = this.getTransform();
        const {{ width }} = this.measureText(text);
        const left = this.textAlign === "right" ? x - width : x;
        const size = parseFloat(this.font.match(/([\\d.]+)px/)[1]);
        const box = [left * a + e, (y - size / 2) * a + f,
            (left + width) * a + e, (y + size / 2) * a + f];
        const of = [this.canvas.width, this.canvas.height];
        if (this.canvas instanceof Page) written.push({{ text, box, of }});
        return write.call(this, text, x, y);
    }};
}}"""


def take(screen: Screen) -> Image.Image:
    """Save the picture by the dialog's button."""
    dialog = open_share(screen)
    with screen.page.expect_download() as download:
        button(dialog, "Download what I see").click()
    close_share(screen)
    return saved_picture(download.value.path()).convert("RGB")


def map_size(screen: Screen) -> tuple[int, int]:
    width, height = screen.page.evaluate(f"() => {FRAME}.reachmap.map.getSize()").values()
    return int(width), int(height)
