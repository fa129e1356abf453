import Diagnostics
import LineEditing
import Reports
import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and error: the only place that prints.
package final class Console {
  /// Whether a person reads the output at a terminal.
  package let isTerminal: Bool
  package let isInputTerminal: Bool
  package var colour: Bool { hasColour && !inWords }
  package let unicode: Bool
  /// Whether the student hears what is shown: all is said in words, and nothing is drawn.
  package var inWords: Bool
  package let hasColour: Bool
  private let hasErrorColour: Bool
  private var waiting = TerminalText()
  private var hasPrinted = false
  private let isSilent: Bool
  /// Why standard output could not be written to.
  private var failure: Int32?

  /// - Parameter isSilent: whether what is printed is dropped.
  /// - Parameter isAccessible: whether all is said in words; the environment can ask for it too.
  package init(isSilent: Bool = false, isAccessible: Bool = false) {
    let wish = Self.environment("RECKON_ACCESSIBLE") ?? ""
    inWords = isAccessible || !["", "0", "no", "false", "off"].contains(wish.lowercased())
    self.isSilent = isSilent
    isTerminal = isatty(1) == 1
    isInputTerminal = isatty(0) == 1
    let term = Self.environment("TERM") ?? ""
    let isPlain = term == "dumb" || !(Self.environment("NO_COLOR") ?? "").isEmpty
    hasColour = isTerminal && !isPlain && !term.isEmpty
    hasErrorColour = isatty(2) == 1 && !isPlain && !term.isEmpty
    // A pipe gets UTF-8, as files do; a terminal what its locale declares.
    unicode = !isTerminal || LibeditLineEditor.prepareLocale()
  }

  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Columns at hand: of the terminal as it is now, or 80.
  package var width: Int {
    var size = winsize()
    if isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(Int(size.ws_col), 120)
    }
    return 80
  }

  /// Points across one column; a terminal that does not say has eight or more.
  var cellWidth: Int {
    var size = winsize()
    guard isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_xpixel > 0
    else { return 8 }
    return min(max(1, Int(size.ws_xpixel) / Int(size.ws_col)), 64)
  }

  /// Lines of the screen as it is now, or 24.
  package var rows: Int {
    var size = winsize()
    if isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 {
      return Int(size.ws_row)
    }
    return 24
  }

  /// Whether what stands on the screen can be drawn over.
  package var canDraw: Bool {
    let term = Self.environment("TERM") ?? ""
    return isTerminal && !inWords && term != "dumb" && !term.isEmpty
  }

  /// Begins a new screen at a terminal that can be cleared; elsewhere nothing, or an empty line
  /// after what was printed before.
  package func clearScreen() {
    if canDraw {
      waiting.append(.clearScreen)
      hasAdded()
    } else if hasPrinted {
      write("\n")
    }
  }

  /// Draws a whole window over what stands in it, without a flicker; elsewhere its lines are printed.
  package func showScreen(_ lines: [StyledText]) {
    guard canDraw else {
      show([StyledText()] + lines)
      return flush()
    }
    hasPrinted = true
    waiting.append(.home)
    for line in lines {
      waiting.append(line, colour: colour)
      waiting.append(.clearLine)
      waiting.append(.newline)
    }
    waiting.append(.clearBelow)
    flush()
  }

  /// The beginning of a line, after which a key is waited for.
  func showUnfinished(_ line: StyledText) {
    waiting.append(line, colour: colour)
    flush()
  }

  /// Takes the beginning of a line away again.
  func eraseLine() {
    waiting.append(.carriageReturn)
    waiting.append(.clearLine)
    hasAdded()
  }

  /// A line of results in as many as it takes.
  package func showFolded(_ line: StyledText) { show(wrapped(line, width: width, indent: 2)) }

  /// Prints lines of results.
  package func show(_ lines: [StyledText]) { for line in lines { show(line) } }

  package func show(_ line: StyledText) {
    waiting.append(line, colour: colour)
    waiting.append(.newline)
    hasAdded()
  }

  /// Prints a value for other programs, on a line of its own.
  package func show(_ value: JSONValue) { write(value.text + "\n") }

  /// A number and its unit on a line of their own, without a style.
  package func showPlain(_ number: String, _ unit: String) {
    hasPrinted = true
    waiting.append(number: number)
    if !unit.isEmpty {
      waiting.append(number: " ")
      waiting.append(unit)
    }
    waiting.append(.newline)
    if waiting.count > 1 << 16 { flush() }
  }

  /// A document of many lines without what could act on a terminal, kept until `flush` or until
  /// there is much of it.
  package func write(_ text: String) {
    waiting.append(text)
    hasAdded()
  }

  /// The codes of a picture, which nothing of a file is part of but in base 64 or as sixels.
  func showPicture(_ sequence: String) {
    waiting.append(picture: sequence)
    hasAdded()
  }

  private func hasAdded() {
    hasPrinted = true
    if waiting.count > 1 << 16 { flush() }
  }

  package func flush() {
    guard !waiting.isEmpty else { return }
    failure = failure ?? send(waiting, to: 1)
    waiting.removeAll()
  }

  /// Prints what is left, and throws where standard output could not take everything.
  package func finish() throws(Status) {
    flush()
    guard let failure else { return }
    self.failure = nil
    report(CommandWording.outputFailed(String(cString: strerror(failure))))
    throw .io
  }

  /// Prints a diagnostic to standard error.
  package func report(_ located: LocatedDiagnostic) {
    flush()
    let renderer = SnippetRenderer(width: width, unicode: unicode, inWords: inWords)
    let text = renderer.render(located.diagnostic, in: located.source)
    var printed = TerminalText()
    printed.append(text, colour: hasErrorColour && !inWords)
    printed.append(.newline)
    send(printed, to: 2)
  }

  /// Prints the first of many diagnostics, and how many more there are.
  package func report(_ problems: [LocatedDiagnostic]) {
    for problem in problems.prefix(Self.mostProblems) { report(problem) }
    let left = problems.count - Self.mostProblems
    if left > 0 { report(CommandWording.moreProblems(left)) }
  }

  /// Diagnostics of one file that anyone would read.
  private static let mostProblems = 100

  package func report(_ diagnostic: Diagnostic) {
    report(LocatedDiagnostic(diagnostic, in: SourceText("")))
  }

  /// Nil when all was written, else the system's error number.
  @discardableResult
  fileprivate func send(_ text: TerminalText, to descriptor: Int32) -> Int32? {
    isSilent ? nil : text.write(to: descriptor)
  }
}

extension Console {
  /// Whether a person reads standard error at a terminal, where a line can be written over.
  package var showsProgress: Bool {
    let term = Self.environment("TERM") ?? ""
    return isatty(2) == 1 && term != "dumb" && !term.isEmpty
  }

  /// Puts a line in the place of the last one on standard error; none takes it away.
  package func showProgress(_ line: String) {
    var text = TerminalText(.carriageReturn)
    text.append(.clearLine)
    text.append(line)
    send(text, to: 2)
  }
}

/// Exit statuses, as `sysexits.h` has them where it has them.
package enum Status: Int32, Error, CaseIterable {
  case fine = 0
  /// An answer or a check fell short.
  case short = 1
  case usage = 2
  case badInput = 65
  case io = 74
}

extension Console {
  /// A message of the argument parser, which repeats what was typed.
  package func complain(_ text: String) {
    flush()
    var line = TerminalText()
    line.append(text)
    line.append(.newline)
    send(line, to: 2)
  }
}
