import Diagnostics

/// What to type, and in the place of what.
public struct FixIt: Sendable {
  /// What it takes the place of; may be empty.
  public var span: Span
  /// What is typed there; empty for nothing.
  public var text: String
}
