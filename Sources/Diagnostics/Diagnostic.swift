/// What a person is told about something they wrote: a sentence, the place, what to try.
///
/// A learner's mistake is a value of this type and is never thrown.
public struct Diagnostic: Hashable, Sendable {
  /// Worth knowing, doubtful, or wrong.
  public enum Severity: String, Sendable { case notice, warning, error }

  /// A place in the text, with what to say of it.
  public struct Label: Hashable, Sendable {
    public var span: Span
    /// Printed under the place; may be empty for a bare underline.
    public var text: String

    public init(_ span: Span, _ text: String = "") {
      self.span = span
      self.text = text
    }
  }

  /// Stable name of the kind of problem, such as `unknown-name`.
  public var id: String
  public var severity: Severity
  /// One sentence: what was found and what was expected.
  public var message: String
  /// Places, the main one first.
  public var labels: [Label]
  /// What to try, a sentence each.
  public var help: [String]

  public init(
    id: String, severity: Severity = .error, message: String, labels: [Label] = [],
    help: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.labels = labels
    self.help = help
  }

  /// The same diagnostic with every place moved by `count` bytes.
  public func shifted(by count: Int) -> Diagnostic {
    var copy = self
    copy.labels = labels.map { Label($0.span.shifted(by: count), $0.text) }
    return copy
  }
}

/// A diagnostic together with the text that its places are in.
public struct LocatedDiagnostic: Sendable {
  public var diagnostic: Diagnostic
  /// What its spans count in, with the name of the file and the first line.
  public var source: SourceText

  public init(_ diagnostic: Diagnostic, in source: SourceText) {
    self.diagnostic = diagnostic
    self.source = source
  }

  /// The line of the main place, counted from 1 in the file that is named.
  public var line: Int { source.line(at: diagnostic.labels.first?.span.start ?? 0) }
}
