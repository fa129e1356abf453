import Diagnostics
import Files
import NotebookFiles
import Reports

/// A file that is to be made from a notebook, and what stands in the way.
struct OutputFile {
  let path: String
  /// Path of the notebook.
  let notebook: String
  /// Whether what was not made here may be written over. A notebook never is.
  let mayReplace: Bool

  /// Nil where the file may be written. What was made here and not changed since is made anew.
  var refusal: (Diagnostic, Status)? {
    if FileSystem.isSame(path, notebook) { return (CommandWording.isTheNotebook(path), .usage) }
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
