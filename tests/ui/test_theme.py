import pytest
from PySide6.QtGui import QColor

from cardioner_desktop.ui.label_look import DISEASE, DRUG, OTHERS, look_of
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


def test_colour_is_never_the_only_cue() -> None:
    assert DISEASE.pattern != DRUG.pattern
    assert len({(look.pattern, look.double) for look in (DISEASE, *OTHERS)}) == 1 + len(OTHERS)


def test_corpus_and_english_labels_look_the_same_and_unknown_ones_always_alike() -> None:
    assert look_of("ENFERMEDAD") is look_of("DISEASE")
    assert look_of("FARMACO") is look_of("DRUG")
    assert look_of("SYMPTOM") is look_of("SYMPTOM")
    assert look_of("SYMPTOM") in OTHERS
