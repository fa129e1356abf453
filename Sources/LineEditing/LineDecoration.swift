import TextLayout

/// What a line at the prompt is shown with beside its letters.
public struct LineDecoration: Hashable, Sendable {
  /// A stretch of the line in a style of its own.
  public struct Mark: Hashable, Sendable {
    /// In bytes of the line.
    public var range: Range<Int>
    public var style: TextStyle

    public init(_ range: Range<Int>, _ style: TextStyle) {
      self.range = range
      self.style = style
    }
  }

  /// Of marks that overlap, the later one counts.
  public var marks: [Mark]
  /// What may follow the line, where no earlier line begins like it.
  public var suggestion: String

  public init(marks: [Mark] = [], suggestion: String = "") {
    self.marks = marks
    self.suggestion = suggestion
  }
}

/// What may follow a line: the rest of the newest earlier line that begins like it, else `other`.
func restOfLine(_ line: String, earlier: [String], other: String) -> String {
  // A single letter says too little.
  guard line.utf8.count > 1 else { return other }
  let found = earlier.last { $0.utf8.count > line.utf8.count && $0.utf8.starts(with: line.utf8) }
  guard let found else { return other }
  return String(decoding: found.utf8.dropFirst(line.utf8.count), as: UTF8.self)
}

/// The first word of a suggestion, with what stands before it.
func firstWord(of suggestion: String) -> String {
  let start = suggestion.prefix { !$0.isLetter && !$0.isNumber }
  let word = suggestion[start.endIndex...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
  return String(start + word)
}
