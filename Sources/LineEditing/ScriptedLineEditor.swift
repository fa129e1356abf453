import TextLayout

/// A line editor without a terminal, for tests: it gives prepared inputs in order and notes
/// what it was asked. After the last of them it gives the end of input.
public final class ScriptedLineEditor: LineEditor {
  public var isInteractive: Bool
  public var completer: ((_ line: String, _ cursor: Int) -> Completion)?
  /// Every prompt shown, oldest first.
  public private(set) var prompts: [StyledText] = []
  /// Every line to be remembered, oldest first.
  public private(set) var remembered: [String] = []
  /// Inputs not yet asked for.
  public private(set) var waiting: [LineInput]

  public init(_ inputs: [LineInput], isInteractive: Bool = true) {
    waiting = inputs
    self.isInteractive = isInteractive
  }

  public convenience init(lines: [String], isInteractive: Bool = true) {
    self.init(lines.map(LineInput.line), isInteractive: isInteractive)
  }

  public func readLine(prompt: StyledText) -> LineInput {
    prompts.append(prompt)
    return waiting.isEmpty ? .endOfInput : waiting.removeFirst()
  }

  public func remember(_ line: String) {
    remembered.append(line)
  }

  /// What Tab would do in a line with the cursor at a byte offset, or at its end.
  public func pressTab(in line: String, cursor: Int? = nil) -> CompletionInsertion {
    let offset = cursor ?? line.utf8.count
    guard let completer else { return .nothing }
    return CompletionInsertion(line: line, cursor: offset, completion: completer(line, offset))
  }
}
