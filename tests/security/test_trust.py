"""Which packs are let in, by whose key they are signed; how keys come, are renewed and revoked."""

import hashlib
from pathlib import Path

import pytest

from cardioner_desktop.errors import PackError, PolicyError
from cardioner_desktop.packs import MANIFEST, SIGNATURE, read_pack
from cardioner_desktop.paths import resources_folder
from cardioner_desktop.security.revoking import revocations
from cardioner_desktop.security.shipped import LIST, listed, shipped_manifests
from cardioner_desktop.security.site import Site, judged, read_trusted, this_site
from cardioner_desktop.security.trust import Origin, Standing
from tests.security.signers import put_key, signer

CLINIC, VENDOR, NEXT = signer("Clinic"), signer("Vendor"), signer("Clinic, next year")

pytestmark = pytest.mark.usefixtures("site")


def refusal(folder: Path, *, allow_unsigned: bool = False) -> str:
    with pytest.raises(PackError) as caught:
        read_trusted(folder, this_site(), allow_unsigned=allow_unsigned)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def origins(site: Site) -> dict[str, Origin]:
    return {trusted.key.name: trusted.origin for trusted in site.trust.keys.values()}


def test_a_pack_that_a_trusted_key_signed_is_let_in(copy: Path) -> None:
    CLINIC.sign(copy)
    site = this_site()
    assert read_trusted(copy, site, allow_unsigned=False) == read_pack(copy)
    _, verdict = judged(copy, site)
    assert (verdict.standing, verdict.key) == (Standing.SIGNED, CLINIC.public)


def test_an_unsigned_pack_needs_the_setting(copy: Path) -> None:
    assert refusal(copy).startswith("The pack es is not signed, so nobody says where it comes from")
    assert read_trusted(copy, this_site(), allow_unsigned=True).name == "es"


def test_a_pack_signed_by_an_unknown_key_needs_the_setting_and_names_the_key(copy: Path) -> None:
    VENDOR.sign(copy)
    assert VENDOR.fingerprint[:16] in refusal(copy)
    assert read_trusted(copy, this_site(), allow_unsigned=True).name == "es"


@pytest.mark.parametrize("allow_unsigned", [False, True])
def test_a_changed_manifest_is_refused_whatever_the_setting(copy: Path, allow_unsigned: bool) -> None:
    CLINIC.sign(copy)
    text = (copy / MANIFEST).read_text(encoding="utf-8")
    (copy / MANIFEST).write_text(text.replace('version = "0.0.1"', 'version = "0.0.2"'), encoding="utf-8")
    assert refusal(copy, allow_unsigned=allow_unsigned) == (
        "The signature of pack es is not for this pack, which was changed; get it again."
    )


@pytest.mark.parametrize("allow_unsigned", [False, True])
def test_a_damaged_signature_is_refused_whatever_the_setting(copy: Path, allow_unsigned: bool) -> None:
    CLINIC.sign(copy)
    (copy / SIGNATURE).write_bytes((copy / SIGNATURE).read_bytes()[:-3])
    assert refusal(copy, allow_unsigned=allow_unsigned) == "The signature of pack es is damaged; get the pack again."


@pytest.mark.parametrize("allow_unsigned", [False, True])
def test_a_changed_file_of_a_signed_pack_is_refused(copy: Path, allow_unsigned: bool) -> None:
    CLINIC.sign(copy)
    content = bytearray((copy / "tokenizer.json").read_bytes())
    content[0] ^= 1
    (copy / "tokenizer.json").write_bytes(content)
    assert "The file tokenizer.json of pack es is not the one" in refusal(copy, allow_unsigned=allow_unsigned)


def test_the_signature_of_another_pack_is_refused(copy: Path, tiny_packs: Path, tmp_path: Path) -> None:
    CLINIC.sign(copy)
    other = (tiny_packs / "en" / MANIFEST).read_bytes()
    (copy / MANIFEST).write_bytes(other)
    assert "is not for this pack" in refusal(copy)


def test_a_revoked_key_lets_nothing_in_whatever_the_setting(copy: Path, own_keys: Path) -> None:
    CLINIC.sign(copy)
    own_keys.mkdir()
    (own_keys / "list.revoked").write_bytes(revocations([CLINIC.fingerprint]).content)
    assert "signed with a key that was revoked" in refusal(copy, allow_unsigned=True)
    assert this_site().trust.keys == {}


def test_one_pack_can_be_withdrawn_by_its_manifest(copy: Path, site: Path) -> None:
    CLINIC.sign(copy)
    digest = hashlib.sha256((copy / MANIFEST).read_bytes()).hexdigest()
    (site / "keys" / "withdrawn.revoked").write_bytes(revocations([digest]).content)
    assert "The pack es was withdrawn" in refusal(copy, allow_unsigned=True)
    assert CLINIC.fingerprint in this_site().trust.keys


def test_revocations_that_cannot_be_read_stop_everything(site: Path) -> None:
    content = revocations([VENDOR.fingerprint]).content
    (site / "keys" / "list.revoked").write_bytes(content[:-5])
    with pytest.raises(PolicyError, match="so no pack is trusted"):
        this_site()


def test_a_folder_of_keys_that_cannot_be_read_stops_everything(own_keys: Path) -> None:
    own_keys.symlink_to(own_keys)
    with pytest.raises(PolicyError, match="cannot be read"):
        this_site()


def test_a_damaged_key_file_does_not_count_and_is_told(copy: Path, site: Path) -> None:
    CLINIC.sign(copy)
    file = put_key(site / "keys", CLINIC.public)
    file.write_bytes(file.read_bytes().replace(b"Clinic", b"Klinik\r"))
    trust = this_site().trust
    assert trust.keys == {}
    (complaint,) = trust.complaints
    assert "is damaged and does not count" in complaint
    assert "not trusted here" in refusal(copy)


def test_a_user_trusts_a_key_unless_the_policy_says_no(site: Path, own_keys: Path) -> None:
    put_key(own_keys, VENDOR.public)
    assert origins(this_site()) == {"Clinic": Origin.SITE, "Vendor": Origin.USER}
    (site / "policy.toml").write_text('format = 1\n[features]\ndisabled = ["trust-keys"]\n', encoding="utf-8")
    assert origins(this_site()) == {"Clinic": Origin.SITE}
    assert "no key that counts has signed it" in this_site().trust.complaints[0]


def test_a_key_that_a_trusted_one_signed_counts_also_where_users_may_trust_none(site: Path, own_keys: Path) -> None:
    (site / "policy.toml").write_text('format = 1\n[features]\ndisabled = ["trust-keys"]\n', encoding="utf-8")
    put_key(own_keys, CLINIC.vouch(NEXT))
    put_key(own_keys, NEXT.vouch(VENDOR))  # and one that hangs on that one
    assert origins(this_site()) == {
        "Clinic": Origin.SITE, "Clinic, next year": Origin.VOUCHED, "Vendor": Origin.VOUCHED
    }  # fmt: skip


def test_revoking_a_key_takes_what_hangs_on_its_word_alone(site: Path, own_keys: Path) -> None:
    put_key(own_keys, CLINIC.vouch(NEXT))
    put_key(own_keys, NEXT.vouch(VENDOR))
    (site / "keys" / "list.revoked").write_bytes(revocations([CLINIC.fingerprint]).content)
    assert origins(this_site()) == {}
    put_key(site / "keys", NEXT.public)  # an administrator's own word for it
    assert origins(this_site()) == {"Clinic, next year": Origin.SITE, "Vendor": Origin.VOUCHED}


def test_a_key_signed_by_nobody_known_or_with_a_changed_file_does_not_count(own_keys: Path) -> None:
    file = put_key(own_keys, CLINIC.vouch(NEXT))
    file.write_bytes(file.read_bytes().replace(b"next year", b"next life"))
    put_key(own_keys, VENDOR.vouch(signer("Stranger")))
    assert origins(this_site()) == {"Clinic": Origin.SITE}


def test_keys_that_vouch_for_each_other_alone_do_not_count(own_keys: Path) -> None:
    put_key(own_keys, VENDOR.vouch(NEXT))
    put_key(own_keys, NEXT.vouch(VENDOR))
    assert origins(this_site()) == {"Clinic": Origin.SITE}


def test_the_packs_in_the_program_are_those_of_its_list() -> None:
    packs = resources_folder() / "packs"
    content = (resources_folder() / "keys" / LIST).read_text(encoding="utf-8")
    assert content == listed(packs), "the packs changed: python -m cardioner_desktop.security.shipped"
    site = this_site()
    for folder in packs.iterdir():
        assert judged(folder, site)[1].standing is Standing.SHIPPED


def test_no_key_of_a_test_came_into_the_program() -> None:
    keys = this_site().trust.keys
    assert {name for name, trusted in keys.items() if trusted.origin is Origin.PROGRAM} == set(), (
        "a release key is named in resources/guides/administrators.md by its fingerprint; say so here"
    )


def test_a_shipped_pack_that_was_changed_is_unsigned(tmp_path: Path) -> None:
    packs = resources_folder() / "packs"
    folder = tmp_path / "es"
    folder.mkdir()
    content = (packs / "es" / MANIFEST).read_bytes()
    (folder / MANIFEST).write_bytes(content)
    assert judged(folder, this_site())[1].standing is Standing.SHIPPED
    (folder / MANIFEST).write_bytes(content + b"\n")
    assert judged(folder, this_site())[1].standing is Standing.UNSIGNED


def test_a_damaged_list_of_shipped_packs_trusts_none(tmp_path: Path) -> None:
    (tmp_path / LIST).write_text("12ab  packs/es/manifest.toml\n", encoding="utf-8")
    assert shipped_manifests(tmp_path) == frozenset()


def test_the_policy_s_folder_of_packs_is_the_only_one(site: Path, own: Path, copy: Path) -> None:
    (site / "policy.toml").write_text(f'format = 1\n[packs]\nfolder = "{copy.parent}"\n', encoding="utf-8")
    found = this_site()
    assert found.find_packs() == (copy,)
    assert found.own_packs_folder == copy.parent
