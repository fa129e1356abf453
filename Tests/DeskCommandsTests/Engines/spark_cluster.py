"""Starts a Spark cluster on loopback, grades a class on it, kills a worker in the middle.

usage: spark_cluster.py JOB RECORDS OUT COMMAND...

JOB is the script that is handed to the cluster. Exits with 77 where Java or PySpark is missing.
Prints how many tasks were done when the worker was killed.
"""

import json
import os
import signal
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

SKIPPED = 77


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(what, seconds, test):
    end = time.time() + seconds
    while time.time() < end:
        try:
            if test():
                return
        except (OSError, ValueError):
            pass
        time.sleep(0.1)
    sys.exit(f"{what} did not come within {seconds} s")


def page(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return json.load(answer)


def main(job, records, out, command):
    try:
        import pyspark
    except ImportError:
        print("PySpark is not installed (pip install pyspark)")
        return SKIPPED
    if not shutil.which("java"):
        print("Java is not installed")
        return SKIPPED

    home = os.path.dirname(pyspark.__file__)
    master, master_page, job_page = free_port(), free_port(), free_port()
    environment = dict(
        os.environ, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable
    )
    log = open(out + ".log", "w")
    running = []

    def start(*arguments, name="spark-class"):
        process = subprocess.Popen(
            [os.path.join(home, "bin", name), *arguments], env=environment, cwd=out,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )
        running.append(process)
        return process

    os.makedirs(out)
    try:
        package = "org.apache.spark.deploy"
        start(f"{package}.master.Master", "--host", "127.0.0.1", "--port", str(master),
              "--webui-port", str(master_page))
        wait_for("the master", 60, lambda: page(master_page, "/json/")["status"] == "ALIVE")
        workers = [
            start(f"{package}.worker.Worker", f"spark://127.0.0.1:{master}", "--host", "127.0.0.1",
                  "--cores", "1", "--memory", "1g", "--webui-port", str(free_port()),
                  "--work-dir", os.path.join(out, f"worker{number}"))
            for number in range(2)
        ]
        wait_for("the workers", 60, lambda: page(master_page, "/json/")["aliveworkers"] == 2)
        driver = start(
            "--master", f"spark://127.0.0.1:{master}", "--conf", "spark.driver.host=127.0.0.1",
            "--conf", f"spark.ui.port={job_page}", "--conf", "spark.executor.memory=700m",
            job, records, os.path.join(out, "class"), "--", *command, name="spark-submit",
        )

        def tasks():
            application = page(job_page, "/api/v1/applications")[0]["id"]
            stages = page(job_page, f"/api/v1/applications/{application}/stages")
            return [stage["numCompleteTasks"] for stage in stages][-1] if stages else 0

        wait_for("the first tasks", 300, lambda: driver.poll() is not None or tasks() >= 8)
        done = tasks()
        os.killpg(workers[0].pid, signal.SIGKILL)
        print(f"a worker was killed after {done} tasks")
        return driver.wait(timeout=3000)
    finally:
        for process in running:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
