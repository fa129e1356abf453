import Diagnostics
import Notebook
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is to be made from a notebook, and what stands in the way.
struct OutputFile {
  let path: String
  /// Path of the notebook.
  let notebook: String
  /// Whether what was not made here may be written over. A notebook never is.
  let mayReplace: Bool

  /// Nil where the file may be written. What was made here and not changed since is made anew.
  var refusal: (Diagnostic, Status)? {
    if Self.isSame(path, notebook) { return (CommandWording.isTheNotebook(path), .usage) }
    if path.hasSuffix(NotebookPath.suffix) { return (CommandWording.isANotebook(path), .usage) }
    switch NotebookStore(path: path).read() {
    case .missing: return leadsNowhere ? (CommandWording.linkToNothing(path), .usage) : nil
    case .unreadable(let diagnostic): return (diagnostic, .io)
    case .text(let text, _):
      if mayReplace || ConversionMark.isIntact(Array(text.utf8)) { return nil }
      return (CommandWording.notOurs(path), .usage)
    }
  }

  /// Whether the file is a link to one that is not there, which would be made in its place.
  private var leadsNowhere: Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether two paths lead to one file, through links too.
  private static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return first == second }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }
}
