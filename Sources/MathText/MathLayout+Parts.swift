/// Fractions, roots, scripts and what else is more than a row.
extension MathLayout {
  // MARK: Fractions and roots

  func fraction(_ above: MathNode, _ below: MathNode, hasBar: Bool) -> MathBox {
    guard isFlat else {
      let (over, under) = (box(above), box(below))
      // A longer bar than those of fractions within.
      let width = max(over.width, under.width) + (over.isFlat && under.isFlat ? 0 : 2)
      let bar = leaf(String(repeating: hasBar ? "─" : " ", count: width))
      return .stacked([over, bar, under], baselineOf: 1)
    }
    guard hasBar else {
      return joined([above, below].map(box), by: unicode ? " ¦ " : " over ")
    }
    return bracketed(above, unless: Self.isProduct(above))
      .beside(leaf("/")).beside(bracketed(below, unless: Self.isOne(below)))
  }

  func root(_ inner: MathNode, _ degree: MathNode?) -> MathBox {
    if !unicode {
      let inside = box(inner)
      guard let degree else { return leaf("sqrt(").beside(inside).beside(leaf(")")) }
      return leaf("root(").beside(script.box(degree)).beside(leaf(", ")).beside(inside)
        .beside(leaf(")"))
    }
    let mark = rootSign(degree)
    let inside = box(inner)
    if inside.isFlat { return mark.beside(bracketed(inner, unless: Self.isOne(inner))) }
    let roof = MathBox(
      rows: ["┌" + String(repeating: "─", count: inside.width)] + inside.rows.map { "│" + $0 },
      width: inside.width + 1, baseline: inside.baseline + 1)
    let foot = MathBox(
      rows: (0..<roof.height).map { row in
        row == roof.height - 1 ? mark.rows[0] : String(repeating: " ", count: mark.width)
      }, width: mark.width, baseline: roof.baseline)
    return foot.beside(roof)
  }

  private func rootSign(_ degree: MathNode?) -> MathBox {
    guard let degree else { return leaf("√") }
    let text = script.box(degree).rows[0]
    if text == "3" { return leaf("∛") }
    if text == "4" { return leaf("∜") }
    return leaf((SmallLetters.raised(text) ?? "(\(text))") + "√")
  }

  // MARK: Scripts

  func scripts(_ base: MathNode, _ below: MathNode?, _ above: MathNode?) -> MathBox {
    if case .sign(let sign) = base, sign.takesLimits, !isFlat {
      return limits(box(base), below, above)
    }
    if case .accent(let accent, let inner) = base, accent.isBrace {
      if !isFlat { return limits(box(base), below, above) }
      let label = [below, above].compactMap { $0 }.map { script.box($0) }
      return joined(
        [bracketed(inner, unless: Self.isProduct(inner)), joined(label, by: " ")], by: " ["
      )
      .beside(leaf("]"))
    }
    var isWhole = Self.isOne(base) && !Self.isRaised(base)
    switch base {
    case .sign, .text: isWhole = true
    default: break
    }
    var result = bracketed(base, unless: isWhole)
    let low = below.map { script.box($0).rows[0] }
    let high = above.map { script.box($0).rows[0] }
    if !result.isFlat { return cornered(result, low, high) }
    if let low { result = lowered(result, low) }
    if let high { result = raised(result, high, isWord: above.map(Self.isLeaf) ?? false) }
    return result
  }

  private func lowered(_ base: MathBox, _ text: String) -> MathBox {
    if unicode, let small = SmallLetters.lowered(text) { return base.beside(leaf(small)) }
    let isWord = text.count == 1 || text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "," }
    if isFlat || isWord { return base.beside(leaf("_" + (isWord ? text : "(\(text))"))) }
    let low = leaf(String(repeating: " ", count: base.width)).beside(leaf(text))
    return MathBox(
      rows: base.beside(leaf("").padded(to: low.width - base.width)).rows + low.rows,
      width: low.width, baseline: base.baseline)
  }

  private func raised(_ base: MathBox, _ text: String, isWord: Bool) -> MathBox {
    if unicode, let small = SmallLetters.raised(text) { return base.beside(leaf(small)) }
    if text.allSatisfy({ $0 == "'" }) { return base.beside(leaf(text)) }
    let isPlain = text.count == 1 || isWord || Self.isBracketed(text)
    if isFlat { return base.beside(leaf("^" + (isPlain ? text : "(\(text))"))) }
    let high = leaf(String(repeating: " ", count: base.width)).beside(leaf(text))
    return MathBox(
      rows: high.rows + base.padded(to: high.width, .left).rows, width: high.width,
      baseline: base.baseline + 1)
  }

  /// Whether it is in brackets as a whole.
  private static func isBracketed(_ text: String) -> Bool {
    text.first == "(" && text.last == ")"
      && !text.dropFirst().dropLast().contains { "()".contains($0) }
  }

  /// Whether it is one word or number.
  private static func isLeaf(_ node: MathNode) -> Bool {
    switch node {
    case .letters(let text, _), .text(let text): !text.contains(" ")
    case .number: true
    case .sign(let sign): sign.kind == .ordinary
    default: false
    }
  }

  /// Scripts at the corners of something tall.
  private func cornered(_ base: MathBox, _ low: String?, _ high: String?) -> MathBox {
    let texts = [
      leaf(high.flatMap(SmallLetters.raised) ?? high ?? ""),
      leaf(low.flatMap(SmallLetters.lowered) ?? low ?? ""),
    ]
    let width = max(texts[0].width, texts[1].width)
    let blank = String(repeating: " ", count: width)
    let rows = base.rows.indices.map { row in
      if row == 0 { return texts[0].padded(to: width, .left).rows[0] }
      return row == base.height - 1 ? texts[1].padded(to: width, .left).rows[0] : blank
    }
    return base.beside(MathBox(rows: rows, width: width, baseline: base.baseline))
  }

  private func limits(_ base: MathBox, _ below: MathNode?, _ above: MathNode?) -> MathBox {
    var boxes = [base]
    if let above { boxes.insert(script.box(above), at: 0) }
    if let below { boxes.append(script.box(below)) }
    return .stacked(boxes, baselineOf: above == nil ? 0 : 1)
  }

  func stack(_ base: MathNode, _ below: MathNode?, _ above: MathNode?) -> MathBox {
    if !isFlat { return limits(box(base), below, above) }
    return scripts(base, below, above)
  }

  // MARK: Accents and brackets

  func accented(_ inner: MathNode, _ accent: MathAccent) -> MathBox {
    let inside = box(inner)
    if !unicode {
      guard !accent.isBrace else { return inside }
      let name = accent == .overline ? "bar" : accent.rawValue
      return leaf(name + "(").beside(inside).beside(leaf(")"))
    }
    if accent.isBrace { return isFlat ? inside : braced(inside, isBelow: accent.isBelow) }
    if inside.isFlat, let mark = accent.combining {
      let text = inside.rows[0]
      let isLong = text.count > 1 && !accent.stretches && accent != .cancel
      guard isLong else {
        let marked = text.map { $0 == " " ? "\($0)" : "\($0)\(mark)" }.joined()
        return MathBox(rows: [marked], width: inside.width, baseline: 0)
      }
      if isFlat { return leaf(accent.rawValue + "(").beside(inside).beside(leaf(")")) }
      return .stacked([leaf(accent.mark), inside], baselineOf: 1)
    }
    if accent.stretches {
      let line = leaf(String(repeating: "─", count: inside.width))
      return accent.isBelow
        ? .stacked([inside, line], baselineOf: 0) : .stacked([line, inside], baselineOf: 1)
    }
    return accent == .cancel ? inside : .stacked([leaf(accent.mark), inside], baselineOf: 1)
  }

  private func braced(_ inside: MathBox, isBelow: Bool) -> MathBox {
    let width = max(3, inside.width)
    let half = String(repeating: "─", count: (width - 3) / 2)
    let rest = String(repeating: "─", count: width - 3 - (width - 3) / 2)
    let line = leaf(
      (isBelow ? "╰" : "╭") + half + (isBelow ? "┬" : "┴") + rest + (isBelow ? "╯" : "╮"))
    return isBelow
      ? .stacked([inside, line], baselineOf: 0) : .stacked([line, inside], baselineOf: 1)
  }

  func fence(_ opening: String, _ inside: MathBox, _ closing: String) -> MathBox {
    guard !isFlat else {
      func sign(_ text: String) -> MathBox { leaf(unicode ? text : Self.ascii[text] ?? text) }
      return sign(opening).beside(inside).beside(sign(closing))
    }
    let left = MathBrackets.column(opening, like: inside)
    return left.beside(inside).beside(MathBrackets.column(closing, like: inside))
  }

  private static let ascii = [
    "⟨": "<", "⟩": ">", "⌈": "ceil(", "⌉": ")", "⌊": "floor(", "⌋": ")", "‖": "||",
    "↑": "^", "↓": "v",
  ]

  private func bracketed(_ node: MathNode, unless isPlain: Bool) -> MathBox {
    let inside = box(node)
    return isPlain ? inside : fence("(", inside, ")")
  }

  func joined(_ boxes: [MathBox], by separator: String) -> MathBox {
    guard let first = boxes.first else { return .empty }
    return boxes.dropFirst().reduce(first) { $0.beside(leaf(separator)).beside($1) }
  }

  // MARK: What needs brackets

  /// Whether it can stand over a line, or under a power, without brackets.
  static func isOne(_ node: MathNode) -> Bool {
    switch node {
    case .sign(let sign): return sign.kind == .ordinary
    case .text(let text): return !text.contains(" ")
    case .letters, .number, .unknown, .accent, .fence: return true
    case .grid(let grid): return !grid.opening.isEmpty
    case .scripts(let base, _, _), .stack(let base, _, _): return isOne(base)
    case .row(let nodes):
      let flat = flattened(nodes)
      if flat.count == 1 { return isOne(flat[0]) }
      if flat.count == 2, flat.allSatisfy(isOne), case .sign(let sign) = flat[1], sign.text == "°" {
        return true
      }
      // A differential is one thing.
      guard flat.count == 2, isOne(flat[1]) else { return flat.isEmpty }
      if case .letters("d", _) = flat[0] { return true }
      if case .sign(let sign) = flat[0] { return sign.text == "∂" || sign.text == "Δ" }
      return false
    case .fraction, .root, .space: return false
    }
  }

  private static func isRaised(_ node: MathNode) -> Bool {
    if case .scripts(_, _, let above) = node { return above != nil }
    return false
  }

  /// Whether there is no sum and no relation in it, so that it can stand above a slash.
  static func isProduct(_ node: MathNode) -> Bool {
    guard case .row(let nodes) = node else {
      switch node {
      case .fraction: return false
      case .text: return isOne(node)
      default: return true
      }
    }
    return flattened(nodes).enumerated().allSatisfy { index, node in
      switch node {
      case .fraction: return false
      case .text: return isOne(node)
      case .sign(let sign):
        let isSum = sign.kind == .operation && index > 0 && !["·", "×", "∗"].contains(sign.text)
        return !isSum && sign.kind != .relation && sign.kind != .punctuation
          && !MathEdge(node).reachesFar
      default: return !MathEdge(node).reachesFar
      }
    }
  }
}

extension MathEdge {
  /// Whether what follows belongs to it, as to a sum or a function.
  fileprivate var reachesFar: Bool { [.large, .function, .limit].contains(left) }
}
