/// What cmark-gfm 0.29.0.gfm.6 would spend on the blocks of a text, from one pass over its lines.
///
/// Its reading of blocks takes time or memory far above the length of the text in four cases:
/// deep nesting, which every line goes through; tables, whose rows it keeps in lists that it
/// walks from the start for every cell, and whose heads it looks for anew at each line of
/// hyphens; short rows filled up to many columns; and references that repeat a long destination.
/// What it spends on the text within blocks is bounded by `InlineBounds`.
struct MarkdownBounds {
  private(set) var lineCount = 0
  private var byteCount = 0
  private var longestPrefix = 0
  private var closingBrackets = 0
  private var longestRun = 0
  private var hasDefinitions = false
  private var tableWork = 0
  private var cells = 0
  private var run = Run()

  /// Lines without a blank one among them, which a paragraph or a table cannot reach beyond.
  private struct Run {
    var lines = 0
    var bytes = 0
    var pipes = 0
    /// Of the widest table that a line of hyphens may open here.
    var columns = 0
  }

  /// Bytes of the largest text that is read as Markdown: some 200 printed pages.
  static let maximumBytes = 1 << 20
  private static let maximumLines = 50_000
  private static let maximumNestingWork = 20_000_000
  private static let maximumReferenceBytes = 1 << 26
  private static let maximumTableWork = 100_000_000
  private static let maximumCells = 200_000

  init(of bytes: [UInt8]) {
    byteCount = bytes.count
    guard byteCount <= Self.maximumBytes else {
      lineCount = bytes.count { $0 == UInt8(ascii: "\n") }
      if let last = bytes.last, last != UInt8(ascii: "\n") { lineCount += 1 }
      return
    }
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      lineCount += 1
      longestPrefix = max(longestPrefix, line.prefix(while: Self.mayBeContainer).count)
      Self.endsRun(line) ? endRun() : count(line)
    }
    endRun()
    if bytes.last == UInt8(ascii: "\n") || bytes.isEmpty { lineCount -= 1 }
  }

  /// Whether cmark-gfm reads the blocks within about a second and 200 MB.
  var areKept: Bool {
    byteCount <= Self.maximumBytes && lineCount <= Self.maximumLines
      && longestPrefix * lineCount <= Self.maximumNestingWork
      && (!hasDefinitions || closingBrackets * longestRun <= Self.maximumReferenceBytes)
  }

  /// Whether tables may be looked for.
  var allowsTables: Bool { tableWork <= Self.maximumTableWork && cells <= Self.maximumCells }

  private mutating func count(_ line: ArraySlice<UInt8>) {
    var pipes = 0
    var hyphens = 0
    var others = 0
    var previous: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hyphens += 1
      case UInt8(ascii: "]"):
        closingBrackets += 1
        others += 1
      case UInt8(ascii: ":"): if previous == UInt8(ascii: "]") { hasDefinitions = true }
      case UInt8(ascii: ">"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: others += 1
      }
      previous = byte
    }
    tableWork = clamped(tableWork + clamped(pipes * pipes))
    if hyphens > 0, others == 0 {
      // All above it is read as rows, and each row goes back to the pipe before it.
      tableWork = clamped(tableWork + clamped((run.lines + run.pipes) * run.bytes))
      run.columns = max(run.columns, pipes + 1)
    }
    run.lines += 1
    run.bytes += line.count + 1
    run.pipes += pipes
  }

  private mutating func endRun() {
    longestRun = max(longestRun, run.bytes)
    cells += run.columns * run.lines
    run = Run()
  }

  /// Far beyond every bound, and far from an overflow.
  private func clamped(_ work: Int) -> Int { min(work, 1 << 50) }

  /// Whether a line is blank, or the mark of a quote alone.
  private static func endsRun(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: " ") }
    let isQuote = rest.first == UInt8(ascii: ">") && line.count - rest.count <= 3
    return (isQuote ? rest.dropFirst() : rest).allSatisfy(isSpace)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Whether a byte at the start of a line may open or continue a quote or a list.
  private static func mayBeContainer(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
