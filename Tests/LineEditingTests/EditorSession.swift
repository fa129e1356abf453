import CLibedit
import Synchronization
import TerminalTesting

@testable import LineEditing
@testable import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An editor that runs in a thread of its own on a pseudo-terminal, and asks for lines with the
/// prompts `1> `, `2> ` and so on until the end of input. After each it writes `=` and what came.
final class EditorSession {
  struct Settings: Sendable {
    var historyFile: String?
    var colour = false
    var terminal = "xterm"
    var candidates: [String] = []
    var watchesSignals = false
    var columns = 80
    /// What is suggested behind a line; with one, earlier lines are suggested too.
    var suggestions: [String: String]?
    /// Whether a line is shown as typed and no more.
    var isPlain = false
    /// What stands in the first line from the start.
    var initial = ""
  }

  let terminal: PseudoTerminal
  private let shared = Shared()
  private var thread = pthread_t()

  /// What the thread and the test both see.
  private final class Shared: Sendable {
    let inputs = Mutex<[LineInput]>([])
    let isDone = Atomic<Bool>(false)
  }

  private final class Work {
    let settings: Settings
    let descriptor: Int32
    let shared: Shared

    init(settings: Settings, descriptor: Int32, shared: Shared) {
      (self.settings, self.descriptor, self.shared) = (settings, descriptor, shared)
    }

    func run() {
      defer { shared.isDone.store(true, ordering: .sequentiallyConsistent) }
      // The thread of a test lets no signals through, and threads inherit that.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGWINCH)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      guard let input = fdopen(descriptor, "r"), let output = fdopen(dup(descriptor), "w") else {
        return
      }
      defer {
        fclose(output)
        fclose(input)
      }
      let editor = LibeditLineEditor(
        name: "test", historyFile: settings.historyFile, colour: settings.colour, input: input,
        output: output, terminal: settings.terminal, watchesSignals: settings.watchesSignals)
      let candidates = settings.candidates
      editor.completer = { line, cursor in
        let before = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
        let word = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        return Completion(
          start: cursor - word.utf8.count,
          candidates: candidates.filter { $0.hasPrefix(word) }.map { .init($0) })
      }
      editor.isPlain = settings.isPlain
      if let suggestions = settings.suggestions {
        editor.decorator = { line, _ in LineDecoration(suggestion: suggestions[line] ?? "") }
      }
      for number in 1... {
        let prompt = StyledText("\(number)", .prompt) + StyledText("> ", .dim)
        let result = editor.readLine(
          prompt: prompt, initial: number == 1 ? settings.initial : "")
        shared.inputs.withLock { $0.append(result) }
        switch result {
        case .line(let line):
          editor.remember(line, suggests: !line.hasSuffix("!"))
          fputs("=[\(line)]\(editor.pasteWasCut ? " cut" : "")\n", output)
        case .interrupted: fputs("=interrupted\n", output)
        case .endOfInput: return
        }
        fflush(output)
      }
    }
  }

  init(_ settings: Settings = Settings()) throws {
    terminal = try PseudoTerminal(columns: settings.columns)
    let work = Work(settings: settings, descriptor: try terminal.openSlave(), shared: shared)
    let code = pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Glibc)
          guard let argument else { return nil }
        #endif
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    guard code == 0 else { throw PseudoTerminal.Failure.system(call: "pthread_create", code: code) }
    try terminal.expect("1> ")
  }

  /// Types, and waits until `wanted` appears.
  func type(_ keys: String, expecting wanted: String) throws {
    try waitForPrompt()
    try terminal.send(keys)
    try terminal.expect(wanted)
  }

  /// Tells the editor's thread of a new size, as the system tells a program.
  func signalResize() {
    pthread_kill(thread, SIGWINCH)
  }

  /// What the editor gave so far.
  var inputs: [LineInput] { shared.inputs.withLock { $0 } }

  /// Ends the session with Ctrl-D and waits for it.
  func end() throws {
    try waitForPrompt()
    try terminal.send("\u{4}")
    try waitForEnd()
  }

  /// Waits for the prompt of the line after those given: what is typed earlier goes to the
  /// system's own line editing, which takes Ctrl-C and Ctrl-D for itself.
  private func waitForPrompt() throws {
    for _ in 0..<2000 where !terminal.hasShown("\(inputs.count + 1)> ") {
      terminal.settle(quiet: 0.005, timeout: 0.01)
    }
  }

  /// Waits until the input has ended.
  func waitForEnd() throws {
    for _ in 0..<1000 where !shared.isDone.load(ordering: .sequentiallyConsistent) {
      terminal.settle(quiet: 0.005, timeout: 0.01)
      usleep(5000)
    }
    guard shared.isDone.load(ordering: .sequentiallyConsistent) else {
      throw PseudoTerminal.Failure.timeout(waitingFor: "the end", seen: terminal.text)
    }
    pthread_join(thread, nil)
  }
}
