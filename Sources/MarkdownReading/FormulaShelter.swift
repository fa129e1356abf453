import Diagnostics
import MathText
import TextLayout

/// Takes formulas out of texts before cmark-gfm reads them, which would take their backslashes and
/// underscores for its own, and puts them back into what it has read.
///
/// In the place of a formula stands its number between two characters of Unicode's private use that
/// the text does not hold. A third one guards the lines of a formula that takes several, so that none of
/// them begins a list, a quote or a heading.
final class FormulaShelter {
  private let mark: Unicode.Scalar
  private let guardMark: Unicode.Scalar
  private var formulas: [(formula: MathFormula, typed: String)] = []

  /// Lines of one formula.
  private static let mostLines = 100
  private static let privateUse: ClosedRange<UInt32> = 0xE000...0xF8FF

  /// Nil where the text can hold no formula.
  init?(for bytes: [UInt8]) {
    guard MathText.mayHoldFormulas(bytes) else { return nil }
    var taken: Set<UInt32> = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where Self.privateUse.contains(scalar.value) {
      taken.insert(scalar.value)
    }
    let free = Self.privateUse.lazy.filter { !taken.contains($0) }.compactMap(Unicode.Scalar.init)
      .prefix(2)
    guard let first = free.first, let second = free.dropFirst().first else { return nil }
    (mark, guardMark) = (first, second)
  }

  // MARK: Before the blocks are read

  /// The text with a guard before each line within a formula that begins on a line of its own.
  func guarded(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    let guardBytes = Array(String(guardMark).utf8)
    var last = -1
    var quotes = 0
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(UInt8(ascii: "\n")) }
      if index <= last {
        let content = Self.content(of: line, quotes: quotes)
        let keeps = content.first == UInt8(ascii: "$") || content.first == UInt8(ascii: "\\")
        result += line[..<content.startIndex] + (keeps ? [] : guardBytes) + content
        continue
      }
      result += line
      let content = Self.withoutListMark(Self.content(of: line, quotes: .max))
      guard let close = Self.closing(of: content) else { continue }
      quotes = line[..<content.startIndex].count { $0 == UInt8(ascii: ">") }
      last = Self.end(close, lines, after: index, quotes: quotes) ?? last
    }
    return result
  }

  /// What follows spaces and so many marks of quotes at the start of a line.
  private static func content(of line: ArraySlice<UInt8>, quotes: Int) -> ArraySlice<UInt8> {
    var rest = line
    var left = quotes
    while let first = rest.first, first == UInt8(ascii: " ") || first == UInt8(ascii: ">") {
      if first == UInt8(ascii: ">") {
        if left == 0 { break }
        left -= 1
      }
      rest.removeFirst()
    }
    return rest
  }

  /// What follows the mark of a list's item, where there is one.
  private static func withoutListMark(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = content.first else { return content }
    let digits = content.prefix { (0x30...0x39).contains($0) }.count
    let isMark =
      "-*+".utf8.contains(first)
      || digits > 0 && content.dropFirst(digits).first.map { ".)".utf8.contains($0) } ?? false
    let rest = content.dropFirst(digits + 1)
    guard isMark, rest.first == UInt8(ascii: " ") else { return content }
    return rest.drop { $0 == UInt8(ascii: " ") }
  }

  /// What closes the formula that a line opens and leaves open.
  private static func closing(of content: ArraySlice<UInt8>) -> [UInt8]? {
    for (opening, closing) in [("$$", "$$"), ("\\[", "\\]")]
    where content.starts(with: opening.utf8) {
      let rest = content.dropFirst(2)
      return contains(rest, Array(closing.utf8)) ? nil : Array(closing.utf8)
    }
    return nil
  }

  private static func end(
    _ close: [UInt8], _ lines: [ArraySlice<UInt8>], after index: Int, quotes: Int
  ) -> Int? {
    for next in lines.indices.dropFirst(index + 1).prefix(mostLines) {
      let content = content(of: lines[next], quotes: quotes)
      if content.isEmpty || content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) {
        return nil
      }
      if contains(content, close) { return next }
    }
    return nil
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == mark[0] && $1 == mark[1] }
  }

  // MARK: Before the text within blocks is read

  /// The text of a block with numbers in the places of its formulas; nil where it has none.
  func sheltered(_ content: String) -> String? {
    let plain = content.unicodeScalars.contains(guardMark) ? restored(content) : content
    let pieces = mathPieces(plain)
    guard
      plain != content || pieces.contains(where: { if case .formula = $0 { true } else { false } })
    else { return nil }
    return pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .formula(let formula, let typed):
        formulas.append((formula, typed))
        return "\(mark)\(formulas.count - 1)\(mark)"
      }
    }.joined()
  }

  // MARK: After all is read

  /// A text with the formulas in their places.
  func inlines(_ text: String) -> [Inline] {
    var result: [Inline] = []
    for (index, piece) in parts(of: text).enumerated() where !piece.isEmpty {
      if let number = number(piece, index) {
        result.append(.formula(formulas[number].formula))
      } else {
        result.append(.text(piece))
      }
    }
    return result
  }

  /// A text with its formulas as they were typed, and without guards.
  func restored(_ text: String) -> String {
    parts(of: text).enumerated().map { index, piece in
      number(piece, index).map { formulas[$0].typed } ?? piece
    }.joined()
  }

  /// Of the formula that a part stands for. A mark may come of the text itself, which writes it as
  /// `&#xE000;`, and then what stands behind it is no number, or one of no formula.
  private func number(_ part: String, _ index: Int) -> Int? {
    guard index % 2 == 1, let number = Int(part), formulas.indices.contains(number) else {
      return nil
    }
    return number
  }

  /// Every second part is the number of a formula.
  private func parts(of text: String) -> [String] {
    guard text.unicodeScalars.contains(where: { $0 == mark || $0 == guardMark }) else {
      return [text]
    }
    return text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false).map {
      part in
      String(String.UnicodeScalarView(part.filter { $0 != guardMark }))
    }
  }
}
