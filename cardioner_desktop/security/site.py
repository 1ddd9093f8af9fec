"""What holds on this machine: the administrator's policy, and the keys that count; and packs as both let them in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop import packs as pack_files
from cardioner_desktop.errors import PackError
from cardioner_desktop.packs import MANIFEST, SIGNATURE, Pack, parse_manifest, verify
from cardioner_desktop.paths import own_keys_folder, packs_folders, program_keys_folder, shown, site_folder
from cardioner_desktop.security import statement
from cardioner_desktop.security.policy import FILE, TRUST_KEYS, Policy, read_policy
from cardioner_desktop.security.trust import Standing, Trust, Verdict, read_trust


class UnknownKeyError(PackError):
    """A pack is signed by a key that does not count here; which one, by fingerprint."""

    def __init__(self, sentence: str, *, fingerprint: str) -> None:
        super().__init__(sentence)
        self.fingerprint = fingerprint


KEYS = "keys"
"""The folder of keys beside the policy."""


@dataclass(frozen=True, slots=True)
class Site:
    """The policy and the trust of this machine, and where packs come from: the folder for new ones first."""

    policy: Policy
    trust: Trust
    packs_folders: tuple[Path, ...]

    @property
    def own_packs_folder(self) -> Path:
        """Where packs are added."""
        return self.packs_folders[0]

    def find_packs(self) -> tuple[Path, ...]:
        """The folders of all packs that may serve here, the first of each name, ordered by name."""
        return pack_files.find_packs(self.packs_folders)


def this_site() -> Site:
    """What holds here and now; PolicyError where a policy or a revocation cannot be read."""
    policy = this_policy()
    trust = read_trust(
        program=program_keys_folder(),
        site=site_folder() / KEYS,
        own=own_keys_folder(),
        own_keys_count=policy.allows(TRUST_KEYS),
    )
    return Site(policy, trust, packs_places(policy))


def this_policy() -> Policy:
    """The administrator's policy, an empty one where there is none; PolicyError where it cannot be followed."""
    return read_policy(site_folder() / FILE)


def packs_places(policy: Policy) -> tuple[Path, ...]:
    """The folders of packs, that for new ones first: the policy's alone where it names one."""
    return packs_folders() if policy.packs_folder is None else (policy.packs_folder,)


def read_trusted(folder: Path, site: Site, *, allow_unsigned: bool, check: bool = True) -> Pack:
    """Read a pack, its signature first, then every file unless told otherwise; PackError names what is wrong."""
    pack, verdict = judged(folder, site)
    admit(verdict, name=folder.name, allow_unsigned=allow_unsigned)
    if check:
        verify(pack)
    return pack


def judged(folder: Path, site: Site) -> tuple[Pack, Verdict]:
    """A pack and what its signature says; no other file is looked at. PackError where it cannot be used at all."""
    try:
        manifest = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        raise PackError(f"{shown(folder)} is not a model pack: it holds no {MANIFEST}; name a pack's folder.") from None
    except OSError as error:
        raise PackError(f"The manifest of pack {folder.name} cannot be read; install the pack again.") from error
    pack = parse_manifest(manifest, folder=folder, name=folder.name)
    return pack, site.trust.judge(manifest, _signature(folder), sha256=pack.sha256, name=folder.name)


def admit(verdict: Verdict, *, name: str, allow_unsigned: bool) -> None:
    """PackError where the pack of a name comes from nobody known and that is not allowed, UnknownKeyError where a key
    that does not count signed it."""
    if verdict.is_trusted or allow_unsigned:
        return
    if verdict.standing is Standing.UNKNOWN:
        raise UnknownKeyError(
            f"The pack {name} is signed by a key that is not trusted here ({verdict.fingerprint[:16]}); "
            "trust the key, or allow unsigned packs in the settings.",
            fingerprint=verdict.fingerprint,
        )
    raise PackError(
        f"The pack {name} is not signed, so nobody says where it comes from; get a signed one, or allow unsigned "
        "packs in the settings."
    )


def usable_packs(
    site: Site, *, allow_unsigned: bool, complain: Callable[[str], None], language: str | None = None
) -> list[Pack]:
    """The packs that can serve a language, or any; one that is damaged or not trusted is told and left out.

    PackError where none is left.
    """
    found = []
    for folder in site.find_packs():
        try:
            pack = read_trusted(folder, site, allow_unsigned=allow_unsigned, check=False)
            if language in (None, pack.language):
                verify(pack)
                found.append(pack)
        except PackError as error:
            complain(str(error))
    if not found:
        which = f" for the language {language}" if language else ""
        raise PackError(f"There is no model pack{which} that can be used; install one (cardioner packs lists them).")
    return found


def _signature(folder: Path) -> bytes | None:
    try:
        with (folder / SIGNATURE).open("rb") as stream:
            return stream.read(statement.LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PackError(f"The signature of pack {folder.name} cannot be read; install the pack again.") from error
