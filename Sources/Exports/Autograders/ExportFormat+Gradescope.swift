extension ExportFormat {
  /// An autograder for Gradescope: `setup.sh` and `run_autograder` at the root of a zip that is
  /// unpacked to /autograder/source (gradescope-autograders.readthedocs.io, specs).
  static let gradescope = ExportFormat(
    name: "gradescope", makes: .zip,
    help: "an autograder for Gradescope, of exercises",
    maker: .grader { order throws(ExportRefusal) in
      let image = try order.program.image(among: GraderImage.gradescope)
      let scripts = [
        Export.File(
          path: "setup.sh", bytes: Array(GraderScripts.gradescopeSetup.utf8), isProgram: true),
        Export.File(
          path: "run_autograder",
          bytes: Array(GraderScripts.gradescopeRun(order.exerciseOptions).utf8), isProgram: true),
      ]
      return Export(
        files: scripts + order.programFiles(in: "") + (try order.exerciseFiles()),
        count: order.exercises.count, notices: [.image(image)])
    })
}

/// What starts the program on the platforms' machines. Whatever happens there, results are left.
enum GraderScripts {
  /// Runs once, when Gradescope builds the image: fails where the program does not start.
  static let gradescopeSetup = """
    #!/bin/sh
    # Makes the grader ready. \(ExportWording.madeByExport)
    set -eu
    source=$(cd "$(dirname "$0")" && pwd)
    [ -e "$source/bin/reckon-desk" ] || source=/autograder/source
    chmod +x "$source/run_autograder" "$source/bin/reckon-desk"
    start() { LD_LIBRARY_PATH="$source/lib" "$source/bin/reckon-desk" --version; }
    # The library of C++ is the system's own; an image without it gets it.
    start || {
      apt-get update
      apt-get install -y --no-install-recommends libstdc++6
      start
    }

    """

  /// Runs at each submission, in /autograder.
  static func gradescopeRun(_ options: String) -> String {
    run(
      options, adapter: "gradescope", home: "root=$(cd \"$(dirname \"$0\")\" && pwd)",
      program: "$root/source", failure: ExportWording.gradescopeFailure)
  }

  /// The entry point of the container.
  static func prairieLearnRun(_ options: String) -> String {
    run(
      options, adapter: "prairielearn", home: "root=/grade\n[ -z \"${1:-}\" ] || root=$1",
      program: "$root/tests", failure: ExportWording.prairieLearnFailure)
  }

  /// Seconds that grading may take; it takes a fraction of one.
  private static let timeout = 240

  private static func run(
    _ options: String, adapter: String, home: String, program: String, failure: String
  ) -> String {
    """
    #!/bin/sh
    # Grades what was handed in. \(ExportWording.madeByExport)
    \(home)
    program="\(program)"
    results="$root/results/results.json"
    mkdir -p "$root/results"
    rm -f "$results"
    chmod +x "$program/bin/reckon-desk" 2>/dev/null
    limit=""
    if command -v timeout >/dev/null; then limit="timeout -k 5 \(timeout)"; fi
    LD_LIBRARY_PATH="$program/lib" LC_ALL=C.UTF-8 SWIFT_BACKTRACE=enable=no $limit \\
      "$program/bin/reckon-desk" grade --adapter \(adapter) --root "$root" \\
      --exercises "$program/Exercises" \(options)
    # Whatever went wrong: there are results, and they say so.
    if [ ! -s "$results" ]; then
      printf '%s\\n' '\(failure)' >"$results"
    fi
    exit 0

    """
  }
}
