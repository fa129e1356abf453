/// A file of cases of one theme: what is typed, and below it what comes out.
///
///     # Division
///     What a slash stands for.
///
///     ## By zero
///     > 5 kg / (3 - 3)
///     error: This divides by zero.
///
///     ## On two lines
///     > 6 kg /
///     ... 2
///     = 3 kg
///
/// A case begins with a fresh state, and the lines typed above the first case open every one.
/// Text between a heading and what is typed is for the reader. Where nothing comes out stands
/// `(nothing)`. Blank lines at the end of what comes out do not count. What a reader would not
/// see, or would take for something else, is written as `\u{A0}`; see `TranscriptText`.
///
/// What is typed without anything below it is recorded by the next run. To record anew, delete what
/// comes out.
struct Transcript {
  private(set) var cases: [TranscriptCase] = []

  /// Reads a transcript. A case that cannot be read is kept with its fault, and fails.
  init(_ text: String, path: String) {
    var opening: [TranscriptExchange] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("# ") { continue }  // for the reader
      if line.hasPrefix("## ") {
        cases.append(
          TranscriptCase(path: path, title: String(line.dropFirst(3)), line: place + 1))
      } else if cases.isEmpty {
        Self.take(line, at: place + 1, into: &opening)
      } else {
        Self.take(line, at: place + 1, into: &cases[cases.count - 1].exchanges)
      }
    }
    var titles: Set<String> = []
    for index in cases.indices {
      cases[index].opening = opening.map(\.typed)
      if !titles.insert(cases[index].title).inserted {
        cases[index].fault = "Another case of this file has the same title."
      } else if cases[index].exchanges.isEmpty {
        cases[index].fault = "Nothing is typed in this case."
      }
    }
  }

  private static func take(
    _ line: Substring, at number: Int, into exchanges: inout [TranscriptExchange]
  ) {
    if let typed = rest(of: line, after: ">") {
      exchanges.append(TranscriptExchange(typed: TranscriptText.read(typed), line: number))
    } else if exchanges.isEmpty {
      return  // for the reader
    } else if exchanges[exchanges.count - 1].lines.isEmpty, let more = rest(of: line, after: "...")
    {
      exchanges[exchanges.count - 1].typed += "\n" + TranscriptText.read(more)
      exchanges[exchanges.count - 1].lastTypedLine = number
    } else {
      exchanges[exchanges.count - 1].lines.append(line)
    }
  }

  /// What follows a mark and its space; nil where the line does not begin with the mark.
  private static func rest(of line: Substring, after mark: String) -> Substring? {
    if line == mark { return "" }
    return line.hasPrefix(mark + " ") ? line.dropFirst(mark.count + 1) : nil
  }
}

/// Something typed, and what is to come out.
struct TranscriptExchange: Sendable {
  fileprivate(set) var typed: String
  /// Where it is typed, from 1.
  let line: Int
  fileprivate(set) var lastTypedLine: Int
  /// What stands below it, as in the file.
  fileprivate(set) var lines: [Substring] = []

  fileprivate init(typed: String, line: Int) {
    self.typed = typed
    self.line = line
    lastTypedLine = line
  }

  /// What is to come out; nil where nothing is recorded yet.
  var expected: String? {
    let text = TranscriptText.withoutBlankEnd(lines)
    if text.isEmpty { return nil }
    if text.count == 1, text[0] == TranscriptText.nothing { return "" }
    return text.map(TranscriptText.read).joined(separator: "\n")
  }
}
