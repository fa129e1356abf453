/// Draws a tree on one line, or on several where it has fractions, limits or rows of its own.
struct MathLayout {
  /// Whether all has to stand on one line.
  let isFlat: Bool
  /// Whether signs may be other than ASCII; if not, `isFlat` holds.
  let unicode: Bool
  /// Columns that a character takes.
  let columns: (Character) -> Int
  /// Whether operators stand close, as in exponents.
  var isTight = false

  /// Lines and columns of the largest drawing.
  private static let mostRows = 60
  private static let mostColumns = 400

  /// The same on one line, with operators close.
  var script: MathLayout {
    MathLayout(isFlat: true, unicode: unicode, columns: columns, isTight: true)
  }

  func leaf(_ text: String) -> MathBox {
    if !unicode, text.utf8.contains(where: { $0 >= 0x80 }) {
      return leaf(in: text.map { Self.ascii[$0] ?? String($0) }.joined())
    }
    return leaf(in: text)
  }

  /// Signs of units, which stand in words.
  private static let ascii: [Character: String] = [
    "µ": "u", "Ω": "ohm", "°": "deg", "′": "'", "″": "''", "−": "-",
  ]

  private func leaf(in text: String) -> MathBox {
    MathBox(rows: [text], width: text.reduce(0) { $0 + columns($1) }, baseline: 0)
  }

  /// What all is made of.
  func box(_ node: MathNode) -> MathBox {
    let box = drawn(node)
    // Whatever grows without bound stands on one line.
    guard box.height > Self.mostRows || box.width > Self.mostColumns, !isFlat else { return box }
    return MathLayout(isFlat: true, unicode: unicode, columns: columns, isTight: isTight).box(node)
  }

  private func drawn(_ node: MathNode) -> MathBox {
    switch node {
    case .sign(let sign): leaf(unicode ? sign.text : sign.ascii)
    case .letters(let text, let font):
      leaf(unicode ? String(text.map { font.letter($0, isPlain: true) }) : text)
    case .number(let text), .text(let text), .unknown(let text): leaf(text)
    case .space(let width): leaf(String(repeating: " ", count: Self.columns(ofSpace: width)))
    case .row(let nodes): row(Self.flattened(nodes))
    case .fraction(let above, let below, let hasBar): fraction(above, below, hasBar: hasBar)
    case .root(let inner, let degree): root(inner, degree)
    case .scripts(let base, let below, let above): scripts(base, below, above)
    case .stack(let base, let below, let above): stack(base, below, above)
    case .accent(let accent, let inner): accented(inner, accent)
    case .fence(let opening, let inner, let closing): fence(opening, box(inner), closing)
    case .grid(let grid): self.grid(grid)
    }
  }

  static func columns(ofSpace width: Int) -> Int { width >= 18 ? width / 6 : width >= 3 ? 1 : 0 }

  /// Rows within a row are part of it.
  static func flattened(_ nodes: [MathNode]) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      if case .row(let inner) = node { return flattened(inner) }
      return [node]
    }
  }

  // MARK: Lines

  /// Lines of at most `width` columns, broken behind commas and wide spaces, then before relations
  /// and operators; nil where that does not do.
  func lines(_ node: MathNode, width: Int) -> [String]? {
    let whole = box(node)
    if whole.width <= width { return whole.rows.map(Self.trimmedEnd) }
    if case .grid(let grid) = node, grid.opening.isEmpty, grid.closing.isEmpty {
      var result: [String] = []
      for row in grid.rows {
        guard let lines = lines(.row(row), width: width) else { return nil }
        result += lines
      }
      return result
    }
    guard case .row(let nodes) = node else { return nil }
    return broken(Self.flattened(nodes), width: width)
  }

  private func broken(_ nodes: [MathNode], width: Int) -> [String]? {
    let margin = 2
    var result: [MathBox] = []
    var current: [MathNode] = []
    func box(_ nodes: [MathNode]) -> MathBox {
      let drawn = row(nodes, after: result.isEmpty ? nil : .ordinary)
      guard !result.isEmpty else { return drawn }
      // A relation or an operator brings a space along.
      let edge = nodes.first.map { MathEdge($0).left }
      let room = edge == .relation || edge == .operation ? margin - 1 : margin
      return leaf(String(repeating: " ", count: room)).beside(drawn)
    }
    func add(_ nodes: [MathNode]) {
      if !current.isEmpty, box(current + nodes).width > width {
        result.append(box(current))
        current = []
      }
      current += nodes
    }
    for clause in clauses(of: nodes) {
      add(clause)
      guard box(current).width > width else { continue }
      current = []
      for segment in segments(of: clause) { add(segment) }
    }
    result.append(box(current))
    guard result.allSatisfy({ $0.width <= width }) else { return nil }
    return result.flatMap { $0.rows.map(Self.trimmedEnd) }
  }

  /// Stretches that end with a comma or a wide space outside of brackets.
  private func clauses(of nodes: [MathNode]) -> [[MathNode]] {
    var result: [[MathNode]] = []
    var current: [MathNode] = []
    var open = 0
    func endsClause(_ node: MathNode) -> Bool {
      switch node {
      case .sign(let sign): sign.kind == .punctuation
      case .space(let width): width >= Self.quad
      default: false
      }
    }
    for node in nodes {
      if case .sign(let sign) = node {
        if sign.kind == .opening { open += 1 }
        if sign.kind == .closing { open -= 1 }
      }
      // A space behind a comma stays with it.
      if open <= 0, let last = current.last, endsClause(last) {
        if case .space = node {
        } else {
          result.append(current)
          current = []
        }
      }
      current.append(node)
    }
    return result + [current]
  }

  /// Eighteenths of an em from which a space parts what stands beside it.
  private static let quad = 18

  /// Stretches that begin with a relation or an operator between two things.
  private func segments(of nodes: [MathNode]) -> [[MathNode]] {
    var result: [[MathNode]] = []
    var current: [MathNode] = []
    var open = 0
    for node in nodes {
      let edge = MathEdge(node)
      if case .sign(let sign) = node {
        if sign.kind == .opening { open += 1 }
        if sign.kind == .closing { open -= 1 }
      }
      let mayBreak = edge.left == .relation || edge.left == .operation && current.count > 1
      if mayBreak, open <= 0, !current.isEmpty {
        result.append(current)
        current = []
      }
      current.append(node)
    }
    return result + [current]
  }

  private static func trimmedEnd(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}

/// What a node is for those beside it.
struct MathEdge {
  var left = MathSign.Kind.ordinary
  var right = MathSign.Kind.ordinary

  init(_ node: MathNode) {
    switch node {
    case .sign(let sign): (left, right) = (sign.kind, sign.kind)
    case .scripts(let base, _, _), .stack(let base, _, _):
      let edge = MathEdge(base)
      (left, right) = (edge.left, edge.right == .opening ? .closing : edge.right)
    case .fence(let opening, _, let closing):
      (left, right) = (
        opening.isEmpty ? .ordinary : .opening, closing.isEmpty ? .ordinary : .closing
      )
    case .grid: (left, right) = (.opening, .closing)
    case .row(let nodes):
      let flat = MathLayout.flattened(nodes)
      guard let first = flat.first, let last = flat.last else { return }
      (left, right) = (MathEdge(first).left, MathEdge(last).right)
    case .letters, .number, .text, .space, .fraction, .root, .accent, .unknown: break
    }
  }
}
