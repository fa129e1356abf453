import Diagnostics

/// Writes a document as a part of a manual page, in the macros of man(7).
///
/// The title of the document is left to the page. A table becomes a list of its first cells with what
/// is said of each, for a manual page is read in any width; a list of places on the page is left out.
public struct ManualWriter: Sendable {
  /// What a reader of manual pages looks up instead, such as `reckon-notebook(5)`, by the addresses at
  /// which documents name each other.
  public var pages: [String: String]
  private var lines: [String] = []
  /// Whether a heading or an indentation was begun last, which keeps its own distance.
  private var isBeginning = true

  public init(pages: [String: String] = [:]) { self.pages = pages }

  /// What was written so far, each line ended.
  public var source: String { lines.map { $0 + "\n" }.joined() }

  // MARK: Parts

  /// What a page begins with.
  ///
  /// - `date`: as `2026-12-01`.
  /// - `origin`: the program and its version.
  /// - `volume`: the part of the manual that the page belongs to.
  public mutating func begin(
    _ name: String, section: Int, date: String, origin: String, volume: String
  ) {
    let words =
      [name.uppercased(), "\(section)"].map(Self.quoted) + [date]
      + [origin, volume].map(Self.quoted)
    // Neither hyphens in words of a program nor gaps between them.
    lines += [".TH " + words.joined(separator: " "), ".nh", ".ad l"]
  }

  public mutating func section(_ title: String) {
    lines.append(".SH " + Self.quoted(title))
    isBeginning = true
  }

  public mutating func subsection(_ title: String) {
    lines.append(".SS " + Self.quoted(title))
    isBeginning = true
  }

  /// A paragraph of source, as the functions of this type make it.
  public mutating func paragraph(source: String) {
    if !isBeginning { lines.append(".PP") }
    add(source)
  }

  public mutating func paragraph(_ text: String) { paragraph(source: Self.escaped(text)) }

  /// What is said of a term; both are source.
  public mutating func entry(_ term: String, source: String) {
    lines.append(".TP")
    add(term.isEmpty ? "\\&" : term.replacing("\n", with: " "))
    add(source.isEmpty ? "\\&" : source)
  }

  /// Lines as they are, set off.
  public mutating func example(_ text: String) {
    if !isBeginning { lines.append(".sp") }
    lines.append(".RS 4")
    lines.append(".EX")
    let shown = withoutControls(text).split(separator: "\n", omittingEmptySubsequences: false)
    for line in shown.last == "" ? shown.dropLast() : shown[...] {
      lines.append(Self.guarded(Self.code(String(line))))
    }
    lines.append(".EE")
    lines.append(".RE")
    isBeginning = false
  }

  public mutating func write(_ document: Document) {
    for placed in document.blocks {
      if case .heading(1, _) = placed.block { continue }
      write(placed.block)
    }
  }

  // MARK: Blocks

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(...2, let inlines): subsection(inlines.plainText)
    case .heading(_, let inlines):
      paragraph(source: Self.bold(Self.escaped(inlines.plainText)))
    case .paragraph(let inlines): for part in inlines.apart { paragraph(source: source(of: part)) }
    case .list(let start, _, let items):
      if !Self.isContents(items) { write(items, start) }
    case .code(_, let text, _): example(text)
    case .quote(let blocks): indent(blocks)
    case .table(_, let header, let rows): for row in rows { write(row, header) }
    case .rule: break
    case .html(let source): if let text = shownHTML(source) { paragraph(text) }
    }
  }

  private mutating func indent(_ blocks: some Sequence<Block>, by columns: Int = 4) {
    lines.append(".RS \(columns)")
    isBeginning = true
    for block in blocks { write(block) }
    lines.append(".RE")
    isBeginning = false
  }

  private mutating func write(_ items: [ListItem], _ start: Int?) {
    for (index, item) in items.enumerated() {
      lines.append(start.map { ".IP \($0 + index). 4" } ?? ".IP \\(bu 2")
      var rest = item.blocks[...]
      let tick = item.checked.map { $0 ? "[x] " : "[ ] " } ?? ""
      if case .paragraph(let inlines)? = rest.first {
        rest = rest.dropFirst()
        add(tick + source(of: inlines))
      } else {
        add(tick + "\\&")
      }
      if !rest.isEmpty { indent(rest, by: start == nil ? 2 : 4) }
    }
  }

  /// Whether each item leads to a place on the page.
  private static func isContents(_ items: [ListItem]) -> Bool {
    items.allSatisfy { item in
      guard case .paragraph(let inlines)? = item.blocks.first,
        case .link(let destination, _)? = inlines.first
      else { return false }
      return destination.hasPrefix("#")
    }
  }

  /// A row: what its last cell says of the first, and the others behind that in brackets.
  private mutating func write(_ row: [[Inline]], _ header: [[Inline]]) {
    guard let first = row.first else { return }
    let between = zip(header, row).dropFirst().dropLast().filter { !$1.isEmpty }.map { head, cell in
      (head.isEmpty ? "" : source(of: head) + ": ") + source(of: cell)
    }
    entry(
      source(of: first) + (between.isEmpty ? "" : " (\(between.joined(separator: "; ")))"),
      source: row.count > 1 ? source(of: row[row.count - 1]) : "")
  }

  // MARK: Inlines

  private func source(of inlines: [Inline], font: Character = "R") -> String {
    inlines.map { source(of: $0, font) }.joined()
  }

  /// - Parameter font: the one around it, which is gone back to.
  private func source(of inline: Inline, _ font: Character) -> String {
    func within(_ own: Character, _ text: String) -> String { "\\f\(own)\(text)\\f\(font)" }
    switch inline {
    case .text(let text): return Self.escaped(text)
    case .emphasis(let inner): return within("I", source(of: inner, font: "I"))
    case .strong(let inner): return within("B", source(of: inner, font: "B"))
    case .strikethrough(let inner): return source(of: inner, font: font)
    case .code(let text): return within("B", Self.code(onOneLine(text)))
    case .link(let destination, let inner): return link(source(of: inner, font: font), destination)
    case .image(_, let alt): return Self.escaped(imageName(alt))
    case .formula(let formula): return Self.escaped(formula.line())
    case .softBreak: return "\n"
    case .lineBreak: return "\n.br\n"
    case .html: return ""
    }
  }

  private func link(_ text: String, _ destination: String) -> String {
    let file = String(destination.prefix { $0 != "#" })
    if let page = pages[file] { return "\(text) (see \(Self.bold(Self.code(page))))" }
    guard let address = linkTarget(destination), !address.hasPrefix("#") else { return text }
    return "\(text) (\(Self.code(address)))"
  }

  // MARK: Source

  private mutating func add(_ source: String) {
    lines += source.split(separator: "\n").map { line in
      line == ".br" ? ".br" : Self.guarded(String(line.drop { $0 == " " }))
    }
    isBeginning = false
  }

  /// A line at whose start no dot or apostrophe makes it a request.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// Text as it is.
  public static func escaped(_ text: String) -> String {
    escaped(text) { signs[$0] }
  }

  /// Text in which every sign is one that can be typed.
  public static func code(_ text: String) -> String {
    escaped(text) { signs[$0] ?? signsOfCode[$0] }
  }

  private static func escaped(_ text: String, _ sign: (Character) -> String?) -> String {
    withoutControls(text).map { sign($0) ?? String($0) }.joined()
  }

  public static func bold(_ source: String) -> String { "\\fB\(source)\\fR" }

  public static func italic(_ source: String) -> String { "\\fI\(source)\\fR" }

  /// An argument of a macro.
  private static func quoted(_ text: String) -> String {
    "\"" + code(onOneLine(text)).replacing("\"", with: "\\(dq") + "\""
  }

  private static let signs: [Character: String] = ["\\": "\\e", "^": "\\(ha", "~": "\\(ti"]
  private static let signsOfCode: [Character: String] = [
    "-": "\\-", "'": "\\(aq", "`": "\\(ga",
  ]
}
