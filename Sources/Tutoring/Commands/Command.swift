import Diagnostics

/// A command of the prompt: its name, what may follow it, what is said of it, what it does. Each has
/// a file of its own; `all` is the table.
public struct Command: Sendable {
  /// Without the colon.
  public var name: String
  /// As the list of commands shows it; empty where nothing may follow.
  public var argument: String
  /// What it does, for the list of commands.
  public var meaning: String
  /// Whether it looks at what follows, though the list does not say so.
  var heedsMore: Bool
  var bare: Bare
  /// What may follow, for what was typed of it so far.
  var completes: @Sendable (Session, String) -> [String]
  var run: @Sendable (Session, String) -> [SessionEvent]

  /// Where a word is taken for it without the colon.
  enum Bare {
    /// It does nothing that a word of a text, or a slip, should not bring about.
    case alsoInTexts
    case outsideTexts
    case never
  }

  init(
    _ name: String, argument: String = "", _ meaning: String, heedsMore: Bool = false,
    bare: Bare = .outsideTexts,
    completes: @escaping @Sendable (Session, String) -> [String] = { _, _ in [] },
    run: @escaping @Sendable (Session, String) -> [SessionEvent]
  ) {
    self.name = name
    self.argument = argument
    self.meaning = meaning
    self.heedsMore = heedsMore
    self.bare = bare
    self.completes = completes
    self.run = run
  }

  /// In the order in which they are listed.
  public static let all: [Command] = [
    .help, .task, .question, .next, .back, .goto, .status, .hint, .why, .skip, .vars, .edit, .table,
    .plot, .image, .concrete, .debrief, .course, .units, .undo, .redo, .reset, .ask, .submit,
    .student, .accessible, .quit,
  ]

  /// Those that are needed in the first hour.
  public static let essential: [Command] = [
    .task, .hint, .why, .next, .goto, .status, .table, .undo, .quit,
  ]

  /// Other words for them, as other programs call them; those that change something by themselves are
  /// offered and not done.
  private static let otherWords: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      (back, "prev previous backward backwards"), (next, "forward forwards continue following"),
      (goto, "jump open"), (quit, "q q! wq exit bye leave close logout x"),
      (help, "menu commands man usage ?"), (question, "show text prompt exercise read"),
      (status, "list ls questions progress overview points score marks"),
      (vars, "names variables values var ans"), (table, "data tables csv columns"),
      (hint, "tip tips clue"), (why, "explain reason"), (edit, "change modify correct"),
      (plot, "chart charts graph draw figure"), (image, "picture pictures img"),
      (units, "unit convert"), (course, "theory notes syllabus"), (concrete, "compare equivalent"),
      (debrief, "solution solutions answer answers"), (undo, "revert z"), (redo, "again"),
      (reset, "clear restart delete"), (skip, "pass giveup"), (submit, "handin upload"),
      (student, "me whoami"),
    ].flatMap { command, words in words.split(separator: " ").map { (String($0), command.name) } })

  /// Other words for `quit`, which are commands behind a colon alone.
  static let wordsForQuit = Set(otherWords.filter { $0.value == quit.name }.keys)

  /// A name in full or another word for it, or a name cut short where only one begins so.
  static func named(_ typed: String) -> Command? {
    if let command = all.first(where: { $0.name == typed }) { return command }
    if let command = meant(by: typed), command.bare != .never { return command }
    let fitting = all.filter { $0.name.hasPrefix(typed) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// What another word stands for; nil where it stands for none.
  private static func meant(by word: String) -> Command? {
    otherWords[word.lowercased()].flatMap { name in all.first { $0.name == name } }
  }

  /// Names of those that may be meant by a word that is none.
  static func names(near word: String) -> [String] {
    if let command = meant(by: word) { return [command.name] }
    let names = all.map(\.name)
    let beginning = names.filter { $0.hasPrefix(word) }
    if !beginning.isEmpty { return beginning }
    let near = nearestNames(to: word, among: names + otherWords.keys.sorted())
    var seen: Set<String> = []
    return near.map { otherWords[$0] ?? $0 }.filter { seen.insert($0).inserted }
  }

  /// The command in a line that begins with the key that leaves a page: the page had ended by itself.
  static func behindPageKey(_ line: String) -> String? {
    guard line.first == "q" || line.first == "Q" else { return nil }
    let rest = String(line.dropFirst().drop(while: \.isWhitespace))
    return isWhole(rest) ? rest : nil
  }

  /// Whether a line begins with a colon and a command's name in full.
  static func isWhole(_ line: String) -> Bool {
    guard line.hasPrefix(":") else { return false }
    let word = line.dropFirst().prefix { !$0.isWhitespace }
    return all.contains { $0.name == word }
  }
}

extension Session {
  /// Does what is typed after a colon.
  func command(_ text: String) -> [SessionEvent] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let typed = words.first else { return command("help") }
    let argument = words.count > 1 ? trimmed(words[1]) : ""
    guard let command = Command.named(typed) else {
      return told(SessionDiagnostics.unknownCommand(typed, near: Command.names(near: typed)))
    }
    if !argument.isEmpty, command.argument.isEmpty, !command.heedsMore {
      return [.said(.takesNothing(command.name))]
    }
    return command.run(self, argument)
  }
}
