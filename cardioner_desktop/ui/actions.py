"""Everything that a person can ask the window for, each with a shortcut."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.mnemonics import tell_apart
from cardioner_desktop.ui.review_actions import ReviewActions

LAYERS = 3
"""Labels whose highlights have a shortcut: those whose number is not above this."""


class Actions(QObject):
    """The actions, their menus and the toolbar; what they do is connected by the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icons: dict[QAction, str] = {}
        self.open_files = self._action(
            self.tr("&Open files…"), "Ctrl+O", self.tr("Open letters: text, Word, PDF and more"), "open"
        )
        self.open_folder = self._action(
            self.tr("Open &folder…"), "Ctrl+Shift+O", self.tr("Open all letters of a folder"), "folder"
        )
        self.tag_folder = self._action(
            self.tr("&Tag and export a folder…"),
            "Ctrl+Shift+T",
            self.tr("Tag all letters of a folder and write them into another one"),
        )
        self.compare = self._action(
            self.tr("&Compare annotations…"),
            "Ctrl+Shift+D",
            self.tr("Set two brat folders side by side, see where they differ, and decide between them"),
        )
        self.trust = self._action(
            self.tr("Precision and recall &here…"),
            "Ctrl+Shift+P",
            self.tr("What the review of a drawn set says of the whole archive"),
        )
        self.examples = self._action(
            self.tr("Try the e&xample letters"),
            "Ctrl+Shift+X",
            self.tr("Open invented letters in three languages"),
            "examples",
        )
        self.export = self._action(
            self.tr("&Export…"),
            "Ctrl+E",
            self.tr("Write tagged documents as brat files, tables, JSON, Excel or HTML pages"),
            "export",
        )
        self.quit = self._action(self.tr("&Quit"), "Ctrl+Q", self.tr("Close the window"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.next_document = self._action(self.tr("&Next document"), "Ctrl+PgDown", self.tr("Go to the next document"))
        self.previous_document = self._action(
            self.tr("&Previous document"), "Ctrl+PgUp", self.tr("Go to the document before")
        )
        self.next_entity = self._action(self.tr("Next m&ention"), "F8", self.tr("Go to the next mention"))
        self.previous_entity = self._action(
            self.tr("Previous men&tion"), "Shift+F8", self.tr("Go to the mention before")
        )
        self.language = self._action(self.tr("&Language…"), "Ctrl+L", self.tr("Choose the language of the document"))
        self.tag_again = self._action(
            self.tr("Tag a&gain"), "Ctrl+R", self.tr("Tag the selected documents again"), "again"
        )
        self.retry = self._action(
            self.tr("Tag &failed documents again"), "Ctrl+Shift+R", self.tr("Tag again whatever failed or was stopped")
        )
        self.search = self._action(
            self.tr("&Search documents"), "Ctrl+Shift+F", self.tr("Search in the list of documents")
        )
        self.find = self._action(self.tr("&Find…"), "Ctrl+F", self.tr("Find words in the letter"))
        self.find_next = self._action(self.tr("Find ne&xt"), "F3", self.tr("Go to the next place that was found"))
        self.find_previous = self._action(
            self.tr("Find pre&vious"), "Shift+F3", self.tr("Go to the place before that was found")
        )
        self.cancel = self._action(self.tr("&Stop"), "Ctrl+.", self.tr("Stop tagging; what is done stays"), "cancel")
        self.remove = self._action(
            self.tr("&Remove from the list"),
            "Ctrl+W",
            self.tr("Take the selected documents out of the list; files stay"),
        )
        self.review = ReviewActions(self, window)
        self.layers = [
            self._action(
                str(number),  # until a letter tells what is shown and hidden
                f"Ctrl+{number}",
                self.tr("Show or hide the highlights of one label, whose key has the same number"),
            )
            for number in range(1, LAYERS + 1)
        ]
        self.rejected = self._action(
            self.tr("Show &rejected mentions"),
            "Ctrl+Shift+J",
            self.tr("Show rejected mentions struck through, or leave them out of the text"),
        )
        self.rejected.setCheckable(True)
        self.rejected.setChecked(True)
        self.zoom_in = self._action(self.tr("Zoom &in"), "Ctrl++", self.tr("Make the text larger"))
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._action(self.tr("Zoom &out"), "Ctrl+-", self.tr("Make the text smaller"))
        self.zoom_reset = self._action(self.tr("&Normal size"), "Ctrl+0", self.tr("Give the text its normal size"))
        self.next_pane = self._action(self.tr("Next &area"), "F6", self.tr("Go to the next area of the window"))
        self.previous_pane = self._action(self.tr("Previous a&rea"), "Shift+F6", self.tr("Go to the area before"))
        self.dismiss = self._action(self.tr("&Dismiss the message"), "Esc", self.tr("Dismiss the message at the top"))
        self.settings = self._action(self.tr("&Settings…"), "Ctrl+,", self.tr("Choose how the program looks and works"))
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.models = self._action(
            self.tr("&Models and word lists…"),
            "Ctrl+M",
            self.tr("Show, check, add and remove models and lists of names"),
        )
        self.tour = self._action(
            self.tr("&Tour of the window"), "Ctrl+F1", self.tr("Show where everything is, in three steps")
        )
        self.shortcuts = self._action(self.tr("&Keyboard shortcuts"), "F1", self.tr("Show all keyboard shortcuts"))
        self.about = self._action(self.tr("&About CardioNER"), "Shift+F1", self.tr("What this program is, and is not"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.draw()

    @property
    def all(self) -> list[QAction]:
        """All actions, in the order of the menus."""
        return self.findChildren(QAction)

    def draw(self) -> None:
        """Make the icons anew, in the colours of the theme."""
        for action, name in self._icons.items():
            action.setIcon(icons.icon(name))

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put all actions into menus."""
        menus = (
            (
                self.tr("&File"),
                (
                    self.open_files,
                    self.open_folder,
                    self.examples,
                    None,
                    self.export,
                    self.tag_folder,
                    self.compare,
                    self.trust,
                    None,
                    self.models,
                    self.settings,
                    None,
                    self.quit,
                ),
            ),
            (
                self.tr("&Document"),
                (
                    *(self.next_document, self.previous_document, None, self.next_entity, self.previous_entity, None),
                    *(self.find, self.find_next, self.find_previous, None),
                    *(self.search, None, self.language, self.tag_again, self.retry, self.cancel, None, self.remove),
                ),
            ),
            (
                self.tr("&View"),
                (
                    *(*self.layers, self.rejected, None, self.zoom_in, self.zoom_out, self.zoom_reset, None),
                    *(self.next_pane, self.previous_pane, self.dismiss),
                ),
            ),
            (self.tr("&Help"), (self.tour, self.shortcuts, self.about)),
        )
        for title, actions in menus:
            menu = QMenu(title, bar)
            menu.setToolTipsVisible(True)
            tell_apart(menu)
            if actions is menus[2][1]:
                bar.addMenu(self._review_menu(bar))
            for action in actions:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
            bar.addMenu(menu)

    def _review_menu(self, bar: QMenuBar) -> QMenu:
        menu = QMenu(self.tr("&Review"), bar)
        menu.setToolTipsVisible(True)
        tell_apart(menu)
        self.review.fill(menu)
        return menu

    def tool_bar(self) -> QToolBar:
        """A tool bar with the actions of every day."""
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addActions([self.open_files, self.open_folder])
        bar.addSeparator()
        bar.addActions([self.tag_again, self.export])
        for action in bar.actions():
            if (button := bar.widgetForAction(action)) and not action.isSeparator():
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt leaves tool bars to the mouse
        return bar

    def _action(self, text: str, keys: str, tip: str, icon: str = "") -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})")
        action.setStatusTip(tip)
        if icon:
            self._icons[action] = icon
        self._window.addAction(action)
        return action
