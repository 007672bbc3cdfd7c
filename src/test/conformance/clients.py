"""Runs the stock clients in processes that have loaded them already.

    clients.py serve SOCKET        loads the clients and waits; ends, with the socket's directory, when its input does
    clients.py run SOCKET CLIENT ARGUMENT…

A command of theirs is a tenth of a second of work behind a second of loading modules. So one process loads them and
then forks for each command: the code, the arguments, the environment, the directory and the streams are those that the
command would have by itself.
"""

import fcntl
import json
import logging
import os
import select
import shutil
import signal
import socket
import sys

STREAMS = (0, 1, 2)


def run(address, arguments):
    """Has the command run and ends with its status."""
    # A client whose input is closed does something else than one whose input is empty.
    streams = [stream for stream in STREAMS if is_open(stream)]
    first = socket.socket(socket.AF_UNIX)
    with socket.socket(fileno=fcntl.fcntl(first.fileno(), fcntl.F_DUPFD, len(STREAMS))) as server:
        server.connect(address)
        request = {"arguments": arguments, "environment": dict(os.environ), "directory": os.getcwd(),
                   "streams": streams}
        socket.send_fds(server, [b"s"], streams)
        server.sendall(json.dumps(request).encode() + b"\n")
        status = server.recv(16)
    # A command that was ended by a signal has said nothing.
    return int(status) if status else 1


def is_open(stream):
    try:
        os.fstat(stream)
        return True
    except OSError:
        return False


def serve(address):
    """Loads the clients and answers one command after another, each in a process of its own."""
    mains = loaded()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(16)
        while True:
            ready, _, _ = select.select([listener, sys.stdin], [], [])
            if sys.stdin in ready:
                shutil.rmtree(os.path.dirname(address))
                return
            connection, _ = listener.accept()
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                listener.close()
                answer(connection, mains)
            connection.close()


def loaded():
    """Both clients, with what they load only once a command asks for it."""
    # The latter takes its name from there when it is loaded.
    sys.argv = ["openstack"]
    import glanceclient.shell
    import openstackclient.shell

    mains = {"openstack": openstackclient.shell.main, "glance": glanceclient.shell.main}
    nowhere = ["--os-auth-url", "http://127.0.0.1:9/v3", "--os-username", "nobody", "--os-password", "none",
               "--os-project-name", "none"]
    output = os.dup(1), os.dup(2)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    for command in (["image", "list"], ["user", "list"], ["limit", "list"]):
        attempt(mains["openstack"], nowhere + command)
    attempt(mains["glance"], nowhere + ["image-list"])
    sys.stdout.flush()
    os.dup2(output[0], 1)
    os.dup2(output[1], 2)
    return mains


def attempt(main, arguments):
    """Lets a command fail for want of a service."""
    try:
        main(arguments)
    except (Exception, SystemExit):
        pass
    logging.getLogger().handlers.clear()


def answer(connection, mains):
    """Is the command: never returns."""
    _, streams, _, _ = socket.recv_fds(connection, 1, len(STREAMS))
    with connection.makefile("r", encoding="utf-8", errors="surrogateescape") as lines:
        request = json.loads(lines.readline())
    for stream in STREAMS:
        os.close(stream)
    for stream, given in zip(request["streams"], streams):
        os.dup2(given, stream)
        os.close(given)
    sys.stdin, sys.stdout, sys.stderr = (
        open(stream, mode) if stream in request["streams"] else None for stream, mode in zip(STREAMS, "rww"))
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["directory"])
    sys.argv = request["arguments"]
    status = 1
    try:
        status = mains[os.path.basename(sys.argv[0])]()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = 1 if isinstance(end.code, str) else end.code
    except BaseException as failure:
        print(repr(failure), file=sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    connection.sendall(str(status or 0).encode())
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(sys.argv[2])
    else:
        sys.exit(run(sys.argv[2], sys.argv[3:]))
