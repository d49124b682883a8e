"""The command line: one small file a command; this one finds them and turns errors into words."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
import traceback
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from kg.errors import KgError
from kg.output import printable

# Command -> module:function and the help that the list shows; nothing is imported until called.
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("kg.cli.build:build", "Build a graph and a network page from articles."),
    "check": ("kg.cli.check:check", "Check a graph against the shapes."),
    "completion": ("kg.cli.completion:completion", "Print a shell's completion script."),
    "doctor": ("kg.cli.doctor:doctor", "Look whether all that kg needs is there."),
    "explain": ("kg.cli.explain:explain", "Tell why mentions stand for one thing."),
    "query": ("kg.cli.query:query", "Ask a graph: SPARQL, a .rq file or a saved question."),
    "rules": ("kg.cli.rules:rules", "Show the rules, with what they catch and leave alone."),
    "score": ("kg.cli.score:score", "Score a graph against annotated articles."),
    "view": ("kg.cli.view:view", "Open the network page in the browser."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called: `kg --help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            if ctx.resilient_parsing:
                return None
            close = difflib.get_close_matches(cmd_name, COMMANDS, 1)
            hint = f"did you mean `kg {close[0]}`?" if close else "see `kg --help`"
            ctx.fail(f"there is no command {printable(cmd_name, 40)!r}; {hint}")
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        own = [
            CompletionItem(name, help=COMMANDS[name][1])
            for name in sorted(COMMANDS)
            if name.startswith(incomplete)
        ]
        # click's own would import every command for its help.
        return own or click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in sorted(COMMANDS)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg")
def cli() -> None:
    """Dutch news to a knowledge graph that can be trusted."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: the one place where errors become messages and codes."""
    color: dict[str, Any] = {"color": False} if os.environ.get("NO_COLOR") else {}
    try:
        result = cli.main(args=args, prog_name="kg", standalone_mode=False, **color)
        sys.exit(result if isinstance(result, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("kg: interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output went away (`kg query … | head`): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = printable(str(error.filename)) if error.filename else ""
        click.echo(f"kg: {error.strerror or error}: {where}".rstrip(": "), err=True)
        sys.exit(5)
    except KgError as error:
        click.echo(f"kg: {error.message}", err=True)
        if error.hint:
            click.echo(f"    {error.hint}", err=True)
        sys.exit(error.exit_code)
    except Exception:
        # Not 1: that is "some documents were left out".
        traceback.print_exc()
        click.echo("kg: internal error; please report it with the lines above", err=True)
        sys.exit(70)
