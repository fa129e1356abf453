/// What a notebook can be converted to.
public enum ConversionFormat: String, CaseIterable, Sendable {
  case markdown = "md"
  case page = "html"
  case jupyter = "ipynb"

  /// The format of a file by the end of its name; nil for any other.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }

  /// The whole file, the same for the same notebook and the same pictures.
  ///
  /// - `folder`: where the file will lie; nil where nobody knows.
  public func text(of notebook: ConvertedNotebook, in folder: String? = nil) -> String {
    var pictures = PicturesOfPage(of: notebook.exerciseFolder, in: self, at: folder)
    let notebook = notebook.showing(&pictures)
    let text =
      switch self {
      case .markdown: MarkdownConversion(notebook).text
      case .page: PageConversion(notebook).text
      case .jupyter: JupyterConversion(notebook, attachments: pictures.attachments).text
      }
    return ConversionMark.sealed(text)
  }
}
