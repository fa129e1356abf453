import Diagnostics
import TextLayout

/// A sentence of ours with words of others in it, which stay what they are: no sign of theirs is
/// taken for markup.
struct Sentence: ExpressibleByStringInterpolation, Hashable, Sendable {
  private(set) var inlines: [Inline]

  init(_ inlines: [Inline] = []) { self.inlines = inlines }

  init(stringLiteral value: String) { inlines = value.isEmpty ? [] : [.text(value)] }

  init(stringInterpolation: StringInterpolation) { inlines = stringInterpolation.inlines }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var inlines: [Inline] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { add(literal) }

    mutating func appendInterpolation(_ text: String) { add(text) }

    mutating func appendInterpolation(_ number: Int) { add("\(number)") }

    mutating func appendInterpolation(_ sentence: Sentence) { inlines += sentence.inlines }

    /// A text of an author, of which nothing but formulas is more than text.
    mutating func appendInterpolation(authored text: String) {
      inlines += TextLayout.inlines(withFormulas: text)
    }

    /// What can be typed: a name, a value.
    mutating func appendInterpolation(code text: String) {
      if !text.isEmpty { inlines.append(.code(text)) }
    }

    mutating func appendInterpolation(strong text: String) {
      if !text.isEmpty { inlines.append(.strong([.text(text)])) }
    }

    private mutating func add(_ text: String) {
      if !text.isEmpty { inlines.append(.text(text)) }
    }
  }

  static func + (left: Sentence, right: Sentence) -> Sentence {
    Sentence(left.inlines + right.inlines)
  }

  /// `a, b and c`.
  static func enumeration(_ items: [Sentence], last word: String = "and") -> Sentence {
    var result = Sentence()
    for (place, item) in items.enumerated() {
      if place > 0 {
        result = result + (place == items.count - 1 ? " \(word) " : ", ")
      }
      result = result + item
    }
    return result
  }

  var plain: String { inlines.plainText }
}

/// A text of others on one line, without controls, and of at most so many characters.
func shortText(_ text: String, limit: Int = 120) -> String {
  // What is far too long is cut before it is looked at.
  let line = plainLine(String(text.unicodeScalars.prefix(20 * limit)))
  return line.count > limit ? line.prefix(limit - 1) + "…" : line
}
