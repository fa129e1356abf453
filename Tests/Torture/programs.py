"""The programs under torture: started at a pipe or a terminal, typed at, killed, and looked after."""

import fcntl
import json
import os
import pty
import random
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

EXERCISE = "chatgpt-footprint"
# Bytes that only steer a terminal.
ESCAPES = re.compile(rb"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][0-9A-Za-z]|\][^\x07]*\x07|[=>78])|\r|\x0e|\x0f")


class World:
    """A folder of this run with copies of the programs and the exercises, which anyone may read."""

    def __init__(self, programs, exercises, seed):
        self.random = random.Random(seed)
        self.folder = tempfile.mkdtemp(prefix="reckon-torture-")
        os.chmod(self.folder, 0o755)
        for name in ("reckon", "reckon-desk"):
            shutil.copy(os.path.join(programs, name), self.folder)
        self.exercises = os.path.join(self.folder, "Exercises")
        shutil.copytree(exercises, self.exercises)
        self.program = os.path.join(self.folder, "reckon")
        self.count = 0

    def environment(self, **changes):
        variables = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": self.folder, "TERM": "xterm",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "RECKON_EXERCISES": self.exercises,
        }
        variables.update(changes)
        return {name: value for name, value in variables.items() if value is not None}

    def new_folder(self):
        self.count += 1
        path = os.path.join(self.folder, f"work-{self.count}")
        os.mkdir(path)
        return path

    def run(self, *arguments, folder=None, timeout=120):
        return subprocess.run(
            [self.program, *arguments], cwd=folder or self.folder, env=self.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=timeout, check=False)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def notebook(folder):
    return os.path.join(folder, EXERCISE + ".answers.md")


def line(number):
    """A line that is typed; what it shows stands in no other line."""
    return f"k{number} = {number} + 100000"


def shown(number):
    """How the result of a line is shown, whatever groups its digits."""
    digits = str(number + 100000)
    return re.compile(rf"(?m)^\s*{digits[:3]}\D{{0,3}}{digits[3:]}\s*$".encode())


def kept_lines(path):
    """The lines of all blocks of statements of a notebook, in order."""
    kept, is_open = [], False
    if not os.path.exists(path):
        return kept
    with open(path, encoding="utf-8") as file:
        for text in file.read().split("\n"):
            if text.startswith("```"):
                is_open = not is_open and text.startswith("```reckon")
            elif is_open:
                kept.append(text)
    return kept


def losses(path, acknowledged, sent):
    """What is wrong with a notebook, given the numbers of lines that were acknowledged and sent."""
    kept = kept_lines(path)
    places = {text: place for place, text in enumerate(kept)}
    wrong = [f"lost {line(n)}" for n in acknowledged if line(n) not in places]
    wrong += [f"torn {text!r}" for text in kept if text not in {line(n) for n in sent}]
    if len(places) != len(kept):
        wrong.append("a line is there twice")
    return wrong


class Session:
    """`reckon open`, at a pipe or at a terminal."""

    def __init__(self, world, folder, terminal=False, columns=80, user=None, prepare=None,
                 **variables):
        self.output = b""
        self.seen = 0
        command = [world.program, "open", EXERCISE]
        if user is not None:
            command = [
                "setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command]
        options = {
            "cwd": folder, "env": world.environment(**variables), "start_new_session": True,
            "restore_signals": True}
        self.terminal = terminal
        if terminal:
            self.master, slave = pty.openpty()
            self.resize(columns)
            self.process = subprocess.Popen(
                command, stdin=slave, stdout=slave, stderr=slave,
                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0), **options)
            os.close(slave)
            self.out = self.master
        else:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, bufsize=0, preexec_fn=prepare, **options)
            self.out = self.process.stdout.fileno()

    def resize(self, columns, rows=24):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def take(self, timeout=0.0):
        """Takes in what has come; false at the end."""
        ready, _, _ = select.select([self.out], [], [], timeout)
        if not ready:
            return True
        try:
            piece = os.read(self.out, 65536)
        except OSError:
            return False
        self.output += piece
        return bool(piece)

    @property
    def text(self):
        return ESCAPES.sub(b"", self.output)

    def wait_for(self, pattern, timeout=20.0):
        """Whether what has come since the last call has the pattern, in time."""
        end = time.monotonic() + timeout
        while True:
            text = self.text
            found = pattern.search(text, self.seen)
            if found:
                self.seen = found.end() - 1
                return True
            if time.monotonic() > end or not self.take(0.05):
                return bool(pattern.search(self.text, self.seen))

    def ready(self):
        """Waits for the first prompt of a terminal, which reads nothing typed before it."""
        if self.terminal:
            self.wait_for(re.compile(rb"(\xe2\x80\xba|>|:) $"), 20)

    def send(self, text):
        return self.write(text.encode() + (b"\r" if self.terminal else b"\n"))

    def write(self, data):
        """False where nobody reads any more."""
        try:
            if self.terminal:
                os.write(self.master, data)
            else:
                self.process.stdin.write(data)
        except OSError:
            return False
        return True

    def type(self, number, timeout=20.0):
        """Types a line; whether it was acknowledged."""
        return self.send(line(number)) and self.wait_for(shown(number), timeout)

    def kill(self, number=signal.SIGKILL):
        if self.process.poll() is None:
            os.kill(self.process.pid, number)

    def end(self, timeout=20.0):
        """Ends the input, takes in the rest, and gives the exit status."""
        if not self.terminal and not self.process.stdin.closed:
            try:
                self.process.stdin.close()
            except OSError:
                pass
        limit = time.monotonic() + timeout
        asked = 0.0
        while time.monotonic() < limit:
            # Between two lines the terminal takes Ctrl-D for itself.
            if self.terminal and time.monotonic() > asked + 0.5:
                self.write(b"\r\x04")
                asked = time.monotonic()
            if not self.take(0.05) or self.process.poll() is not None and not self.take(0.05):
                break
            if self.process.poll() is not None:
                break
        return self.finish(max(0.1, limit - time.monotonic()))

    def finish(self, timeout=20.0):
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = "hung"
        if self.terminal:
            os.close(self.master)
        else:
            if not self.process.stdin.closed:
                try:
                    self.process.stdin.close()
                except OSError:
                    pass
            self.process.stdout.close()
        return status

    def drain(self):
        while self.take(0.2):
            if self.process.poll() is not None:
                while self.take(0) and select.select([self.out], [], [], 0)[0]:
                    pass
                break


def is_readable(world, folder):
    """Whether the notebook is one to the program itself."""
    checked = world.run("check", "--json", notebook(folder))
    try:
        return checked.returncode in (0, 1) and json.loads(checked.stdout)["problems"] == []
    except (ValueError, KeyError):
        return False


# Said with a line that is not on the disk, and will be with the next.
UNSAVED = b"kept in this session"


def check(folder, acknowledged, sent, world, wrong):
    wrong += losses(notebook(folder), acknowledged, sent)
    if not is_readable(world, folder):
        wrong.append("the notebook cannot be checked")


def type_lines(session, numbers, sent):
    """Types lines, and gives those that were acknowledged and are not said to be unsaved."""
    saved = []
    for number in numbers:
        sent.append(number)
        start = len(session.text)
        if not session.type(number):
            return saved
        session.take(0.1)
        if UNSAVED not in b" ".join(session.text[start:].split()):
            saved.append(number)
    return saved
