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
