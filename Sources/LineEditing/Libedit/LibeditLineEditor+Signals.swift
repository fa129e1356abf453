import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LibeditLineEditor {
  /// Ctrl-Z: stops the job as the terminal itself would; after `fg` the line stands again.
  /// Where no shell minds jobs, nothing happens.
  func suspend(_ editLine: OpaquePointer) -> Int32 {
    guard let signals else { return CC_NORM }
    leaveLine()
    leaveEditing(editLine)
    signals.stop()
    kill(0, SIGTSTP)
    signals.start()
    enterEditing(editLine)
    drawAnew()
    return CC_NORM
  }

  /// Does what the signals that came ask for.
  func handleSignals() {
    guard let signals, let editLine else { return }
    for signal in signals.take() {
      switch signal {
      case SIGWINCH: resize()
      case SIGCONT:
        // Stopped and continued from outside: the shell has changed the terminal's modes.
        _ = libedit_set_flag(editLine, EL_PREP_TERM, 0)
        enterEditing(editLine)
        resize()
      case SIGINT: queued = ["\u{3}"]
      case SIGTSTP: _ = suspend(editLine)
      default:
        // The signal does its work as if nobody had caught it, on a restored terminal.
        leaveLine()
        leaveEditing(editLine)
        signals.stop()
        raise(signal)
        signals.start()
        enterEditing(editLine)
        drawAnew()
      }
    }
  }

  /// Tells libedit how large the window is, before there is a line in it: it writes beyond its memory
  /// where a window shrinks later, or is of a few cells. Of what nobody sees no size is true.
  func setWindow(of editLine: OpaquePointer) {
    let columns = display == nil ? max(20, min(windowSize().columns, 500)) : 80
    _ = libedit_set_capability(editLine, "co", "\(columns)")
    _ = libedit_set_capability(editLine, "li", "100")
  }

  /// Milliseconds in which a terminal says where its cursor is.
  static let answerPause: Int32 = 200

  /// Asks where the cursor is in a window of another size: some terminals break lines anew at the
  /// new width, and some do not. The line is drawn once the answer is there, or does not come.
  private func resize() {
    guard display != nil else { return }
    send(.asksCursor)
    cursorQuestions += 1
  }

  /// Makes room for the line in a window of another size, once the last question is answered, or
  /// another key says that no answer comes.
  func takeAnswer(cursorColumn: Int?) {
    cursorQuestions = cursorColumn == nil ? 0 : cursorQuestions - 1
    guard cursorQuestions == 0 else { return }
    guard let room = display?.resized(to: windowSize().columns, cursorColumn: cursorColumn) else {
      return
    }
    send(room)
  }
}
