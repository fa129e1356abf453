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

  /// The whole file, the same for the same notebook.
  public func text(of notebook: ConvertedNotebook) -> String {
    switch self {
    case .markdown: ConversionMark.sealed(MarkdownConversion(notebook).text)
    case .page: ConversionMark.sealed(PageConversion(notebook).text)
    case .jupyter: ConversionMark.sealed(JupyterConversion(notebook).text)
    }
  }
}
