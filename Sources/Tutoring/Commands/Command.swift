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

  /// A name in full, or cut short where only one begins so.
  static func named(_ typed: String) -> Command? {
    if let command = all.first(where: { $0.name == typed }) { return command }
    if ["q", "q!", "wq", "exit"].contains(typed) { return .quit }
    let fitting = all.filter { $0.name.hasPrefix(typed) }
    return fitting.count == 1 ? fitting[0] : nil
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
      let names = Command.all.map(\.name)
      let beginning = names.filter { $0.hasPrefix(typed) }
      let near = beginning.isEmpty ? nearestNames(to: typed, among: names) : beginning
      return told(SessionDiagnostics.unknownCommand(typed, near: near))
    }
    if !argument.isEmpty, command.argument.isEmpty, !command.heedsMore {
      return [.said(.takesNothing(command.name))]
    }
    return command.run(self, argument)
  }
}
