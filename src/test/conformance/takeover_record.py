"""Writes down what a running image service answers to everybody, one file an answer, so that two services can be compared.

takeover_record.py images|metadata ADDRESS DIRECTORY PEOPLE IMAGES: PEOPLE is a JSON file, name to headers; IMAGES is one,
name to id. What is a set in the API is written in order, and data as its sum.
"""
import hashlib
import json
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request

LISTS = [
    "", "?limit=7", "?limit=3&status=active&sort=name:asc,id:desc", "?visibility=public", "?visibility=community",
    "?visibility=shared&member_status=all", "?visibility=shared&member_status=pending", "?os_hidden=true", "?name=plain",
    "?tag=a", "?status=queued&sort=min_ram:desc", "?hw_disk_bus=scsi", "?size_min=70000&sort=size:asc",
    "?owner={alice}&status=active&sort_key=name&sort_dir=desc", "?name=in:plain,kept", "?visibility=all&limit=4", "?protected=true",
    "?disk_format=in:qcow2,iso", "?created_at=gt:2000-01-01T00:00:00Z&limit=2", "?sort=created_at:asc&limit=11",
]


class Recorder:
    def __init__(self, address, directory, people):
        self.address = address
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True)
        self.people = people

    def ask(self, who, path):
        request = urllib.request.Request(self.address + path, headers=self.people[who])
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, b""

    def write(self, name, text):
        (self.directory / urllib.parse.quote(name, safe="")[:200]).write_text(text)

    def document(self, who, path):
        """Writes the answer down and returns it, None when it is a refusal."""
        status, body = self.ask(who, path)
        shown = plainly(json.loads(body)) if status == 200 else {"refused": status}
        self.write(who + " " + path, json.dumps(shown, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
        return shown if status == 200 else None

    def pages(self, who, path):
        while path:
            shown = self.document(who, path)
            path = shown and shown.get("next")

    def data(self, who, image):
        status, body = self.ask(who, "/v2/images/" + image + "/file")
        sum_of = hashlib.sha512(body).hexdigest() if status == 200 else str(status)
        self.write(who + " data of " + image, sum_of + "\n")


def plainly(value):
    if isinstance(value, list):
        return [plainly(one) for one in value]
    if isinstance(value, dict):
        if "url" in value and "metadata" in value:
            # With one store the reference notes no store beside an address, while rows of Predella have it.
            value = {**value, "metadata": {key: one for key, one in value["metadata"].items() if key != "store"}}
        return {key: in_order(key, plainly(one)) for key, one in value.items()}
    return value


def in_order(key, value):
    """Tags are a set, and members come in any order."""
    if key == "tags" and all(isinstance(tag, str) for tag in value):
        return sorted(value)
    return sorted(value, key=lambda member: member["member_id"]) if key == "members" else value


def record_images(recorder, images, projects):
    for who in recorder.people:
        for listed in LISTS:
            recorder.pages(who, "/v2/images" + listed.format(**projects))
        for image in images.values():
            recorder.document(who, "/v2/images/" + image)
            recorder.document(who, "/v2/images/" + image + "/members")
            recorder.data(who, image)
    for name in ("imported", "returned"):
        if name in images:
            recorder.document("root", "/v2/images/" + images[name] + "/tasks")


def record_metadata(recorder):
    path = "/v2/metadefs/namespaces"
    while path:
        shown = recorder.document("root", path)
        for namespace in shown["namespaces"]:
            recorder.document("root", "/v2/metadefs/namespaces/" + urllib.parse.quote(namespace["namespace"], safe=""))
        path = shown.get("next")


def main(what, address, directory, people, images):
    described = json.loads(pathlib.Path(people).read_text())
    recorder = Recorder(address, directory, {who: one["headers"] for who, one in described.items()})
    if what == "metadata":
        record_metadata(recorder)
    else:
        projects = {who: one["project"] for who, one in described.items()}
        record_images(recorder, json.loads(pathlib.Path(images).read_text()), projects)


main(*sys.argv[1:])
