"""The child that runs one query with no network and bounded memory; run as a script only.

It imports nothing of kg. On stdin: one line of JSON (the request), then the graph's bytes
where the request names no file. On stdout: lines of JSON, see ``main``.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import sys
from typing import IO, Any

NEWUSER, NEWNET = 0x10000000, 0x40000000  # linux/sched.h


def cut_off_network() -> bool:
    """Leave the network for an empty one of our own; False where the system has no such thing.

    Needs no rights on Linux where unprivileged user namespaces are on.
    """
    if not sys.platform.startswith("linux"):
        return False
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    return unshare is not None and (unshare(NEWUSER | NEWNET) == 0 or unshare(NEWNET) == 0)


def set_limits(memory: int, seconds: int) -> None:
    """Bound memory and processor time, write no file and no core; where the system can."""
    try:
        import resource
    except ImportError:
        return
    wanted = [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ]
    for limit, value in wanted:
        hard = resource.getrlimit(limit)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS takes no RLIMIT_AS
            resource.setrlimit(limit, (value, value))


def term(value: Any, ox: Any) -> list[Any] | None:
    """A term as JSON: [kind, value, language, datatype]."""
    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return ["iri", value.value]
    if isinstance(value, ox.Literal):
        if value.language:
            return ["literal", value.value, value.language]
        datatype = value.datatype.value
        if datatype == "http://www.w3.org/2001/XMLSchema#string":
            return ["literal", value.value]
        return ["literal", value.value, None, datatype]
    if isinstance(value, ox.BlankNode):
        return ["bnode", value.value]
    return ["triple", str(value)]


def load(ox: Any, source: IO[bytes], suffix: str) -> Any:
    """The graph in a store in memory.

    Raises:
        ValueError: the suffix is of no RDF format.
        SyntaxError: the file is no such RDF.
    """
    known = ox.RdfFormat.from_extension(suffix)
    if known is None:
        raise ValueError(f"no RDF format has the suffix .{suffix}")
    store = ox.Store()
    store.load(source, format=known)
    return store


def answer(ox: Any, store: Any, request: dict[str, Any], say: Any) -> None:
    """Run the query and say its answer line by line."""
    results = store.query(request["query"], prefixes=request["prefixes"])
    if isinstance(results, ox.QueryBoolean):
        say({"shape": "boolean", "boolean": bool(results)})
    elif isinstance(results, ox.QuerySolutions):
        names = [variable.value for variable in results.variables]
        say({"shape": "rows", "variables": names})
        for solution in results:
            say([term(solution[name], ox) for name in names])
    else:
        say({"shape": "graph", "variables": ["subject", "predicate", "object"]})
        for triple in results:
            say([term(part, ox) for part in triple])
    say({"end": True})


def main() -> None:
    """Serve one request.

    Says {"ready", "isolated"} once the graph is loaded, {"shape", …}, a list a row, and {"end"};
    or {"error": kind, "message"} where kind is "graph", "query" or "run".
    """
    out = sys.stdout

    def say(line: Any) -> None:
        out.write(json.dumps(line, separators=(",", ":")) + "\n")

    def fail(kind: str, error: BaseException) -> None:
        say({"error": kind, "message": str(error) or type(error).__name__})
        out.flush()

    request = json.loads(sys.stdin.buffer.readline())
    set_limits(request["memory"], request["cpu_seconds"])
    try:
        # Opened before the namespaces change: in them even root reads only its own files.
        source = open(request["path"], "rb") if request["path"] else sys.stdin.buffer  # noqa: SIM115, PTH123
    except OSError as error:
        return fail("graph", error)
    isolated = False if request["allow_service"] else cut_off_network()
    import pyoxigraph as ox  # after unshare, which wants a process with one thread

    try:
        store = load(ox, source, request["suffix"])
    except (ValueError, SyntaxError, OSError, MemoryError) as error:
        return fail("graph", error)
    say({"ready": True, "isolated": isolated})
    out.flush()
    try:
        answer(ox, store, request, say)
    except SyntaxError as error:
        return fail("query", error)
    except (ValueError, OSError, RuntimeError, MemoryError) as error:
        return fail("run", error)
    out.flush()
    return None


if __name__ == "__main__":
    main()
