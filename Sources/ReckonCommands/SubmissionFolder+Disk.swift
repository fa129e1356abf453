import Dates
import Files
import Tutoring

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SubmissionFolder {
  /// The comment by which a zip is known as ours.
  private static let mark = "Notebooks of Reckon, made by :submit"

  /// Handing in from the disk.
  static func files(_ context: ExerciseContext) -> SubmissionFolder {
    SubmissionFolder(
      standing: { path in
        // By its name, and not by what it says that it is. What is wrong with it is said when it
        // is opened or checked.
        guard let id = NotebookChecker.exercise(fromName: path),
          let checked = try? NotebookChecker(context.silent, exercise: id).check(path)
        else { return nil }
        return NotebookStatus(report: checked.report, studentID: checked.file.student?.id ?? "")
      },
      zip: { files, path in
        let clock = WallClock.system
        let entries = files.map { ZipArchive.Entry(name: $0.name, bytes: $0.bytes) }
        do throws(ZipArchive.Failure) {
          let replaced = try ZipArchive(path: path, mark: mark)
            .write(entries, time: clock.zone.wallTime(at: clock.now()))
          return replaced ? .replaced : .made
        } catch {
          switch error {
          case .taken: return .taken
          case .system(let code): return .failed(String(cString: strerror(code)))
          case .archive(let code): return .failed(CommandWording.zipError(code))
          }
        }
      })
  }
}
