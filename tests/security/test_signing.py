"""A signature holds for one content, one purpose and one key; a file of a key or signature has one form."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.security.keys import PublicKey, grouped, parse_key, spoken
from cardioner_desktop.security.revoking import parse_revocations, revocations
from cardioner_desktop.security.signing import (
    Purpose,
    is_signed,
    parse_signature,
    signature_file,
    signature_of,
)
from cardioner_desktop.security.trust import Origin, Trust, TrustedKey, is_vouched
from tests.security.signers import signer

CLINIC, VENDOR = signer("Clinic"), signer("Vendor")
MANIFEST = b'format = 1\nname = "es"\n'


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def is_refused(parse: Callable[[bytes], object], content: bytes) -> bool:
    try:
        parse(content)
    except ValueError:
        return True
    return False


def test_a_signature_file_says_who_signed_and_holds_for_this_manifest() -> None:
    content = signature_file(MANIFEST, key=CLINIC.private, public=CLINIC.public)
    fingerprint, signature = parse_signature(content)
    assert fingerprint == CLINIC.fingerprint
    assert is_signed(MANIFEST, signature, purpose=Purpose.MANIFEST, key=CLINIC.public)
    assert content.decode().splitlines()[:2] == ["CardioNER signature 1", "algorithm: Ed25519"]


def test_a_signature_is_the_same_each_time() -> None:
    one, other = (signature_file(MANIFEST, key=CLINIC.private, public=CLINIC.public) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("purpose", [Purpose.KEY, Purpose.REVOCATIONS])
def test_a_signature_for_one_purpose_is_none_for_another(purpose: Purpose) -> None:
    signature = signature_of(MANIFEST, purpose=purpose, key=CLINIC.private)
    assert is_signed(MANIFEST, signature, purpose=purpose, key=CLINIC.public)
    assert not is_signed(MANIFEST, signature, purpose=Purpose.MANIFEST, key=CLINIC.public)


def test_another_key_s_signature_does_not_hold() -> None:
    signature = signature_of(MANIFEST, purpose=Purpose.MANIFEST, key=VENDOR.private)
    assert not is_signed(MANIFEST, signature, purpose=Purpose.MANIFEST, key=CLINIC.public)


@given(st.integers(0, len(MANIFEST) - 1))
def test_a_signature_does_not_hold_for_a_manifest_with_one_bit_changed(place: int) -> None:
    signature = signature_of(MANIFEST, purpose=Purpose.MANIFEST, key=CLINIC.private)
    assert not is_signed(flipped(MANIFEST, place), signature, purpose=Purpose.MANIFEST, key=CLINIC.public)


def test_each_changed_bit_of_a_signature_file_is_refused_or_another_key_or_no_signature() -> None:
    content = signature_file(MANIFEST, key=CLINIC.private, public=CLINIC.public)
    for place in range(len(content)):
        try:
            fingerprint, signature = parse_signature(flipped(content, place))
        except ValueError:
            continue
        assert fingerprint != CLINIC.fingerprint or not is_signed(
            MANIFEST, signature, purpose=Purpose.MANIFEST, key=CLINIC.public
        ), place


def test_each_changed_bit_of_a_key_file_is_refused_or_changes_its_name() -> None:
    content = CLINIC.public.content
    for place in range(len(content)):
        try:
            key = parse_key(flipped(content, place))
        except ValueError:
            continue
        assert (key.raw, key.name != CLINIC.public.name) == (CLINIC.public.raw, True), place


def test_each_changed_bit_of_a_vouched_key_is_refused_or_loses_its_voucher() -> None:
    content = VENDOR.vouch(CLINIC).content
    trust = Trust({VENDOR.fingerprint: TrustedKey(VENDOR.public, Origin.SITE)})
    assert is_vouched(parse_key(content), trust)
    for place in range(len(content)):
        try:
            key = parse_key(flipped(content, place))
        except ValueError:
            continue
        assert not is_vouched(key, trust), place


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.removesuffix(b"\n"),
        lambda content: content + b"\n",
        lambda content: content + b"name: other\n",
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b" 1\n", b" 2\n", 1),
        lambda content: content.replace(b"Ed25519", b"RSA"),
        lambda content: content.replace(b": ", b":", 1),
        lambda content: b"\n".join(reversed(content.splitlines())) + b"\n",
        lambda content: content + content,
        lambda _: b"",
        lambda _: b"\xff\xfe\n",
        lambda content: content + b"x: y\n" * 20_000,
    ],
)
def test_a_file_in_another_form_is_refused(change: Callable[[bytes], bytes]) -> None:
    for content, parse in (
        (CLINIC.public.content, parse_key),
        (VENDOR.vouch(CLINIC).content, parse_key),
        (signature_file(MANIFEST, key=CLINIC.private, public=CLINIC.public), parse_signature),
        (revocations([CLINIC.fingerprint]).content, parse_revocations),
    ):
        parse(content)
        assert is_refused(parse, change(content))


def test_a_key_in_base64_with_other_last_bits_is_refused() -> None:
    public = CLINIC.public.content.split(b"public: ")[1].split(b"=")[0]
    other = public[:-1] + bytes([public[-1] + 1])  # the two bits after the 32nd byte
    with pytest.raises(ValueError, match="usual form"):
        parse_key(CLINIC.public.content.replace(public, other))


@given(st.binary(max_size=300))
def test_rubbish_is_refused_and_nothing_else_happens(content: bytes) -> None:
    for parse in (parse_key, parse_signature, parse_revocations):
        assert is_refused(parse, content)


@pytest.mark.parametrize("name", ["", "two\nlines", "back \u202e wards", " blank", "x" * 101, "tab\tbed"])
def test_a_name_that_could_deceive_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="short name"):
        PublicKey(name, bytes(32))


def test_a_key_in_a_file_comes_back_as_it_was() -> None:
    for key in (CLINIC.public, VENDOR.vouch(CLINIC)):
        assert parse_key(key.content) == key


def test_a_fingerprint_can_be_read_out_and_typed() -> None:
    assert spoken(grouped(CLINIC.fingerprint).upper()) == CLINIC.fingerprint
    with pytest.raises(ValueError, match="64"):
        spoken(CLINIC.fingerprint[:-1])
