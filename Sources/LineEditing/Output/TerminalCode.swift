/// Every code that is sent to a terminal, but for the colours of `StyledText`: none of them is made of
/// what a file or a person has given (ECMA-48; xterm's for pastes).
public enum TerminalCode: Equatable, Sendable {
  case carriageReturn
  case newline
  /// To the next line's first column.
  case nextLine
  case bell
  case up(Int)
  case down(Int)
  /// Right by so many columns.
  case right(Int)
  /// Left by so many columns.
  case back(Int)
  case home
  case clearScreen
  /// From the cursor to the end of the screen.
  case clearBelow
  /// From the cursor to the end of the line.
  case clearLine
  /// Whether what goes beyond the last column is put on the next line.
  case wraps(Bool)
  /// Whether what is pasted comes between marks.
  case marksPastes(Bool)
  case asksCursor
  case asksAttributes

  var text: String {
    switch self {
    case .carriageReturn: "\r"
    case .newline: "\n"
    case .nextLine: "\r\n"
    case .bell: "\u{7}"
    case .up(let rows): "\u{1B}[\(rows)A"
    case .down(let rows): "\u{1B}[\(rows)B"
    case .right(let columns): "\u{1B}[\(columns)C"
    case .back(let columns): String(repeating: "\u{8}", count: max(0, columns))
    case .home: "\u{1B}[H"
    case .clearScreen: "\u{1B}[H\u{1B}[2J"
    case .clearBelow: "\u{1B}[J"
    case .clearLine: "\u{1B}[K"
    case .wraps(let isOn): isOn ? "\u{1B}[?7h" : "\u{1B}[?7l"
    case .marksPastes(let isOn): isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
    case .asksCursor: "\u{1B}[6n"
    case .asksAttributes: "\u{1B}[c"
    }
  }
}
