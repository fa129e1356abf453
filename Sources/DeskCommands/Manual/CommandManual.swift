import Reports
import TextLayout

/// The part of the manual page that is about the commands and their options, from the description that
/// the parser of commands gives of itself.
struct CommandManual {
  /// A command as it is described.
  private typealias Command = JSONValue

  private let root: Command
  private let rootOptions: Set<String>

  /// - Parameter description: what `--experimental-dump-help` prints; nil where it is none.
  init?(description: String) {
    guard let root = (try? JSONValue.read(description))?["command"] else { return nil }
    self.root = root
    rootOptions = Set(Self.arguments(of: root).map(Self.identity))
  }

  /// The program's name and what it is for.
  var name: (name: String, summary: String) {
    let summary = Self.text(root, "abstract")
    return (
      Self.text(root, "commandName"),
      summary.prefix(1).lowercased() + summary.dropFirst().prefix { $0 != "." }
    )
  }

  func write(to page: inout ManualWriter) {
    page.section("SYNOPSIS")
    let commands = Self.commands(of: root)
    page.paragraph(source: Self.usage(of: root) + " " + ManualWording.commandInShort)
    page.section("DESCRIPTION")
    page.paragraph(ManualWording.description)
    Self.discuss(Self.text(root, "discussion"), in: &page)
    page.section("OPTIONS")
    for argument in Self.arguments(of: root, all: true) { Self.explain(argument, in: &page) }
    page.section("COMMANDS")
    for command in commands {
      page.subsection(Self.path(of: command))
      page.paragraph(source: Self.usage(of: command))
      page.paragraph(source: Self.marked(Self.text(command, "abstract")))
      Self.discuss(Self.text(command, "discussion"), in: &page)
      for argument in Self.arguments(of: command)
      where !rootOptions.contains(Self.identity(argument)) {
        Self.explain(argument, in: &page)
      }
    }
  }

  // MARK: Pieces

  private static func explain(_ argument: JSONValue, in page: inout ManualWriter) {
    var said = text(argument, "abstract")
    let values = argument["allValues"]?.texts ?? []
    if !values.allSatisfy(said.contains) { said += " One of: \(values.joined(separator: ", "))." }
    let standard = text(argument, "defaultValue")
    if !standard.isEmpty { said += " Without it: \(standard)." }
    let more = text(argument, "discussion")
    if !more.isEmpty { said += "\n" + more }
    page.entry(term(argument), source: marked(said))
  }

  /// An argument with all its names and what is put behind them.
  private static func term(_ argument: JSONValue) -> String {
    let names = (argument["names"]?.items ?? []).map { name($0) }
    if names.isEmpty { return value(argument) }
    let joined = names.sorted { $0.count < $1.count }.map(ManualWriter.bold)
      .joined(separator: ", ")
    return joined + (text(argument, "kind") == "option" ? " " + value(argument) : "")
  }

  private static func usage(of command: Command) -> String {
    let words = arguments(of: command).map { argument -> String in
      var word = argument["preferredName"].map { ManualWriter.bold(name($0)) } ?? value(argument)
      if text(argument, "kind") == "option" { word += " " + value(argument) }
      if isSet(argument, "isRepeating") { word += "..." }
      return isSet(argument, "isOptional") ? "[\(word)]" : word
    }
    return ([ManualWriter.bold(ManualWriter.code(path(of: command)))] + words)
      .joined(separator: " ")
  }

  /// Paragraphs, and lines that are set in as examples.
  private static func discuss(_ text: String, in page: inout ManualWriter) {
    var paragraph = ""
    var example: [Substring] = []
    func flush(_ page: inout ManualWriter) {
      if !paragraph.isEmpty { page.paragraph(source: marked(paragraph)) }
      if !example.isEmpty { page.example(example.joined(separator: "\n")) }
      (paragraph, example) = ("", [])
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isExample = line.hasPrefix("  ")
      if line.isEmpty || isExample != !example.isEmpty { flush(&page) }
      if isExample {
        example.append(line.dropFirst(2))
      } else if !line.isEmpty {
        paragraph += line + "\n"
      }
    }
    flush(&page)
  }

  /// Text in which what stands between backticks is set off.
  private static func marked(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, piece in
      index % 2 == 0
        ? ManualWriter.escaped(String(piece)) : ManualWriter.bold(ManualWriter.code(String(piece)))
    }.joined()
  }

  private static func name(_ name: JSONValue) -> String {
    let marks = text(name, "kind") == "long" ? "--" : "-"
    return ManualWriter.code(marks + text(name, "name"))
  }

  private static func value(_ argument: JSONValue) -> String {
    ManualWriter.italic(ManualWriter.code(text(argument, "valueName")))
  }

  // MARK: The description

  private static func text(_ value: JSONValue, _ key: String) -> String {
    value[key]?.ownText ?? ""
  }

  private static func isSet(_ value: JSONValue, _ key: String) -> Bool {
    if case .bool(true)? = value[key] { true } else { false }
  }

  /// What the parser adds to every command, and what is told once.
  private static let common: Set<String> = ["help", "version"]

  /// Those that are shown.
  ///
  /// - Parameter all: whether those are among them that every command has.
  private static func arguments(of command: Command, all: Bool = false) -> [JSONValue] {
    (command["arguments"]?.items ?? []).filter { argument in
      let name = argument["preferredName"].map { text($0, "name") } ?? ""
      return isSet(argument, "shouldDisplay") && (all || !common.contains(name))
    }
  }

  private static func commands(of command: Command) -> [Command] {
    (command["subcommands"]?.items ?? []).filter {
      isSet($0, "shouldDisplay") && !common.contains(text($0, "commandName"))
    }
  }

  private static func path(of command: Command) -> String {
    ((command["superCommands"]?.texts ?? []) + [text(command, "commandName")])
      .joined(separator: " ")
  }

  /// The same for an option that several commands have.
  private static func identity(_ argument: JSONValue) -> String {
    term(argument) + text(argument, "abstract")
  }
}
