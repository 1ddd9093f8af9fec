"""Articles of a Wikipedia dump (pages-articles, MediaWiki XML), read as a stream."""

from collections.abc import Container, Iterator
from pathlib import Path
from xml.etree import ElementTree

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError
from cardioner_desktop.paths import shown
from trainer.corpus.kept import Fields
from trainer.corpus.streams import Meter, opened
from trainer.corpus.texts import Text
from trainer.corpus.wikitext import paragraphs


def articles(dump: Path, meter: Meter, *, language: str, titles: Container[str]) -> Iterator[Text | Failure]:
    """The articles with one of the titles, mark-up taken off; redirects and pages of other kinds are left out.

    A page without a title or text, or with mark-up that cannot be parsed, is a Failure. Raises FormatError where the
    file is not the dump of that language's Wikipedia, or is cut off.
    """
    name = shown(dump)
    with opened(dump, meter) as stream:
        try:
            events = ElementTree.iterparse(stream, events=("start", "end"))
            _, root = next(events)
            if _local(root) != "mediawiki":
                raise FormatError(f"{name} is not a Wikipedia dump; give the file of pages-articles in XML.")
            for event, element in events:
                if event != "end":
                    continue
                kind = _local(element)
                if kind == "dbname" and element.text != f"{language}wiki":
                    raise FormatError(f"{name} is a dump of {element.text}; give the one of {language}wiki.")
                if kind == "page":
                    text = _article(element, titles)
                    if text is not None:
                        yield text
                    root.clear()  # else every page read so far would stay in memory
        except ElementTree.ParseError as error:
            line = error.position[0]
            raise FormatError(f"{name} is damaged or cut off at line {line}; copy or download it again.") from error


def write(text: Text) -> Fields:
    """The fields of a kept line."""
    return {"id": text.id, "paragraphs": list(text.paragraphs)}


def read(fields: Fields) -> Text:
    """What `write` wrote."""
    return Text(str(fields["id"]), tuple(fields["paragraphs"]))


def _article(page: ElementTree.Element, titles: Container[str]) -> Text | Failure | None:
    if page.find("{*}redirect") is not None or page.findtext("{*}ns", "0").strip() != "0":
        return None
    title = page.findtext("{*}title")
    if not title:
        return Failure(f"page {page.findtext('{*}id', '?')}", "it has no title.")
    if title not in titles:
        return None
    markup = page.findtext("{*}revision/{*}text")
    if not markup:
        return Failure(title, "it has no text.")
    try:
        return Text(title, paragraphs(markup))
    except FormatError as error:
        return Failure(title, f"{error}.")


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
