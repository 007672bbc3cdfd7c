"""Makes 200 namespaces of metadata definitions with 25 properties each, and lists them; prints how long that took.

With a directory as its argument it writes them into files there instead.
"""

import json
import pathlib
import sys
import time

from common import call, log_in, percentile

NAMESPACES = 200
PROPERTIES = 25
PATH = "/v2/metadefs/namespaces"


def definition(number):
    """A namespace as large as those that services ship."""
    properties = {
        f"property_{n}": {
            "title": f"Property {n}",
            "description": "Whatever a property of this kind says about an image, in a sentence of some length.",
            "type": "string",
            "enum": ["one", "two", "three", "four"],
        }
        for n in range(PROPERTIES)
    }
    types = [{"name": "OS::Glance::Image", "prefix": "hw_"}, {"name": "OS::Nova::Flavor", "prefix": "hw:"}]
    return {"namespace": f"bench::{number}", "visibility": "public", "properties": properties,
            "resource_type_associations": types}


def wanted(status, answer, expected):
    if status != expected:
        raise SystemExit(f"{status} {answer[:200]!r}")
    return answer


def write(directory):
    directory.mkdir()
    for number in range(NAMESPACES):
        (directory / f"{number:03}.json").write_text(json.dumps(definition(number)))


def main():
    token = log_in()
    begun = time.monotonic()
    for number in range(NAMESPACES):
        status, _, answer = call("POST", PATH, token, json.dumps(definition(number)).encode())
        wanted(status, answer, 201)
    print(f"{NAMESPACES} namespaces with {NAMESPACES * PROPERTIES} properties, one after another: "
          f"{time.monotonic() - begun:.1f} s")
    times = []
    for _ in range(100):
        begun = time.monotonic()
        status, _, answer = call("GET", f"{PATH}?limit={NAMESPACES}", token)
        times.append((time.monotonic() - begun) * 1000)
    found = len(json.loads(wanted(status, answer, 200))["namespaces"])
    print(f"a list of {found}: p50 {percentile(times, 0.5):.1f} ms, p99 {percentile(times, 0.99):.1f} ms")


if len(sys.argv) > 1:
    write(pathlib.Path(sys.argv[1]))
else:
    main()
