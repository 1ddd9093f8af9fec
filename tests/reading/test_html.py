import pytest

from tests.reading.samples import LETTERS, html, pieces, refusal


def text(body: str | bytes) -> str:
    (piece,) = pieces("html", html(body) if isinstance(body, str) else body)
    return piece.text


def test_blocks_make_lines_and_inline_elements_do_not_cut_words() -> None:
    body = "<h1>Alta</h1><p>Fibrilación\n   <b>auri</b>cular<br>crónica</p><ul><li>uno<li>dos</ul>tres<div>cuatro</div>"
    assert text(body) == "Alta\nFibrilación auricular\ncrónica\nuno\ndos\ntres\ncuatro\n"


@pytest.mark.parametrize("language", ["es", "en", "it"])
def test_letters_of_three_languages_keep_their_characters(language: str) -> None:
    lines = LETTERS[language].splitlines()
    (piece,) = pieces("html", html("".join(f"<p>{line}</p>\r\n" for line in lines)).replace(b'"es"', language.encode()))
    assert piece.text.splitlines() == lines
    assert piece.language == language


def test_what_a_browser_does_not_show_is_left_out() -> None:
    body = (
        "uno<script>alert('dos')</script><style>tres</style><!-- cuatro --><p hidden>cinco</p>"
        '<p style="display : none">seis</p><pre hidden>siete</pre><td hidden>ocho</td><template>nueve</template>'
        "<del>diez</del><object data='http://127.0.0.1/x'>once</object><iframe src='file:///etc/passwd'></iframe>doce"
    )
    assert text(body) == "unodoce\n"


def test_soft_hyphens_do_not_cut_words() -> None:
    assert text("hiper&shy;tensi&oacute;n &lt;5&gt; &#128578;") == "hipertensión <5> 🙂\n"


def test_a_row_of_a_table_is_a_line_with_tabs() -> None:
    rows = (
        "<tr><th>Fármaco<th>Dosis</tr><tr><td><p>Bisoprolol</p></td><td>\n<div>5 mg</div></td></tr><tr><td></td><td>x"
    )
    assert text(f"antes<table>{rows}</table>después") == "antes\nFármaco\tDosis\nBisoprolol\t5 mg\nx\ndespués\n"


def test_a_page_laid_out_as_a_table_keeps_its_lines() -> None:
    page = "<table><tr><td><p>Disnea.</p><p>Angina.</p><table><tr><td>a<td>b</table></td><td>margen</td></tr></table>"
    assert text(page) == "Disnea.\nAngina.\na b\nmargen\n".replace("a b", "a\tb")


def test_preformatted_text_keeps_its_lines() -> None:
    assert text("<pre>uno\r\n  dos\n\ntres</pre>") == "uno\ndos\ntres\n"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<META http-equiv=Content-Type content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=utf-8>", "utf-16"),
        ("<meta charset=utf-8>", "utf-8-sig"),
        ("<meta charset=utf-8>", "cp1252"),
        ("", "cp1252"),
        ("<meta charset=iso-8859-15>", "iso8859-15"),
        ("<meta charset=unicode_escape>", "utf-8"),
        ("<meta charset=undefined>", "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_fits(head: str, encoding: str) -> None:
    assert text(html("<p>corazón «así» 5 €", head=head).decode().encode(encoding)) == "corazón «así» 5 €\n"


def test_tags_that_nobody_closed_do_not_matter() -> None:
    assert text("<font>" * 300 + "angina") == "angina\n"


@pytest.mark.parametrize(
    "page", [b"", b" \n", b"<html></html>", b"<script>x</script>", b"\0\0", b"<!-- a -->", b"<p hidden>"]
)
def test_a_page_without_text_is_told_in_one_sentence(page: bytes) -> None:
    assert "text" in refusal("html", page)


def test_a_page_that_nests_too_deeply_is_refused_and_not_cut() -> None:
    assert (
        refusal("html", b"<div>" * 100_000 + b"x")
        == "is HTML that is nested too deeply or too large; save it in a simpler form"
    )


def test_entities_and_files_that_a_page_declares_are_not_read() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x; fin<link rel=stylesheet href="file:///etc/passwd">'
    assert "root:" not in text(page)
    assert text(page).endswith("&x; fin\n")


def test_a_truncated_page_is_read_up_to_there() -> None:
    assert text(html("<p>uno</p><p>dos</p>")[:-20]) == "uno\nd\n"
