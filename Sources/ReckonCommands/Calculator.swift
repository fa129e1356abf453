import Diagnostics
import Formulas
import LineEditing
import Quantities
import Reports
import TextLayout
import TutorTerminal

/// Formulas without an exercise.
final class Calculator {
  private let console: Console
  private let json: Bool
  private let sheet: Worksheet
  private let budget: Budget

  init(_ console: Console, json: Bool) {
    self.console = console
    self.json = json
    // Every number is written out for a program.
    budget = json ? .standard : .calculator
    sheet = Worksheet(units: UnitSystem(), budget: budget)
  }

  /// Computes the statements of a text; false where one has a mistake.
  func run(_ text: String) -> Bool { run(Parser.parse(text).items, SourceText(text)) }

  /// - Parameters:
  ///   - source: made where something is to be said of it.
  ///   - isLine: whether it is the line whose shape was asked for last.
  private func run(
    _ items: [Parser.Item], _ source: @autoclosure () -> SourceText, isLine: Bool = false
  ) -> Bool {
    var isFine = true
    for (index, item) in items.enumerated() {
      switch item {
      case .problem(let problem, let statement):
        isFine = false
        show(sheet.checked(problem), statement, source())
      case .statement(let statement):
        let entered = sheet.enter(statement)
        if let problem = entered.problem {
          isFine = false
          show(problem, statement.text, source())
          continue
        }
        var notices = entered.notices
        if let drawing = sheet.plot(of: statement) {
          notices.append(CommandWording.drawsElsewhere(drawing))
        }
        if isLine, items.count == 1 { sheet.learnShape(statement, entered) }
        if json {
          write(statement.text, entered.value, notices: notices)
        } else {
          for notice in notices { console.report(LocatedDiagnostic(notice, in: source())) }
          show(entered, isLast: index == items.count - 1)
        }
      }
    }
    return isFine
  }

  /// Computes standard input line by line; a statement may take several. What comes from a
  /// program or a file has one budget for all of it, as a notebook has, and a little more for each
  /// line, so that a long file of short formulas is computed to its end.
  func runStandardInput() -> Bool {
    if console.isInputTerminal { return runLines() }
    return sheet.together(steps: 5 * budget.steps, runLines)
  }

  /// Some hundred operations.
  private static let stepsOfLine = 2000

  private func runLines() -> Bool {
    var lines = PipedLines(descriptor: 0)
    var isFine = true
    var pending = ""
    var firstLine = 1
    var number = 0
    // A person sees each result before typing on.
    let isPerson = console.isInputTerminal
    while let line = lines.next() {
      number += 1
      sheet.allow(moreSteps: Self.stepsOfLine)
      let text = pending.isEmpty ? line : pending + "\n" + line
      if pending.isEmpty { firstLine = number }
      // A file of measurements has the same formula on every line.
      if pending.isEmpty, !json, let value = sheet.value(ofKnownShape: line) {
        show(value)
        continue
      }
      let outcome = Parser.parse(text)
      // A pasted function may have an empty line within; two of them end it.
      let wasBlank = pending.hasSuffix("\n")
      if outcome.isIncomplete, !(Self.isBlank(line) && wasBlank) {
        pending = text
        continue
      }
      let isLine = pending.isEmpty
      pending = ""
      let source = { SourceText(text, name: "input", firstLine: firstLine) }
      if !run(outcome.items, source(), isLine: isLine) { isFine = false }
      if isPerson { console.flush() }
    }
    if !pending.isEmpty {
      let source = SourceText(pending, name: "input", firstLine: firstLine)
      if !run(Parser.parse(pending).items, source) { isFine = false }
    }
    return isFine
  }

  /// Computes what a person types, until `quit` or Ctrl-D.
  func runAtTerminal() {
    let editor = LibeditLineEditor(
      name: "reckon", historyFile: Tutor.historyFile, colour: console.colour)
    editor.isPlain = console.inWords
    let sign = console.inWords ? "reckon:" : console.unicode ? "›" : ">"
    var pending = ""
    var hasTold = false
    while true {
      let prompt =
        pending.isEmpty
        ? StyledText(sign, .prompt) + " "
        : StyledText(console.inWords ? "more: " : console.unicode ? "… " : "... ", .dim)
      switch editor.readLine(prompt: prompt) {
      case .endOfInput:
        console.show(StyledText())
        console.flush()
        return
      case .interrupted: pending = ""
      case .line(let line):
        editor.remember(line)
        // Behind an operator the line goes on as it is.
        let joint = Parser.parse(pending).endsInSign ? " " : "\n"
        let text = pending.isEmpty ? line : pending + joint + line
        if pending.isEmpty, ["quit", "exit", ":q", ":quit"].contains(line) { return }
        let outcome = Parser.parse(text)
        let isOpen = outcome.isIncomplete || outcome.endsInSign
        if isOpen, pending.isEmpty || !Self.isBlank(line) {
          pending = text
          if !hasTold, let end = outcome.openEnd, editor.pastedLinesWaiting == 0 {
            hasTold = true
            console.showFolded(StyledText(OpenEndWording.goesOn(after: end), .dim))
          }
        } else {
          pending = ""
          _ = run(outcome.items, SourceText(text))
        }
      }
      console.flush()
    }
  }

  private static func isBlank(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  // MARK: Showing

  private func show(_ entered: Entered, isLast: Bool) {
    guard let value = entered.value else { return }
    // A binding is shown where nothing follows that would show something.
    if entered.key != nil, !isLast { return }
    show(value)
  }

  private func show(_ value: Value) {
    if case .quantity(let number, let unit) = value, !console.colour, console.unicode {
      return console.showPlain(NumberFormat.standard.string(number), unit.symbol)
    }
    let display = ValueDisplay(
      width: console.width, unicode: console.unicode, inWords: console.inWords)
    console.show(display.lines(value))
  }

  private func show(_ problem: FormulaProblem, _ statement: String, _ source: SourceText) {
    if json {
      write(statement, nil, error: problem.diagnostic)
    } else {
      console.report(LocatedDiagnostic(problem.diagnostic, in: source))
    }
  }

  private func write(
    _ input: String, _ value: Value?, error: Diagnostic? = nil, notices: [Diagnostic] = []
  ) {
    var number = JSONValue.null
    var unit = JSONValue.null
    var text = JSONValue.null
    if let value {
      let display = ValueDisplay(width: 80, unicode: true)
      text = .string(display.text(value).plain)
      unit = value.unit.map { .string($0.symbol) } ?? .null
      switch value {
      case .quantity(let own, _): number = .number(own)
      case .column(let numbers, _): number = .array(numbers.map { .number($0) })
      case .texts(let texts): number = .array(texts.map { .string($0) })
      case .truths(let truths): number = .array(truths.map { .bool($0) })
      case .text(let own): number = .string(own)
      case .truth(let truth): number = .bool(truth)
      case .table, .function: break
      }
    }
    let object = JSONValue.object([
      ("input", .string(input)), ("value", number), ("unit", unit), ("text", text),
      ("error", error.map { .string($0.message) } ?? .null),
      ("notices", .array(notices.map { .string($0.message) })),
      ("try", .array((notices + [error].compactMap(\.self)).flatMap(\.help).map { .string($0) })),
    ])
    console.show(object)
  }
}
