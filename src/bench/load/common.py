"""What the load scripts share: a token, a few calls, and percentiles. Standard library only; loopback only."""

import json
import os
import urllib.request

BASE = os.environ.get("PREDELLA_URL", "http://127.0.0.1:9292")
PASSWORD = os.environ.get("PREDELLA_PASSWORD", "")


def call(method, path, token=None, body=None, headers=None):
    """One request; returns status, headers and the body as bytes."""
    request = urllib.request.Request(BASE + path, data=body, method=method, headers=headers or {})
    if token:
        request.add_header("X-Auth-Token", token)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def log_in():
    """A token of the administrator for the project admin."""
    domain = {"id": "default"}
    user = {"name": "admin", "domain": domain, "password": PASSWORD}
    auth = {
        "identity": {"methods": ["password"], "password": {"user": user}},
        "scope": {"project": {"name": "admin", "domain": domain}},
    }
    status, headers, body = call(
        "POST", "/identity/v3/auth/tokens", body=json.dumps({"auth": auth}).encode(),
        headers={"Content-Type": "application/json"})
    if status != 201:
        raise SystemExit(f"no token: {status} {body[:200]!r}")
    return headers["X-Subject-Token"]


def create_image(token, **details):
    body = {"name": "load", "disk_format": "raw", "container_format": "bare", **details}
    status, _, answer = call("POST", "/v2/images", token, json.dumps(body).encode())
    if status != 201:
        raise SystemExit(f"no image: {status} {answer[:200]!r}")
    return json.loads(answer)["id"]


def percentile(values, share):
    """The value below which that share of the values lies; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0
