"""Sessions whose terminal, streams or owner fail them."""

import os
import signal
import subprocess
import time

from programs import EXERCISE, Session, check, kept_lines, line, notebook, shown, type_lines


def odd_terminals(world):
    """Terminals that are unknown, dumb or not named, and locales without UTF-8."""
    settings = [
        {"TERM": "no-such-terminal"}, {"TERM": "dumb"}, {"TERM": ""}, {"TERM": None},
        {"LC_ALL": "C"}, {"LC_ALL": "no_SUCH.locale"}, {"LC_ALL": None, "LANG": None},
        {"LC_ALL": "C", "TERM": "dumb"}, {"HOME": None}, {"HOME": "/nonexistent"},
        {"COLUMNS": "0"}, {"COLUMNS": "99999999999999999999", "LINES": "-1"}, {"NO_COLOR": "1"},
        {"PATH": None}, {"TZ": "Nowhere/Land"}, {"XDG_STATE_HOME": "/dev/null/x"},
    ]
    wrong, count = [], 0
    for setting in settings:
        for terminal in (False, True):
            folder, sent = world.new_folder(), []
            session = Session(world, folder, terminal, **setting)
            session.ready()
            saved = type_lines(session, range(1, 4), sent)
            status = session.end()
            count += 1
            if len(saved) != 3 or status != 0:
                wrong.append(f"{setting}: {len(saved)} of 3 lines, status {status}")
            check(folder, saved, sent, world, wrong)
    return ("odd terminals and locales", count, f"{len(settings)} settings", wrong)


def resizing(world, count):
    """Windows that change their size while lines are typed, and that are of a cell from the start."""
    wrong, sizes, lines = [], 0, 0
    for kind in ("xterm", "dumb"):
        for _ in range(max(1, count // 100)):
            folder, sent, saved = world.new_folder(), [], []
            session = Session(world, folder, terminal=True, TERM=kind)
            session.ready()
            for number in range(1, 13):
                sent.append(number)
                for letter in line(number):
                    for _ in range(4):
                        session.resize(world.random.choice([1, 2, 3, 7, 20, 80, 500]),
                                       world.random.choice([1, 2, 5, 24, 200]))
                        sizes += 1
                    session.write(letter.encode())
                session.resize(80)
                time.sleep(0.02)
                session.send("")
                if not session.wait_for(shown(number)):
                    wrong.append(f"{kind}: {line(number)} was not answered")
                    break
                saved.append(number)
            status = session.end()
            if status != 0:
                wrong.append(f"{kind}: status {status}")
            lines += len(saved)
            check(folder, saved, sent, world, wrong)
        for columns in (1, 2, 5):
            folder = world.new_folder()
            session = Session(world, folder, True, columns, TERM=kind)
            session.resize(columns, 1)
            time.sleep(0.3)
            for number in (1, 2):
                session.send(line(number))
                time.sleep(0.2)
            status = session.end()
            if status != 0:
                wrong.append(f"{columns} columns, {kind}: status {status}")
            check(folder, [1, 2], [1, 2], world, wrong)
            lines += 2
    return ("windows that change their size", sizes, f"{lines} lines typed meanwhile", wrong)


# MARK: Signals and streams


def signals(world, count):
    """Signals at random moments: what hangs up or ends a session loses nothing; others do not end it."""
    ending = [signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGALRM, signal.SIGUSR1]
    wrong, tried = [], 0
    for trial in range(max(10, count // 10)):
        which = ending[trial % len(ending)]
        terminal = trial % 2 == 0
        folder, sent = world.new_folder(), []
        session = Session(world, folder, terminal)
        session.ready()
        saved = type_lines(session, range(1, 3), sent)
        sent.append(3)
        session.send(line(3))
        time.sleep(world.random.random() * 0.03)
        session.kill(which)
        tried += 1
        session.drain() if session.process.poll() is not None else session.take(0.2)
        if shown(3).search(session.text):
            saved.append(3)
        session.end()
        check(folder, saved, sent, world, wrong)
    # Stopped and continued, any number of times.
    for terminal in (False, True):
        folder, sent, saved = world.new_folder(), [], []
        session = Session(world, folder, terminal)
        session.ready()
        for number in range(1, 11):
            session.kill(signal.SIGTSTP if number % 2 else signal.SIGSTOP)
            time.sleep(0.01)
            session.kill(signal.SIGCONT)
            session.kill(signal.SIGWINCH)
            tried += 3
            saved += type_lines(session, [number], sent)
        status = session.end()
        if len(saved) != 10 or status != 0:
            wrong.append(f"stopped and continued: {len(saved)} of 10 lines, status {status}")
        check(folder, saved, sent, world, wrong)
    return ("signals", tried, "HUP TERM QUIT ALRM USR1, TSTP STOP CONT WINCH", wrong)


def hang_up(world, count):
    """The window is closed: the terminal is gone, and with it whatever was being typed."""
    wrong, rounds = [], max(5, count // 50)
    for _ in range(rounds):
        folder, sent = world.new_folder(), []
        session = Session(world, folder, terminal=True)
        session.ready()
        saved = type_lines(session, range(1, 4), sent)
        sent.append(4)
        session.send(line(4))
        time.sleep(world.random.random() * 0.02)
        os.close(session.master)
        try:
            session.process.wait(20)
        except subprocess.TimeoutExpired:
            session.process.kill()
            session.process.wait()
            wrong.append("it goes on after its window is closed")
        check(folder, saved, sent, world, wrong)
    return ("windows closed", rounds, "", wrong)


def closed_streams(world):
    """Standard input, output or error closed from the start, or in the middle."""
    wrong, tried = [], 0
    lines = "".join(line(n) + "\n" for n in range(1, 6))
    for what in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "| head -c 1 > /dev/null",
                 "< /", "< /dev/null"):
        folder = world.new_folder()
        command = f'"$0" open {EXERCISE} {what}'
        run = subprocess.run(
            ["/bin/sh", "-c", command, world.program], cwd=folder, env=world.environment(),
            input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30,
            check=False)
        tried += 1
        if run.returncode < 0 or run.returncode in (132, 133, 134, 136, 139):
            wrong.append(f"{what}: status {run.returncode}")
        kept = kept_lines(notebook(folder))
        torn = [text for text in kept if text not in lines.split("\n")]
        if torn or kept != sorted(kept):
            wrong.append(f"{what}: kept {kept}")
        if what in ("2>&-",) and len(kept) != 5:
            wrong.append(f"{what}: {len(kept)} of 5 lines kept")
    return ("closed streams", tried, "", wrong)
