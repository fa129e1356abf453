import Diagnostics
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, which gets signals as programs expect them, whatever this one does with them.
enum ChildProgram {
  /// The path of a program in one of the folders of `PATH`; a folder that depends on where one is does
  /// not count, for an exercise may lie there.
  static func path(of name: String) -> String? {
    (Console.environment("PATH") ?? "").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(where: FileSystem.isExecutable)
  }

  /// Where files of a moment are put.
  static var temporaryFolder: String {
    if let own = Console.environment("TMPDIR"), own.hasPrefix("/") {
      return own.hasSuffix("/") ? String(own.dropLast()) : own
    }
    return "/tmp"
  }

  /// Starts a command of the shell with arguments (`$1` and on); nil where that fails.
  ///
  /// - Parameter output: where its standard output goes, while it has neither input nor terminal, and
  ///   no variables but `PATH`; nil for a program that has all that this one has.
  static func start(_ command: String, _ arguments: [String], output: Int32? = nil) -> pid_t? {
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var words = (["sh", "-c", command, "sh"] + arguments).map { strdup($0) } + [nil]
    var settings = [strdup("PATH=" + (Console.environment("PATH") ?? "")), nil]
    defer { for word in words + settings { free(word) } }
    var child = pid_t()
    let status = settings.withUnsafeMutableBufferPointer { own in
      posix_spawn(
        &child, "/bin/sh", &actions, &attributes, &words,
        output == nil ? environ : own.baseAddress)
    }
    return status == 0 ? child : nil
  }

  /// Waits for its end: the exit status, 1 where a signal has ended it, nil where nobody knows.
  ///
  /// - Parameter end: when it is killed; nil waits for ever.
  static func status(of child: pid_t, until end: ContinuousClock.Instant? = nil) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, end == nil ? 0 : WNOHANG)
      if ended == child { break }
      if ended < 0, errno != EINTR { return nil }
      guard let end else { continue }
      if .now >= end { kill(child, SIGKILL) }
      poll(nil, 0, 5)
    }
    let wasStopped = status & 0x7f != 0
    return wasStopped ? 1 : (status >> 8) & 0xff
  }

  /// What came of a program that is run for what it prints.
  enum Printed: Equatable {
    case all([UInt8])
    /// It has printed more than was asked for, and was ended.
    case tooMuch
    /// It has failed, or has taken too long and was ended.
    case nothing
  }

  /// Runs a program for what it prints, with bounds to its time, its memory and its output.
  static func output(
    of program: String, _ arguments: [String], limit: Int, seconds: Int
  ) -> Printed {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .nothing }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Kilobytes of memory; not every system knows such a limit.
    let command = "ulimit -t \(seconds); ulimit -v \(1 << 20) 2>/dev/null; exec \"$@\""
    let child = start(command, [program] + arguments, output: writing)
    close(writing)
    guard let child else { return .nothing }
    var bytes: [UInt8] = []
    let end = ContinuousClock.now + .seconds(seconds)
    let isWhole = readAll(of: reading, into: &bytes, limit: limit, until: end)
    let status = status(of: child, until: isWhole ? end : .now)
    if bytes.count > limit { return .tooMuch }
    return isWhole && status == 0 ? .all(bytes) : .nothing
  }

  /// Whether all was read in time, and was not more than `limit`.
  private static func readAll(
    of descriptor: Int32, into bytes: inout [UInt8], limit: Int, until end: ContinuousClock.Instant
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let left = (end - .now) / .milliseconds(1)
      guard left > 0 else { return false }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: Int(bounded: left.rounded(.up))))
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = ready < 0 ? -1 : read(descriptor, &buffer, buffer.count)
      if count == 0 { return true }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      bytes += buffer[..<count]
    }
    return false
  }
}
