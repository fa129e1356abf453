import Diagnostics

/// A formula of a text, in the TeX that it was typed in.
///
/// Reading and showing it take time and memory in proportion to its length; one that is longer than
/// 2000 characters, or whose braces do not go together, is shown as typed.
public struct MathFormula: Hashable, Sendable {
  /// What stands between the dollar signs, on one line.
  public let source: String
  /// Whether it stands on lines of its own.
  public let isDisplay: Bool

  public init(_ source: String, isDisplay: Bool = false) {
    self.source = plainLine(source)
    self.isDisplay = isDisplay
  }

  /// What of it is not known here, or why it cannot be read at all.
  public var problems: [MathProblem] { TeXParser.parse(source).problems }

  /// The commands that are known, without their backslash, for those who misspell one.
  public static var knownCommands: [String] { TeXSigns.names + TeXCommand.names }

  /// As it is typed in Markdown.
  public var typed: String { isDisplay ? "$$\(source)$$" : "$\(source)$" }

  /// On one line: signs of Unicode, or what can be typed on any keyboard.
  public func line(unicode: Bool = true) -> String {
    let node = TeXParser.parse(source).node
    if case .unknown(source) = node { return typed }
    let layout = MathLayout(isFlat: true, unicode: unicode, columns: { _ in 1 })
    return String(layout.box(node).rows[0].trimmingEnds)
  }

  /// On as many lines as it needs, with fractions and matrices one above the other; nil where it
  /// fits on no lines of that width but can be shown by `line`.
  ///
  /// - `columns`: what a character takes in a terminal.
  public func lines(width: Int, columns: @escaping (Character) -> Int) -> [String]? {
    let node = TeXParser.parse(source).node
    if case .unknown(source) = node { return nil }
    return MathLayout(isFlat: false, unicode: true, columns: columns).lines(node, width: width)
  }

  /// As an element of a page.
  public var mathML: String {
    let node = TeXParser.parse(source).node
    if case .unknown(source) = node { return "<code>\(escapedHTML(typed))</code>" }
    return MathML(isDisplay: isDisplay).element(node, words: line())
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmingEnds: Substring {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
