/// Things side by side, with the room that TeX leaves between them.
extension MathLayout {
  /// - Parameter before: what stands before the row, where it goes on from a line above.
  func row(_ nodes: [MathNode], after before: MathSign.Kind? = nil) -> MathBox {
    var result = MathBox.empty
    var previous = before
    var (isWord, isTall, wasUpright) = (false, false, false)
    var room = 0
    for (index, node) in nodes.enumerated() {
      if case .space(let width) = node {
        room += Self.columns(ofSpace: width)
        wasUpright = false
        continue
      }
      let following = nodes[(index + 1)...].first { if case .space = $0 { false } else { true } }
      var edge = MathEdge(node)
      if edge.left == .operation, !isBinary(after: previous) || following == nil {
        // A sign of its own, as in −x.
        edge = MathEdge(.nothing)
        edge.right = following == nil ? .ordinary : .opening
      }
      let box = self.box(node, after: previous, before: following)
      var gap = gap(previous, edge.left)
      if isWord || isTall || !box.isFlat || beginsAsWord(node), !(wasUpright && isUpright(node)),
        Self.touch(result, box)
      {
        gap = max(gap, 1)
      }
      if room > 0 { gap = max(gap, room) }
      result = result.width == 0 && room == 0 && before == nil ? box : result.beside(box, gap: gap)
      (previous, room) = (edge.right, 0)
      (isWord, isTall) = (endsAsWord(node, box), !box.isFlat)
      wasUpright = isUpright(node)
    }
    return room > 0 ? result.beside(.empty, gap: room) : result
  }

  /// A fraction on a line with others is put in brackets, or is one of Unicode's own.
  private func box(
    _ node: MathNode, after previous: MathSign.Kind?, before following: MathNode?
  ) -> MathBox {
    guard isFlat, case .fraction(let above, let below, true) = node else { return box(node) }
    let joinsLeft = [.ordinary, .closing, .function].contains(previous)
    var joinsRight = false
    switch following {
    case nil, .text?, .letters(_, .upright)?: break
    case let node?:
      switch MathEdge(node).left {
      case .ordinary, .opening, .function, .limit, .large: joinsRight = true
      case .operation, .relation, .closing, .punctuation: break
      }
    }
    guard joinsLeft || joinsRight else { return box(node) }
    if unicode, case .number(let over) = above, case .number(let under) = below,
      let vulgar = Self.vulgar[over + "/" + under]
    {
      return leaf(vulgar)
    }
    return leaf("(").beside(box(node)).beside(leaf(")"))
  }

  private static let vulgar = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/6": "⅙", "1/8": "⅛",
  ]

  private func isBinary(after previous: MathSign.Kind?) -> Bool {
    switch previous {
    case .ordinary?, .closing?: true
    case nil, .operation?, .relation?, .opening?, .punctuation?, .large?, .function?, .limit?: false
    }
  }

  private func gap(_ left: MathSign.Kind?, _ right: MathSign.Kind) -> Int {
    guard let left else { return 0 }
    switch (left, right) {
    case (_, .punctuation), (_, .closing): return 0
    case (.relation, .relation): return 0
    case (.relation, _), (_, .relation): return isTight ? 0 : 1
    case (.operation, _): return isTight ? 0 : 1
    case (_, .operation): return isBinary(after: left) && !isTight ? 1 : 0
    case (.punctuation, _): return isTight ? 0 : 1
    case (.opening, _): return 0
    case (.function, .opening), (.limit, .opening): return 0
    case (.function, _), (.limit, _), (.large, _): return 1
    case (.ordinary, .function), (.ordinary, .limit), (.ordinary, .large), (.closing, .function),
      (.closing, .limit), (.closing, .large):
      return 1
    default: return 0
    }
  }

  /// Whether it is a piece of what is set upright as one, such as a chemical formula.
  private func isUpright(_ node: MathNode) -> Bool {
    switch node {
    case .letters(_, .upright): true
    case .scripts(let base, _, _): isUpright(base)
    default: false
    }
  }

  /// Whether it begins with several letters that would run into others before them.
  private func beginsAsWord(_ node: MathNode) -> Bool {
    switch node {
    case .letters(let text, _): text.count > 1
    case .text, .unknown: true
    case .sign(let sign): (unicode ? sign.text : sign.ascii).count > 1
    case .accent(_, let inner): !unicode || beginsAsWord(inner)
    case .scripts(let base, _, _), .stack(let base, _, _): beginsAsWord(base)
    case .root: !unicode
    case .number, .space, .row, .fraction, .fence, .grid: false
    }
  }

  /// Whether what follows it would be taken for a part of it.
  private func endsAsWord(_ node: MathNode, _ box: MathBox) -> Bool {
    switch node {
    case .scripts(let base, _, _), .stack(let base, _, _):
      endsAsWord(base, box) || box.rows[box.baseline].contains { $0 == "_" || $0 == "^" }
    case .root: true
    default: beginsAsWord(node)
    }
  }

  /// Whether letters, digits or drawings meet on the line.
  private static func touch(_ left: MathBox, _ right: MathBox) -> Bool {
    guard let last = left.rows[left.baseline].last, let first = right.rows[right.baseline].first
    else { return false }
    func isText(_ character: Character) -> Bool {
      SmallLetters.isOfFullSize(character) || character == "─" || character == "\\"
    }
    return isText(last) && isText(first)
  }
}
