import Diagnostics

/// What a run of text is, from which a terminal derives how it looks.
public enum TextStyle: Hashable, Sendable {
  case plain
  case strong, emphasis, code, heading, link
  /// Said beside the matter: rules of tables, line numbers, remarks.
  case dim
  case error, warning, notice, success
  /// The question's number in the prompt.
  case prompt
  /// Numbers and units in results.
  case value, unit, name
  /// A line, mark or bar of a chart, by the number of its series from 0.
  case series(Int)
}

/// Text made of styled runs; it becomes escape codes only where it is printed.
public struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// Text of one style.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: TextStyle
  }

  /// None is empty, and no two beside each other are of one style.
  public private(set) var runs: [Run] = []

  public init() {}

  public init(_ text: String, _ style: TextStyle = .plain) { append(text, style) }

  public init(stringLiteral value: String) { self.init(value) }

  public mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum += right
    return sum
  }

  public static func += (left: inout StyledText, right: StyledText) {
    if left.runs.isEmpty {
      left = right
      return
    }
    for run in right.runs { left.append(run.text, run.style) }
  }

  public var isEmpty: Bool { runs.isEmpty }

  /// The text alone.
  public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Columns it takes in a terminal, counting every character (newlines as none).
  public var width: Int { runs.reduce(0) { $0 + displayWidth($1.text) } }

  /// The text with the escape codes of ECMA-48, or without any where colour is not wanted.
  /// Control characters of the text itself are left out, but for tabs and newlines: what comes
  /// from a file must not steer the terminal.
  public func rendered(colour: Bool) -> String {
    var result = ""
    for run in runs {
      let text = withoutControls(run.text)
      if colour, let code = Self.code(of: run.style) {
        result += "\u{1B}[\(code)m" + text + "\u{1B}[0m"
      } else {
        result += text
      }
    }
    return result
  }

  /// The lines of the text, split at newlines.
  public var lines: [StyledText] {
    var result = [StyledText()]
    for run in runs {
      // "\r\n" is one character, which is no "\n".
      let parts = run.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      for (index, part) in parts.enumerated() {
        if index > 0 { result.append(StyledText()) }
        result[result.count - 1].append(String(part), run.style)
      }
    }
    return result
  }

  private static func code(of style: TextStyle) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .emphasis: "3"
    case .code, .name: "36"
    case .heading: "1;34"
    case .link: "4"
    case .dim: "2"
    case .error: "1;31"
    case .warning: "33"
    case .notice: "35"
    case .success: "32"
    case .prompt: "1;36"
    case .value: "1"
    case .unit: "34"
    case .series(let number): ["36", "33", "35", "32", "31", "34"][max(0, number) % 6]
    }
  }
}

extension [StyledText] {
  /// The lines put under one another.
  public func joined(by separator: String = "\n") -> StyledText {
    var result = StyledText()
    for (index, line) in enumerated() {
      if index > 0 { result.append(separator) }
      result += line
    }
    return result
  }
}

extension StyledText {
  func mappingTexts(_ text: (Run) -> String) -> StyledText {
    runs.reduce(into: StyledText()) { $0.append(text($1), $1.style) }
  }

  /// The text without spaces at its end.
  public var trailingSpaceTrimmed: StyledText {
    var kept = self
    while let last = kept.runs.last, last.text.utf8.last == UInt8(ascii: " ") {
      kept.runs.removeLast()
      kept.append(last.text.droppingLast { $0 == " " }, last.style)
    }
    return kept
  }

  /// Its beginning, of at most so many columns.
  public func shortened(to columns: Int) -> StyledText {
    guard width > columns else { return self }
    var result = StyledText()
    var used = 0
    for run in runs {
      var kept = ""
      for character in run.text {
        used += displayWidth(character)
        if used > columns { break }
        kept.append(character)
      }
      result.append(kept, run.style)
      if used > columns { break }
    }
    return result
  }
}

extension String {
  /// Without the scalars at its end that fit.
  func droppingLast(while fits: (Unicode.Scalar) -> Bool) -> String {
    unicodeScalars.lastIndex { !fits($0) }.map { String(unicodeScalars[...$0]) } ?? ""
  }
}
