"""Items -> results in child processes; one that kills its process is named, the others go on."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar

from kg.errors import KgError

Item = TypeVar("Item")
Result = TypeVar("Result")

# Not multiprocessing: its spawned children import the caller's main module again, and its
# pools hang or lose the work in hand when a child dies (measured: 142 of 200 documents).
_CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import kg.workers as w; w.serve()"
)


@dataclass(frozen=True, slots=True)
class Died:
    """That the process with an item in hand ended: by a signal or with an exit code."""

    code: int

    def __str__(self) -> str:
        if self.code >= 0:
            return f"its process ended with exit code {self.code}"
        kill = " (often too little memory)" if self.code == -9 else ""
        return f"its process was ended by signal {-self.code}{kill}"


def run(
    start: Callable[[], Callable[[Item], Result]], items: Sequence[Item], workers: int
) -> Iterator[tuple[int, Result | Died]]:
    """Do the work on every item, several at a time.

    Args:
        start: called once in each process; it gives the function for the items. It, the items
            and the results are pickled on the way between parent and child.
        items: the work.
        workers: how many processes; an item is with one at a time, so a death has one cause.

    Yields:
        The index of an item and its result, as they come.

    Raises:
        KgError: ``start`` or the work raised it, or a process could not start.
    """
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for index in range(len(items)):
        todo.put(index)
    done: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
    crew = [_Worker(start, items, todo, done) for _ in range(min(workers, len(items)))]
    try:
        for worker in crew:
            worker.start()
        for _ in items:
            index, outcome = done.get()
            if isinstance(outcome, KgError):
                raise outcome
            yield index, outcome
    finally:
        for worker in crew:
            worker.end()


class _Worker(threading.Thread, Generic[Item, Result]):
    """One child process, and the thread that hands it items and takes its results."""

    def __init__(
        self,
        start: Callable[[], Callable[[Item], Result]],
        items: Sequence[Item],
        todo: queue.SimpleQueue[int],
        done: queue.SimpleQueue[tuple[int, Any]],
    ) -> None:
        super().__init__(daemon=True)
        self._make = start
        self._items = items
        self._todo = todo
        self._done = done
        self._child: subprocess.Popen[bytes] | None = None
        self._over = False

    def run(self) -> None:
        """Work until nothing is left; a child that died is replaced."""
        index = -1
        try:
            while not self._over:
                try:
                    index = self._todo.get_nowait()
                except queue.Empty:
                    return
                self._done.put((index, self._one(self._items[index])))
        except KgError as error:
            self._done.put((index, error))
        except BaseException as error:
            self._done.put((index, KgError(f"a worker broke down: {error!r}", "report this")))
        finally:
            self.end()

    def end(self) -> None:
        """End the child, whatever it is doing."""
        self._over = True
        self._close()

    def _one(self, item: Item) -> Any:
        child = self._child or self._begin()
        assert child.stdin is not None and child.stdout is not None
        try:
            _write(child.stdin, item)
            answer = _read(child.stdout)
        except (OSError, EOFError):
            code = self._close()
            return Died(code)
        return _opened(answer)

    def _begin(self) -> subprocess.Popen[bytes]:
        self._child = child = subprocess.Popen(
            [sys.executable, "-P", "-c", _CHILD, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert child.stdin is not None and child.stdout is not None
        try:
            _write(child.stdin, self._make)
            _opened(_read(child.stdout))
        except (OSError, EOFError):
            died = Died(self._close())
            raise KgError(
                f"a worker could not start: {died}", "try fewer, with --workers"
            ) from None
        return child

    def _close(self) -> int:
        child, self._child = self._child, None
        if child is None:
            return 0
        if not self._over:
            # One that died by itself tells how.
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(5.0)
        child.kill()
        code = child.wait()
        for stream in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                stream.close() if stream else None
        return code


def _opened(answer: Any) -> Any:
    kind, *parts = answer
    if kind == "error":
        cls, message, hint = parts
        error = cls.__new__(cls)
        KgError.__init__(error, message, hint)
        raise error
    return parts[0]


def _write(stream: BinaryIO | Any, value: object) -> None:
    written = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(written).to_bytes(8, "big") + written)
    stream.flush()


def _read(stream: BinaryIO | Any) -> Any:
    head = stream.read(8)
    body = stream.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
    if len(head) < 8 or len(body) < int.from_bytes(head, "big"):
        raise EOFError
    # Only ever what the other end of this private pipe wrote: our own process.
    return pickle.loads(body)


def serve() -> None:
    """The child: makes its function, then answers items until its input ends."""
    # Ctrl-C goes to the whole group; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    source = sys.stdin.buffer
    work: Callable[[Any], Any] | None = None
    while True:
        try:
            given = _read(source)
        except EOFError:
            os._exit(0)
        try:
            if work is None:
                work = given()
                answer: tuple[Any, ...] = ("ready", None)
            else:
                answer = ("done", work(given))
        except KgError as error:
            answer = ("error", type(error), error.message, error.hint)
        _write(out, answer)
