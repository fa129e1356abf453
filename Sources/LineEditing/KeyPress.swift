#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A key of a person who works with single keys, where no line is typed.
public enum KeyPress: Hashable, Sendable {
  case character(Character)
  case enter, escape, up, down, left, right, pageUp, pageDown
  /// Ctrl-C, or a signal that ends the program.
  case interrupt
  /// The window has another size, or the program goes on after it was stopped.
  case resized
  /// The terminal is gone.
  case hangUp
  /// A key of no meaning, or a paste: nobody has pressed what is in it.
  case nothing
}

extension LibeditLineEditor {
  /// Takes the terminal for the time in which single keys are pressed. What the work asks for is the
  /// next key.
  public func pressingKeys<Result>(_ work: (() -> KeyPress) -> Result) -> Result {
    guard let editLine else { return work { .hangUp } }
    signals?.start()
    enterEditing(editLine)
    defer {
      leaveEditing(editLine)
      signals?.stop()
    }
    return work { [self] in nextKeyPress() }
  }

  private func nextKeyPress() -> KeyPress {
    switch input.nextKey() {
    case .hangUp: return .hangUp
    case .wake:
      switch afterSignals() {
      case .resized: return .resized
      case .leave: return .interrupt
      default: return .nothing
      }
    case .paste:
      _ = input.pastedBytes(limit: Self.pasteLimit)
      return .nothing
    case .scalar("\r"), .scalar("\n"): return .enter
    case .scalar("\u{1B}"): return .escape
    case .scalar("\u{3}"), .scalar("\u{4}"): return .interrupt
    case .scalar("\u{1A}"):
      suspendKeys()
      return .resized
    case .scalar(let scalar):
      return scalar.value >= 0x20 && scalar.value != 0x7F ? .character(Character(scalar)) : .nothing
    case .up: return .up
    case .down: return .down
    case .left: return .left
    case .right: return .right
    case .pageUp: return .pageUp
    case .pageDown: return .pageDown
    default: return .nothing
    }
  }

  /// Ctrl-Z: stops the job as the terminal itself would.
  private func suspendKeys() {
    guard let editLine, let signals else { return }
    leaveEditing(editLine)
    signals.stop()
    kill(0, SIGTSTP)
    signals.start()
    enterEditing(editLine)
  }
}
