import Diagnostics
import Formulas

extension NotebookFile {
  /// What stands in a section, in the order of the file.
  public enum Content: Sendable {
    /// Lines of a block of statements as typed, with what stands on them.
    case lines(String, [Item])
    /// The text of a block quote.
    case reply(String)
    /// The items of a task list.
    case tasks([(text: String, isTicked: Bool)])
    /// A question for a question session.
    case asked(String)
    /// Markdown of any other kind.
    case remark(String)
  }

  /// A statement by its place among all of them, or what cannot be read as one.
  public enum Item: Sendable {
    case statement(Int)
    case unreadable(LocatedDiagnostic)
  }

  /// Ids of the sections in the order of the file, each once; nil for what stands before the
  /// first.
  public var sectionIDs: [String?] {
    var seen: Set<String?> = []
    return reading.layout.sections.map(\.id).filter { seen.insert($0).inserted }
  }

  /// What stands in the sections of an id, or before the first section.
  public func contents(ofSection id: String?) -> [Content] {
    reading.layout.sections(of: id).flatMap { section in section.blocks.flatMap(contents) }
  }

  private func contents(of block: NotebookSection.Block) -> [Content] {
    switch block.kind {
    case .fence(let fence) where fence.holdsStatements:
      return reading.lines(of: fence).compactMap { lines in
        let text = withoutBlankEnds(reading.text(lines.bytes))
        if text.isEmpty { return nil }
        return .lines(
          text,
          lines.items.map { item in
            switch item {
            case .statement(let index): .statement(index)
            case .unreadable(let index):
              .unreadable(reading.statements.unreadable[index].diagnostic)
            }
          })
      }
    case .quote: return [.reply(unquoted(block.bytes))]
    case .list:
      let tasks = tasks(in: block.bytes)
      if tasks.isEmpty { return [.remark(reading.text(block.bytes))] }
      return [.tasks(tasks.map { ($0.text, $0.isTicked) })]
    case .fence:
      if let asked = asked(in: block, about: nil) { return [.asked(asked.text)] }
      return [.remark(reading.text(block.bytes))]
    case .html, .other: return [.remark(reading.text(block.bytes))]
    }
  }

}

/// The text without blank lines at both ends, and with newlines alone at line ends.
func withoutBlankEnds(_ text: String) -> String {
  var lines = lines(of: withUnixLineEnds(text))[...]
  while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
  while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
  return lines.joined(separator: "\n")
}
