import Diagnostics
import MathText

/// Something in a text that is meant for a formula, a comment or a picture and is read as mere text.
struct UnreadMark {
  let fault: Diagnostic
  /// By which it is found in the file.
  let typed: String

  // MARK: Formulas

  /// The first in a text whose formulas have been taken out.
  static func formula(in text: String) -> UnreadMark? {
    if text.trimmingBlank.hasPrefix("$$") {
      return UnreadMark(fault: .formulaUnclosed("$$", "$$"), typed: "$$")
    }
    // A pattern is made anew for each text, which takes longer than looking for what begins one.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }) else {
      return nil
    }
    if let dollar = text.firstIndex(of: "$"),
      let command = text[dollar...].firstMatch(of: /\\[A-Za-z]{2,}/)?.0
    {
      return UnreadMark(fault: .formulaOpen(command: String(command)), typed: String(command))
    }
    if text.holds("\\begin{"), let begin = text.firstMatch(of: /\\begin\{[A-Za-z*]+\}/)?.0 {
      return UnreadMark(fault: .formulaBare(String(begin)), typed: String(begin))
    }
    guard text.holds("$") else { return nil }
    for dollar in text.matches(of: /\$ ?[A-Za-z][A-Za-z0-9']*\s?[=_^\\]/) {
      let before = text[..<dollar.range.lowerBound].last
      if before.map({ $0.isLetter || $0.isNumber }) == true { continue }
      return UnreadMark(fault: .formulaOpen(command: String(dollar.0)), typed: String(dollar.0))
    }
    return nil
  }

  /// `\(` and `\[` that nothing closes, in lines as they are typed.
  static func openBrackets(in lines: [Substring]) -> [UnreadMark] {
    paragraphs(of: lines).flatMap { paragraph -> [UnreadMark] in
      guard paragraph.holds("\\(") || paragraph.holds("\\[") else { return [] }
      let text = mathPieces(paragraph).map { piece in
        if case .text(let text) = piece { text } else { "·" }
      }.joined().replacing(/`[^`]*`/, with: "·").replacing("\\\\", with: "·")
      return [("\\(", "\\)"), ("\\[", "\\]")].compactMap { open, close in
        guard let start = text.firstRange(of: open), !text[start.upperBound...].contains(close)
        else {
          return nil
        }
        return UnreadMark(fault: .formulaUnclosed(open, close), typed: open)
      }
    }
  }

  /// Lines that are read together: no blank one, no other item of a list, and no code among them.
  private static func paragraphs(of lines: [Substring]) -> [String] {
    var paragraphs: [String] = []
    var isInCode = false
    var isOpen = false
    for line in lines {
      let text = line.drop { $0.isWhitespace || $0 == ">" }
      let isFence = text.hasPrefix("```") || text.hasPrefix("~~~")
      if isFence { isInCode.toggle() }
      if text.isEmpty || isFence || isInCode {
        isOpen = false
      } else if isOpen, LineStart.afterListMark(text) == nil {
        paragraphs[paragraphs.count - 1] += "\n" + text
      } else {
        paragraphs.append(String(text))
        isOpen = true
      }
    }
    return paragraphs
  }

  /// Whether a bar within a formula ends a cell of a table's row, as it is typed.
  static func hasFormulaWithBar(_ row: Substring) -> Bool {
    mathPieces(row.holds("\\|") ? String(row).replacing("\\|", with: " ") : String(row)).contains {
      piece in
      guard case .formula(let formula, _) = piece, let first = formula.source.first else {
        return false
      }
      return formula.source.contains("|") && !first.isNumber
    }
  }

  // MARK: Comments and pictures

  /// A comment that is not closed.
  static func comment(in text: String) -> UnreadMark? {
    guard text.holds("<!--"), let start = text.ranges(of: "<!--").last,
      !text[start.upperBound...].contains("-->")
    else { return nil }
    return UnreadMark(fault: .commentUnclosed, typed: "<!--")
  }

  /// What stands for a picture in other programs, or would but for a blank in its path.
  static func pictures(in text: String) -> [UnreadMark] {
    guard text.holds("![") else { return [] }
    let bytes = Array(text.utf8)
    var marks: [UnreadMark] = []
    var place = 0
    while place + 1 < bytes.count {
      guard bytes[place] == UInt8(ascii: "!"), bytes[place + 1] == UInt8(ascii: "[") else {
        place += 1
        continue
      }
      let (mark, end) = ofWiki(bytes, place) ?? picture(bytes, place) ?? (nil, place + 2)
      if let mark { marks.append(mark) }
      place = end
    }
    return marks
  }

  /// `![[path|size]]`, and where it ends.
  private static func ofWiki(_ bytes: [UInt8], _ start: Int) -> (UnreadMark?, Int)? {
    guard let path = piece(bytes, start, "![[", before: "]|"), !path.isEmpty,
      let rest = piece(bytes, path.endIndex, "", before: "]"),
      bytes[rest.endIndex...].starts(with: "]]".utf8)
    else { return nil }
    let end = rest.endIndex + 2
    return (
      UnreadMark(
        fault: .pictureOfWiki(path: String(decoding: path, as: UTF8.self)),
        typed: String(decoding: bytes[start..<end], as: UTF8.self)), end
    )
  }

  /// `![description](a path)`, and where it ends; without a mark where the path has no blank.
  private static func picture(_ bytes: [UInt8], _ start: Int) -> (UnreadMark?, Int)? {
    guard let words = piece(bytes, start, "![", before: "]"),
      let path = piece(bytes, words.endIndex, "](", before: ")<>\""),
      bytes[path.endIndex] == UInt8(ascii: ")")
    else { return nil }
    let end = path.endIndex + 1
    let name = String(decoding: path, as: UTF8.self)
    guard name.contains(where: \.isWhitespace) else { return (nil, end) }
    return (
      UnreadMark(
        fault: .pictureWithBlank(String(decoding: words, as: UTF8.self), path: name),
        typed: String(decoding: bytes[start..<end], as: UTF8.self)), end
    )
  }

  /// What stands behind some signs and before one of others; nil where that is long, so that a text is
  /// gone through in time of its length.
  private static func piece(
    _ bytes: [UInt8], _ start: Int, _ opening: StaticString, before closing: String
  ) -> ArraySlice<UInt8>? {
    let rest = bytes[start...]
    guard opening.withUTF8Buffer({ rest.starts(with: $0) }) else { return nil }
    let piece = rest.dropFirst(opening.utf8CodeUnitCount).prefix(longestPiece)
      .prefix { !closing.utf8.contains($0) }
    return piece.endIndex < bytes.count && piece.count < longestPiece ? piece : nil
  }

  /// Bytes of a picture's path, or of its description.
  private static let longestPiece = 400
}
