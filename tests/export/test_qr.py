"""A QR code is read back by a reader that did not write it, from the file and from a picture."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from pypdf import PdfReader
from reportlab.lib.units import mm

from geo.handout import draw_handout
from geo.handout.parts import qr_image
from geo.link.scenario import Scenario
from geo.share.qr import MAX_BYTES, PRINTED_BYTES, qr_link, qr_modules, qr_svg
from tests.pictures import ROOT_URL, picture
from tests.support import ask, scenario_of, view_at

KOREAN = "\ud55c\uad6d\uc5b4 "
LONG = "&".join(f"ring=39.{n}23456789,125.{n}~{500 + n}~{(KOREAN * 12).strip()}" for n in range(12))


def read(image: Image.Image) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(image)]


def image_of(link: str) -> Image.Image:
    modules = qr_modules(link)
    small = Image.fromarray((~modules).astype("uint8") * 255)
    large = small.resize((len(modules) * 6, len(modules) * 6), Image.Resampling.NEAREST)
    sheet = Image.new("L", (large.width + 60, large.height + 60), 255)
    sheet.paste(large, (30, 30))
    return sheet


@pytest.mark.parametrize(
    "query",
    [
        "",
        "ring=sohae~8000~experts%20via%20Yonhap&units=mi&at=38,170,2.5",
        f"ring=sohae~500~{KOREAN}",
    ],
)
def test_code_opens_the_same_view(query: str) -> None:
    link = qr_link(view_at(query), ROOT_URL)
    (found,) = read(image_of(link))
    assert found == link
    assert scenario_of(found.partition("?")[2]) == scenario_of(query)


def test_what_is_too_much_for_a_phone_loses_names_not_rings() -> None:
    everything = f"{LONG}&radar=tpy2_seongju~800~347~120&show=arcs,envelope"
    link = qr_link(view_at(everything), ROOT_URL)
    again = scenario_of(link.partition("?")[2])
    told = scenario_of(everything)
    assert [(each.point, each.edges) for each in again.rings] == [
        (each.point, each.edges) for each in told.rings
    ]
    assert isinstance(again, Scenario)
    assert qr_svg(link).count(b"<path") == 2
    short = "ring=sohae~500~" + "n" * 60 + "&ring=sohae~600"
    assert len(qr_link(view_at(short), ROOT_URL)) <= MAX_BYTES


def test_svg_is_a_picture_with_a_white_ground() -> None:
    answer = ask("/export/qr.svg?ring=sohae~8000")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert b'fill="#fff"' in answer.body
    assert b"<script" not in answer.body


@pytest.mark.parametrize("size", [(1600, 900), (1200, 630), (1920, 1080)])
def test_code_in_a_picture_can_be_read(size: tuple[int, int]) -> None:
    shown = picture("ring=sohae~8000", size=size)
    assert read(shown.image) == [f"{ROOT_URL}?ring=sohae~8000&v=1"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_code_on_a_handout_can_be_read(paper: str) -> None:
    body = ask(f"/export/handout.pdf?ring=sohae~8000~a%20name&paper={paper}").body
    images = [each.image for each in PdfReader(io.BytesIO(body)).pages[0].images]
    found = [text for image in images if image for text in read(image)]
    assert found == ["http://testserver/?ring=sohae~8000~a+name&v=1"]


@pytest.mark.parametrize("query", ["ring=sohae~8000", "ring=sohae~8000~a%20name&note=x", LONG])
@pytest.mark.parametrize("shift", [0.1, 0.6])
def test_code_on_a_handout_is_read_from_a_blurred_photo(query: str, shift: float) -> None:
    """As a phone sees a page, at 150 dots per inch and not quite sharp."""
    view = view_at(query)
    link = qr_link(view, "https://map.example.org/", PRINTED_BYTES)
    page = PdfReader(io.BytesIO(draw_handout(view, "a4", "https://map.example.org/"))).pages[0]
    modules = next(each.image for each in page.images if read(each.image)).convert("L")
    side_mm = qr_image(link).drawWidth / mm
    assert side_mm / (modules.width / 8) >= 0.33
    side_px, fine = round(side_mm / 25.4 * 150) + 12, 4
    scale = modules.width / (side_mm / 25.4 * 150 * fine)
    offset = -(6 + shift) * fine * scale
    photo = modules.transform(
        (side_px * fine, side_px * fine), Image.Transform.AFFINE,
        (scale, 0, offset, 0, scale, offset), fillcolor=255,
    ).reduce(fine)  # fmt: skip
    assert read(photo.filter(ImageFilter.GaussianBlur(1))) == [link]


def test_printed_code_mends_more_where_there_is_room() -> None:
    link = f"{ROOT_URL}?ring=sohae~8000&v=1"
    usual, strong = qr_modules(link), qr_modules(link, most=60)
    assert len(strong) >= len(usual)
    assert (len(qr_modules(f"{link}&note={'x' * 400}", most=60))) > 60


def test_code_on_a_printed_picture_is_read_from_a_blurred_photo() -> None:
    shown = picture(LONG, size=(3508, 2480)).image.convert("L")
    (code,) = zxingcpp.read_barcodes(shown)
    corners = code.position.top_left, code.position.top_right
    side_mm = (corners[1].x - corners[0].x) / 300 * 25.4
    assert side_mm / len(qr_modules(code.text, most=200)) >= 0.33
    photo = shown.reduce(2).filter(ImageFilter.GaussianBlur(0.8))  # 150 dots per inch
    assert read(photo) == [code.text]
