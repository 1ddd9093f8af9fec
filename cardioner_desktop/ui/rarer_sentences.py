"""Sentences of batches, sampling, privacy, lists and rarer files that the window shows, see `sentences`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_SENTENCES = (
    QT_TRANSLATE_NOOP("Sentences", "Another batch is working in {file}; wait for its end, or choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "The input {input} lies inside {file}; choose another folder for the output."),
    QT_TRANSLATE_NOOP("Sentences", "{file} lies inside the input {input}; choose a folder outside it."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be made ({reason}); choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be written ({reason}); choose another folder."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be locked ({reason}), so two batches could write there at once; choose a folder on another "
        "disk.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The journal {file} cannot be used ({kind}): {reason}."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The journal {file} was written by a newer program; go on with that one, or choose another folder."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The journal of this batch lies on the computer {computer}; go on there, or choose another folder."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} is no journal of a batch; choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "{file} leads into the output folder; it was not read."),
    QT_TRANSLATE_NOOP("Sentences", "{file} would be written to the same place as {other}; rename one of them."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "None of the documents in {file} was read, they would be written to the same place as {other}; rename one.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} {problem}; move it away, or let it be written over (--force)."),
    QT_TRANSLATE_NOOP("Sentences", "Its text holds half of a surrogate pair, which no file can hold."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be written: its text holds half of a surrogate pair."),
    QT_TRANSLATE_NOOP("Sentences", "There is no letter in {file}; choose a folder that holds some."),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} was replaced while the batch was running; start it again."),
    QT_TRANSLATE_NOOP("Sentences", "Fewer than two documents are reviewed; review some more."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing in {file} is reviewed yet; open it in the window, review, and choose Precision and recall here, or "
        "put corrected brat files into its folder {folder}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be read; draw the set again."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not what was drawn; draw the set again."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is of a newer version of this program; update the program."),
    QT_TRANSLATE_NOOP("Sentences", "{file}: the text of {name} is not the one that was drawn; review it again."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Another window saves its corrections, so nothing was deleted; close it, then try again."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be removed ({reason}); remove it by hand."),
    QT_TRANSLATE_NOOP("Sentences", "There is nothing on the left to take; take the right one or neither."),
    QT_TRANSLATE_NOOP("Sentences", "There is nothing on the right to take; take the left one or neither."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is an archive or a workbook; unpack it, or save its table as CSV."),
    QT_TRANSLATE_NOOP("Sentences", "{file} holds no name that can be used; give {expected}."),
    QT_TRANSLATE_NOOP("Sentences", "A list cannot be called {name}; choose a plain name."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has no names of drugs in the language {language}; choose another language."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is a list that this program made of letters; open the letters themselves."),
)
_PROBLEMS = (
    QT_TRANSLATE_NOOP("Sentences", "was changed after this batch wrote it"),
    QT_TRANSLATE_NOOP("Sentences", "exists already, and this batch did not write it"),
    QT_TRANSLATE_NOOP("Sentences", "cannot be parsed: its process does not start; install the program again"),
    QT_TRANSLATE_NOOP("Sentences", "declares XML entities, which are not read; export it without a document type"),
    QT_TRANSLATE_NOOP("Sentences", "refers to XML entities, which are not read; export it without a document type"),
    QT_TRANSLATE_NOOP("Sentences", "has a line that is too long for a table; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "has fewer cells than the table has columns; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "has more cells than the table has columns; put its text into quotation marks"),
    QT_TRANSLATE_NOOP("Sentences", "holds more than {number} documents; split it"),
    QT_TRANSLATE_NOOP("Sentences", "holds an attachment that is no whole base64; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is JSON that is nested too deeply; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is XML that is nested too deeply or too large; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is a CDA document whose body lies in another file; open that file"),
    QT_TRANSLATE_NOOP("Sentences", "is damaged or changes its encoding about line {line}; save it as UTF-8"),
    QT_TRANSLATE_NOOP("Sentences", "is not in the character set that it names ({name}); export it as UTF-8"),
    QT_TRANSLATE_NOOP("Sentences", "is packed tighter than any document (a bomb); it was read no further"),
    QT_TRANSLATE_NOOP("Sentences", "is {kind} under the name of a text"),
    QT_TRANSLATE_NOOP("Sentences", "lies more than {number} archives deep; unpack it"),
)
SENTENCES = tuple(map(str, _SENTENCES))
"""Whole ones, with names for their facts."""

PROBLEMS = tuple(map(str, _PROBLEMS))
"""What is said of a file, behind its name."""
