"""The bill of materials of a build, as CycloneDX 1.6: every part that is in it, with version, licence and origin."""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from cardioner_desktop.licences import licence_name
from cardioner_desktop.packs import read_pack
from kit.bundled import NativePart


def bill_of_materials(
    version: str,
    distributions: Iterable[Distribution],
    natives: Iterable[NativePart],
    packs: Iterable[Path],
    *,
    moment: datetime,
) -> str:
    """The JSON text; the same parts and moment give the same bytes."""
    components = [
        *(_of_distribution(one) for one in distributions if one.metadata["Name"] != "cardioner-desktop"),
        *(_of_native(one) for one in natives),
        *(_of_pack(folder) for folder in packs),
    ]
    program = {
        "type": "application",
        "bom-ref": "cardioner-desktop",
        "name": "cardioner-desktop",
        "version": version,
        "licenses": _licences("Apache-2.0", expression=True),
        "purl": f"pkg:generic/cardioner-desktop@{version}",
    }
    body = json.dumps([program, components], sort_keys=True)
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(body.encode()).hexdigest())}",
        "version": 1,
        "metadata": {"timestamp": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "component": program},
        "components": components,
        "dependencies": [{"ref": "cardioner-desktop", "dependsOn": [one["bom-ref"] for one in components]}],
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _of_distribution(one: Distribution) -> dict[str, Any]:
    name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower()
    purl = f"pkg:pypi/{name}@{one.version}"
    expression = bool(one.metadata.get_all("License-Expression"))
    licence = _licences(licence_name(one), expression=expression)
    component = _component("library", purl, one.metadata["Name"], one.version, licence)
    inner = _inner(one, purl)
    return component | ({"components": inner} if inner else {})


def _inner(one: Distribution, outer: str) -> list[dict[str, Any]]:
    """What the distribution's own bills say that was linked or copied into it (PEP 770)."""
    found: dict[str, dict[str, Any]] = {}
    for file in one.files or ():
        if "/sboms/" not in file.as_posix() or not file.name.endswith(".json"):
            continue
        bill = json.loads(file.read_text(encoding="utf-8"))
        for part in bill.get("components", ()):
            purl = str(part.get("purl", ""))
            if purl and not purl.startswith(outer.partition("@")[0] + "@"):
                kept = {key: part[key] for key in ("type", "name", "version", "licenses", "purl") if key in part}
                found[purl] = kept | {"bom-ref": f"{outer}#{purl}"}
    return [found[purl] for purl in sorted(found)]


def _of_native(one: NativePart) -> dict[str, Any]:
    kind = "deb/debian" if one.files else "generic"
    licence = _licences(one.licence or "see LICENCES.txt", expression=False)
    return _component("library", f"pkg:{kind}/{one.name.lower()}@{one.version}", one.name, one.version, licence)


def _of_pack(folder: Path) -> dict[str, Any]:
    pack = read_pack(folder)
    manifest = hashlib.sha256((folder / "manifest.toml").read_bytes()).hexdigest()
    purl = f"pkg:generic/cardioner-pack-{pack.name}@{pack.version}"
    text = (folder / "LICENSE").read_text(encoding="utf-8")
    licence = [{"license": {"name": f"pack {pack.name}", "text": {"content": text}}}]
    component = _component("machine-learning-model", purl, f"pack {pack.name}", str(pack.version), licence)
    return component | {"hashes": [{"alg": "SHA-256", "content": manifest}]}


def _component(kind: str, purl: str, name: str, version: str, licences: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "licenses": licences, "purl": purl}


def _licences(name: str, *, expression: bool) -> list[dict[str, Any]]:
    return [{"expression": name}] if expression else [{"license": {"name": name}}]
