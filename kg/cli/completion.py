"""`kg completion`: what a shell needs to complete commands, options and choices."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from kg.errors import UsageError

INSTALL = {
    "bash": 'add to ~/.bashrc:  eval "$(kg completion bash)"',
    "zsh": 'add to ~/.zshrc:  eval "$(kg completion zsh)"',
    "fish": "run once:  kg completion fish > ~/.config/fish/completions/kg.fish",
}


@click.command(
    epilog="\b\n" + "\n".join(f"{shell}: {how}" for shell, how in INSTALL.items()),
)
@click.argument("shell", type=click.Choice(list(INSTALL)))
def completion(shell: str) -> None:
    """Print the script that makes SHELL complete `kg` and its options."""
    from kg.cli import cli

    made = get_completion_class(shell)
    if made is None:
        raise UsageError(f"no completion for {shell}", f"choose {', '.join(INSTALL)}")
    # The script's source needs no shell to be there; click's source() would ask bash its version.
    script = made(cli, {}, "kg", "_KG_COMPLETE")
    click.echo(script.source_template % script.source_vars())
