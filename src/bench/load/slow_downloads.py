#!/usr/bin/env python3
"""Many slow downloads at once, a fifth of them dropped in the middle, while others list images.

Prints how long listing took before, during and after, and fails when it was too long at any time.

    PREDELLA_URL=… PREDELLA_PASSWORD=… slow_downloads.py [--clients 500] [--seconds 20] [--rate 100000]
"""

import argparse
import asyncio
import socket
import sys
import time
import urllib.parse

import common

IMAGE_BYTES = 64 * 1024 * 1024


async def slow_download(host, port, path, token, options, dropped, done):
    """Reads at the given rate for the given time and then leaves; a dropped client leaves half way, with a reset."""
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
    plain.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(plain, (host, port))
    request = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nX-Auth-Token: {token}\r\n\r\n"
    await loop.sock_sendall(plain, request.encode())
    end = time.monotonic() + options.seconds * (0.5 if dropped else 1)
    first = await loop.sock_recv(plain, 4096)
    done["statuses"].append(first.split(b" ", 2)[1].decode())
    while time.monotonic() < end:
        read = len(await loop.sock_recv(plain, options.rate // 4))
        if not read:
            break
        done["bytes"] += read
        await asyncio.sleep(read / options.rate)
    if dropped:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    plain.close()


def list_for(token, seconds, waits):
    """Lists images one after another and notes how long each list took, in milliseconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        begun = time.monotonic()
        status, _, _ = common.call("GET", "/v2/images?limit=25", token)
        waits.append((time.monotonic() - begun) * 1000)
        if status != 200:
            raise SystemExit(f"list answered {status}")
        time.sleep(0.02)


def told(name, waits):
    print(f"{name:>7}: {len(waits)} lists, p50 {common.percentile(waits, 0.5):.1f} ms,"
          f" p99 {common.percentile(waits, 0.99):.1f} ms, max {max(waits):.1f} ms")


async def run(options):
    token = common.log_in()
    image = common.create_image(token)
    common.call("PUT", f"/v2/images/{image}/file", token, bytes(IMAGE_BYTES),
                {"Content-Type": "application/octet-stream"})
    before, during, after = [], [], []
    await asyncio.to_thread(list_for, token, 5, before)
    address = urllib.parse.urlsplit(common.BASE)
    done = {"bytes": 0, "statuses": []}
    downloads = [
        slow_download(address.hostname, address.port, f"/v2/images/{image}/file", token, options, n % 5 == 0, done)
        for n in range(options.clients)
    ]
    lists = asyncio.to_thread(list_for, token, options.seconds, during)
    failures = [r for r in await asyncio.gather(*downloads, lists, return_exceptions=True) if r]
    await asyncio.to_thread(list_for, token, 5, after)
    common.call("DELETE", f"/v2/images/{image}", token)
    counts = {status: done["statuses"].count(status) for status in set(done["statuses"])}
    print(f"{options.clients} downloads, {counts} answered, {done['bytes'] / 1e6:.0f} MB read,"
          f" {len(failures)} failed {failures[:3]}")
    for name, waits in (("before", before), ("during", during), ("after", after)):
        told(name, waits)
    return not failures and counts == {"200": options.clients} and common.percentile(during, 0.99) < options.limit


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rate", type=int, default=100_000, help="bytes a second and client")
    parser.add_argument("--limit", type=float, default=250, help="milliseconds at the 99th percentile")
    sys.exit(0 if asyncio.run(run(parser.parse_args())) else 1)


if __name__ == "__main__":
    main()
