"""Sessions and grading runs where the disk is full, closed or slow to tell the time."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time

from kills import contents
from programs import EXERCISE, Session, check, line, losses, notebook, type_lines

NOBODY = 65534


def full_disk(world):
    """On a file system of its own, 128 kB large, which is filled and freed again."""
    folder = world.new_folder()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "reckon-torture", folder]
    if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode != 0:
        return ("full disk", 0, "not tried: nothing can be mounted here", [])
    try:
        wrong, sent = [], []
        session = Session(world, folder)
        saved = type_lines(session, range(1, 4), sent)
        filler = os.path.join(folder, "filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(1024))
            except OSError:
                pass
        unsaved = [n for n in range(4, 9) if n not in type_lines(session, [n], sent)]
        if len(unsaved) != 5:
            wrong.append(f"{5 - len(unsaved)} lines are not said to be unsaved")
        wrong += losses(notebook(folder), saved, sent)
        os.remove(filler)
        saved = type_lines(session, [9], sent)
        session.end()
        check(folder, sent, sent, world, wrong)
        wrong += grade_on_full_disk(world, folder)
        return ("full disk", 2, f"{len(unsaved)} lines unsaved and told, saved once there was room", wrong)
    finally:
        subprocess.run(["umount", folder], check=False)


def grade_on_full_disk(world, folder):
    """A grading run that finds no room says so, and one that does makes the same gradebook."""
    own = world.new_folder()
    world.run("simulate", EXERCISE, "-n", "40", "-o", "class", folder=own)
    arguments = ["grade", "class/submissions", "--roster", "class/students.csv", "--into"]
    world.run(*arguments, "whole.sqlite", folder=own)
    with open(os.path.join(folder, "filler"), "wb") as file:
        file.write(bytes(60 * 1024))
    into = os.path.join(folder, "book.sqlite")
    full = world.run(*arguments, into, folder=own)
    wrong = []
    if full.returncode == 0:
        wrong.append("grading on a full disk ends with status 0")
    for name in os.listdir(folder):
        if name == "filler":
            os.remove(os.path.join(folder, name))
    subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True)
    again = world.run(*arguments, into, folder=own)
    if again.returncode != 0:
        wrong.append(f"grading once there is room: {again.stdout[-200:]!r}")
    elif contents(into) != contents(os.path.join(own, "whole.sqlite")):
        wrong.append("grading once there is room comes to another gradebook")
    return wrong


def file_size_limit(world):
    """Where files may not grow beyond 2 kB, as by a quota."""
    folder, sent, wrong = world.new_folder(), [], []

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

    session = Session(world, folder, prepare=limit)
    saved = type_lines(session, range(1, 121), sent)
    session.end()
    if len(saved) == 120:
        wrong.append("more than 2 kB were saved")
    check(folder, saved, sent, world, wrong)
    return ("files that may not grow", 1, f"{len(saved)} of 120 lines saved, the rest told", wrong)


def read_only_folder(world):
    """A folder that an ordinary user may not write to."""
    folder, wrong, sent = world.new_folder(), [], []
    user = NOBODY if os.getuid() == 0 else None
    first = Session(world, folder)
    type_lines(first, [1], sent)
    first.end()
    if user is not None:
        os.chown(notebook(folder), user, user)
        os.chown(folder, user, user)
    os.chmod(folder, 0o555)
    session = Session(world, folder, user=user)
    if type_lines(session, [2, 3], sent):
        wrong.append("a line is not said to be unsaved")
    wrong += losses(notebook(folder), [1], sent)
    os.chmod(folder, 0o755)
    type_lines(session, [4], sent)
    session.end()
    check(folder, sent, sent, world, wrong)
    return ("read-only folder", 1, "2 lines unsaved and told, saved once it was writable", wrong)


# MARK: Clocks


def clock_going_back(world):
    """The notebook is of next year; then it is replaced by one that is older than what was read."""
    folder, wrong, sent = world.new_folder(), [], []
    path = notebook(folder)
    session = Session(world, folder)
    saved = type_lines(session, [1, 2], sent)
    ahead = time.time() + 366 * 86400
    os.utime(path, (ahead, ahead))
    saved += type_lines(session, [3, 4], sent)
    # A backup from before, restored with its time.
    with open(path, encoding="utf-8") as file:
        text = file.read().replace(line(4) + "\n", line(4) + "\n" + line(77) + "\n")
    sent.append(77)
    for name, seconds in (("restored", -366 * 86400), ("restored again", 0.0)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
        then = time.time() + seconds
        os.utime(os.path.join(folder, name), (then, then))
        os.replace(os.path.join(folder, name), path)
        saved += type_lines(session, [5 + len(saved)], sent)
        with open(path, encoding="utf-8") as file:
            text = file.read()
    session.end()
    check(folder, [*saved, 77], sent, world, wrong)
    return ("times of files in the future and the past", 1, f"{len(saved)} lines", wrong)


def run_in_own_namespace(arguments):
    """Starts this program again where it can mount without the system seeing it; false where it
    cannot."""
    for own in (["unshare", "-m"], ["unshare", "-rm"]):
        if shutil.which("unshare") and subprocess.run(
                [*own, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return subprocess.run([*own, sys.executable, *arguments], check=False).returncode
    return None
