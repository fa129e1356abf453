/// Commands and their arguments.
extension TeXParser {
  /// Nil for a command that leaves nothing.
  mutating func command() throws(Broken) -> MathNode? {
    place += 1
    guard let first = peek else { return .unknown("\\") }
    var name = String(first)
    place += 1
    if first.isASCII, first.isLetter {
      while let next = peek, next.isASCII, next.isLetter {
        name.append(next)
        place += 1
      }
      if peek == "*", name == "operatorname" { place += 1 }
    }
    switch name {
    case "left": return try fence()
    case "begin": return try environment()
    case "\\": return .space(18)
    case "|": return .sign(MathSign("‖", ascii: "||"))
    default: break
    }
    if first.isWhitespace { name = " " }
    if TeXCommand.guarded.contains(first) {
      let kind: MathSign.Kind = first == "{" ? .opening : first == "}" ? .closing : .ordinary
      return .sign(MathSign(name, kind))
    }
    if let sign = TeXSigns.sign(named: name) { return .sign(sign) }
    guard let command = TeXCommand.named(name) else {
      problems.append(.unknownCommand("\\" + name))
      return .unknown("\\" + name + groups())
    }
    return try apply(command, name: "\\" + name)
  }

  /// The groups that follow at once, as typed.
  private mutating func groups() -> String {
    let start = place
    while peek == "{" {
      let before = place
      guard (try? raw(of: "")) != nil else {
        place = before
        break
      }
    }
    return String(characters[start..<place])
  }

  private mutating func apply(_ command: TeXCommand, name: String) throws(Broken) -> MathNode? {
    switch command {
    case .fraction(let hasBar):
      let above = try argument(of: name)
      return .fraction(above, try argument(of: name), hasBar: hasBar)
    case .binomial:
      let above = try argument(of: name)
      return binomial(above, try argument(of: name))
    case .root:
      let degree = try option()
      return .root(try argument(of: name), degree: degree)
    case .font(let font):
      let inner = try argument(of: name)
      if name == "\\operatorname" { return .sign(Self.function(inner)) }
      return Self.styled(inner, font)
    case .words(let font): return try words(font, name)
    case .accent(let accent): return .accent(accent, try argument(of: name))
    case .space(let width): return .space(width)
    case .stack(let isAbove):
      let small = try argument(of: name)
      let base = try argument(of: name)
      return .stack(base, below: isAbove ? nil : small, above: isAbove ? small : nil)
    case .arrow(let sign):
      let below = try option()
      return .stack(.sign(sign), below: below, above: try argument(of: name))
    case .not: return try negated()
    case .modulo:
      let inner = try argument(of: name)
      return .row([
        .space(18), .sign(MathSign("(", .opening)), .text("mod "), inner,
        .sign(MathSign(")", .closing)),
      ])
    case .number: return Self.number(try raw(of: name))
    case .unit: return unit(try raw(of: name))
    case .quantity:
      _ = try option()
      let number = Self.number(try raw(of: name))
      return .row([number, .space(3), unit(try raw(of: name))])
    case .angle: return .row([Self.number(try raw(of: name)), .sign(MathSign("°", ascii: " deg"))])
    case .tag: return .row([.space(36), .text("(" + String(try raw(of: name)) + ")")])
    case .passed: return try argument(of: name)
    case .ignored: return nil
    }
  }

  func binomial(_ above: MathNode, _ below: MathNode) -> MathNode {
    .fence("(", .fraction(above, below, hasBar: false), ")")
  }

  // MARK: Arguments

  /// A group, a command with its own arguments, or one character.
  mutating func argument(of name: String) throws(Broken) -> MathNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Broken(problem: .tooDeep) }
    skipSpaces()
    guard let next = peek, !"}&^_".contains(next) else {
      throw Broken(problem: .missingArgument(name))
    }
    if next == "{" { return try group() }
    if next == "\\" {
      guard !starts(with: "\\\\"), !starts(withCommand: "right"), !starts(withCommand: "end") else {
        throw Broken(problem: .missingArgument(name))
      }
      return try command() ?? .nothing
    }
    place += 1
    return next.isASCII && next.isNumber ? .number(String(next)) : Self.sign(next)
  }

  /// What stands in brackets, where it does.
  private mutating func option() throws(Broken) -> MathNode? {
    skipSpaces()
    guard peek == "[" else { return nil }
    place += 1
    let inner = try row(until: .bracket)
    guard peek == "]" else { throw Broken(problem: .missingArgument("[")) }
    place += 1
    return inner
  }

  /// The characters of a group, in which nothing is read.
  private mutating func raw(of name: String) throws(Broken) -> ArraySlice<Character> {
    skipSpaces()
    guard peek == "{" else { throw Broken(problem: .missingArgument(name)) }
    place += 1
    let start = place
    var open = 1
    while let next = peek {
      if next == "\\" {
        place += 2
        continue
      }
      if next == "{" { open += 1 }
      if next == "}" { open -= 1 }
      if open == 0 { break }
      place += 1
    }
    guard place < characters.count else { throw Broken(problem: .unclosedBrace) }
    defer { place += 1 }
    return characters[start..<place]
  }

  /// Words, in which `$` opens a formula again.
  private mutating func words(_ font: MathFont?, _ name: String) throws(Broken) -> MathNode {
    let text = try raw(of: name)
    var nodes: [MathNode] = []
    var word = ""
    var rest = text
    func flush() {
      if !word.isEmpty { nodes.append(font.map { .letters(word, $0) } ?? .text(word)) }
      word = ""
    }
    while let next = rest.popFirst() {
      if next == "\\", let guarded = rest.first, TeXCommand.guarded.contains(guarded) {
        word.append(guarded)
        rest.removeFirst()
      } else if next == "$", let end = rest.firstIndex(of: "$"), depth < Self.deepest {
        flush()
        let inner = TeXParser.parse(String(rest[..<end]))
        nodes.append(inner.node)
        problems += inner.problems
        rest = rest[(end + 1)...]
      } else if next == "~" {
        word.append(" ")
      } else if next != "{", next != "}" {
        word.append(next)
      }
    }
    flush()
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  private mutating func negated() throws(Broken) -> MathNode {
    let node = try argument(of: "\\not")
    guard case .sign(var sign) = node else { return .row([.unknown("\\not"), node]) }
    sign.text += "\u{338}"
    sign.ascii = sign.ascii == "=" ? "!=" : "not-" + sign.ascii
    return .sign(sign)
  }

  private mutating func unit(_ source: ArraySlice<Character>) -> MathNode {
    var unknown: [String] = []
    let node = SIUnits.node(Array(source), unknown: &unknown)
    problems += unknown.map { .unknownCommand($0) }
    return node
  }

  /// A number as typed, its power of ten written out.
  private static func number(_ source: ArraySlice<Character>) -> MathNode {
    let parts = source.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "e" || $0 == "E"
    }
    func signed(_ text: ArraySlice<Character>) -> MathNode {
      let text = String(text.filter { !$0.isWhitespace })
      guard text.first == "-" || text.first == "+" else { return .number(text) }
      return .row([Self.sign(text.first ?? "-"), .number(String(text.dropFirst()))])
    }
    guard parts.count == 2 else { return signed(source) }
    let power = MathNode.scripts(.number("10"), below: nil, above: signed(parts[1]))
    if parts[0].isEmpty { return power }
    return .row([signed(parts[0]), .sign(MathSign("×", ascii: "*", .operation)), power])
  }

  // MARK: Brackets and environments

  private mutating func fence() throws(Broken) -> MathNode {
    let opening = try delimiter("\\left")
    let inner = try row(until: .right)
    guard starts(withCommand: "right") else { throw Broken(problem: .leftWithoutRight) }
    place += "\\right".count
    return .fence(opening, inner, try delimiter("\\right"))
  }

  /// A bracket, or nothing for a point.
  private mutating func delimiter(_ name: String) throws(Broken) -> String {
    skipSpaces()
    guard let next = peek else { throw Broken(problem: .missingArgument(name)) }
    guard next == "\\" else {
      guard "()[]|/.<>".contains(next) else { throw Broken(problem: .missingArgument(name)) }
      place += 1
      return next == "." ? "" : next == "<" ? "⟨" : next == ">" ? "⟩" : String(next)
    }
    guard case .sign(let sign)? = try command(), MathBrackets.isBracket(sign.text) else {
      throw Broken(problem: .missingArgument(name))
    }
    return sign.text
  }

  private mutating func environment() throws(Broken) -> MathNode {
    let name = String(try raw(of: "\\begin"))
    guard var grid = TeXEnvironment.grid(named: name) else {
      throw Broken(problem: .unknownEnvironment(name))
    }
    if TeXEnvironment.withColumns.contains(name) { _ = try raw(of: "\\begin{\(name)}") }
    try fill(&grid, end: .cell)
    guard starts(with: "\\end{\(name)}") else { throw Broken(problem: .beginWithoutEnd(name)) }
    place += "\\end{\(name)}".count
    if grid.opening.isEmpty, grid.closing.isEmpty, grid.rows.count == 1, grid.rows[0].count == 1 {
      return grid.rows[0][0]
    }
    return .grid(grid)
  }

  // MARK: Fonts

  /// The node with its letters in a font.
  private static func styled(_ node: MathNode, _ font: MathFont) -> MathNode {
    switch node {
    case .letters(let text, _): return .letters(text, font)
    case .number(let text): return font == .upright ? node : .letters(text, font)
    case .sign, .space, .text, .unknown, .grid: return node
    case .scripts(let base, let below, let above):
      return .scripts(
        styled(base, font), below: below.map { styled($0, font) },
        above: above.map { styled($0, font) })
    case .fraction(let above, let below, let hasBar):
      return .fraction(styled(above, font), styled(below, font), hasBar: hasBar)
    case .root(let inner, let degree): return .root(styled(inner, font), degree: degree)
    case .stack(let base, let below, let above):
      return .stack(styled(base, font), below: below, above: above)
    case .accent(let accent, let inner): return .accent(accent, styled(inner, font))
    case .fence(let opening, let inner, let closing):
      return .fence(opening, styled(inner, font), closing)
    case .row(let nodes):
      var result: [MathNode] = []
      for (index, own) in nodes.enumerated() {
        let isHyphen = font == .upright && isHyphen(index, in: nodes)
        let node = isHyphen ? .letters("-", font) : styled(own, font)
        // Letters side by side are a word.
        let piece: String? =
          switch node {
          case .letters(let text, font): text
          case .number(let text) where font == .upright: text
          default: nil
          }
        if let piece, case .letters(let before, font)? = result.last {
          result[result.count - 1] = .letters(before + piece, font)
        } else {
          result.append(node)
        }
      }
      return result.count == 1 ? result[0] : .row(result)
    }
  }

  /// Whether it is a minus between letters, as in `t-test`; elsewhere it is a charge or an operator.
  private static func isHyphen(_ index: Int, in nodes: [MathNode]) -> Bool {
    guard case .sign(let sign) = nodes[index], sign.text == "−", index > 0,
      index + 1 < nodes.count, case .letters = nodes[index - 1],
      case .letters = nodes[index + 1]
    else { return false }
    return true
  }

  /// The name of a function of one's own.
  private static func function(_ name: MathNode) -> MathSign {
    func line(_ unicode: Bool) -> String {
      MathLayout(isFlat: true, unicode: unicode, columns: { _ in 1 }).box(name).rows[0]
    }
    return MathSign(line(true), ascii: line(false), .function)
  }
}
