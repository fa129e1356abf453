/// A place in a text, as half-open offsets into its UTF-8 bytes.
public struct Span: Hashable, Sendable {
  /// In bytes of UTF-8, counted from 0.
  public var start: Int
  /// Behind the last byte.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// The same span in a text that has `count` more bytes before it.
  public func shifted(by count: Int) -> Span { Span(start + count, end + count) }
}
