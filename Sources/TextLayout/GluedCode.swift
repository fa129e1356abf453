/// Code between backquotes, kept on one line where a text is wrapped.
extension StyledText {
  private static let noBreakSpace = "\u{A0}"

  /// With no-break spaces in what stands between backquotes and takes no more than so many columns.
  public func gluingCode(upTo columns: Int) -> StyledText {
    mappingTexts { run in
      guard run.text.contains("`") else { return run.text }
      let parts = run.text.split(separator: "`", omittingEmptySubsequences: false)
      return parts.enumerated().map { place, part in
        let isCode = place % 2 == 1 && place + 1 < parts.count && displayWidth(part) <= columns
        return isCode ? String(part).replacing(" ", with: Self.noBreakSpace) : String(part)
      }.joined(separator: "`")
    }
  }

  /// With spaces again, since what is typed has none others.
  public var unglued: StyledText {
    mappingTexts { $0.text.replacing(Self.noBreakSpace, with: " ") }
  }
}
