"""Two calm themes, one light and one dark; the system's choice decides. All colours of the window stand here.

Text has a contrast of at least 4.5:1 to what it stands on (tested), lines and marks at least 3:1.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from cardioner_desktop.paths import resources_folder


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`. `muted` is for text of second rank, `line` for borders, `accent` for focus and choice."""

    dark: bool
    window: str
    page: str
    raised: str
    text: str
    muted: str
    line: str
    control: str
    accent: str
    on_accent: str
    chosen: str
    warning: str
    warning_page: str
    failure: str
    failure_page: str


LIGHT = Theme(
    dark=False,
    window="#f4f6f8",
    page="#ffffff",
    raised="#ffffff",
    text="#1b242d",
    muted="#55626f",
    line="#d5dce3",
    control="#7f8c99",
    accent="#0b5c9e",
    on_accent="#ffffff",
    chosen="#dcebf8",
    warning="#7a4b00",
    warning_page="#fff3d6",
    failure="#a3201b",
    failure_page="#fdeceb",
)
DARK = Theme(
    dark=True,
    window="#1b1f24",
    page="#22272e",
    raised="#2b313a",
    text="#e4e9ee",
    muted="#a3b0bd",
    line="#3a424d",
    control="#7d8a97",
    accent="#6cb4f2",
    on_accent="#0d1720",
    chosen="#2a435c",
    warning="#f3c969",
    warning_page="#3a3018",
    failure="#ff9d96",
    failure_page="#42211f",
)


_MARKS = ("check", "down", "up")


def theme_of(widget: QWidget) -> Theme:
    """The theme that a widget is painted in."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def system_theme() -> Theme:
    """The theme that the system asks for; light where it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply(application: QApplication, theme: Theme, *, scale: float = 1.0) -> None:
    """Dress the whole application; `scale` enlarges the sizes of text that the style sheet sets."""
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme, scale=scale))


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, for all states."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.failure,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.control,
        role.Shadow: theme.control,
    }
    result = QPalette()
    for colour_role, colour in colours.items():
        result.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.control))
    return result


def style_sheet(theme: Theme, *, scale: float = 1.0) -> str:
    """What the palette cannot say: room, corners, borders, and a focus ring that is easy to see.

    The padding above and below a combo box is the same with the focus and without: Qt takes the height of its list from
    it, which would lack a row.
    """
    shade = "dark" if theme.dark else "light"
    mark, box = f"{12 * scale:.0f}px", f"{14 * scale:.0f}px"
    check, down, up = ((resources_folder() / "icons" / f"{name}-{shade}.svg").as_posix() for name in _MARKS)
    return f"""
QToolBar {{ background: {theme.window}; border: 0; border-bottom: 1px solid {theme.line};
  padding: 6px 8px; spacing: 4px; }}
QToolBar::separator {{ background: {theme.line}; width: 1px; margin: 4px 6px; }}
QToolBar QToolButton, QStatusBar QToolButton, QToolButton#dismiss {{ border: 1px solid transparent; border-radius: 6px;
  padding: 5px 10px; color: {theme.text}; }}
QStatusBar QToolButton {{ padding: 2px 8px; }}
QToolBar QToolButton:hover, QStatusBar QToolButton:hover, QToolButton#dismiss:hover {{ background: {theme.chosen}; }}
QToolBar QToolButton:pressed, QStatusBar QToolButton:pressed {{ background: {theme.line}; }}
QToolBar QToolButton:focus, QToolButton#dismiss:focus {{ border: 2px solid {theme.accent}; padding: 4px 9px; }}
QStatusBar QToolButton:focus {{ border: 2px solid {theme.accent}; padding: 1px 7px; }}
QToolBar QToolButton:disabled {{ color: {theme.control}; }}
QPushButton {{ background: {theme.raised}; border: 1px solid {theme.control}; border-radius: 6px; padding: 6px 16px;
  color: {theme.text}; }}
QPushButton:hover {{ background: {theme.chosen}; }}
QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 5px 15px; }}
QPushButton:disabled {{ color: {theme.control}; border-color: {theme.line}; }}
QPushButton#primary {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
  font-weight: 600; }}
QPushButton#primary:focus {{ border: 2px solid {theme.text}; }}
QPushButton#link {{ background: transparent; border: 1px solid transparent; padding: 4px 8px; color: {theme.accent};
  text-decoration: underline; }}
QPushButton#link:hover {{ background: {theme.chosen}; }}
QPushButton#link:focus {{ border: 2px solid {theme.accent}; padding: 3px 7px; }}
QComboBox, QSpinBox, QLineEdit {{ background: {theme.page}; border: 1px solid {theme.control}; border-radius: 6px;
  padding: 5px 8px; color: {theme.text}; }}
QSpinBox:focus, QLineEdit:focus {{ border: 2px solid {theme.accent}; padding: 4px 7px; }}
QComboBox:focus {{ border: 2px solid {theme.accent}; padding: 5px 7px; }}
QComboBox:disabled, QSpinBox:disabled, QLineEdit:disabled {{ color: {theme.control}; border-color: {theme.line}; }}
QComboBox {{ padding-right: 26px; }}
QComboBox:focus {{ padding-right: 25px; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow, QSpinBox::down-arrow {{ image: url("{down}"); width: {mark}; height: {mark}; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: {mark}; height: {mark}; }}
QSpinBox QLineEdit {{ border: 0; padding: 0 0 0 8px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 24px; }}
QTabWidget::pane {{ border: 1px solid {theme.line}; background: {theme.page}; }}
QTabBar::tab {{ background: {theme.window}; color: {theme.muted}; border: 2px solid transparent; padding: 7px 16px; }}
QTabBar::tab:selected {{ background: {theme.page}; color: {theme.text}; border-top-color: {theme.accent}; }}
QTabBar::tab:focus {{ border: 2px solid {theme.accent}; }}
QTextBrowser {{ background: {theme.page}; border: 1px solid {theme.line}; color: {theme.text}; }}
QTextBrowser:focus, QListWidget:focus, QScrollArea:focus {{ border: 2px solid {theme.accent}; }}
QListWidget {{ border: 1px solid {theme.line}; }}
QListWidget::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
QLabel#section {{ font-weight: 600; font-size: {12 * scale:g}pt; }}
QLabel#step {{ font-weight: 600; font-size: {12 * scale:g}pt; }}
QLabel#said {{ color: {theme.text}; }}
QFrame#tour {{ background: {theme.raised}; border: 2px solid {theme.accent}; border-radius: 10px; }}
QCheckBox {{ spacing: 6px; padding: 3px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border: 2px solid {theme.accent}; padding: 2px; }}
QCheckBox::indicator {{ width: {box}; height: {box}; border: 1px solid {theme.control}; border-radius: 3px;
  background: {theme.page}; }}
QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; image: url("{check}"); }}
QListView, QTableView, QTreeView {{ background: {theme.page}; border: 2px solid transparent; outline: 0;
  selection-background-color: {theme.chosen}; selection-color: {theme.text}; }}
QTreeView::branch:selected {{ background: {theme.chosen}; }}
QWidget#find {{ background: {theme.window}; border-top: 1px solid {theme.line}; }}
QListView:focus, QTableView:focus, QTreeView:focus, QPlainTextEdit:focus {{
  border: 2px solid {theme.accent}; }}
QTableView {{ gridline-color: {theme.line}; }}
QTableView::item, QTreeView::item {{ padding: 3px 6px; border: 0; }}
QTableView::item:selected, QTreeView::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
QHeaderView::section {{ background: {theme.window}; color: {theme.muted}; border: 0;
  border-bottom: 1px solid {theme.line}; padding: 9px 6px 5px 6px; font-weight: 600; }}
QPlainTextEdit {{ background: {theme.page}; border: 2px solid transparent; selection-background-color: {theme.accent};
  selection-color: {theme.on_accent}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-position: top center; top: 2px;
  width: 11px; height: 7px; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {theme.control}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {theme.line}; }}
QStatusBar {{ background: {theme.window}; border-top: 1px solid {theme.line}; color: {theme.muted}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {theme.muted}; padding-left: 8px; }}
QMenuBar {{ background: {theme.window}; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
QMenu {{ background: {theme.raised}; border: 1px solid {theme.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 40px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
QMenu::item:disabled {{ color: {theme.control}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 6px; }}
QProgressBar {{ background: {theme.line}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; padding: 6px; }}
QLabel#muted, QLabel#heading {{ color: {theme.muted}; }}
QLabel#heading {{ font-weight: 600; padding: 11px 12px 7px 12px; }}
QToolButton#arrange, QWidget#find QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton#arrange:hover, QToolButton#arrange:checked, QWidget#find QToolButton:hover {{ background: {theme.chosen}; }}
QToolButton#arrange:focus, QWidget#find QToolButton:focus {{ border: 2px solid {theme.accent}; padding: 3px; }}
QToolButton#quiet {{ border: 1px solid {theme.line}; border-radius: 6px; padding: 4px 10px; color: {theme.text}; }}
QToolButton#quiet:hover, QToolButton#quiet:checked {{ background: {theme.chosen}; }}
QToolButton#quiet:focus {{ border: 2px solid {theme.accent}; padding: 3px 9px; }}
QToolButton#quiet:disabled {{ color: {theme.control}; }}
QFrame#review {{ background: {theme.window}; border-top: 1px solid {theme.line}; }}
QToolButton#arrange::menu-indicator {{ image: none; }}
QLabel#keys {{ font-weight: 600; }}
QLabel#title {{ font-size: {17 * scale:g}pt; font-weight: 600; }}
QLabel#name {{ font-weight: 600; font-size: {12 * scale:g}pt; }}
QWidget#page, QWidget#header {{ background: {theme.page}; }}
QWidget#panel {{ background: {theme.page}; }}
QWidget#header {{ border-bottom: 1px solid {theme.line}; }}
QFrame#warning {{ background: {theme.warning_page}; border: 0; border-bottom: 1px solid {theme.line}; }}
QFrame#warning QLabel {{ color: {theme.warning}; }}
QFrame#failure {{ background: {theme.failure_page}; border: 0; border-bottom: 1px solid {theme.line}; }}
QFrame#failure QLabel {{ color: {theme.failure}; }}
QFrame#notice {{ background: {theme.chosen}; border: 0; border-bottom: 1px solid {theme.line}; }}
QFrame#notice QLabel {{ color: {theme.text}; }}
"""
