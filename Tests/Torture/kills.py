"""Programs killed at random moments: sessions, and grading runs."""

import os
import signal
import sqlite3
import subprocess
import threading
import time

from programs import EXERCISE, Session, is_readable, line, losses, notebook, shown


def kill_sessions(world, count, terminal):
    """Kills a session between a key and some moment after it; no acknowledged line may be lost."""
    acknowledged_count, typed_count, wrong = 0, 0, []
    folder, acknowledged, sent, number, kills = None, [], [], 0, 0
    for trial in range(count):
        # A notebook takes a few kills and grows, so that what was acknowledged long ago is looked for too.
        if trial % 20 == 0:
            folder, acknowledged, sent, number = world.new_folder(), [], [], 0
        session = Session(world, folder, terminal)
        if world.random.random() < 0.1:
            time.sleep(world.random.random() * 0.1)
        else:
            session.ready()
            for _ in range(world.random.randrange(6)):
                number += 1
                sent.append(number)
                if not session.type(number):
                    wrong.append(f"{line(number)} was not answered")
                    break
                acknowledged.append(number)
            for _ in range(1 + world.random.randrange(3)):
                number += 1
                sent.append(number)
                session.send(line(number))
            # A save takes some milliseconds.
            time.sleep(world.random.random() ** 2 * 0.05)
        session.kill()
        kills += 1
        session.drain()
        text = session.text
        for late in sent:
            if late not in acknowledged and shown(late).search(text):
                acknowledged.append(late)
        session.finish()
        wrong += losses(notebook(folder), acknowledged, sent)
        if trial % 20 == 19 or trial == count - 1:
            if os.path.exists(notebook(folder)) and not is_readable(world, folder):
                wrong.append("the notebook cannot be checked")
            acknowledged_count += len(acknowledged)
            typed_count += len(sent)
    where = "at a terminal" if terminal else "at a pipe"
    return (f"sessions killed {where}", kills,
            f"{acknowledged_count} of {typed_count} lines acknowledged", wrong)


def two_sessions(world, count):
    """Two sessions type into one notebook at once, and one of them is killed now and then."""
    wrong, acknowledged_count, kills = [], 0, 0
    for round_number in range(max(1, count // 100)):
        folder, acknowledged, sent = world.new_folder(), [], []

        def student(start, lines, killed_after):
            session = Session(world, folder)
            for number in range(start, start + lines):
                sent.append(number)
                if number - start == killed_after:
                    session.send(line(number))
                    session.kill()
                    break
                if session.type(number):
                    acknowledged.append(number)
                else:
                    wrong.append(f"k{number} was not answered")
                    break
            if killed_after is None:
                session.end()
            else:
                session.drain()
                session.finish()

        killed_after = world.random.randrange(5, 40) if round_number % 2 else None
        kills += killed_after is not None
        students = [
            threading.Thread(target=student, args=(1, 50, None)),
            threading.Thread(target=student, args=(1001, 50, killed_after))]
        for one in students:
            one.start()
        for one in students:
            one.join()
        wrong += losses(notebook(folder), acknowledged, sent)
        acknowledged_count += len(acknowledged)
    return ("two sessions on one notebook", max(1, count // 100),
            f"{acknowledged_count} lines acknowledged, {kills} of the sessions killed", wrong)


# MARK: Grading


def contents(path):
    """All rows of a gradebook, but for when and where it was made."""
    book = sqlite3.connect(path)
    rows = sorted(
        text for text in book.iterdump() if text.startswith("INSERT INTO"))
    sound = book.execute("PRAGMA integrity_check").fetchone()[0]
    book.close()
    return rows, sound


def kill_grading(world, count):
    """Kills grading runs; going on after that comes to the gradebook that one run makes."""
    folder = world.new_folder()
    world.run("simulate", EXERCISE, "-n", "60", "--troubles", "-o", "class", folder=folder)

    def grade(into):
        return [
            world.program, "grade", "class/submissions", "--roster", "class/students.csv",
            "--exercise", EXERCISE, "--into", into]

    def to_the_end(into):
        return subprocess.run(
            grade(into), cwd=folder, env=world.environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)

    started = time.monotonic()
    first = to_the_end("whole.sqlite")
    took = time.monotonic() - started
    expected, _ = contents(os.path.join(folder, "whole.sqlite"))
    if not expected:
        return ("grading runs killed", 0, "", [f"nothing was graded: {first.stdout[-200:]!r}"])
    wrong = []
    kills = ended = 0
    while kills < count and len(wrong) < 10:
        into = f"killed-{kills}-{ended}.sqlite"
        for _ in range(1 + world.random.randrange(3)):
            process = subprocess.Popen(
                grade(into), cwd=folder, env=world.environment(), stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(world.random.random() * took * 0.8)
            if process.poll() is not None:
                ended += 1
                continue
            kills += 1
            if world.random.random() < 0.5:
                # The one that was started, which looks after another.
                process.kill()
                process.wait()
                time.sleep(world.random.random() * 0.02)
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        last = to_the_end(into)
        path = os.path.join(folder, into)
        if last.returncode != first.returncode:
            wrong.append(f"{into}: status {last.returncode}: {last.stdout[-200:]!r}")
            continue
        rows, sound = contents(path)
        if sound != "ok":
            wrong.append(f"{into}: {sound}")
        if rows != expected:
            other = sorted(set(rows) ^ set(expected))
            wrong.append(f"{into} differs in {len(other)} rows: {other[:1]}")
        for name in os.listdir(folder):
            if name.startswith(into):
                os.remove(os.path.join(folder, name))
    return ("grading runs killed", kills, f"{ended} had ended before; 60 students each", wrong)
