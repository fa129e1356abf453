import Diagnostics
import Files
import NotebookFiles
import Reports

/// A file that is to be made from another, and what stands in the way.
package struct OutputFile {
  let path: String
  /// Path of what it is made from.
  let source: String
  /// Whether what was not made here may be written over. A notebook never is.
  let mayReplace: Bool

  package init(path: String, source: String, mayReplace: Bool) {
    self.path = path
    self.source = source
    self.mayReplace = mayReplace
  }

  /// Writes the file, or reports what stands in the way and throws.
  package func write(_ text: String, _ console: Console) throws(Status) {
    if let (problem, status) = refusal {
      console.report(problem)
      throw status
    }
    do throws(FileError) {
      try FileSystem.replace(path, with: Array(text.utf8))
    } catch {
      console.report(error.diagnostic(writing: path))
      throw .io
    }
  }

  /// Nil where the file may be written. What was made here and not changed since is made anew.
  private var refusal: (Diagnostic, Status)? {
    if FileSystem.isSame(path, source) { return (CommandWording.isTheNotebook(path), .usage) }
    if path.hasSuffix(NotebookPath.suffix) { return (CommandWording.isANotebook(path), .usage) }
    switch NotebookStore(path: path).read() {
    case .missing:
      return FileSystem.isLinkToNothing(path) ? (CommandWording.linkToNothing(path), .usage) : nil
    case .unreadable(let diagnostic): return (diagnostic, .io)
    case .text(let text, _):
      if mayReplace || ConversionMark.isIntact(Array(text.utf8)) { return nil }
      return (CommandWording.notOurs(path), .usage)
    }
  }
}
