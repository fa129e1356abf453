import Formulas
import LineEditing
import TextLayout

extension Session {
  /// What a line is shown with while it is typed: brackets and units marked where it is read as a
  /// formula, and what may follow it. Nil where nothing is suggested, not even an earlier line.
  public func decoration(of line: String, cursor: Int) -> LineDecoration? {
    switch mode {
    case .studentID, .studentName, .unit, .lines: return nil
    case .ready, .continuation: break
    }
    let isCommand = line.hasPrefix(":")
    let isFormula =
      !isCommand
      && (question.responseForm != .prose || line.hasPrefix("=") || isStatement(trimmed(line)))
    var decoration = LineDecoration()
    if isFormula {
      decoration.marks = sheet.marks(of: line, cursor: cursor).map { mark in
        LineDecoration.Mark(mark.span.start..<mark.span.end, mark.style)
      }
    }
    if isFormula || isCommand, cursor == line.utf8.count {
      decoration.suggestion = rest(ofWordIn: line)
    }
    return decoration
  }

  /// What completes the last word: an answer that is still asked for, a name, or what alone fits.
  private func rest(ofWordIn line: String) -> String {
    // What is not right yet is likely to be typed anew.
    let asked = Set(report(on: question).answers.filter { $0.share < 1 }.map(\.name))
    // One is suggested; that there are others is all that matters of them.
    let completion = completion(of: line, cursor: line.utf8.count) { names in
      guard let first = names.min() else { return [] }
      let second = names.lazy.filter { $0 != first }.min()
      return names.filter { $0 == first || $0 == second || asked.contains($0) }.sorted()
    }
    let word = String(decoding: line.utf8.dropFirst(completion.start), as: UTF8.self)
    // A letter says too little, and what is a word already needs no more.
    guard word.utf8.count > 1, !sheet.hasName(word), sheet.units.lookup(word) == nil else {
      return ""
    }
    let texts = completion.candidates.map(\.text)
    let found =
      texts.first { asked.contains($0) } ?? texts.first { sheet.hasName($0) }
      ?? (texts.count == 1 ? texts[0] : nil)
    guard let found else { return "" }
    let rest = String(decoding: found.utf8.dropFirst(word.utf8.count), as: UTF8.self)
    return rest.hasSuffix(" ") ? String(rest.dropLast()) : rest
  }
}

extension LineMark {
  fileprivate var style: TextStyle {
    switch kind {
    case .unit: .unit
    case .pair: .link
    case .unmatched: .warning
    }
  }
}
