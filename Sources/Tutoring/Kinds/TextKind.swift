import Diagnostics
import Exercises
import Formulas
import Grading
import TextLayout

/// Open questions: lines that are added to a text, and what is found of it.
extension TextAnswer: TutoredKind {
  func take(_ line: String, in session: Session) -> [SessionEvent]? {
    if session.isStatement(line) { return nil }
    if let words = session.wordsToTutor(line) { return words }
    let (written, formula) = (session.write(line), session.formulaInTextLines(line))
    // That it was added is said once.
    return formula.isEmpty ? written : written.filter { !$0.isAddedToText } + formula
  }

  func takeEmptyLine(in session: Session) -> [SessionEvent]? { session.emptyLineOfText() }

  func answerSoFar(to question: Question, in session: Session) -> [SessionEvent] {
    session.file.reply(toQuestion: question.id).map { [.gap, .textSoFar($0)] } ?? []
  }

  func why(of question: Question, last: Worksheet.Key?, in session: Session) -> [SessionEvent] {
    session.report(on: question).isStarted
      ? session.criteriaLines(of: question) : [.help(.nothingToExplain(question))]
  }

  func modelAnswer(in session: Session) -> [SessionEvent] {
    let full = modelAnswers.first { $0.level == .full } ?? modelAnswers.first
    return full.map { [.gap, .prose($0.text)] } ?? []
  }

  // Where a person alone judges it, its debriefing waits for the due date, where there is one.
  func isFinished(_ question: Question, _ report: QuestionReport, isDue: Bool) -> Bool {
    report.isDone && !report.hasObjections && !(isDue && question.countsByPersonAlone)
  }
}

extension Session {
  /// Bytes of the longest text that is kept.
  static let textLimit = 20_000

  /// Adds a line to the text of an open question.
  func write(_ text: String) -> [SessionEvent] {
    let old = file.reply(toQuestion: question.id)
    let whole = old.map { $0 + "\n" + text } ?? text
    guard whole.utf8.count <= Self.textLimit else { return [.said(.textTooLong)] }
    let problems = keepText(whole, as: "of your text, \"\(beginning(of: text, within: 60))\"")
    // What is found of a paste is told once, after its last line.
    owesText = isPasting ? question.id : nil
    guard !isPasting else { return problems }
    return problems + writtenLines(isSlight: !isInPaste && Self.isSlight(text))
  }

  /// Whether a line is so short that it may not be meant for the text.
  private static func isSlight(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).count < 4
  }

  /// What is found of a text to which something was added. Where that is nothing new, no more is
  /// said than that it holds still.
  private func writtenLines(isSlight: Bool = false) -> [SessionEvent] {
    let message = report(on: question).answers.first?.message
    let before = (toldCriteria[question.id], toldMessage[question.id])
    let lines = textLines(isAgain: true)
    let isNews = (toldCriteria[question.id], toldMessage[question.id]) != before || message == nil
    if isNews { return (isSlight ? [.said(.addedToText(isNews: true))] : []) + lines }
    let isOffer = { (event: SessionEvent) in
      if case .said(.next) = event { true } else { false }
    }
    return [.said(.addedToText(isNews: false))] + lines.filter(isOffer)
  }

  /// What is found of the text that lines of a paste have been added to, before a command among them
  /// is followed.
  func owedTextLines() -> [SessionEvent] {
    guard owesText == question.id else { return [] }
    owesText = nil
    return criteriaLines(of: question, isAgain: true)
  }

  /// Makes a text the reply to the question at hand, and saves.
  func keepText(_ text: String?, as change: String) -> [SessionEvent] {
    let before = file
    file.setReply(text, toQuestion: question.id, title: question.title)
    guard file.text != before.text else { return [] }
    history.remember(change, before: before)
    recompute()
    return save()
  }

  /// What is found of the text so far, with the offer to go on where nothing is missing.
  ///
  /// - Parameter isAgain: whether what has been said of it and stays so need not be said again.
  func textLines(isAgain: Bool = false) -> [SessionEvent] {
    var lines = criteriaLines(of: question, isAgain: isAgain)
    if report(on: question).isDone, let next = nextOpen(after: question) { lines += offer(next) }
    return lines
  }

  /// What is found of the text of a question, criterion by criterion.
  func criteriaLines(of question: Question, isAgain: Bool = false) -> [SessionEvent] {
    let report = self.report(on: question)
    guard var answer = report.answers.first else { return [] }
    let told = toldCriteria[question.id] ?? []
    toldCriteria[question.id] = Set(answer.criteria?.map(\.wholeMessage) ?? [])
    toldMessage[question.id] = answer.message
    // What is not met yet is said each time, so that it is not forgotten.
    if isAgain {
      answer.criteria?.removeAll { $0.met != false && told.contains($0.wholeMessage) }
    }
    var lines: [SessionEvent] = [.criteria(answer)]
    if report.hintCost > 0 { lines += [.said(.hintsOfText(report))] }
    return lines
  }

  /// What an empty line does at a text: a break between paragraphs of a paste; else the text is
  /// looked at once more, and the next empty line goes on.
  fileprivate func emptyLineOfText() -> [SessionEvent]? {
    guard let reply = file.reply(toQuestion: question.id) else { return nil }
    if isPasting {
      guard !reply.hasSuffix("\n"), reply.utf8.count < Self.textLimit else { return [] }
      let before = file
      file.setReply(reply + "\n", toQuestion: question.id, title: question.title)
      if file.text != before.text { recompute() }
      return []
    }
    guard environment.isInteractive else { return nil }
    var lines = textLines()
    if offered == nil, let next = nextOpen(after: question), next.id != question.id {
      lines += offer(next)
    }
    return lines
  }

  // MARK: What is not meant for a text

  /// Whether a line at a text question is rather a formula: it binds a name, or computes with the
  /// names that there are.
  func isStatement(_ text: String) -> Bool {
    let items = Parser.parse(text).items
    guard items.count == 1, case .statement(let statement) = items[0] else {
      return isSum(text, isWhole: false)
    }
    switch statement.kind {
    case .assign(let name, _, let expression): return !isRemark(name, expression, in: text)
    case .assignColumn, .function, .unit: return true
    case .show(let expression):
      if sheet.plot(of: statement) != nil { return true }
      if case .name(let name) = expression.kind { return sheet.hasName(name) }
      let names = expression.usedNames.filter {
        sheet.hasName($0) || sheet.units.lookup($0) == nil
      }
      let computes = text.contains { "[]()*/^+".contains($0) } || text.contains(" to ")
      return computes && !names.isEmpty && names.allSatisfy { sheet.hasName($0) }
        || isSum(text, isWhole: true)
    }
  }

  /// Whether a line like `Weakness = emissions` notes something in words: it gives no name of the
  /// exercise or the learner a value, and its right side has no number and not the names that there
  /// are.
  private func isRemark(_ name: String, _ expression: Expression, in text: String) -> Bool {
    let value = text.drop { $0 != "=" }
    let used = expression.usedNames
    return !name.contains("_") && !sheet.hasName(name) && answerKey.answer(named: name) == nil
      && !value.contains(where: { $0.isNumber || "([\"".contains($0) })
      && !used.isEmpty && !used.allSatisfy { sheet.hasName($0) }
  }

  /// Whether a line computes and says nothing: `2+2`, `60 W * 3 h`, `5 kg to g`, and `2+*3`, of
  /// which the mistake is told. Quantities (`5 m/s`, `8 L/100 km`), ranges, equations and points of
  /// a list may be of a text.
  private func isSum(_ text: String, isWhole: Bool) -> Bool {
    let isPoint = ["- ", "* ", "+ "].contains { text.hasPrefix($0) }
    guard !isPoint, !text.contains(where: { "=|".contains($0) }),
      text.contains(where: { $0.isNumber || $0 == "_" }),
      Self.operates(text, isWhole: isWhole) || isWhole && converts(text)
    else { return false }
    return text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.allSatisfy { word in
      if let first = word.first, first.isNumber { return true }
      return word == "to" || word.contains("_") || sheet.units.lookup(String(word)) != nil
        || BuiltinFunction.allNames.contains(String(word))
        || isWhole && sheet.hasName(String(word))
    }
  }

  /// Whether an operator stands before a number, a bracket or, where a name may follow, anything.
  private static func operates(_ text: String, isWhole: Bool) -> Bool {
    let dashes = text.count { $0 == "-" }
    return text.indices.dropFirst().contains { place in
      let rest = text[text.index(after: place)...]
      let next = rest.first { $0 != " " }
      let isOperand = next.map { $0.isNumber || $0 == "(" || $0 == "." } ?? !isWhole
      switch text[place] {
      case "+", "*", "^", "×", "÷":
        return isOperand || !isWhole || next.map { $0.isLetter || $0 == "_" } == true
      case "/": return isOperand && !["10 ", "100 ", "1000 "].contains { rest.hasPrefix($0) }
      // `2024-12-01` is a date.
      case "-": return isOperand && dashes == 1 && text.first?.isNumber == true
      case "(": return BuiltinFunction.allNames.contains(String(text[..<place]))
      default: return false
      }
    }
  }

  /// `5 kg to g`, and not the range `5 kg to 6 kg`.
  private func converts(_ text: String) -> Bool {
    guard let range = text.firstRange(of: " to ") else { return false }
    return !text[range.upperBound...].contains { $0.isNumber || $0 == " " }
  }

  /// What is said, once, of a line that was added to a text and looks like a formula.
  func formulaInTextLines(_ text: String) -> [SessionEvent] {
    guard !toldOfFormulaInText, looksLikeFormula(text) else { return [] }
    toldOfFormulaInText = true
    return [.said(.formulaInText)]
  }

  /// Whether words are few and signs of a formula there: a call, a name that is bound to a number,
  /// a name alone.
  private func looksLikeFormula(_ text: String) -> Bool {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = name.first, !first.isNumber else { return false }
    let rest = text[name.endIndex...]
    func known() -> [String] {
      sheet.allNames + BuiltinFunction.allNames + PlotStatement.names
    }
    if rest.isEmpty {
      return name.contains("_") || !nearestNames(to: String(name), among: known()).isEmpty
    }
    if rest.first == "(" {
      let functions = BuiltinFunction.allNames + PlotStatement.names
      return functions.contains(String(name))
        || !nearestNames(to: String(name), among: functions).isEmpty
    }
    let bound = rest.drop { $0 == " " }
    guard bound.first == "=" else { return false }
    let value = bound.dropFirst().drop { $0 == " " }
    let word = value.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return value.first.map { $0.isNumber || "(-.".contains($0) } ?? true
      || known().contains(String(word))
  }
}
