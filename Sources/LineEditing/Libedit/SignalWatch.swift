import Diagnostics
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Catches, while a line is edited, the signals after which the terminal needs care. A handler
/// may do next to nothing, so it notes the signal and wakes the reader through a pipe.
final class SignalWatch {
  /// Becomes readable when a signal came.
  let wakeDescriptor: Int32

  private let wakeWriter: Int32
  private var previous: [(signal: Int32, action: sigaction)] = []
  private static let watched = [SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeDescriptor, wakeWriter) = (ends[0], ends[1])
  }

  deinit {
    stop()
    close(wakeDescriptor)
    close(wakeWriter)
  }

  /// Catches the signals, save those that the process ignores.
  func start() {
    guard previous.isEmpty else { return }
    wakingDescriptor.store(wakeWriter, ordering: .sequentiallyConsistent)
    for signal in Self.watched {
      var old = sigaction()
      var new = sigaction()
      sigemptyset(&new.sa_mask)
      new.sa_flags = SA_RESTART
      #if canImport(Glibc)
        new.__sigaction_handler.sa_handler = noteSignal
      #else
        new.__sigaction_u.__sa_handler = noteSignal
      #endif
      guard sigaction(signal, nil, &old) == 0 else { continue }
      if signal != SIGWINCH, signal != SIGCONT, ignores(old) { continue }
      if sigaction(signal, &new, nil) == 0 { previous.append((signal, old)) }
    }
  }

  /// Puts back what handled the signals before.
  func stop() {
    for (signal, action) in previous {
      var old = action
      sigaction(signal, &old, nil)
    }
    previous.removeAll()
  }

  /// The signals that came since the last call.
  func take() -> [Int32] {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(wakeDescriptor, &bytes, 16) > 0 {}
    let bits = arrivedSignals.exchange(0, ordering: .sequentiallyConsistent)
    return Self.watched.filter { bits & (1 << UInt64($0)) != 0 }
  }

  private func ignores(_ action: sigaction) -> Bool {
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// A bit for each signal that came.
private let arrivedSignals = Atomic<UInt64>(0)
/// Where the handler writes a byte to wake the reader.
private let wakingDescriptor = Atomic<Int32>(-1)

private func noteSignal(_ signal: Int32) {
  let saved = errno
  arrivedSignals.bitwiseOr(1 << UInt64(signal), ordering: .sequentiallyConsistent)
  var byte: UInt8 = 0
  _ = write(wakingDescriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
  errno = saved
}
