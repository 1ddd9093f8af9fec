"""`cardioner settings`: its commands and their options."""

import click


@click.group(invoke_without_command=True)
@click.pass_context
def settings(context: click.Context) -> None:
    """Show the settings, and which of them an administrator has fixed."""
    if context.invoked_subcommand is None:
        from cardioner_desktop.commands.settings import show_settings

        show_settings()


@settings.command(name="set")
@click.argument("name")
@click.argument("value", metavar="VALUE")
def set_setting(name: str, value: str) -> None:
    """Change the setting NAME; VALUE is written as the settings show it: true, 0.5, "dark" or dark."""
    from cardioner_desktop.commands.settings import change_setting

    change_setting(name, value)
