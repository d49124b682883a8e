"""A parser in a child process: one question, one answer, ended past its time or memory."""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from kg.errors import ReadError

SECONDS = 60.0
MEMORY = 2 << 30
# More than the text of any article; a child that says more has gone wrong.
MAX_ANSWER = 64 << 20


class Guard:
    """Runs a worker script that stays for many questions and is replaced when it is ended.

    Args:
        script: a Python file. It gets the memory limit (bytes) and seconds as arguments, on
            stdin eight bytes with the length of each question and the question, and answers
            with a line of JSON, an object.
        seconds: how long one answer may take, its start included.
        memory: the address space of the child in bytes (where the system can limit it).
    """

    def __init__(self, script: Path, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.script = script
        self.seconds = seconds
        self.memory = memory
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        atexit.register(self.close)

    def ask(self, question: bytes) -> dict[str, Any]:
        """The child's answer.

        Raises:
            ReadError: E07 where it took too long, needed too much memory or broke down.
        """
        with self._lock:
            child = self._started()
            late = threading.Event()

            def end() -> None:
                late.set()
                child.kill()

            timer = threading.Timer(self.seconds, end)
            timer.daemon = True
            timer.start()
            answer: dict[str, Any] | None = None
            try:
                answer = self._answer(child, question)
            finally:
                timer.cancel()
                if answer is None or "memory" in answer:
                    self._end()
            if late.is_set():
                self._end()
                raise self._gave_up(f"more than {self.seconds:g} seconds")
            if answer is None:
                raise self._gave_up(f"its process ended (exit code {child.returncode})")
            if "memory" in answer:
                raise self._gave_up(f"more than {self.memory >> 20:,} MB of memory")
            return answer

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._end()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            # -P: no module beside the script or in the working directory stands in for another.
            command = [sys.executable, "-P", "-X", "utf8", str(self.script)]
            self._child = subprocess.Popen(
                [*command, str(self.memory), str(self.seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child

    def _answer(self, child: subprocess.Popen[bytes], question: bytes) -> dict[str, Any] | None:
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.write(len(question).to_bytes(8, "big") + question)
            child.stdin.flush()
            line = child.stdout.readline(MAX_ANSWER)
            answer = json.loads(line) if line.endswith(b"\n") else None
        except (OSError, ValueError):
            return None
        return answer if isinstance(answer, dict) else None

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                stream.close() if stream else None
        child.wait()

    def _gave_up(self, why: str) -> ReadError:
        return ReadError(
            "E07",
            f"gave up: the parser took {why}" if "more" in why else f"gave up: {why}",
            "save the article as text (.txt) and read that",
        )
