import Diagnostics
import TextLayout

/// A sentence of ours with words of others in it, which stay what they are: no sign of theirs is
/// taken for markup.
public struct Sentence: ExpressibleByStringInterpolation, Hashable, Sendable {
  public private(set) var inlines: [Inline]

  public init(_ inlines: [Inline] = []) { self.inlines = inlines }

  public init(stringLiteral value: String) { inlines = value.isEmpty ? [] : [.text(value)] }

  public init(stringInterpolation: StringInterpolation) { inlines = stringInterpolation.inlines }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var inlines: [Inline] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { add(literal) }

    public mutating func appendInterpolation(_ text: String) { add(text) }

    public mutating func appendInterpolation(_ number: Int) { add("\(number)") }

    public mutating func appendInterpolation(_ sentence: Sentence) { inlines += sentence.inlines }

    /// A text of an author, of which nothing but formulas is more than text.
    public mutating func appendInterpolation(authored text: String) {
      inlines += TextLayout.inlines(withFormulas: text)
    }

    /// What the program says elsewhere, with what can be typed between backticks.
    public mutating func appendInterpolation(told text: String) {
      let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
      // A single one is a sign of its own.
      guard !parts.count.isMultiple(of: 2) else { return add(text) }
      for (place, part) in parts.enumerated() {
        if place.isMultiple(of: 2) { add(part) } else { appendInterpolation(code: part) }
      }
    }

    /// What can be typed: a name, a value.
    public mutating func appendInterpolation(code text: String) {
      if !text.isEmpty { inlines.append(.code(text)) }
    }

    public mutating func appendInterpolation(strong text: String) {
      if !text.isEmpty { inlines.append(.strong([.text(text)])) }
    }

    private mutating func add(_ text: String) {
      if !text.isEmpty { inlines.append(.text(text)) }
    }
  }

  public static func + (left: Sentence, right: Sentence) -> Sentence {
    Sentence(left.inlines + right.inlines)
  }

  /// `a, b and c`.
  public static func enumeration(_ items: [Sentence], last word: String = "and") -> Sentence {
    var result = Sentence()
    for (place, item) in items.enumerated() {
      if place > 0 {
        result = result + (place == items.count - 1 ? " \(word) " : ", ")
      }
      result = result + item
    }
    return result
  }

  public var plain: String { inlines.plainText }
}

/// A text of others on one line, without controls, and of at most so many characters.
public func shortText(_ text: String, limit: Int = 120) -> String {
  // What is far too long is cut before it is looked at.
  let line = plainLine(String(text.unicodeScalars.prefix(20 * limit)))
  return line.count > limit ? line.prefix(limit - 1) + "…" : line
}
