"""Sentences from below the window, in the language of the window.

What the rooms below say is English, as the command line shows it. A sentence is known here by its pattern, and its
facts are put into the translation: that asks nothing of those who say it, and holds for what comes from another process
or out of a journal. A sentence that is not known here stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cardioner_desktop.ui import rarer_sentences

_SENTENCES = (
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("Sentences", "{file} {problem}; save it as UTF-8 text."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has {size} MiB; split it into files of at most 64 MiB."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be opened: {reason}."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be looked at: {reason}."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is a link back to a folder that it lies in; it was not followed."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has a name with characters that are no text; rename it."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not UTF-8; save it as UTF-8, or move it away to open the text alone."),
    QT_TRANSLATE_NOOP("Sentences", "{problem}, or move the file away to open the text alone."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is no folder; name one that holds .txt and .ann files."),
    QT_TRANSLATE_NOOP("Sentences", "{place}: a mention is ID, tab, LABEL START END, tab, TEXT; correct the line."),
    QT_TRANSLATE_NOOP("Sentences", "{place}: {mention} needs a start before its end; correct the offsets."),
    QT_TRANSLATE_NOOP("Sentences", "{place}: {mention} ends at {end}, the text at {length}; correct the offsets."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{place}: {mention} has not the text at its offsets; correct the text or the offsets."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place}: the id {id} stands on line {line} too; give each line its own id."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be read ({reason}); check its permissions."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not UTF-8; save it as UTF-8."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has no .txt beside it; put the text there or take the .ann away."),
    QT_TRANSLATE_NOOP("Sentences", "Another document is written under the name {name} too; rename one of them."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be written (it is a folder); choose another folder."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{file} cannot be written ({reason}), so nothing was exported; choose another folder or make room."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be written ({reason}); choose another folder or make room."),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} needs {size} MB on the disk; make room for it."),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} lacks its file {file}; get the pack again."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The file {file} of pack {pack} is not the one that was packed; get the pack again."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The file {file} of pack {pack} is not the one that was packed; install the pack again."
    ),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} lacks its file {file}; install the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not a model pack: it holds no {part}; choose one that does."),
    QT_TRANSLATE_NOOP("Sentences", "A pack {pack} is among yours already; remove it first, or replace it."),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} cannot be deleted ({reason}); close what uses it."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The pack {pack} {version} does not work on this computer ({reason}), so nothing changed."
    ),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} cannot be put back ({reason}); close what uses it."),
    QT_TRANSLATE_NOOP("Sentences", "Another window or command is replacing a pack just now; wait until it has ended."),
    QT_TRANSLATE_NOOP("Sentences", "The list {list} in {file} is damaged; copy the whole release again."),
    QT_TRANSLATE_NOOP(
        "Sentences", "{file} is damaged or was changed: it is not the file of the release; copy it again."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The release in {file} is an evaluation build that nobody signed; get a signed one, or say --allow-unsigned.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The release in {file} is signed by a key that is not trusted here ({key}); compare its fingerprint and "
        "trust it (cardioner packs keys trust {keys}), or ask your administrator.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The release in {file} holds no package for this machine (…{ending}); copy the whole release."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not there; choose the folder or the zip file of a pack."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not a whole, open zip file; choose the folder or the zip of a pack."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The pack {pack} has format {format}, this program reads {known}; install a pack that fits it."
    ),
    QT_TRANSLATE_NOOP("Sentences", "The manifest of pack {pack} cannot be read; install the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "The manifest of pack {pack} is incomplete or wrong; install the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "The tokenizer of pack {pack} cannot be read; install the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "The memory {file} of pack {pack} cannot be read; install it again."),
    QT_TRANSLATE_NOOP("Sentences", "The filter {file} of pack {pack} cannot be read; install the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "The engine ct2 of pack {pack} cannot be loaded: {reason}."),
    QT_TRANSLATE_NOOP("Sentences", "No model pack is installed; put one into the packs folder."),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} was withdrawn by a revocation; ask who made it for another one."),
    QT_TRANSLATE_NOOP("Sentences", "The signature of pack {pack} is damaged; get the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "The pack {pack} is signed with a key that was revoked; get a newly signed one."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The signature of pack {pack} is not for this pack, which was changed; get it again."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The pack {pack} is signed by a key that is not trusted here ({key}); "
        "trust the key, or allow unsigned packs in the settings.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The pack {pack} is not signed, so nobody says where it comes from; "
        "get a signed one, or allow unsigned packs in the settings.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Adding and removing lists is switched off by your administrator's policy; ask your administrator.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Adding and removing packs is switched off by your administrator's policy; ask your administrator.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} holds two files of one name, which no pack does; get the pack again."),
    QT_TRANSLATE_NOOP("Sentences", "{file} lists far more files than a pack has; ask who made it."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Exporting from the window is switched off by your administrator's policy; ask your administrator."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The administrator's policy {file} cannot be followed ({reason}); ask your administrator to mend it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The revocations in {file} cannot be read, so no pack is trusted; get this file again."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The audit file {file} cannot be written ({reason}), so nothing goes on; ask your administrator.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The audit file {file} is held by another program, so nothing goes on; close that one."
    ),
    QT_TRANSLATE_NOOP("Sentences", "The language of this document is not clear; name it."),
    QT_TRANSLATE_NOOP("Sentences", "No installed pack reads the language {language}; there are {languages}."),
    QT_TRANSLATE_NOOP("Sentences", "No installed pack finds {label}; choose among {labels}."),
    QT_TRANSLATE_NOOP("Sentences", "This machine has no CUDA device; choose the device cpu or auto."),
    QT_TRANSLATE_NOOP("Sentences", "The letter has no place from {start} to {end}; mark a part of its text."),
    QT_TRANSLATE_NOOP("Sentences", "There is no word in what is marked; mark at least one letter or digit."),
    QT_TRANSLATE_NOOP("Sentences", "What is marked begins or ends with a blank; mark whole words."),
    QT_TRANSLATE_NOOP("Sentences", "This place is marked as {label} already; choose another label or other bounds."),
    QT_TRANSLATE_NOOP("Sentences", "This mention is not in the letter any more; choose it again."),
    QT_TRANSLATE_NOOP("Sentences", "A label is one word without blanks; choose one of the list."),
    QT_TRANSLATE_NOOP("Sentences", "This cannot be done at all occurrences at once; choose one mention."),
    QT_TRANSLATE_NOOP("Sentences", "A mention in several pieces has no other occurrences; decide each one alone."),
    QT_TRANSLATE_NOOP("Sentences", "This letter is not open any more; open it again."),
    QT_TRANSLATE_NOOP("Sentences", "{file} holds something already; choose a new folder, or one of this work."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be read; choose another folder or mend the file."),
    QT_TRANSLATE_NOOP("Sentences", "The settings in {file} cannot be read, so the defaults are used; delete the file."),
    QT_TRANSLATE_NOOP(
        "Sentences", "There is not enough memory for this document; close other programs or split the file."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "An internal error ({kind}{place}) stopped this document; report these words, not its text."
    ),
)
SENTENCES = (*map(str, _SENTENCES), *rarer_sentences.SENTENCES)
"""Whole ones, with names for their facts."""

_PROBLEMS = (
    QT_TRANSLATE_NOOP("Sentences", "is a PDF without text, such as a scan; recognise its text first (OCR)"),
    QT_TRANSLATE_NOOP("Sentences", "is a PDF protected by a password; save it without one"),
    QT_TRANSLATE_NOOP("Sentences", "is no whole PDF; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is no PDF though its name says so; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "holds too much text for one document; split it"),
    QT_TRANSLATE_NOOP(
        "Sentences", "is protected by a password or an old Word file; save it as .docx without a password"
    ),
    QT_TRANSLATE_NOOP("Sentences", "is no whole Word document; open it in Word and save it again"),
    QT_TRANSLATE_NOOP("Sentences", "is protected by a password; save it without one"),
    QT_TRANSLATE_NOOP("Sentences", "is no OpenDocument text; open it in a word processor and save it again"),
    QT_TRANSLATE_NOOP("Sentences", "holds no text document; save it as a text (.odt)"),
    QT_TRANSLATE_NOOP("Sentences", "is no RTF file though its name says so; save it as RTF or plain text"),
    QT_TRANSLATE_NOOP("Sentences", "ends before its last brace, so that some of it is missing; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is nested too deeply; open it in a word processor and save it again"),
    QT_TRANSLATE_NOOP("Sentences", "is an old Word file; save it as .docx"),
    QT_TRANSLATE_NOOP("Sentences", "is no Word file though its name says so; save it as .docx"),
    QT_TRANSLATE_NOOP("Sentences", "is an HTML page that shows no text; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is HTML that is nested too deeply or too large; save it in a simpler form"),
    QT_TRANSLATE_NOOP("Sentences", "is a CDA document without narrative text; export it with its sections' texts"),
    QT_TRANSLATE_NOOP("Sentences", "is XML without text; choose another file"),
    QT_TRANSLATE_NOOP("Sentences", "is no whole XML file; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is no whole JSON (line {line}); export it again"),
    QT_TRANSLATE_NOOP("Sentences", "is JSON but no FHIR resource; write letters as one JSON object a line (.jsonl)"),
    QT_TRANSLATE_NOOP("Sentences", "is no JSON object; write one object a line, in UTF-8"),
    QT_TRANSLATE_NOOP("Sentences", "is no HL7 v2 file: it has no MSH segment; export it again"),
    QT_TRANSLATE_NOOP("Sentences", "holds no HL7 message with text (OBX or NTE); export its reports"),
    QT_TRANSLATE_NOOP("Sentences", "holds an attachment of the type {kind}, which cannot be read; export its text"),
    QT_TRANSLATE_NOOP("Sentences", "holds zero bytes, so it is no text"),
    QT_TRANSLATE_NOOP("Sentences", "is neither UTF-8 nor in another encoding that this program knows"),
    QT_TRANSLATE_NOOP("Sentences", "is not valid UTF-8 at byte {byte}"),
    QT_TRANSLATE_NOOP("Sentences", "is no whole {kind}; save it again"),
    QT_TRANSLATE_NOOP("Sentences", "is damaged inside; save it again"),
    QT_TRANSLATE_NOOP("Sentences", "would unpack to more than {size} MiB; split it"),
    QT_TRANSLATE_NOOP("Sentences", "holds {files} files, more than {most}; split it"),
    QT_TRANSLATE_NOOP("Sentences", "is packed tighter than any document (a bomb); it was not unpacked"),
    QT_TRANSLATE_NOOP("Sentences", "holds no file that can be read; pack letters into it"),
    QT_TRANSLATE_NOOP("Sentences", "made the parser fail; open it in the program that wrote it and save it again"),
    QT_TRANSLATE_NOOP("Sentences", "takes longer than {seconds} s to parse; save it in a simpler form"),
    QT_TRANSLATE_NOOP("Sentences", "needs too much memory to parse; split it or save it in a simpler form"),
)
PROBLEMS = (*map(str, _PROBLEMS), *rarer_sentences.PROBLEMS)
"""What is said of a file, behind its name."""

_FACT = re.compile(r"\{(\w+)\}")


def translated(sentence: str) -> str:
    """The sentence in the language of the window, its facts too where they are such sentences."""
    if _in_words(SENTENCES[0]) == SENTENCES[0]:
        return sentence  # English
    found = _found(sentence)
    if found is None and sentence and not sentence.endswith("."):  # a fact may have lost its full stop
        found = (_found(f"{sentence}.") or "").removesuffix(".")
    return found or sentence


def _found(sentence: str) -> str | None:
    for template, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            facts = {name: fact if fact == sentence else translated(fact) for name, fact in found.groupdict().items()}
            before, after = facts.pop("before", ""), facts.pop("after", "")
            return f"{before}{_in_words(template).format(**facts)}{after}"
    return None


def _in_words(template: str) -> str:
    return QCoreApplication.translate("Sentences", template)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_made())


def _made() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Those with most words of their own first: what is general would take their sentences."""
    whole = [(template, _pattern(template)) for template in SENTENCES]
    parts = [(template, f"(?P<before>.*?){_pattern(template)}(?P<after>\\.?)") for template in PROBLEMS]
    for template, pattern in sorted([*whole, *parts], key=lambda known: -len(_FACT.sub("", known[0]))):
        yield template, re.compile(pattern, re.DOTALL)


def _pattern(template: str) -> str:
    """The template as a regular expression with a group for each fact."""
    literal = [re.escape(part) for part in _FACT.split(template)[::2]]
    names = [f"(?P<{name}>.*?)" for name in _FACT.findall(template)]
    return "".join(part for pair in zip(literal, [*names, ""], strict=True) for part in pair)
