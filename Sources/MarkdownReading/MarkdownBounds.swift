/// Estimates, from one pass over a text, of what cmark-gfm 0.29.0.gfm.6 would spend on it.
///
/// That version takes time or memory far above the length of the text in four cases: deep
/// nesting followed by many blank lines, tables whose short rows are filled up to many
/// columns, references that repeat a long destination, and very many `@`.
struct MarkdownBounds {
  private(set) var lineCount = 0
  private var byteCount = 0
  private var longestPrefix = 0
  private var mostPipes = 0
  private var atSigns = 0
  private var closingBrackets = 0
  private var longestParagraph = 0
  private var hasDefinitions = false

  /// Bytes of the largest text that is read as Markdown: some 200 printed pages.
  static let maximumBytes = 1 << 20
  private static let maximumNestingWork = 20_000_000
  private static let maximumCells = 1_000_000
  private static let maximumReferenceBytes = 1 << 26
  private static let maximumAtSigns = 1000

  init(of bytes: [UInt8]) {
    byteCount = bytes.count
    guard byteCount <= Self.maximumBytes else {
      lineCount = bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
      if let last = bytes.last, last != UInt8(ascii: "\n") { lineCount += 1 }
      return
    }
    var paragraph = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      lineCount += 1
      let prefix = line.prefix(while: Self.mayBeContainer).count
      longestPrefix = max(longestPrefix, prefix)
      paragraph = prefix == line.count ? 0 : paragraph + line.count
      longestParagraph = max(longestParagraph, paragraph)
      count(line)
    }
    if bytes.last == UInt8(ascii: "\n") || bytes.isEmpty { lineCount -= 1 }
  }

  /// Whether cmark-gfm reads the text within about a second and 200 MB.
  var areKept: Bool {
    byteCount <= Self.maximumBytes
      && longestPrefix * lineCount <= Self.maximumNestingWork
      && mostPipes * lineCount <= Self.maximumCells
      && (!hasDefinitions || closingBrackets * longestParagraph <= Self.maximumReferenceBytes)
  }

  /// Whether bare addresses may be looked for.
  var allowsAutolinks: Bool { atSigns <= Self.maximumAtSigns }

  private mutating func count(_ line: ArraySlice<UInt8>) {
    var pipes = 0
    var previous: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "@"): atSigns += 1
      case UInt8(ascii: "]"): closingBrackets += 1
      case UInt8(ascii: ":") where previous == UInt8(ascii: "]"): hasDefinitions = true
      default: break
      }
      previous = byte
    }
    mostPipes = max(mostPipes, pipes)
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
