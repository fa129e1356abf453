import CLibedit
import TextLayout

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
    print("\n")
    leaveEditing(editLine)
    signals.stop()
    kill(0, SIGTSTP)
    signals.start()
    enterEditing(editLine)
    _ = libedit_refresh(editLine)
    return CC_NORM
  }

  /// Does what the signals that came ask for.
  func handleSignals() {
    guard let signals, let editLine else { return }
    for signal in signals.take() {
      switch signal {
      case SIGWINCH: resize(editLine)
      case SIGCONT:
        // Stopped and continued from outside: the shell has changed the terminal's modes.
        _ = libedit_set_flag(editLine, EL_PREP_TERM, 0)
        enterEditing(editLine)
        resize(editLine)
      case SIGINT: queued = ["\u{3}"]
      case SIGTSTP: _ = suspend(editLine)
      default:
        // The signal does its work as if nobody had caught it, on a restored terminal.
        print("\n")
        leaveEditing(editLine)
        signals.stop()
        raise(signal)
        signals.start()
        enterEditing(editLine)
        _ = libedit_refresh(editLine)
      }
    }
  }

  /// Draws the line anew for a window of another size.
  private func resize(_ editLine: OpaquePointer) {
    el_resize(editLine)
    guard hasEscapes else { return }
    // Terminals wrap the line again at the new width, so the row where it begins is reckoned.
    let columns = windowSize().columns
    let width = search.map { displayWidth($0.prompt) } ?? prompt.width
    let above = (width + displayWidth(line(of: editLine).before)) / columns
    print("\r" + (above > 0 ? "\u{1B}[\(above)A" : "") + "\u{1B}[J")
    _ = libedit_refresh(editLine)
  }
}
