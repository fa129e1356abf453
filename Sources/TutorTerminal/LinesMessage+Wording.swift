import Diagnostics
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension LinesMessage {
  /// A list of lines has lines of its own.
  var text: StyledText {
    switch self {
    case .all(let lines): lines.isEmpty ? StyledText("There are no lines yet.", .dim) : StyledText()
    case .begins(let count): StyledText(Self.orders(count))
    case .deleted(let range, let left):
      StyledText(
        (range.count == 1
          ? "Line \(range.lowerBound) is"
          : "Lines \(range.lowerBound) to \(range.upperBound) are")
          + " deleted; \(left) \(left == 1 ? "is" : "are") left. `undo` brings back.", .dim)
    case .dropped: StyledText("Your changes are dropped, and the text is as it was.", .dim)
    case .endsFirst:
      StyledText("You are editing: `done` keeps your changes, `cancel` drops them.")
    case .insertsBefore(let number, let count):
      StyledText(
        number > count
          ? "What you type is added; an empty line ends it."
          : "What you type is put before line \(number); an empty line ends it.", .dim)
    case .left: StyledText("Your changes are kept; `:undo` takes them back.", .dim)
    case .moved(let number, let place): StyledText("Line \(number) is line \(place) now.", .dim)
    case .noSuchLine(let number, let count):
      StyledText(
        count == 0
          ? "There are no lines yet: `add` begins one."
          : number == 0
            ? "It takes the number of a line, as in `delete \(min(2, count))`."
            : "There is no line \(number): they go from 1 to \(count).")
    case .notUnderstood(let typed, let count):
      StyledText("`\(withoutControls(typed))` is none of the editor's words. " + Self.orders(count))
    case .notYours(let name): StyledText("`\(name)` is no line of yours, so it cannot be changed.")
    case .nothingToEdit:
      StyledText("There is nothing to change here yet. `:edit NAME` brings a line back.")
    case .nothingToUndo: StyledText("There is nothing to take back.")
    case .now(let number, let line):
      StyledText("\(number)  ", .dim) + StyledText(withoutControls(line))
    case .typeAnew(let line):
      StyledText(withoutControls(line), .code)
        + StyledText("\nType it anew with your change.", .dim)
    case .undone: StyledText("Taken back.", .dim)
    }
  }

  /// The numbers are of lines that there are.
  private static func orders(_ count: Int) -> String {
    let line = min(3, count)
    let words =
      count == 0
      ? "`add` begins a line; "
      : "`\(line)` changes line \(line); `add`, `insert \(line)`, `delete \(line)`,"
        + (line > 1 ? " `move \(line) 1`," : "")
        + " `undo` do what they say; Enter lists the lines; "
    return words + "`done` keeps your changes, `cancel` drops them."
  }
}

extension TutorTerminal {
  func lines(_ message: LinesMessage) -> [StyledText] {
    guard case .all(let lines) = message, !lines.isEmpty else { return wrap(message.text) }
    let room = String(lines.count).utf8.count
    return lines.enumerated().flatMap { index, line in
      wrap(
        StyledText(leftPadded("\(index + 1)", to: room) + (inWords ? ": " : "  "), .dim)
          + StyledText(withoutControls(line)), indent: room + 2)
    }
  }
}
