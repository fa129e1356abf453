import Diagnostics

/// What to type, and in the place of what.
public struct FixIt: Sendable {
  /// What it takes the place of; may be empty.
  public var span: Span
  /// What is typed there; empty for nothing.
  public var text: String
}

/// A statement as it was typed, and where it starts in the text that its places count from.
struct StatementText: Sendable {
  var text: String
  /// In bytes.
  var start = 0

  var span: Span { Span(start, start + text.utf8.count) }

  /// What was typed at a place; nil where that is not within the statement.
  subscript(place: Span) -> String? {
    guard place.start >= start, place.end <= span.end else { return nil }
    let from = text.utf8.index(text.startIndex, offsetBy: place.start - start)
    let end = text.utf8.index(from, offsetBy: place.end - place.start)
    return String(decoding: text.utf8[from..<end], as: UTF8.self)
  }

  /// Whether one of the bytes stands at a place.
  func holds(_ place: Span, where isMeant: (UInt8) -> Bool) -> Bool {
    guard place.start >= start, place.end <= span.end else { return false }
    let (from, end) = (place.start - start, place.end - start)
    return text.utf8.withContiguousStorageIfAvailable { $0[from..<end].contains(where: isMeant) }
      ?? text.utf8.dropFirst(from).prefix(end - from).contains(where: isMeant)
  }

  /// Whether a sign that binds tighter than `+` stands at the end of what comes before a sum, or at the
  /// beginning of what follows it.
  static func binds(_ before: String, _ after: String) -> Bool {
    let signs = "*/^%·×÷⋅"
    let last = before.last { $0 != " " }
    let next = after.first { $0 != " " }
    return last.map { signs.contains($0) || "-−".contains($0) } == true
      || next.map(signs.contains) == true
  }

  /// The statement with fix-its in it; nil where one is not within it.
  func replacing(_ fixIts: FixIt...) -> String? { replacing(fixIts) }

  func replacing(_ fixIts: [FixIt]) -> String? {
    var result = ""
    var rest = span
    for fixIt in fixIts.sorted(by: { $0.span.start < $1.span.start }) {
      guard fixIt.span.end <= span.end, fixIt.span.start >= rest.start,
        let before = self[Span(rest.start, fixIt.span.start)]
      else { return nil }
      result += before + fixIt.text
      rest.start = fixIt.span.end
    }
    return self[rest].map { result + $0 }
  }

  /// Bytes of a statement that is offered as a whole: two lines of a window.
  static let longest = 160

  /// Whether people would type it anew with a fix-it in it.
  var isShort: Bool { text.utf8.count <= Self.longest && !text.utf8.contains(UInt8(ascii: "\n")) }
}

/// What to try: words, before which something to be typed may stand.
struct Advice: ExpressibleByStringInterpolation, Hashable {
  /// Shown in code quotes; nil where there are only words.
  var code: String?
  var words: String

  init(_ code: String?, _ words: String = "") {
    self.code = code
    self.words = words
  }

  init(stringLiteral words: String) { self.init(nil, words) }

  /// What a person reads.
  var text: String { (code.map { "`\($0)`" } ?? "") + words }

  /// What can be typed as it stands; nil for words, for signs, and where something is to be filled
  /// in.
  var statement: String? {
    code.flatMap { code in
      code.contains { $0.isLetter || $0.isNumber } && !code.contains("…") ? code : nil
    }
  }

  /// Whether it has words of the language or of the learner, and not signs alone.
  var hasLetters: Bool { code?.contains(where: \.isLetter) == true }
}
