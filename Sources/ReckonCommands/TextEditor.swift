import Diagnostics
import Files
import LineEditing
import TextLayout
import Tutoring

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Hands a text to the student's editor: `$VISUAL`, `$EDITOR`, or one that the machine has, those
/// first that a beginner can use.
struct TextEditor {
  /// What the shell says of a command that it does not find, or may not run.
  private static let notFound: Int32 = 127
  private static let notAllowed: Int32 = 126
  /// Bytes of a text that are read.
  private static let lengthLimit = 32 << 20

  let console: Console
  /// Asks before an editor is opened that takes the whole screen; nil asks nothing.
  let asks: ((StyledText) -> LineInput)?
  /// Whether an editor that draws on the whole screen is used only where the student has named it.
  let avoidsScreens: Bool

  /// Editors that take the whole screen, by their programs, and how each is left. The order is the
  /// one in which they are looked for where none is named.
  private static let known: [(programs: [String], leaving: String)] = [
    (["nano", "pico"], "Ctrl-O and Enter save, Ctrl-X leaves"),
    (["micro"], "Ctrl-S saves, Ctrl-Q leaves"),
    (["mcedit"], "F2 saves, F10 leaves"),
    (["ne"], "Escape opens its menu, to save and to leave"),
    (["joe", "jpico"], "Ctrl-K and then X saves and leaves"),
    (
      ["vim", "vi", "nvim", "vim.tiny", "vim.basic", "view", "elvis", "nvi"],
      "Escape and then :wq with Enter saves and leaves, Escape and then :q! with Enter leaves without"
        + " saving; i begins to type"
    ),
    (["emacs", "mg", "jove", "zile"], "Ctrl-X Ctrl-S saves, Ctrl-X Ctrl-C leaves"),
    (["hx", "helix", "kak"], "Escape and then :wq with Enter saves and leaves; i begins to type"),
    (["ed"], "w with Enter saves, q with Enter leaves"),
  ]
  /// Those that are looked for.
  private static let wanted = ["nano", "micro", "mcedit", "ne", "joe", "vim", "vi"]

  /// As the shell would run it; nil where there is none.
  private var command: String? {
    Self.named?.command ?? (avoidsScreens ? nil : Self.atHand)
  }

  /// The one that the environment names, and the variable that does.
  static var named: (command: String, variable: String)? {
    for name in ["VISUAL", "EDITOR"] {
      if let own = Console.environment(name), own.contains(where: { !$0.isWhitespace }) {
        return (own, name)
      }
    }
    return nil
  }

  /// The first of those that are looked for which the machine has.
  static var atHand: String? { wanted.first { ChildProgram.path(of: $0) != nil } }

  func edit(_ text: String) -> EditedText {
    guard let command else { return .atPrompt }
    if let known = Self.known.first(where: { $0.programs.contains(Self.program(of: command)) }) {
      switch asks?(CommandWording.opensEditor(Self.program(of: command), known.leaving)) {
      case nil: break
      case .line(let reply)? where singleSpaced(reply).lowercased() == "here": return .atPrompt
      case .line?: break
      case .interrupted?, .endOfInput?: return .text(text)
      }
    } else {
      console.show(wrapped(CommandWording.waitsForEditor(command), width: console.width))
    }
    console.flush()
    return FileSystem.withTemporaryFile(named: "text.md", in: ChildProgram.temporaryFolder) {
      path in
      edit(text, at: path, with: command)
    } ?? .failed("no temporary folder can be made")
  }

  /// The name of the program that a command runs.
  private static func program(of command: String) -> String {
    word(of: command).split(separator: "/").last.map(String.init) ?? ""
  }

  /// The program that a command runs, as it names it.
  static func word(of command: String) -> String {
    command.split(separator: " ").first { !$0.contains("=") }.map(String.init) ?? ""
  }

  private func edit(_ text: String, at path: String, with command: String) -> EditedText {
    let bytes = Array((text.isEmpty ? "" : text + "\n").utf8)
    guard (try? FileSystem.replace(path, with: bytes)) != nil else {
      return .failed("no temporary file can be written")
    }
    switch run(command, path) {
    case Self.notFound?, Self.notAllowed?:
      return .failed("the editor `\(withoutControls(command))` could not be started")
    case 0?: break
    case nil: return .failed("no editor can be started")
    case _?: return .failed("the editor `\(withoutControls(command))` ended with an error")
    }
    guard let result = try? FileSystem.read(path, limit: Self.lengthLimit).bytes else {
      return .failed("the editor left no text behind")
    }
    return .text(DecodedText(result).text)
  }

  // MARK: The program

  /// The exit status of the editor; nil where the shell could not be started. The editor has the
  /// terminal to itself meanwhile, with the signals as a program expects them.
  private func run(_ command: String, _ path: String) -> Int32? {
    // The shell would repeat it as it came.
    if command.unicodeScalars.contains(where: actsOnTerminal) { return Self.notFound }
    // An interrupt is the editor's while it runs.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    return ChildProgram.start("\(command) \"$1\"", [path]).flatMap { ChildProgram.status(of: $0) }
  }
}
