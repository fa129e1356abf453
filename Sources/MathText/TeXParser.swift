/// Reads the TeX of a formula into a tree.
///
/// What is not known stands in the tree as typed, and is told; a formula whose braces do not go
/// together is all as typed.
struct TeXParser {
  /// Levels of braces, brackets and environments.
  static let deepest = 24
  /// Characters of one formula.
  static let longest = 2000

  let characters: [Character]
  var place = 0
  var depth = 0
  var problems: [MathProblem] = []

  /// A formula that cannot be read at all.
  struct Broken: Error { let problem: MathProblem }

  /// Where a row ends.
  enum End: Equatable { case formula, brace, bracket, right, cell }

  private init(_ source: String) { characters = Array(source) }

  static func parse(_ source: String) -> (node: MathNode, problems: [MathProblem]) {
    var parser = TeXParser(source)
    guard parser.characters.count <= longest else { return (.unknown(source), [.tooLong]) }
    do throws(Broken) {
      let node = try parser.formula()
      return (node, parser.problems)
    } catch { return (.unknown(source), [error.problem]) }
  }

  /// All of it; signs that part rows or columns make equations of it.
  private mutating func formula() throws(Broken) -> MathNode {
    var grid = MathGrid(isAligned: true, rows: [])
    try fill(&grid, end: .formula)
    if grid.rows.count == 1, grid.rows[0].count == 1 { return grid.rows[0][0] }
    return .grid(grid)
  }

  /// Cells up to the end of the formula, or to the `\end` that follows.
  mutating func fill(_ grid: inout MathGrid, end: End) throws(Broken) {
    var row: [MathNode] = []
    while true {
      row.append(try self.row(until: .cell))
      guard let next = peek else { break }
      if next == "&" {
        place += 1
        continue
      }
      guard starts(with: "\\\\") else { break }
      place += 2
      skipRowSpacing()
      grid.rows.append(row)
      row = []
    }
    if end == .formula, place < characters.count {
      throw Broken(problem: starts(with: "\\end") ? .endWithoutBegin : .extraBrace)
    }
    // Nothing follows the last `\\`.
    if row.count > 1 || row[0] != .nothing || grid.rows.isEmpty { grid.rows.append(row) }
  }

  /// `\\[2pt]` and `\\*`.
  private mutating func skipRowSpacing() {
    if peek == "*" { place += 1 }
    guard peek == "[", let end = characters[place...].firstIndex(of: "]"), end - place <= 12 else {
      return
    }
    let inner = characters[(place + 1)..<end]
    if inner.contains(where: \.isNumber), inner.suffix(2).allSatisfy(\.isLetter) { place = end + 1 }
  }

  // MARK: Rows

  /// Nodes up to what ends the row, which is left in place.
  mutating func row(until end: End) throws(Broken) -> MathNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Broken(problem: .tooDeep) }
    var nodes: [MathNode] = []
    while let next = peek, !isEnd(next, end) {
      if next.isWhitespace {
        place += 1
        continue
      }
      if let over = splitting() {
        // All before it is over all that follows.
        let below = try row(until: end)
        return over ? .fraction(.row(nodes), below, hasBar: true) : binomial(.row(nodes), below)
      }
      let before = place
      if let node = try scripted() { nodes.append(node) }
      // Whatever it is, it is passed over.
      if place == before { place += 1 }
    }
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  /// Passes over `\over` or `\choose`; whether it was the first.
  private mutating func splitting() -> Bool? {
    for (name, isOver) in [("\\over", true), ("\\choose", false)] where starts(with: name) {
      let after = place + name.count
      if after < characters.count, characters[after].isLetter { continue }
      place = after
      return isOver
    }
    return nil
  }

  private func isEnd(_ next: Character, _ end: End) -> Bool {
    switch next {
    case "}": true
    case "]": end == .bracket
    case "&": end == .cell
    case "\\":
      (end == .cell && starts(with: "\\\\")) || starts(withCommand: "end")
        || starts(withCommand: "right")
    default: false
    }
  }

  /// An atom with what is raised and lowered beside it; nil for what leaves nothing.
  private mutating func scripted() throws(Broken) -> MathNode? {
    var base = try atom()
    var below: MathNode?
    var above: MathNode?
    var primes = 0
    while true {
      skipLimits()
      skipSpaces(before: "^_'")
      guard let mark = peek, "^_'".contains(mark) else { break }
      place += 1
      if mark == "'" {
        primes += 1
        continue
      }
      let script = try argument(of: String(mark))
      if mark == "^" {
        guard above == nil else { throw Broken(problem: .doubleScript) }
        above = script
      } else {
        guard below == nil else { throw Broken(problem: .doubleScript) }
        below = script
      }
    }
    if primes > 0 {
      let marks = MathNode.sign(
        MathSign(
          String(repeating: "′", count: primes), ascii: String(repeating: "'", count: primes)))
      above = above.map { .row([marks, $0]) } ?? marks
    }
    // A ring above the line is a degree.
    if case .sign(let sign)? = above, ["∘", "°"].contains(sign.text), below == nil {
      let degree = MathNode.sign(MathSign("°", ascii: " deg"))
      return .row([base ?? .nothing, degree])
    }
    guard below != nil || above != nil else { return base }
    if case .accent(let accent, let inner)? = base, accent.isBrace {
      base = .accent(accent, inner)
    }
    return .scripts(base ?? .nothing, below: below, above: above)
  }

  /// Passes over what says where limits stand, which every sign knows by itself.
  private mutating func skipLimits() {
    for name in ["limits", "nolimits"] where starts(withCommand: name) { place += 1 + name.count }
  }

  // MARK: Atoms

  /// One thing: a sign, a number, a group, a command with its arguments.
  private mutating func atom() throws(Broken) -> MathNode? {
    guard let next = peek else { return nil }
    switch next {
    case "\\": return try command()
    case "{": return try group()
    case "^", "_": return .nothing
    // A digit with an accent is none.
    case _ where isDigit(next): return number()
    case "'": return .nothing
    default:
      place += 1
      return Self.sign(next)
    }
  }

  mutating func group() throws(Broken) -> MathNode {
    place += 1
    let inner = try row(until: .brace)
    guard peek == "}" else { throw Broken(problem: .unclosedBrace) }
    place += 1
    // A sign in braces, as in `10{,}000`, takes no room around it.
    if case .sign(var sign) = inner, sign.kind != .function, sign.kind != .limit {
      if sign.kind != .large { sign.kind = .ordinary }
      return .sign(sign)
    }
    return inner
  }

  private mutating func number() -> MathNode {
    var text = ""
    while let next = peek {
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      let isPoint = (next == "." || next == ",") && isDigit(after) && !text.isEmpty
      guard isDigit(next) || next == "." && isPoint || next == "," && isPoint && isGrouping()
      else { break }
      text.append(next)
      place += 1
    }
    return .number(text)
  }

  /// Whether three digits and no more follow a comma, as between thousands.
  private func isGrouping() -> Bool {
    characters[(place + 1)...].prefix(4).prefix(while: isDigit).count == 3
  }

  private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// A character that is typed as it is.
  static func sign(_ character: Character) -> MathNode {
    switch character {
    case "-", "−": .sign(MathSign("−", ascii: "-", .operation))
    case "+", "±", "×", "·", "÷":
      .sign(MathSign(String(character), ascii: ascii[character], .operation))
    case "*": .sign(MathSign("∗", ascii: "*", .operation))
    case "=", "<", ">", ":", "≤", "≥", "≈", "≠", "→", "∈", "∝":
      .sign(MathSign(String(character), ascii: ascii[character], .relation))
    case "(", "[": .sign(MathSign(String(character), .opening))
    case ")", "]", "!": .sign(MathSign(String(character), .closing))
    case ",", ";": .sign(MathSign(String(character), .punctuation))
    case "~": .space(6)
    case let letter where letter.isLetter: .letters(String(letter), .italic)
    default: .sign(MathSign(String(character)))
    }
  }

  private static let ascii: [Character: String] = [
    "±": "+-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≈": "~=", "≠": "!=",
    "→": "->", "∈": "in",
  ]

  // MARK: Looking

  var peek: Character? { place < characters.count ? characters[place] : nil }

  func starts(with text: String) -> Bool { characters[place...].starts(with: text) }

  func starts(withCommand name: String) -> Bool {
    guard starts(with: "\\" + name) else { return false }
    let after = place + 1 + name.count
    return after >= characters.count || !(characters[after].isASCII && characters[after].isLetter)
  }

  mutating func skipSpaces() { while let next = peek, next.isWhitespace { place += 1 } }

  /// Passes over spaces if one of the marks follows them.
  private mutating func skipSpaces(before marks: String) {
    guard let next = characters[place...].first(where: { !$0.isWhitespace }), marks.contains(next)
    else { return }
    skipSpaces()
  }
}
