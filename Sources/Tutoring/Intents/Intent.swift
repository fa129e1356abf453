/// What someone wants of the tutor who says so in plain words: `hint please`, `what do I do`, `let
/// me out`. The table is in `Intent+Table`.
public struct Intent: Sendable, Hashable {
  /// What does it.
  public enum Action: Sendable, Hashable {
    /// A command with what follows it; `NUMBER` and `TABLE` stand for those that are named.
    case command(String)
    /// The task once more, and the ways on.
    case guidance
    /// The result itself is asked for.
    case answer
    /// What the line before has asked or offered is to be done.
    case consent
    /// It goes by itself; what is said of it.
    case remark(Remark)
  }

  /// What goes without a command.
  public enum Remark: Sendable, Hashable { case saved, corrections, otherExercises, thanks }

  /// Whether it is done at once.
  public enum Manner: Sendable, Hashable {
    /// It shows something, and changes nothing.
    case shows
    /// It leads elsewhere, or changes something: where a text is written it is offered.
    case acts
    /// It is offered wherever it is said.
    case offered
  }

  public let action: Action
  public let manner: Manner

  init(_ action: Action, _ manner: Manner) { (self.action, self.manner) = (action, manner) }

  /// What a line asks for, in any language; nil where it may be anything else.
  ///
  /// - `tables`: names of tables that may be asked for.
  public init?(_ line: String, tables: [String] = []) {
    guard let heard = Self.heard(in: line, tables: tables) else { return nil }
    self = heard.intent
  }

  /// What a line asks for, with the words that it was read as: as it is typed in one of the languages,
  /// else with slips of the finger mended.
  static func heard(in line: String, tables: [String] = []) -> (intent: Intent, words: PlainWords)?
  {
    for slips in [false, true] {
      for language in PlainLanguage.all {
        guard
          let words = PlainWords(line, in: language, tables: tables, mending: slips),
          words.isMended == slips, let intent = Intent(words, line: line)
        else { continue }
        return (intent, words)
      }
    }
    return nil
  }

  private init?(_ words: PlainWords, line: String) {
    if words.words.isEmpty {
      // `??`
      guard words.count == 0, line.contains("?") else { return nil }
      self.init(.guidance, .shows)
      return
    }
    if words.count == 2, words.words.first == "help", let topic = HelpTopic(word: words.typed[1]) {
      self.init(.command("help \(topic.rawValue)"), .shows)
      return
    }
    guard let found = Self.found(words) else { return nil }
    // `2.1` alone is a figure; `2.1.1` is none.
    if words.words == ["NUMBER"], Double(words.number ?? "") != nil { return nil }
    // `exit()` is what leaves Python; other calls are formulas.
    if line.contains("("), found.command != "quit" { return nil }
    guard case .command(let text) = found.action else {
      self = found
      return
    }
    let whole = text.replacing("NUMBER", with: words.number ?? "")
      .replacing("TABLE", with: words.table ?? "")
    // Who asks how to do something may not want it done yet.
    let isAsked = words.asksHow && found.manner == .acts && words.count > 2
    self.init(.command(whole), isAsked ? .offered : found.manner)
  }

  /// The command that is meant, in full; nil where it is none.
  public var command: String? {
    if case .command(let text) = action { return text }
    return nil
  }

  /// Whether it asks what is to be done.
  var asksForHelp: Bool {
    action == .guidance || command == "units" || command?.hasPrefix("help") == true
  }

  /// What stands in the table for the words, less those around them: `show hint`, `hint for this
  /// question`, `hello, help`.
  private static func found(_ words: PlainWords) -> Intent? {
    var all = words.words[...]
    if let said = table[all.joined(separator: " ")] { return said }
    // `die Frage bitte zeigen`
    if let last = all.last, requests.contains(last) { all = [last] + all.dropLast() }
    let before = all.prefix(2).prefix(while: leading.contains).count
    let after = all.suffix(2).reversed().prefix(while: trailing.contains).count
    for end in 0...after {
      for start in 0...before where start + end < all.count {
        let said = all.dropFirst(start).dropLast(end).joined(separator: " ")
        if let found = table[said] { return found }
      }
    }
    return nil
  }

  /// What stands last where it is asked for in German.
  private static let requests: Set<String> = [
    "ask", "change", "convert", "delete", "explain", "quit", "save", "show", "skip", "solve",
    "undo",
  ]
  private static let leading: Set<String> = [
    "go", "hello", "help", "how", "ok", "show", "what", "where", "which", "yes",
  ]
  private static let trailing: Set<String> = ["answer", "exercise", "number", "question", "thanks"]

  private static let table: [String: Intent] = {
    var table: [String: Intent] = [:]
    for language in PlainLanguage.all {
      for entry in entries {
        for phrase in entry.phrases(language.name) {
          let key = key(phrase, in: language)
          if !key.isEmpty, table[key] == nil { table[key] = entry.intent }
        }
      }
    }
    return table
  }()

  /// Phrases are in the words of a student, and are read as theirs are.
  static func key(_ phrase: String, in language: PlainLanguage) -> String {
    let line = phrase.replacing("NUMBER", with: "1").replacing("TABLE", with: "thetable")
    let words = PlainWords(line, in: language, tables: ["thetable"])
    return words?.words.joined(separator: " ") ?? ""
  }
}
