import Diagnostics
import Formulas

/// What YAML reads otherwise than it looks: a key without a space behind its colon, and a comma that
/// ends a value within brackets.
extension YAMLNode {
  /// A key that has no space behind its colon, as in `points:1`, with what follows it.
  static func gluedKey(_ text: some StringProtocol) -> (key: String, value: String)? {
    // By bytes: from sign to sign a line of flags takes the square of its length.
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(text[..<colon])
    let value = text[text.utf8.index(after: colon)...]
    guard ExerciseFiles.isName(key), let first = value.first, !first.isWhitespace, first != ":",
      !value.hasPrefix("//")
    else { return nil }
    return (key, value.trimmingBlank)
  }

  /// Whether a plain text has a bracket open at its end.
  var isOpen: Bool {
    guard form == .plain, case .scalar(let text) = content else { return false }
    let opened = text.count { "([{".contains($0) }
    return opened > text.count { ")]}".contains($0) }
  }

  /// The texts of a list, of which some were cut at a comma of a decimal; nil where that does not
  /// make as many of them as are wanted.
  func withPoints(count: Int) -> String? {
    guard let items, form == .flow, items.count > count else { return nil }
    var texts: [String] = []
    var end: SourceLocation?
    for item in items {
      guard let text = item.text, item.form == .plain else { return nil }
      let isNext = item.place.line == end?.line && item.place.column == end?.column.map { $0 + 1 }
      if isNext, let last = texts.last, last.allSatisfy(\.isNumber), text.first?.isNumber == true {
        texts[texts.count - 1] = last + "." + text
        end = nil
      } else {
        texts.append(text)
        end = item.place
        end?.column = item.place.column.map { $0 + item.place.length }
      }
    }
    return texts.count == count ? "[\(texts.joined(separator: ", "))]" : nil
  }

  /// Pieces into which commas cut a text, as far as they are put together.
  static let mostPieces = 20

  /// The text with what follows the comma behind it, which was read as something of its own.
  fileprivate func joined(_ other: String, at place: SourceLocation) -> YAMLNode? {
    guard form == .plain, case .scalar(let text) = content else { return nil }
    let end = (self.place.column ?? 0) + self.place.length
    let gap = place.line == self.place.line && place.column == end + 1 ? "," : ", "
    var copy = self
    copy.content = .scalar(text + gap + other)
    copy.place.length = (text + gap + other).unicodeScalars.count
    return copy
  }
}

extension ProblemLog {
  /// The keys of a mapping within braces, of which one that is none goes to the value before it: a
  /// comma has cut that in two.
  func joined(_ pairs: [YAMLPair], isKey: (String) -> Bool) -> [YAMLPair] {
    var joined: [YAMLPair] = []
    var cut: [Int] = []
    var pieces = 0
    for pair in pairs {
      if pieces < YAMLNode.mostPieces, pair.value.isLeftOut, let last = joined.last,
        last.value.isOpen || !isKey(pair.key),
        let value = last.value.joined(pair.key, at: pair.place)
      {
        joined[joined.count - 1].value = value
        if cut.last != joined.count - 1 { cut.append(joined.count - 1) }
        pieces += 1
      } else {
        pieces = 0
        joined.append(pair)
      }
    }
    for index in cut {
      let pair = joined[index]
      guard case .scalar(let text) = pair.value.content else { continue }
      let numbers = Self.withoutCommas(text)
      report(
        .commaInBraces(key: pair.key, text: text, tries: numbers), at: pair.value.place)
      if let first = numbers.first { joined[index].value.content = .scalar(first) }
    }
    return joined
  }

  /// The entries of a list within brackets, with those joined that a comma within other brackets has
  /// cut in two.
  func joined(_ items: [YAMLNode]) -> [YAMLNode] {
    var joined: [YAMLNode] = []
    var rest = items[...]
    while var item = rest.popFirst() {
      var (ahead, whole) = (rest.prefix(YAMLNode.mostPieces), item)
      while whole.isOpen, let next = ahead.popFirst(), case .scalar(let text) = next.content,
        next.form == .plain, let longer = whole.joined(text, at: next.place)
      {
        whole = longer
      }
      if item.isOpen, !whole.isOpen, case .scalar(let text) = whole.content {
        report(.commaInBraces(key: nil, text: text, tries: []), at: whole.place)
        (item, rest) = (whole, rest[ahead.startIndex...])
      }
      joined.append(item)
    }
    return joined
  }

  /// What is offered in a formula for a number with commas: `1000 CHF` for `1,000 CHF`.
  private static func withoutCommas(_ text: String) -> [String] {
    guard case .failure(let problem) = Parser.formula(text) else { return [] }
    switch problem.kind {
    case .thousandsComma(let found, let whole, let decimal):
      return [whole, decimal].map { text.replacing(found, with: $0) }
    case .decimalComma(let found, let suggestion):
      return [text.replacing(found, with: suggestion)]
    default: return []
    }
  }
}
