import Diagnostics
import Exercises
import Formulas

/// Plain words to the tutor, at every prompt.
extension Session {
  private var tableNames: [String] {
    (sheet.shippedTables + opened.backgroundTables).map(\.name)
  }

  /// What plain words ask for, where a formula or a choice is typed; nil where the line may be
  /// anything else, such as a name of the sheet or an option.
  func plainWords(_ line: String) -> [SessionEvent]? {
    if isOption(line) { return nil }
    if wasTableShown, line.lowercased() == "more", !sheet.hasName(line) {
      return command("table more")
    }
    if let intent = intent(of: line) { return follow(intent) }
    if let word = wordAskedFor(line) { return command(word) }
    if let near = commandNear(line) { return told(SessionDiagnostics.nearCommand(line, near)) }
    if let bare = Self.commandBehindSign(line) { return command(bare) }
    if let intent = cry(in: line) { return follow(intent) }
    guard isWords(line) else { return nil }
    return [.said(.wordsForFormula(HelpTopic(inWords: line), hasHints: hasHints(question)))]
  }

  /// A command behind the sign of another program: `/help`, `\\quit`, `!hint`.
  private static func commandBehindSign(_ line: String) -> String? {
    let name = line.drop { "/\\!".contains($0) }
    guard name.count < line.count, Command.all.contains(where: { $0.name == name }) else {
      return nil
    }
    return String(name)
  }

  /// What words that are no formula ask for, whatever else they say: `can someone help me with the
  /// first figure`.
  private func cry(in line: String) -> Intent? {
    guard question.responseForm == .formulas, !isFormula(line) else { return nil }
    for words in PlainWords.readings(of: line) where words.count > 2 {
      for (word, intent) in Self.cries where words.words.contains(word) { return intent }
    }
    return nil
  }

  private static let cries: KeyValuePairs<String, Intent> = [
    "hint": Intent(.command("hint"), .shows), "wrong": Intent(.command("why"), .shows),
    "stuck": Intent(.guidance, .shows), "understand": Intent(.guidance, .shows),
    "help": Intent(.guidance, .shows),
  ]

  /// What says more of a unit or a name whose meaning is asked: `what is kWh`, `what does pue mean`.
  private func wordAskedFor(_ line: String) -> String? {
    let words = line.split { " ?\u{A0}\u{202F}".contains($0) }.map(String.init)
    guard words.count > 1 else { return nil }
    for reading in PlainWords.readings(of: line) {
      let asked = reading.words.filter { $0 != "mean" }
      guard asked.count == 2, asked.first == "what", let named = asked.last else { continue }
      let language = PlainLanguage.named(reading.language)
      guard let word = words.first(where: { language.folded($0) == named }) else { continue }
      if sheet.hasName(word) { return "vars \(word)" }
      if sheet.units.lookup(word) != nil { return "units \(word)" }
    }
    return nil
  }

  /// The command that a single word misspells, where it is near to nothing else.
  private func commandNear(_ line: String) -> Command? {
    guard line.count > 3, line.allSatisfy({ $0.isASCII && $0.isLetter }), !sheet.hasName(line),
      sheet.units.lookup(line) == nil,
      nearestNames(to: line, among: sheet.allNames + missingNames()).isEmpty
    else { return nil }
    let near = nearestNames(to: line.lowercased(), among: Command.all.map(\.name))
    return near.first.flatMap { name in Command.all.first { $0.name == name } }
  }

  /// Whether a line that is no formula is a question or a request in words.
  private func isWords(_ line: String) -> Bool {
    let isQuestion = line.hasSuffix("?")
    guard question.responseForm == .formulas || isQuestion else { return false }
    let isRequest = PlainLanguage.all.contains { language in
      guard let words = PlainWords(line, in: language), words.number == nil else { return false }
      return (isQuestion || words.count > 2 && language.starters.contains(words.first))
        && !words.typed.contains { $0.contains("_") }
    }
    return isRequest && !isFormula(line)
  }

  /// Whether a line is a statement, and shows nothing but what is known.
  private func isFormula(_ line: String) -> Bool {
    Parser.parse(line).items.allSatisfy { item in
      guard case .statement(let statement) = item else { return false }
      guard case .show(let expression) = statement.kind else { return true }
      return expression.usedNames.allSatisfy {
        sheet.hasName($0) || sheet.units.lookup($0) != nil
      }
    }
  }

  /// Nil where the words are names of the sheet.
  private func intent(of line: String) -> Intent? { heard(in: line)?.intent }

  private func heard(in line: String) -> (intent: Intent, words: PlainWords)? {
    let tables = tableNames
    guard let heard = Intent.heard(in: line, tables: tables) else { return nil }
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    let isNamed = words.count < 3 && words.contains { sheet.hasName($0) && !tables.contains($0) }
    // A single word with a slip may be meant for a name.
    let isNearName =
      heard.words.isMended && words.count == 1
      && !nearestNames(to: words[0], among: sheet.allNames + missingNames()).isEmpty
    let isTable = words.count == 1 && tables.contains(words[0])
    return isNamed || isNearName || isTable ? nil : heard
  }

  /// Whether a line at a choice says which options are meant.
  private func isOption(_ line: String) -> Bool {
    guard case .choice(let choice) = question.body else { return false }
    switch ChoiceLine(line, among: choice) {
    case nil, .noSuchOption?: return false
    case .change?, .all?, .none?, .several?: return true
    }
  }

  /// Does what is meant, or says how it is done.
  private func follow(_ intent: Intent) -> [SessionEvent] {
    switch intent.action {
    case .command(let text):
      return intent.manner == .offered ? [.said(.offersCommand(text))] : command(text)
    case .guidance: return guidance()
    case .answer where report(on: question).isDone: return command(":debrief")
    case .answer:
      return [
        .said(.answerAsked(question, hasHints: hasHints(question), maySkip: question.maySkip))
      ]
    case .consent: return consent()
    case .remark(let remark): return [.said(.remark(remark, file: store.place))]
    }
  }

  /// The task once more, and the ways on.
  func guidance() -> [SessionEvent] {
    let report = report(on: question)
    let isWhole = !report.answers.contains { ($0.criteria ?? []).contains { $0.met == false } }
    if report.isDone, isWhole, let next = nextOpen(after: question) {
      return [.said(.isAnswered(question.id))] + offer(next)
    }
    // Of a text that is begun, what it lacks belongs to it.
    let found = isAtText && report.isStarted ? criteriaLines(of: question) : []
    return task() + found + [.gap, .said(.ways(question, hasHints: hasHints(question)))]
  }

  /// `:task`
  func task() -> [SessionEvent] { [.task(question, report(on: question))] }

  /// Yes, to what the line before has asked or offered.
  private func consent() -> [SessionEvent] {
    if mayConfirmSkip == question.id { return command("skip") }
    if wasHintOffered { return command("hint") }
    if let next = wasExerciseOffered { return go(on: next) }
    if let wasOffered { return go(to: wasOffered) }
    return [.said(.ways(question, hasHints: hasHints(question)))]
  }

  // MARK: Texts

  /// What helps, where a line asks for it; nil where it is a line of the text, as it is when it is
  /// typed a second time.
  func wordsToTutor(_ text: String) -> [SessionEvent]? {
    guard let intent = intentInText(text) else { return nil }
    defer { toldOfKeptOut = true }
    if intent.manner == .acts, let command = intent.command {
      return [.said(.keptOutOfText(command, isFirst: true))]
    }
    // It stands first: what follows may be longer than the window.
    let isCry = intent.command == "help" && text.lowercased() != "help"
    return [.said(.keptOutOfText(nil, isFirst: !toldOfKeptOut))]
      + (isCry ? guidance() : follow(intent))
  }

  /// What a line asks for that is typed where a text is written; nil where it is of the text.
  func intentInText(_ text: String) -> Intent? {
    guard text != keptOut, let heard = heard(in: text),
      !Self.isSentence(text, in: .named(heard.words.language))
    else { return nil }
    switch heard.intent.action {
    case .consent, .remark(.thanks): return nil
    case .command, .guidance, .answer, .remark: break
    }
    keepsOut = text
    return heard.intent
  }

  /// Whether a line states something, as the lines of a text do: `This is the question.`
  private static func isSentence(_ text: String, in language: PlainLanguage) -> Bool {
    let words = language.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let first = words.first, !words.contains(where: language.pleas.contains) else {
      return false
    }
    // `So what?`, `What is to be done?`, `What should we do?` are asked of the reader.
    if words == ["so", "what"] { return true }
    let isOwn = words.contains(where: language.ownWords.contains)
    if !isOwn, words.contains(where: language.sharedWords.contains) { return true }
    guard words.count >= 3 else { return false }
    let hasVerb = language.verbs.map { !$0.isDisjoint(with: words) } ?? true
    if language.subjects.contains(first), hasVerb { return true }
    // `How is it computed` may open a text; `how do I start` does not.
    return words.count >= 4 && text.last == "." && text.first?.isUppercase == true
      && !isOwn
  }

  // MARK: Other prompts

  /// Plain words where an id or a name is asked for; nil for what may be one.
  func plainWordsForStudent(_ line: String) -> [SessionEvent]? {
    let isQuestion = line.hasSuffix("?") && line.contains(" ")
    guard let intent = Intent(line, tables: tableNames) else {
      return isQuestion ? [.said(.whoAreYou), .said(.howToIntroduce)] : nil
    }
    if intent.command == "quit", intent.manner != .offered { return command("quit") }
    // `Will` and `Hope` are names, and one word that asks for nothing else may be one.
    let isSure = line.contains(" ") || intent.asksForHelp || intent.command == "hint"
    return isSure ? [.said(.whoAreYou), .said(.howToIntroduce)] : nil
  }

  /// Plain words where a unit is asked for, or the rest of a statement; nil for what may be one.
  func plainWordsInBetween(_ line: String) -> Intent? {
    guard let intent = intent(of: line) else { return nil }
    switch intent.action {
    case .consent, .remark(.thanks): return nil
    case .command, .guidance, .answer, .remark: return intent
    }
  }
}
