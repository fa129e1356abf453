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
      program: "$root/source", seconds: 240, failure: ExportWording.gradescopeFailure)
  }

  /// The entry point of the container.
  static func prairieLearnRun(_ options: String) -> String {
    run(
      options, adapter: "prairielearn", home: "root=/grade\n[ -z \"${1:-}\" ] || root=$1",
      program: "$root/tests", seconds: prairieLearnTimeout - 10,
      failure: ExportWording.prairieLearnFailure)
  }

  /// Seconds after which PrairieLearn stops a grader.
  static let prairieLearnTimeout = 60

  /// - Parameter seconds: that grading may take; it takes a fraction of one.
  private static func run(
    _ options: String, adapter: String, home: String, program: String, seconds: Int,
    failure: String
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
    if command -v timeout >/dev/null; then limit="timeout -k 5 \(seconds)"; fi
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
