from cardioner_desktop.licences import parts


def test_all_parts_that_are_installed_tell_their_licence() -> None:
    found = parts()
    assert found[0].name == "cardioner-desktop"
    names = {part.name.lower().replace("_", "-") for part in found}
    assert {"pyside6-essentials", "ctranslate2", "numpy", "tokenizers", "shiboken6"} <= names
    assert "torch" not in names  # the trainer's, which is an extra
    assert [part.name for part in found if not part.licence] == []
    assert "Apache License" in found[0].text


def test_a_program_that_is_not_installed_has_no_parts() -> None:
    assert parts("no-such-program-of-ours") == ()
