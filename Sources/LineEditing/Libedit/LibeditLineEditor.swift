import CLibedit
import Diagnostics
import Files
import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Line editing at a terminal by libedit, with the keys of emacs; from a pipe or file, plain
/// reading of lines.
///
/// For one thread at a time. Between two lines the terminal is as it was found.
public final class LibeditLineEditor {
  /// Whether a person types at a terminal.
  public let isInteractive: Bool
  /// Called with the line and the cursor's byte offset when Tab is pressed.
  public var completer: ((_ line: String, _ cursor: Int) -> Completion)?

  /// Called with the line and the cursor's byte offset whenever the line is shown; nil for a line
  /// to which nothing is suggested. Without colours it is not asked.
  public var decorator: ((_ line: String, _ cursor: Int) -> LineDecoration?)?
  /// Whether a line is shown as typed and no more, for those who hear it.
  public var isPlain = false

  /// Whether the line just read came with a paste longer than a megabyte, whose end was
  /// dropped.
  public internal(set) var pasteWasCut = false

  /// Lines of a paste that the next calls of `readLine` will give.
  public var pastedLinesWaiting: Int { pastedLines.count }

  static let pasteLimit = 1 << 20
  /// Bytes of a line that history keeps; a longer line is not remembered.
  private static let rememberedLimit = 1 << 16

  /// An `EditLine`, or nil without a terminal.
  let editLine: OpaquePointer?
  let output: UnsafeMutablePointer<FILE>
  /// Whether escape codes mean anything to the terminal.
  let hasEscapes: Bool
  /// Whether the terminal shows more than ASCII.
  let showsUnicode: Bool
  let signals: SignalWatch?
  var input: ByteInput
  /// Characters that libedit gets before the next key.
  var queued: [Unicode.Scalar] = []
  /// What the private key does next.
  var action = Action.none
  var search: HistorySearch?
  var wasInterrupted = false
  /// Lines of a paste not yet given, the last first.
  var pastedLines: [String] = []
  /// What came after a paste's last newline, until it is put into a line.
  var pastedRest = ""
  /// Lines of this session that may be suggested again, oldest first.
  private(set) var suggestible: [String] = []
  /// Lines remembered, oldest first.
  private(set) var remembered: [String] = []
  /// The last line of the prompt.
  private(set) var prompt = StyledText()
  /// What is on the screen; nil where libedit draws, on a terminal without escape codes.
  var display: LineDisplay?
  /// What was suggested behind a line.
  var suggested: (line: String, rest: String) = ("", "")
  /// How often it was asked where the cursor is, after changes of the window, without an answer.
  var cursorQuestions = 0

  /// Where libedit finds the prompt, if it draws.
  private(set) var promptBuffer: UnsafeMutablePointer<CChar>?
  /// Where libedit draws what nobody sees.
  private let nowhere: UnsafeMutablePointer<FILE>?
  let colour: Bool
  private let history: OpaquePointer?
  private let historyFile: LineLog?
  private var piped: PipedLines

  /// An editor of standard input and output.
  ///
  /// - Parameters:
  ///   - name: The program's name.
  ///   - historyFile: Path of the file that keeps lines for later sessions, made for its owner
  ///     alone; nil for none. A file that cannot be read or written is done without.
  ///   - colour: Whether prompts are coloured.
  public convenience init(name: String, historyFile: String?, colour: Bool) {
    self.init(
      name: name, historyFile: historyFile, colour: colour, input: libedit_stdin(),
      output: libedit_stdout(), watchesSignals: true)
  }

  init(
    name: String, historyFile path: String?, colour: Bool, input source: UnsafeMutablePointer<FILE>,
    output: UnsafeMutablePointer<FILE>, terminal: String? = nil, watchesSignals: Bool
  ) {
    showsUnicode = Self.prepareLocale()
    self.output = output
    let descriptor = fileno(source)
    let kind = terminal ?? getenv("TERM").map { String(cString: $0) } ?? ""
    TerminalDescription.lendShipped(for: kind)
    hasEscapes = !kind.isEmpty && kind != "dumb"
    self.colour = colour && hasEscapes
    let isTerminal = isatty(descriptor) == 1 && isatty(fileno(output)) == 1
    editLine = isTerminal ? el_init(name, source, output, libedit_stderr()) : nil
    isInteractive = editLine != nil
    history = editLine == nil ? nil : history_init()
    historyFile = editLine == nil ? nil : path.map(LineLog.init(path:))
    signals = watchesSignals && editLine != nil ? SignalWatch() : nil
    input = ByteInput(descriptor: descriptor, wakeDescriptor: signals?.wakeDescriptor ?? -1)
    piped = PipedLines(descriptor: descriptor)
    nowhere = editLine != nil && hasEscapes ? libedit_nowhere() : nil
    if nowhere != nil { display = LineDisplay(colour: self.colour) }
    if let editLine {
      if let terminal { _ = libedit_set_text(editLine, EL_TERMINAL, terminal) }
      _ = libedit_set_client_data(editLine, Unmanaged.passUnretained(self).toOpaque())
      if let nowhere { _ = libedit_set_output(editLine, nowhere) }
      setUpKeys(of: editLine)
      setUpHistory(of: editLine)
    }
  }

  deinit {
    // Ends with the terminal as it was found.
    if let editLine { el_end(editLine) }
    if let nowhere { fclose(nowhere) }
    if let history { history_end(history) }
    free(promptBuffer)
  }

  /// Prompts, lets the person edit, and returns the line. Without a terminal nothing is prompted.
  ///
  /// - `initial`: what stands in the line from the start, if nothing pasted waits.
  public func readLine(prompt text: StyledText, initial: String = "") -> LineInput {
    pasteWasCut = false
    guard let editLine else { return piped.next().map(LineInput.line) ?? .endOfInput }
    let lines = (isPlain ? StyledText(text.plain) : text).lines
    prompt = lines.last ?? StyledText()
    for line in lines.dropLast() { show(line) }
    if let line = pastedLines.popLast() {
      show(prompt + StyledText(line))
      return .line(line)
    }
    if pastedRest.isEmpty { pastedRest = LineLog.oneLine(of: initial.utf8) }
    return edit(with: editLine)
  }

  /// Remembers a line for the arrow keys and Ctrl-R, at most 2000 of them. An empty line, the
  /// same line again and a line of more than 64 KiB are not remembered, nor is anything where
  /// nobody types.
  ///
  /// - `suggests`: whether its rest may stand behind the cursor where its beginning is typed.
  public func remember(_ line: String, suggests: Bool = true) {
    guard let history else { return }
    let text = LineLog.oneLine(of: line.utf8)
    suggestible.removeAll { $0 == text }
    if suggests { suggestible = suggestible.suffix(LineLog.limit - 1) + [text] }
    guard !text.allSatisfy(\.isWhitespace), text != remembered.last,
      text.utf8.count <= Self.rememberedLimit
    else { return }
    _ = libedit_history_enter(history, text)
    remembered.append(text)
    if remembered.count > LineLog.limit { remembered.removeFirst() }
    historyFile?.append(text)
  }

  /// Milliseconds in which a terminal says what it can, even from afar.
  private static let attributesPause: Int32 = 1000

  /// What the terminal says of itself when it is asked (primary device attributes: 4 is sixels); none
  /// where it does not answer. Keys typed meanwhile are those of the next line.
  public func deviceAttributes() -> [Int] {
    guard let editLine, hasEscapes else { return [] }
    _ = libedit_set_flag(editLine, EL_PREP_TERM, 1)
    defer { _ = libedit_set_flag(editLine, EL_PREP_TERM, 0) }
    send(.asksAttributes)
    return input.deviceAttributes(within: Self.attributesPause) ?? []
  }

  /// Forgets the lines of a paste that were not yet given, as after Ctrl-C.
  public func discardPastedLines() {
    pastedLines.removeAll()
    pastedRest = ""
  }

  private func edit(with editLine: OpaquePointer) -> LineInput {
    wasInterrupted = false
    action = .none
    queued.removeAll()
    if !pastedRest.isEmpty {
      action = .insert(pastedRest)
      queued.append(Self.privateKey)
      pastedRest = ""
    }
    setPromptBuffer(prompt)
    setWindow(of: editLine)
    signals?.start()
    enterEditing(editLine)
    var count: Int32 = 0
    let given = el_gets(editLine, &count).map { String(cString: $0) }
    search = nil
    cursorQuestions = 0
    var text = count > 0 ? given : nil
    if text?.utf8.last == UInt8(ascii: "\n") { text?.unicodeScalars.removeLast() }
    leave(line: text)
    leaveEditing(editLine)
    signals?.stop()
    if wasInterrupted {
      discardPastedLines()
      return .interrupted
    }
    return text.map(LineInput.line) ?? .endOfInput
  }

  /// Takes the terminal for editing. This comes before the prompt, for keys typed meanwhile
  /// would be lost or kill the process.
  func enterEditing(_ editLine: OpaquePointer) {
    _ = libedit_set_flag(editLine, EL_PREP_TERM, 1)
    if hasEscapes { send(.marksPastes(true)) }
  }

  func leaveEditing(_ editLine: OpaquePointer) {
    if hasEscapes { send(.marksPastes(false)) }
    _ = libedit_set_flag(editLine, EL_PREP_TERM, 0)
  }

  /// What libedit itself puts before the line, where it draws.
  func setPromptBuffer(_ text: StyledText) {
    free(promptBuffer)
    promptBuffer = strdup(text.rendered(colour: false))
  }

  /// Puts a line of its own on the screen.
  func show(_ line: StyledText) {
    var text = TerminalText()
    text.append(line, colour: colour)
    text.append(.newline)
    send(text)
  }

  func send(_ code: TerminalCode) { send(TerminalText(code)) }

  /// Behind what libedit has drawn itself.
  func send(_ text: TerminalText) {
    guard !text.isEmpty else { return }
    fflush(output)
    text.write(to: fileno(output))
  }

  private func setUpHistory(of editLine: OpaquePointer) {
    guard let history else { return }
    _ = libedit_history_set(history, H_SETSIZE, Int32(LineLog.limit))
    _ = libedit_history_set(history, H_SETUNIQUE, 1)
    _ = libedit_set_history(editLine, history)
    for line in historyFile?.load() ?? [] where line != remembered.last {
      _ = libedit_history_enter(history, line)
      remembered.append(line)
    }
  }
}
