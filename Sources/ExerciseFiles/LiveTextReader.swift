import Diagnostics
import Exercises
import MathText

/// Reads a text with formulas in braces, as `show` blocks and `concrete` have it.
///
///     lower = people * tokens * footprint
///     ---
///     The lower bound is {lower to t}, or {lower / budget | 3 figures, number} budgets.
///
/// Lines before `---` name what is used more than once. `{{` and `}}` stand for braces. After a
/// formula, `|` introduces `exact`, `3 figures` and `number` (which leaves the unit out), apart
/// by commas. Within a formula of the text, `$…$`, braces are TeX's, and a figure stands in two.
struct LiveTextReader {
  let log: ProblemLog

  /// Formulas of one text.
  static let mostFormulas = 200

  /// The text of a block, whose first line is `line`; nil where there is nothing to show.
  func block(_ text: String, line: Int) -> LiveText? {
    var lines = lines(of: text)[...]
    var number = line
    var names: [Given] = []
    let blank = lines.prefix { $0.allSatisfy(\.isWhitespace) }.count
    lines = lines.dropFirst(blank)
    number += blank
    if let first = lines.first, assignment(first) != nil {
      guard let end = lines.firstIndex(where: { $0.trimmingBlank == "---" }) else {
        let isSound = self.names(lines, from: number) != nil
        if isSound { log.report(.showNamesUnclosed, line: number) }
        return nil
      }
      guard let found = self.names(lines[..<end], from: number) else { return nil }
      names = found
      number += end + 1 - lines.startIndex
      lines = lines[(end + 1)...]
    }
    return self.text(lines.joined(separator: "\n"), line: number, names: names)
  }

  /// Nil where a line neither is blank nor names a formula, which is reported.
  private func names(_ lines: ArraySlice<Substring>, from first: Int) -> [Given]? {
    var names: [Given] = []
    for (number, line) in zip(first..., lines) where !line.allSatisfy(\.isWhitespace) {
      guard let (name, formula) = assignment(line) else {
        log.report(.showName(found: line.trimmingBlank), line: number)
        return nil
      }
      names.append(Given(name: name, formula: AuthorFormula(formula, line: number)))
    }
    return names
  }

  /// A text without names of its own.
  func text(_ source: SourcedText) -> LiveText? { text(source.text, line: source.line) }

  private func text(_ text: String, line: Int, names: [Given] = []) -> LiveText? {
    var scan = LiveTextScan(text, line: line, log: log)
    guard let pieces = scan.pieces() else { return nil }
    let live = LiveText(names: names, pieces: pieces, line: line)
    guard live.formulas.count <= Self.mostFormulas else {
      log.report(.showTooLarge(limit: Self.mostFormulas), line: line)
      return nil
    }
    return live
  }

  /// `name = formula`; nil for any other line.
  private func assignment(_ line: Substring) -> (name: String, formula: String)? {
    guard let sign = line.firstIndex(of: "=") else { return nil }
    let name = line[..<sign].trimmingBlank
    let formula = line[line.index(after: sign)...].trimmingBlank
    guard isName(name), !formula.isEmpty, formula.first != "=" else { return nil }
    return (name, formula)
  }
}

/// Goes through a text from brace to brace.
private struct LiveTextScan {
  private let parts: [MathPiece]
  private var characters: [Character] = []
  private let log: ProblemLog
  private var place = 0
  private var line: Int

  init(_ text: String, line: Int, log: ProblemLog) {
    parts = mathPieces(text)
    self.line = line
    self.log = log
  }

  /// Nil where a brace or what follows a formula cannot be read, which is reported.
  mutating func pieces() -> [LiveText.Piece]? {
    var pieces: [LiveText.Piece] = []
    for part in parts {
      let found: [LiveText.Piece]?
      place = 0
      switch part {
      case .text(let text):
        characters = Array(text)
        found = textPieces()
      case .formula(_, let typed):
        characters = Array(typed)
        found = formulaPieces()
      }
      guard let found else { return nil }
      pieces += found
    }
    return pieces
  }

  /// What stands between two braces of a formula is a figure; a single brace is TeX's.
  private mutating func formulaPieces() -> [LiveText.Piece]? {
    var pieces: [LiveText.Piece] = []
    var text = ""
    while place < characters.count {
      let braces = characters[place...].prefix { $0 == "{" }.count
      guard braces > 1 else {
        if characters[place].isNewline { line += 1 }
        text.append(characters[place])
        place += 1
        continue
      }
      pieces.append(.text(text + String(repeating: "{", count: braces - 2)))
      text = ""
      place += braces
      guard var placeholder = placeholder() else { return nil }
      if place < characters.count, characters[place] == "}" { place += 1 }
      placeholder.isInFormula = true
      pieces.append(.placeholder(placeholder))
    }
    return pieces + (text.isEmpty ? [] : [.text(text)])
  }

  private mutating func textPieces() -> [LiveText.Piece]? {
    var pieces: [LiveText.Piece] = []
    var text = ""
    while place < characters.count {
      let character = characters[place]
      let isDoubled = place + 1 < characters.count && characters[place + 1] == character
      if character == "{" || character == "}", isDoubled {
        text.append(character)
        place += 2
      } else if character == "{" {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        place += 1
        guard let placeholder = placeholder() else { return nil }
        pieces.append(.placeholder(placeholder))
      } else {
        if character.isNewline { line += 1 }
        text.append(character)
        place += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// What stands before the closing brace; a brace or bar within quotes is part of the formula.
  private mutating func placeholder() -> LiveText.Placeholder? {
    let start = line
    var formula = ""
    var options: String?
    var quote: Character?
    while place < characters.count {
      let character = characters[place]
      place += 1
      if character.isNewline { line += 1 }
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'", !isBetweenDigits(place - 1) {
        quote = character
      } else if character == "}" {
        return placeholder(formula, options ?? "", line: start)
      } else if character == "|", options == nil {
        options = ""
        continue
      } else if character == "{" {
        break
      }
      if options == nil { formula.append(character) } else { options?.append(character) }
    }
    log.report(.showUnclosed(formula: formula.trimmingBlank), line: start)
    return nil
  }

  /// Whether the mark at a place groups digits, as in `10'000`.
  private func isBetweenDigits(_ place: Int) -> Bool {
    place > 0 && place + 1 < characters.count && characters[place - 1].isNumber
      && characters[place + 1].isNumber
  }

  private func placeholder(_ formula: String, _ options: String, line: Int) -> LiveText.Placeholder?
  {
    guard !formula.trimmingBlank.isEmpty else {
      log.report(.showEmpty, line: line)
      return nil
    }
    var placeholder = LiveText.Placeholder(AuthorFormula(formula.trimmingBlank, line: line))
    for option in options.split(separator: ",").map(\.trimmingBlank) where !option.isEmpty {
      let words = option.split(separator: " ")
      if option == "exact" {
        placeholder.rounding = .exact
      } else if option == "number" {
        placeholder.isBare = true
      } else if words.count == 2, words[1] == "figures" || words[1] == "figure",
        let count = Int(words[0]), (1...12).contains(count)
      {
        placeholder.rounding = .figures(count)
      } else {
        log.report(.showOption(found: option), line: line)
        return nil
      }
    }
    return placeholder
  }
}
