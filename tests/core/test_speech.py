"""Numbers of a page as the language of its reader writes them."""

import pytest

from cardioner_desktop.core.speech import Speech


@pytest.mark.parametrize(
    ("value", "pattern", "english", "spanish"),
    [
        (12_345, "", "12,345", "12.345"),
        (1_234_567.8, "", "1,234,568", "1.234.568"),
        (7, "", "7", "7"),
        (7.25, "", "7.2", "7,2"),
        (0.934, ".2f", "0.93", "0,93"),
    ],
)
def test_numbers_have_the_marks_of_the_language(value: float, pattern: str, english: str, spanish: str) -> None:
    assert Speech().number(value, pattern) == english
    assert Speech(language="es").number(value, pattern) == Speech(language="it").number(value, pattern) == spanish
