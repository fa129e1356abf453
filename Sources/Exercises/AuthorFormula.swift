import Formulas

/// A formula or a unit as an author wrote it, with what parsing it has come to; parsed once, when
/// the file is read.
public struct AuthorFormula: Sendable {
  /// As written, with its line.
  public let source: SourcedText
  /// Read once; spans count bytes of its text.
  public let parsed: Result<Expression, FormulaProblem>

  public init(_ source: SourcedText) {
    self.source = source
    parsed = Parser.formula(source.text)
  }

  /// - `line`: counted from 1 in the author's file.
  public init(_ text: String, line: Int) { self.init(SourcedText(text, line: line)) }

  /// What stands for a model answer that is withheld.
  public static func withheld(line: Int) -> AuthorFormula { AuthorFormula("", line: line) }

  public var text: String { source.text }
  /// Of its file, counted from 1.
  public var line: Int { source.line }

  /// Nil where it cannot be parsed.
  public var expression: Expression? { try? parsed.get() }

  /// Names and functions that it uses; none where it cannot be parsed.
  public var usedNames: Set<String> { expression?.usedNames ?? [] }
}

extension AuthorFormula: Hashable {
  public static func == (left: AuthorFormula, right: AuthorFormula) -> Bool {
    left.source == right.source
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
