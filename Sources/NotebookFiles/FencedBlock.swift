/// A fenced block of a notebook, in bytes of the file.
struct FencedBlock: Sendable {
  /// Whether it is marked `reckon`.
  var holdsStatements: Bool
  /// What the fence is made of: `` ` `` or `~`.
  var mark: UInt8
  /// How many marks open it.
  var length: Int
  /// Of the first opening mark.
  var opening: Int
  /// Of the first closing mark; nil where the file ends first.
  var closing: Int?
  /// The lines between the fences.
  var content: Range<Int>
  /// Line of the file, counted from 1, on which the content starts.
  var firstLine: Int

  /// Reads the fences of a block that takes `lines` of the file.
  init?(in bytes: [UInt8], lines: Range<Int>, firstLine: Int, holdsStatements: Bool) {
    guard let run = Self.run(in: bytes[lines]), run.length >= 3 else { return nil }
    self.holdsStatements = holdsStatements
    self.firstLine = firstLine + 1
    mark = bytes[run.start]
    length = run.length
    opening = run.start
    let first = bytes[lines].firstIndex(of: Byte.newline).map { $0 + 1 } ?? lines.upperBound
    let body = bytes[first..<lines.upperBound]
    let lastStart =
      body.dropLast(body.last == Byte.newline ? 1 : 0).lastIndex(of: Byte.newline)
      .map { $0 + 1 } ?? first
    if let end = Self.run(in: bytes[lastStart..<lines.upperBound]), bytes[end.start] == mark,
      end.length >= length, end.isAlone
    {
      closing = end.start
      content = first..<lastStart
    } else {
      content = first..<bytes.count
    }
  }

  /// The run of fence marks that opens a line, after at most three spaces.
  private static func run(in line: ArraySlice<UInt8>) -> (start: Int, length: Int, isAlone: Bool)? {
    let spaces = line.prefix { $0 == Byte.space }
    let rest = line[spaces.endIndex...]
    guard spaces.count <= 3, let mark = rest.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let marks = rest.prefix { $0 == mark }
    let after = rest[marks.endIndex...].prefix { $0 != Byte.newline }
    return (rest.startIndex, marks.count, after.allSatisfy(Byte.isBlank))
  }

  /// How many marks it takes lest a line of the text close a fence: 3 at least.
  static func length(around text: some Collection<UInt8>, mark: UInt8) -> Int {
    let runs = text.split(separator: Byte.newline).filter { $0.contains(mark) }
      .compactMap { run(in: ArraySlice($0))?.length }
    return max(2, runs.max() ?? 0) + 1
  }

  /// The lines of a block of backquotes that holds a text.
  static func lines(around text: String, info: String) -> [String] {
    let length = length(around: text.utf8, mark: UInt8(ascii: "`"))
    let marks = String(repeating: "`", count: length)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return [marks + info] + lines + [marks]
  }

  /// Whether the content holds a line that opens a block of statements: this one was meant to
  /// end before it.
  func overruns(in bytes: [UInt8]) -> Bool {
    bytes[content].split(separator: Byte.newline).contains { line in
      guard let run = Self.run(in: line), run.length >= 3 else { return false }
      return line[(run.start + run.length)...].drop(while: Byte.isBlank).starts(with: "reckon".utf8)
    }
  }
}
