import Diagnostics

extension Command {
  static let help = Command(
    "help", argument: "TOPIC", "how things are done here",
    completes: { _, _ in HelpTopic.allCases.map(\.rawValue) }, run: { $0.help($1) })
}

/// What `:help` explains, by its word.
public enum HelpTopic: String, CaseIterable, Sendable {
  case formulas, units, tables, charts, choices, texts, points, keys, notebook, commands

  /// A topic by its word, in the singular too, or by another word for it.
  init?(word: String) {
    let word = word.lowercased()
    let named = HelpTopic.allCases.first {
      $0.rawValue == word || $0.rawValue == word + "s" || $0.otherWords.contains(word)
    }
    guard let named else { return nil }
    self = named
  }

  /// The topic that a question in words is about; nil where it names none.
  init?(inWords line: String) {
    let words = line.lowercased().split { !$0.isLetter }.map(String.init)
    for word in words {
      guard let topic = HelpTopic(word: word), topic != .commands else { continue }
      self = topic
      return
    }
    return nil
  }

  private var otherWords: Set<String> {
    switch self {
    case .formulas: ["answer", "answers", "functions", "function", "names", "variables", "syntax"]
    case .units: ["convert", "conversion", "conversions"]
    case .tables: ["columns", "column", "data", "rows"]
    case .charts: ["plot", "plots", "graphs", "figures"]
    case .choices: ["options", "polls", "poll"]
    case .texts: ["essay", "essays", "writing", "editor"]
    case .points: ["score", "grades", "marks", "hints", "tries"]
    case .keys: ["shortcuts", "keyboard", "pages", "paging"]
    case .notebook: ["file", "files", "saving", "save", "submitting"]
    case .commands: ["all", "list"]
    }
  }
}

extension Session {
  /// What helps with the kind of question at hand.
  private func helpHere() -> [SessionEvent] {
    switch question.responseForm {
    case .prose: [.topic(.texts), .gap, .said(.helpOnMore)]
    case .ticks: [.topic(.choices), .gap, .said(.helpOnMore)]
    case .formulas, .nothing: [.commands]
    }
  }

  /// `:help`, of a topic or a command where one follows.
  fileprivate func help(_ text: String) -> [SessionEvent] {
    let word = text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    let name = word.hasPrefix(":") ? String(word.dropFirst()) : word
    if name.isEmpty { return helpHere() }
    let command = Command.all.first { $0.name == name }
    if !word.hasPrefix(":"), let topic = HelpTopic(word: name),
      command == nil || topic.rawValue == name
    {
      return [.topic(topic)]
    }
    if let command { return [.commandHelp(command)] }
    let known = HelpTopic.allCases.map(\.rawValue) + Command.all.map(\.name)
    return told(
      SessionDiagnostics.unknownTopic(
        withoutControls(name), near: nearestNames(to: name, among: known)))
  }
}
