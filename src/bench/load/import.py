"""Starts the import of a staged image and waits for its end; prints the seconds from the request until it is active.

Asks over one connection, every 20 ms: a new process for each question keeps a quarter of two processors busy, which the
import then lacks.
"""

import http.client
import json
import sys
import time

import common


def main(token, image):
    connection = http.client.HTTPConnection(common.BASE.removeprefix("http://"))
    headers = {"X-Auth-Token": token}

    def ask(method, path, body=None):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status not in (200, 202):
            raise SystemExit(f"{method} {path}: {answer.status} {text[:200]!r}")
        return text

    begun = time.monotonic()
    ask("POST", f"/v2/images/{image}/import", json.dumps({"method": {"name": "glance-direct"}}))
    status = "importing"
    while status == "importing":
        time.sleep(0.02)
        status = json.loads(ask("GET", f"/v2/images/{image}"))["status"]
    if status != "active":
        raise SystemExit(ask("GET", f"/v2/images/{image}/tasks").decode())
    print(f"{time.monotonic() - begun:.3f}")


main(*sys.argv[1:])
