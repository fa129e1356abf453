import TextLayout

extension TerminalLayout {
  /// Markdown as lines of a terminal.
  ///
  /// - `droppingTitle`: leaves out a heading of the first level at the start, where the
  ///   title is shown otherwise.
  public func lines(markdown: String, droppingTitle: Bool = false) -> [StyledText] {
    var document = readMarkdown(markdown)
    if droppingTitle, case .heading(level: 1, _)? = document.blocks.first?.block {
      document.blocks.removeFirst()
    }
    return lines(document)
  }
}
