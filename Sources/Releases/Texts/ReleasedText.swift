import ExerciseFiles

/// An author's file as students get it, line by line, each with the author's own.
public struct ReleasedText {
  public struct Line {
    public var text: String
    /// Of the author's file, counted from 1: the first of what it was made of.
    public var origin: ClosedRange<Int>
  }

  public private(set) var lines: [Line] = []

  public var text: String { lines.map(\.text).joined(separator: "\n") }

  /// - Parameters:
  ///   - outline: of the author's file.
  ///   - header: the lines that take the place of the front matter.
  ///   - replacing: the lines that take the place of a block; nil where it stays.
  ///   - appending: lines that stand behind all others.
  init(
    _ outline: ExerciseOutline, header: [String], appending end: [String] = [],
    replacing: (ExerciseOutline.Block) -> [String]?
  ) {
    let head = 1...max(1, outline.bodyLine - 1)
    lines = (["---"] + header + ["---"]).map { Line(text: $0, origin: head) }
    var comments = CommentStripper()
    var line = outline.bodyLine
    for block in outline.blocks where block.lines.lowerBound >= line {
      addText(outline, line..<block.lines.lowerBound, &comments)
      line = block.lines.upperBound + 1
      guard let new = replacing(block) else {
        lines += block.lines.map { Line(text: outline.lines[$0 - 1], origin: $0...$0) }
        continue
      }
      lines += new.map { Line(text: $0, origin: block.lines) }
      // Nor does the blank line after it stay, or there would be two.
      if new.isEmpty, lines.last?.isBlank == true, line <= outline.lines.count,
        outline.lines[line - 1].allSatisfy(\.isWhitespace)
      {
        line += 1
      }
    }
    addText(outline, line..<max(line, outline.lines.count + 1), &comments)
    while lines.last?.isBlank == true { lines.removeLast() }
    lines += end.map { Line(text: $0, origin: head) } + [Line(text: "", origin: head)]
  }

  private mutating func addText(
    _ outline: ExerciseOutline, _ range: Range<Int>, _ comments: inout CommentStripper
  ) {
    for number in range {
      let text = outline.lines[number - 1]
      let shown = comments.stripped(text)
      if shown != text, shown.allSatisfy(\.isWhitespace) { continue }
      lines.append(Line(text: shown, origin: number...number))
    }
  }
}

extension ReleasedText.Line {
  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
