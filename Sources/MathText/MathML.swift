import Diagnostics

/// Writes a tree as MathML Core, which browsers show without a script.
struct MathML {
  let isDisplay: Bool

  /// - Parameter words: what a reader that knows no MathML shows.
  func element(_ node: MathNode, words: String) -> String {
    let display = isDisplay ? " display=\"block\"" : ""
    return "<math\(display) alttext=\"\(escapedHTML(words))\">\(row(node))</math>"
  }

  private func tag(_ name: String, _ attributes: String = "", _ content: String) -> String {
    "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(content)</\(name)>"
  }

  /// One element, whatever it holds.
  private func row(_ node: MathNode) -> String {
    if case .row(let nodes) = node { return tag("mrow", "", self.nodes(nodes)) }
    return html(node, before: nil)
  }

  private func nodes(_ nodes: [MathNode]) -> String {
    let flat = MathLayout.flattened(nodes)
    return flat.enumerated().map { index, node in
      html(node, before: index + 1 < flat.count ? flat[index + 1] : nil)
    }.joined()
  }

  private func html(_ node: MathNode, before following: MathNode?) -> String {
    switch node {
    case .sign(let sign): return self.sign(sign, before: following)
    case .letters(let text, let font): return letters(text, font)
    case .number(let text): return tag("mn", "", escapedHTML(text))
    case .text(let text): return tag("mtext", "", escapedHTML(text.replacing(" ", with: "\u{A0}")))
    case .unknown(let text): return tag("mtext", "class=\"unread\"", escapedHTML(text))
    case .space(let width): return "<mspace width=\"\(Self.ems(width))em\"></mspace>"
    case .row: return row(node)
    case .fraction(let above, let below, let hasBar):
      return tag("mfrac", hasBar ? "" : "linethickness=\"0\"", row(above) + row(below))
    case .root(let inner, nil): return tag("msqrt", "", row(inner))
    case .root(let inner, let degree?): return tag("mroot", "", row(inner) + row(degree))
    case .scripts(let base, let below, let above): return scripts(base, below, above, following)
    case .stack(let base, let below, let above):
      return placed(html(base, before: nil), below, above, tags: ("munder", "mover", "munderover"))
    case .accent(let accent, let inner): return accented(inner, accent)
    case .fence(let opening, let inner, let closing):
      return tag(
        "mrow", "", bracket(opening, "prefix") + row(inner) + bracket(closing, "postfix"))
    case .grid(let grid): return self.grid(grid)
    }
  }

  private static func ems(_ width: Int) -> String {
    let thousandths = width * 1000 / 18
    let rest = String(abs(thousandths) % 1000)
    return (width < 0 ? "-" : "") + String(abs(thousandths) / 1000) + "."
      + String(repeating: "0", count: 3 - rest.count) + rest
  }

  // MARK: Leaves

  private func sign(_ sign: MathSign, before following: MathNode?) -> String {
    let text = escapedHTML(sign.text)
    switch sign.kind {
    case .ordinary:
      if sign.text == "/" || sign.text == "|" || sign.text == "‖" {
        return tag("mo", "stretchy=\"false\"", text)
      }
      let isSlanted = sign.text.allSatisfy { $0.isLowercase || $0 == "∂" }
      return tag("mi", isSlanted || sign.text.count > 1 ? "" : "mathvariant=\"normal\"", text)
    case .operation, .relation, .punctuation, .large: return tag("mo", "", text)
    case .opening, .closing: return tag("mo", "stretchy=\"false\"", text)
    case .function, .limit:
      let isCall = following.map { MathEdge($0).left == .opening } ?? true
      let moves = sign.kind == .limit ? " movablelimits=\"true\"" : ""
      return tag(
        "mo", "form=\"prefix\" lspace=\"0.167em\" rspace=\"\(isCall ? "0" : "0.167em")\"" + moves,
        text)
    }
  }

  private func letters(_ text: String, _ font: MathFont) -> String {
    let shown = escapedHTML(String(text.map { font.letter($0) }))
    let isUpright = font == .upright && text.count == 1
    return tag("mi", isUpright ? "mathvariant=\"normal\"" : "", shown)
  }

  // MARK: Scripts and accents

  private func scripts(
    _ base: MathNode, _ below: MathNode?, _ above: MathNode?, _ following: MathNode?
  ) -> String {
    var isLimit = false
    if case .sign(let sign) = base {
      isLimit = sign.takesLimits && !["∫", "∬", "∭", "∮"].contains(sign.text)
    }
    if case .accent(let accent, _) = base, accent.isBrace { isLimit = true }
    return placed(
      html(base, before: following), below, above,
      tags: isLimit ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup"))
  }

  private func placed(
    _ base: String, _ below: MathNode?, _ above: MathNode?,
    tags: (below: String, above: String, both: String)
  ) -> String {
    switch (below, above) {
    case (let low?, let high?): tag(tags.both, "", base + row(low) + row(high))
    case (let low?, nil): tag(tags.below, "", base + row(low))
    case (nil, let high?): tag(tags.above, "", base + row(high))
    case (nil, nil): base
    }
  }

  private func accented(_ inner: MathNode, _ accent: MathAccent) -> String {
    if accent == .cancel { return tag("mrow", "style=\"\(Self.struck)\"", row(inner)) }
    let stretches = accent.stretches || accent == .vec && !MathLayout.isOne(inner)
    let mark = tag("mo", "stretchy=\"\(stretches)\"", escapedHTML(accent.mark))
    return accent.isBelow
      ? tag("munder", "", row(inner) + mark) : tag("mover", "accent=\"true\"", row(inner) + mark)
  }

  private static let struck =
    "background:linear-gradient(to top left,transparent 46%,currentcolor 46%,currentcolor 54%,"
    + "transparent 54%)"

  // MARK: Brackets and grids

  private func bracket(_ sign: String, _ form: String) -> String {
    if sign.isEmpty { return "" }
    return tag("mo", "form=\"\(form)\" stretchy=\"true\"", escapedHTML(sign))
  }

  private func grid(_ grid: MathGrid) -> String {
    let rows = grid.rows.map { row in
      tag(
        "mtr", "",
        row.enumerated().map { column, cell in
          tag("mtd", style(column, of: grid), self.row(cell))
        }.joined())
    }
    let table = tag("mtable", grid.isAligned ? "displaystyle=\"true\"" : "", rows.joined())
    guard !grid.opening.isEmpty || !grid.closing.isEmpty else { return table }
    return tag(
      "mrow", "", bracket(grid.opening, "prefix") + table + bracket(grid.closing, "postfix"))
  }

  private func style(_ column: Int, of grid: MathGrid) -> String {
    guard grid.isAligned else { return grid.isLeft ? "style=\"text-align:left\"" : "" }
    return column % 2 == 0
      ? "style=\"text-align:right;padding-right:0\"" : "style=\"text-align:left;padding-left:0\""
  }
}
