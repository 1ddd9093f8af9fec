from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from cardioner_desktop.ui.label_look import DISEASE, DRUG, FOUND, OTHERS, look_of
from cardioner_desktop.ui.theme import DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: QColor | str, other: QColor | str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(colour: QColor) -> float:
        parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3])
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    dark, light = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


@THEMES
def test_text_has_enough_contrast_wherever_it_stands(theme: Theme) -> None:
    for page in (theme.window, theme.page, theme.raised, theme.chosen):
        assert contrast(theme.text, page) >= 4.5
        assert contrast(theme.muted, page) >= 4.5
    assert contrast(theme.failure, theme.page) >= 4.5
    assert contrast(theme.failure, theme.chosen) >= 4.5
    assert contrast(theme.failure, theme.failure_page) >= 4.5
    assert contrast(theme.warning, theme.warning_page) >= 4.5
    assert contrast(theme.text, theme.failure_page) >= 4.5
    assert contrast(theme.text, theme.warning_page) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@THEMES
def test_controls_and_highlights_stand_out_from_the_page(theme: Theme) -> None:
    assert contrast(theme.control, theme.page) >= 3
    assert contrast(theme.accent, theme.page) >= 3
    for look in (DISEASE, DRUG, *OTHERS):
        assert contrast(theme.text, look.tint(theme)) >= 4.5
        assert contrast(look.pen(theme).color(), theme.page) >= 3
        assert contrast(look.pen(theme).color(), look.tint(theme)) >= 3


@THEMES
def test_what_a_search_found_is_read_and_seen(theme: Theme) -> None:
    assert contrast(theme.text, FOUND.tint(theme)) >= 4.5
    assert contrast(FOUND.pen(theme).color(), theme.page) >= 3


def test_colour_is_never_the_only_cue() -> None:
    looks = (DISEASE, DRUG, *OTHERS)
    assert len({(look.pattern, look.double) for look in looks}) == len(looks)


# Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
# severity 1.0, on linear RGB.
SIGHTS = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def lab(colour: QColor, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour as an eye of that sight sees it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    seen = [min(1.0, max(0.0, dot(row, linear))) for row in SIGHTS[sight]]
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (dot(row, seen) / white for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def dot(row: tuple[float, ...], values: list[float]) -> float:
    return sum(one * other for one, other in zip(row, values, strict=True))


def distance(one: QColor, other: QColor, sight: str) -> float:
    """The CIE 1976 difference of two colours; 2.3 is just noticeable."""
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return sum((left - right) ** 2 for left, right in pairs) ** 0.5


@THEMES
@pytest.mark.parametrize(("sight", "tints", "lines"), [("protanopia", 10, 15), ("deuteranopia", 10, 15)])
def test_labels_stay_apart_without_red_or_green(theme: Theme, sight: str, tints: float, lines: float) -> None:
    for one, other in combinations((DISEASE, DRUG, *OTHERS), 2):
        assert distance(one.tint(theme), other.tint(theme), sight) >= tints
        assert distance(one.pen(theme).color(), other.pen(theme).color(), sight) >= lines


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_diseases_and_drugs_are_far_apart_for_every_eye_and_stand_out_from_the_page(theme: Theme, sight: str) -> None:
    assert distance(DISEASE.tint(theme), DRUG.tint(theme), sight) >= 20
    assert distance(DISEASE.pen(theme).color(), DRUG.pen(theme).color(), sight) >= 60
    for look in (DISEASE, DRUG):
        assert distance(look.tint(theme), QColor(theme.page), sight) >= 10


def test_corpus_and_english_labels_look_the_same_and_unknown_ones_always_alike() -> None:
    assert look_of("ENFERMEDAD") is look_of("DISEASE")
    assert look_of("FARMACO") is look_of("DRUG")
    assert look_of("SYMPTOM") is look_of("SYMPTOM")
    assert look_of("SYMPTOM") in OTHERS
