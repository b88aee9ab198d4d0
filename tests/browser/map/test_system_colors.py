"""Colours that a reader's system asks for: on the canvases as in the legend, as soon as it asks."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen

# The colour of the sea where no land is near, and what the system's colours are.
COLORS = f"""() => {{
    const {{ map }} = {MAP}, doc = map.getContainer().ownerDocument;
    const at = map.latLngToContainerPoint([20, 190]);
    const canvas = doc.querySelector(".leaflet-rmBase-pane canvas");
    const box = canvas.getBoundingClientRect(), home = map.getContainer().getBoundingClientRect();
    const ratio = canvas.width / box.width;
    const copy = document.createElement("canvas");
    copy.width = copy.height = 1;
    const pen = copy.getContext("2d");
    pen.drawImage(canvas, -(at.x + home.x - box.x) * ratio, -(at.y + home.y - box.y) * ratio);
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
    const style = (node) => doc.defaultView.getComputedStyle(node);
    const legend = style(doc.querySelector(".rm-legend"));
    return {{
        sea: [r, g, b].join(), ground: legend.backgroundColor, ink: legend.color,
        sign: style(doc.querySelector(".rm-legend .rm-symbol path")).fill,
        border: style(doc.querySelector(".rm-fit")).borderTopWidth,
        legendBorder: legend.borderTopWidth,
    }};
}}"""


def colors(screen: Screen) -> dict[str, Any]:
    return dict(screen.page.evaluate(COLORS))


def rgb(text: str) -> str:
    return ",".join(part.strip() for part in text[text.index("(") + 1 : -1].split(",")[:3])


def test_map_has_the_colours_that_a_system_forces(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&at=20,190,4&show=cities")
    screen.wait_for_paint()
    usual = colors(screen)
    assert usual["border"] == usual["legendBorder"] == "0px"
    for scheme in ("light", "dark"):
        screen.page.emulate_media(forced_colors="active", color_scheme=scheme)
        screen.eventually(
            lambda: (
                (now := colors(screen))["sea"] == rgb(now["ground"]) and now["sea"] != usual["sea"]
            ),
            f"the sea in the system's colour, {scheme}",
        )
        now = colors(screen)
        assert rgb(now["sign"]) == rgb(now["ink"]), "a symbol in the legend is as dark as words"
        assert rgb(now["ink"]) != rgb(now["ground"])
        assert now["border"] == now["legendBorder"] == "1px"
    screen.page.emulate_media(forced_colors="none", color_scheme="light")
    screen.eventually(lambda: colors(screen)["sea"] == usual["sea"], "the usual sea")


def test_ground_recedes_for_who_asks_for_contrast(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&at=20,190,4&show=cities")
    screen.wait_for_paint()
    usual = colors(screen)
    screen.page.emulate_media(contrast="more")
    screen.eventually(lambda: colors(screen)["sea"] == "240,245,248", "a lighter sea")
    now = colors(screen)
    assert now["ground"] == "rgb(255, 255, 255)", "nothing is seen through the legend"
    assert now["border"] == "1px"
    screen.page.emulate_media(contrast="no-preference")
    screen.eventually(lambda: colors(screen)["sea"] == usual["sea"], "the usual sea")
