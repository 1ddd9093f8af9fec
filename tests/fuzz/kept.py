"""What the program keeps for itself, and what people bring to it besides letters."""

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from cardioner_desktop.batch import results
from cardioner_desktop.batch.journal import DONE, FAILED, WAITING, Journal, JournalError
from cardioner_desktop.batch.tally import Counted
from cardioner_desktop.batch.work import Facts, Outcome
from cardioner_desktop.errors import CardioNerError, FormatError, PackError
from cardioner_desktop.lists.kinds import import_list
from cardioner_desktop.packs import parse_manifest
from cardioner_desktop.review import journal as review_journal
from cardioner_desktop.review.edits import Annotate, MarkReviewed, Reject, SetThresholds
from cardioner_desktop.review.ledger import Ledger, Record
from cardioner_desktop.review.session import Session
from cardioner_desktop.security.keys import parse_key
from cardioner_desktop.security.policy import read_policy
from cardioner_desktop.security.revoking import parse_revocations, revocations
from cardioner_desktop.security.signing import parse_signature, signature_file
from cardioner_desktop.settings import Settings, read_settings, write_settings
from tests.fuzz.outcome import Target, sentence
from tests.review import letters
from tests.security.signers import signer

ROOT = Path(__file__).resolve().parents[2]


def targets() -> Iterator[Target]:
    """One for each kind of file."""
    yield Target("list", _list_seeds, _read_list)
    yield Target("manifest", _manifest_seeds, _read_manifest)
    yield Target("settings", _settings_seeds, _read_settings)
    yield Target("review", _review_seeds, _read_review)
    yield Target("batch", _batch_seeds, _read_batch)
    yield Target("policy", _policy_seeds, _read_policy)
    yield Target("signature", _signature_seeds, _read_signature)


@contextmanager
def _file(data: bytes, name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="fuzz") as folder:
        file = Path(folder, name)
        file.write_bytes(data)
        yield file


def _list_seeds() -> Sequence[bytes]:
    return [
        "name\tcodes\tlabel\nbisoprolol\tATC:C07AB07|X:1\tdrug\nángor\tI20\tdisease\n".encode(),
        'nombre;codigo\r\nbisoprolol;C07AB07\r\n"ácido; fólico";B03BB01\r\n'.encode("cp1252"),
        "bisoprolol\nácido acetilsalicílico\n".encode(),
        b"RXCUI|LAT|TS\n1|ENG|P|L1|PF|S1|Y|A1||1||RXNORM|IN|1|bisoprolol|0|N|4096|\n",
        b"ATC code,ATC level name\nC07AB07,bisoprolol\n",
        b"concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\n"
        b"1\tbisoprolol\tDrug\tRxNorm\tIngredient\tS\t19484\n",
        b"<?xml version='1.0'?><aemps_prescripcion><prescripcion><des_nomco>Bisoprolol</des_nomco></prescripcion>"
        b"</aemps_prescripcion>",
    ]


def _read_list(data: bytes) -> str:
    with _file(data, "list.tsv") as file:
        try:
            return f"read {min(len(import_list(file, language='es')), 4)}"
        except FormatError as error:
            return sentence(error)


def _manifest_seeds() -> Sequence[bytes]:
    return [file.read_bytes() for file in sorted(ROOT.glob("tests/data/packs/*/manifest.toml"))]


def _read_manifest(data: bytes) -> str:
    try:
        pack = parse_manifest(data, folder=ROOT, name="es")
    except PackError as error:
        return sentence(error)
    assert pack.sha256 == hashlib.sha256(data).hexdigest()
    return f"read {len(pack.labels)}"


def _settings_seeds() -> Sequence[bytes]:
    with _file(b"", "settings.json") as file:
        write_settings(Settings(), file)
        first = file.read_bytes()
        write_settings(Settings(threshold=0.5, packs={"es": "a"}, zoom=120, theme="dark"), file)
        return [first, file.read_bytes()]


def _read_settings(data: bytes) -> str:
    with _file(data, "settings.json") as file:
        try:
            settings = read_settings(file)
        except FormatError as error:
            return sentence(error)
        write_settings(settings, file)
        assert read_settings(file) == settings, "settings that do not come back as they were"
        return "read"


def _review_seeds() -> Sequence[bytes]:
    lines: list[dict[str, object]] = [{"cardioner": "review", "version": review_journal.VERSION}]
    lines += [{"open": "k", "id": "ward/a", "path": "/a.txt"}, {"undo": True}, {"redo": True}, {"close": "k"}]
    made = "".join(json.dumps(line) + "\n" for line in lines).encode()
    return [made, *_recorded_reviews()]


@cache
def _recorded_reviews() -> Sequence[bytes]:
    """Journals as the program writes them: record by record, and anew with all that stands."""
    written: list[bytes] = [review_journal.line(review_journal.HEADER)]
    ledger = Ledger()

    def record(*records: Record) -> None:
        for one in records:
            ledger.take(one)
            written.append(review_journal.line(review_journal.record_value(one)))

    session = Session(letters.POLICIES, ledger=Ledger(), record=record)
    for name in ("a", "b"):
        session.open(letters.letter(name, f"{letters.TEXT} {name}"), path=f"/letters/{name}.txt")
    session.apply(Reject("a", (letters.id_of(session, "angina"),)))
    session.apply(Annotate("b", letters.id_of(session, "angina", "b"), "ask"))
    session.apply(MarkReviewed(("b",)))
    session.apply(SetThresholds({"FARMACO": 0.05}))
    session.undo()
    session.close("b")
    anew = [*map(review_journal.line, review_journal.ledger_values(ledger))]
    return [b"".join(written), b"".join(anew)]


def _read_review(data: bytes) -> str:
    try:
        ledger, whole = review_journal.read(data)
    except review_journal.NewerVersion:
        return "newer"
    except review_journal.Damaged as error:
        return f"damaged {type(error.__cause__).__name__}"
    assert whole <= len(data)
    lines = b"".join(map(review_journal.line, review_journal.ledger_values(ledger)))
    return f"read {min(lines.count(10), 6)}"


def _batch_seeds() -> Sequence[bytes]:
    with _file(b"", "journal.sqlite") as file:
        journal = Journal(file)
        journal.begin_run({"program": "1", "packs": [], "options": {}}, workers="2")
        facts = Facts(100, 1, "0" * 64)
        tally = ((Counted("mention", "FARMACO", "bisoprolol"), 2),)
        outcomes = [
            Outcome(source=1, id="ward/a", state=DONE, facts=facts, text_sha256="1" * 64, language="es", tally=tally),
            Outcome(source=2, id="ward/b", state=FAILED, facts=facts, sentence="/b.pdf is no whole PDF."),
        ]
        with journal.writing():
            for number in (1, 2, 3):
                row = (number, f"k{number}", f"ward/{number}", b"/a.txt", 0, 100, 1, "", WAITING, 1)
                journal.base.execute(f"INSERT INTO sources VALUES ({','.join('?' * len(row))})", row)
            journal.set_fact("walk", "1")
            for outcome in outcomes:
                results.record(journal, outcome, whole=True)
        journal.end_run()
        journal.close()
        return [file.read_bytes()]


def _read_batch(data: bytes) -> str:
    with _file(data, "journal.sqlite") as file:
        try:
            journal = Journal(file)
        except JournalError as error:
            return sentence(error)
        try:
            standing = results.standing(journal)
            told = len(list(results.failures(journal))) + len(list(results.finished(journal)))
            results.labels(journal)
            results.known(journal, 1, "ward/a")
            if journal.recipe is not None:
                journal.begin_run(journal.recipe, workers="1")
                journal.end_run()
            return f"read {min(told, 3)} {min(standing.waiting, 2)}"
        except JournalError as error:
            return sentence(error)
        finally:
            journal.close()


def _policy_seeds() -> Sequence[bytes]:
    return [
        b'format = 1\n[packs]\nfolder = "/a"\n[features]\ndisabled = []\n[audit]\non = true\nrotate_megabytes = 2\n',
        'format = 1\n[settings]\nthreshold = 0.5\ntheme = "dark"\n[audit]\nfile = "/á"\n'.encode(),
    ]


def _read_policy(data: bytes) -> str:
    with _file(data, "policy.toml") as file:
        try:
            read_policy(file)
        except CardioNerError as error:
            return sentence(error)
        return "read"


def _signature_seeds() -> Sequence[bytes]:
    one, two = signer("one"), signer("two")
    return [
        one.public.content,
        one.vouch(two).content,
        signature_file(b"manifest", key=one.private, public=one.public),
        revocations([one.fingerprint, two.fingerprint]).body,
    ]


def _read_signature(data: bytes) -> str:
    kinds = []
    for parse in (parse_key, parse_revocations, parse_signature):
        try:
            parse(data)  # type: ignore[operator]
        except ValueError:
            continue
        kinds.append(parse.__name__)
    return f"read {kinds}" if kinds else "refused"
