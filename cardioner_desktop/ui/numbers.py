"""Numbers as the language of the interface writes them."""

from PySide6.QtCore import QCoreApplication, QLocale


def number(value: int) -> str:
    """A whole number."""
    return QLocale().toString(value)


def percent(share: float, *, digits: int = 1) -> str:
    """A share of one, in per cent."""
    # Spanish puts a space before the sign, English and Italian do not.
    return QCoreApplication.translate("Numbers", "{number}%").format(
        number=QLocale().toString(share * 100, "f", digits)
    )


def data_size(size: int) -> str:
    """Bytes in the unit that suits."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
