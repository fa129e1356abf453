import Foundation
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

  /// What is read of the format (nbformat 4).
  private struct Document: Decodable {
    var metadata: Metadata
    var cells: [Cell]

    struct Metadata: Decodable { var reckon: Own? }

    struct Own: Decodable {
      var exercise: String?
      var frontMatter: String?
      var asked: String?
    }

    struct Cell: Decodable {
      var kind: String
      var metadata: CellMetadata?
      var source: Source

      enum CodingKeys: String, CodingKey {
        case kind = "cell_type"
        case metadata, source
      }
    }

    struct CellMetadata: Decodable { var reckon: Mark? }

    struct Mark: Decodable {
      var section: String?
      var part: String?
      var text: String?
    }

    /// A text, whole or in lines.
    struct Source: Decodable {
      var text: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let lines = try? container.decode([String].self) {
          text = lines.joined()
        } else {
          text = try container.decode(String.self)
        }
      }
    }
  }

  /// The notebook's text; nil where the document was not made of one.
  public static func notebook(of text: String) -> String? {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(text.utf8)),
      let own = document.metadata.reckon, let exercise = own.exercise
    else { return nil }
    let front = own.frontMatter ?? ""
    var result = front.isEmpty ? "---\nreckon: 1\nexercise: \(exercise)\n---\n" : front
    var section: String?
    for cell in document.cells {
      let mark = cell.metadata?.reckon
      if let id = mark?.section, id != section {
        section = id
        result += "\n## \(id)\n"
      }
      switch (cell.kind, mark?.part) {
      // A cell that was put in since is of the question before it.
      case ("code", nil), ("code", Part.statements.word?):
        result +=
          MarkdownWriter.fenced(cell.source.text, info: "reckon").joined(separator: "\n")
          + "\n"
      case ("markdown", "reply"?):
        result += "\n" + reply(cell.source.text, made: mark?.text) + "\n"
      case ("markdown", Part.options.word?): result += "\n" + cell.source.text + "\n"
      case (_, _): break
      }
    }
    return result + (own.asked ?? "")
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
