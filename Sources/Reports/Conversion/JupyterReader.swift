import NotebookFiles
import TextLayout

/// Reads the notebook that a document for Jupyter was made of by `reckon convert`, with what was
/// changed in its cells since.
public enum JupyterReader {
  /// What a cell stands for in the notebook.
  enum Part {
    case statements
    /// As the student has written it.
    case reply(String)
    case options
    case chart

    var word: String {
      switch self {
      case .statements: "statements"
      case .reply: "reply"
      case .options: "options"
      case .chart: "chart"
      }
    }
  }

  /// What is read of a cell (nbformat 4).
  private struct Cell {
    var kind: String
    var source: String
    var section: String?
    var part: String?
    /// Of which it was made.
    var text: String?

    /// Nil for what is no cell.
    init?(_ cell: JSONValue) {
      // A text stands there whole or in lines.
      guard let kind = cell["cell_type"]?.ownText, let source = cell["source"],
        let text = source.ownText ?? source.texts?.joined()
      else { return nil }
      self.kind = kind
      self.source = text
      let mark = cell["metadata"]?["reckon"]
      section = mark?["section"]?.ownText
      part = mark?["part"]?.ownText
      self.text = mark?["text"]?.ownText
    }
  }

  /// The notebook's text; nil where the document was not made of one.
  public static func notebook(of text: String) -> String? {
    guard let document = try? JSONValue.read(text), let own = document["metadata"]?["reckon"],
      let exercise = own["exercise"]?.ownText, let all = document["cells"]?.items
    else { return nil }
    let cells = all.compactMap(Cell.init)
    guard cells.count == all.count else { return nil }
    let front = own["frontMatter"]?.ownText ?? ""
    var result = front.isEmpty ? "---\nreckon: 1\nexercise: \(exercise)\n---\n" : front
    var section: String?
    for cell in cells {
      if let id = cell.section, id != section {
        section = id
        result += "\n## \(id)\n"
      }
      switch (cell.kind, cell.part) {
      // A cell that was put in since is of the question before it.
      case ("code", nil), ("code", Part.statements.word?):
        result +=
          MarkdownWriter.fenced(cell.source, info: "reckon").joined(separator: "\n") + "\n"
      case ("markdown", "reply"?): result += "\n" + reply(cell.source, made: cell.text) + "\n"
      case ("markdown", Part.options.word?): result += "\n" + cell.source + "\n"
      case (_, _): break
      }
    }
    return result + (own["asked"]?.ownText ?? "")
  }

  /// What the student wrote, where it stands as it was made of that, else what stands there.
  private static func reply(_ source: String, made text: String?) -> String {
    guard let text,
      MarkdownConversion.words(.reply(text)).joined(separator: "\n").trimmingBlank
        == source.trimmingBlank
    else { return source }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }
}
