import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a person does who reads page by page.
public enum PageKey: Sendable {
  case step(Pages.Step)
  /// `q`, Escape, Ctrl-C.
  case leave
  /// A line is begun, which the next `readLine` goes on with.
  case typing
  /// The window has another size.
  case resized
  /// The terminal is gone.
  case hangUp
  /// A key of no meaning here.
  case nothing
}

extension LibeditLineEditor {
  /// Whether pages can be turned: a person types at a terminal that can be drawn on.
  public var turnsPages: Bool { isInteractive && hasEscapes }

  /// Takes the terminal for the time in which pages are turned. What the work asks for is the next
  /// key.
  public func turningPages(_ work: (() -> PageKey) -> Void) {
    guard let editLine else { return }
    signals?.start()
    enterEditing(editLine)
    work { [self] in nextPageKey() }
    leaveEditing(editLine)
    signals?.stop()
  }

  private func nextPageKey() -> PageKey {
    let key = input.nextKey()
    switch key {
    case .hangUp: return .hangUp
    case .wake: return afterSignals()
    case .paste:
      let text = PastedText(bytes: input.pastedBytes(limit: Self.pasteLimit).bytes)
      pastedLines = text.lines.reversed()
      pastedRest = text.rest
      return .typing
    case .scalar(let scalar): return pageKey(of: scalar)
    case .up: return .step(.lineBack)
    case .down: return .step(.line)
    case .home: return .step(.first)
    case .end: return .step(.last)
    case .pageUp: return .step(.pageBack)
    case .pageDown: return .step(.page)
    case .meta("v"): return .step(.pageBack)
    case .meta, .left, .right, .delete, .wordLeft, .wordRight, .wordDelete, .other,
      .cursor, .silence:
      return .nothing
    }
  }

  /// A letter with another soon behind it is no key: somebody has begun to type a line.
  private func pageKey(of scalar: Unicode.Scalar) -> PageKey {
    let isLetter = scalar.properties.isAlphabetic
    if isLetter, let next = input.peek(within: Self.typingPause),
      next != UInt8(truncatingIfNeeded: scalar.value),
      next > 0x20
    {
      pastedRest = String(scalar)
      return .typing
    }
    if let step = Self.steps[scalar] { return .step(step) }
    if Self.farewells.contains(scalar) { return .leave }
    guard scalar.value > 0x20, scalar.value != 0x7F else { return .nothing }
    pastedRest = String(scalar)
    return .typing
  }

  /// Milliseconds within which a hurried person types the next letter of a word.
  private static let typingPause: Int32 = 350

  /// The keys of `less`, and Return, which turns the page too; of letters those alone that the
  /// pager's own line names, since any other begins what is typed next.
  private static let steps: [Unicode.Scalar: Pages.Step] = [
    " ": .page, "\r": .page, "\n": .page, "\u{6}": .page, "\u{16}": .page,
    "\u{5}": .line, "\u{E}": .line, "\u{4}": .halfPage,
    "b": .pageBack, "\u{2}": .pageBack, "\u{19}": .lineBack, "\u{10}": .lineBack,
    "\u{15}": .halfPageBack, "<": .first, ">": .last,
  ]
  private static let farewells: Set<Unicode.Scalar> = ["q", "\u{1B}", "\u{3}"]

  /// After a signal that ends the program, the terminal is left as it was found.
  func afterSignals() -> PageKey {
    guard let signals, let editLine else { return .nothing }
    for signal in signals.take() {
      switch signal {
      case SIGWINCH, SIGCONT:
        enterEditing(editLine)
        return .resized
      case SIGINT: return .leave
      case SIGTSTP: continue
      default:
        leaveEditing(editLine)
        signals.stop()
        raise(signal)
        signals.start()
        return .leave
      }
    }
    return .nothing
  }
}
