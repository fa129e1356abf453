import Diagnostics
import Exercises

/// Where something stands in a file.
struct SourceLocation: Hashable, Sendable {
  /// Counted from 1 in the file.
  var line: Int
  /// Unicode scalars, counted from 1; nil stands for the whole line.
  var column: Int?
  /// Unicode scalars; 0 reaches to the end of the line.
  var length = 0
}

/// A piece of YAML with its place in the file. Scalars are kept as typed: `0.5%`, `yes` and
/// `450 W` are texts alike until someone asks for more.
struct YAMLNode: Sendable {
  indirect enum Content: Sendable {
    case nothing
    case scalar(String)
    case list([YAMLNode])
    case mapping([YAMLPair])
  }

  /// How it is written.
  enum Form: Sendable {
    /// A text without quotes.
    case plain
    /// A text within quotes, or below a `|`.
    case quoted
    /// Entries on lines of their own.
    case block
    /// Entries within brackets or braces.
    case flow
  }

  var content: Content
  var place: SourceLocation
  var form = Form.plain
  /// The word that stands for nothing, such as `null`; empty where none does.
  var nothing = ""

  var shape: ValueShape {
    switch content {
    case .nothing: .nothing
    case .scalar(let text): text.allSatisfy(\.isWhitespace) ? .nothing : .text
    case .list: .list
    case .mapping: .mapping
    }
  }

  /// Whether not so much as a word for nothing stands there.
  var isLeftOut: Bool { if case .nothing = content { nothing.isEmpty } else { false } }

  /// The text of a scalar without white space around it.
  var text: String? { if case .scalar(let text) = content { text.trimmingBlank } else { nil } }

  var sourced: SourcedText? { text.map { SourcedText($0, line: place.line) } }

  /// A scalar that is read as a formula; nil where it is empty.
  var formula: AuthorFormula? { sourced.flatMap { $0.text.isEmpty ? nil : AuthorFormula($0) } }

  var items: [YAMLNode]? { if case .list(let items) = content { items } else { nil } }

  var pairs: [YAMLPair]? { if case .mapping(let pairs) = content { pairs } else { nil } }
}

struct YAMLPair: Sendable {
  var key: String
  var place: SourceLocation
  var value: YAMLNode
}
