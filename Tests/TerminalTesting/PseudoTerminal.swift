#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal that a test types at: what a program writes to it is kept, and every wait has an
/// end.
///
/// Either a program is started under it (`spawn`), or the test gives `openSlave` to code of its
/// own process.
public final class PseudoTerminal {
  public enum Failure: Error, CustomStringConvertible {
    case system(call: String, code: Int32)
    /// What was waited for did not come; with the screen text so far.
    case timeout(waitingFor: String, seen: String)
    /// The terminal was closed before what was waited for came.
    case closed(waitingFor: String, seen: String)

    public var description: String {
      switch self {
      case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
      case .timeout(let wanted, let seen): "no \(wanted.debugDescription) in time after:\n\(seen)"
      case .closed(let wanted, let seen): "end before \(wanted.debugDescription) after:\n\(seen)"
      }
    }
  }

  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// All that was written so far, escape codes and all.
  public private(set) var output: [UInt8] = []
  /// The program's id, if one was started.
  public private(set) var process: pid_t?

  private var master: Int32
  private let slavePath: String
  /// Kept open so that the terminal outlives pauses in which nobody else has it open; closed
  /// when a program is started.
  private var slave: Int32
  /// The output without escape codes.
  private var visible: [UInt8] = []
  private var state = State.text
  /// Offset in `visible` up to which `expect` has found what it looked for.
  private var expected = 0
  private var isClosed = false

  public init(columns: Int = 80, rows: Int = 24) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else {
      throw Failure.system(call: "openpty", code: errno)
    }
    // Not for programs started meanwhile by other tests: they would keep the terminal open.
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    guard let name = ttyname(slave) else { throw Failure.system(call: "ttyname", code: errno) }
    (self.master, self.slave, slavePath) = (master, slave, String(cString: name))
  }

  deinit {
    if let process {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  /// Starts a program with the terminal as its standard input, output and error, and as its
  /// controlling terminal.
  ///
  /// - Parameters:
  ///   - environment: All of the program's environment; nothing is added.
  public static func spawn(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = ["TERM": "xterm"],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    try terminal.start(path, arguments, environment)
    return terminal
  }

  /// Another descriptor of the program's side, for code of this process.
  public func openSlave() throws -> Int32 {
    let descriptor = open(slavePath, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.system(call: "open", code: errno) }
    return descriptor
  }

  /// Types.
  public func send(_ text: String) throws {
    try send(bytes: Array(text.utf8))
  }

  /// Types bytes; what comes back meanwhile is taken in, so that neither side waits for the
  /// other.
  public func send(bytes: [UInt8], timeout: Double = 10) throws {
    let deadline = Self.now + timeout
    var rest = bytes[...]
    while !rest.isEmpty {
      guard Self.now < deadline else {
        throw Failure.timeout(waitingFor: "room to type", seen: lastText)
      }
      let events = wait(for: Int16(POLLIN | POLLOUT), until: deadline)
      if events & Int16(POLLIN) != 0 { take() }
      if events & Int16(POLLOUT) != 0 {
        let piece = Array(rest.prefix(1024))
        let count = write(master, piece, piece.count)
        if count > 0 { rest = rest.dropFirst(count) }
      }
      if isClosed { throw Failure.closed(waitingFor: "room to type", seen: lastText) }
    }
  }

  /// Waits until the screen text holds `wanted`, after what earlier calls found.
  ///
  /// - Returns: the text up to the end of what was found.
  @discardableResult
  public func expect(_ wanted: String, timeout: Double = 10) throws -> String {
    let deadline = Self.now + timeout
    let needle = Array(wanted.utf8)
    while true {
      if let end = end(of: needle, from: expected) {
        defer { expected = end }
        return String(decoding: visible[expected..<end], as: UTF8.self)
      }
      if isClosed { throw Failure.closed(waitingFor: wanted, seen: lastText) }
      guard Self.now < deadline else { throw Failure.timeout(waitingFor: wanted, seen: lastText) }
      if wait(for: Int16(POLLIN), until: deadline) != 0 { take() }
    }
  }

  /// Whether the screen text so far holds `wanted` anywhere.
  public func hasShown(_ wanted: String) -> Bool {
    end(of: Array(wanted.utf8), from: 0) != nil
  }

  /// Takes in what is written until nothing has come for `quiet` seconds.
  public func settle(quiet: Double = 0.15, timeout: Double = 5) {
    let deadline = Self.now + timeout
    while !isClosed, wait(for: Int16(POLLIN), until: min(Self.now + quiet, deadline)) != 0 {
      take()
      if Self.now > deadline { break }
    }
  }

  /// Changes the size of the window; a program started here is told by the system.
  public func resize(columns: Int, rows: Int) throws {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else {
      throw Failure.system(call: "ioctl", code: errno)
    }
  }

  /// Takes the terminal away, as when its window is closed.
  public func hangUp() {
    if slave >= 0 { close(slave) }
    if master >= 0 { close(master) }
    (slave, master) = (-1, -1)
    isClosed = true
  }

  /// The terminal's modes, to see whether a program left them as they were.
  public func modes() throws -> termios {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else {
      throw Failure.system(call: "tcgetattr", code: errno)
    }
    return modes
  }

  /// Takes in the rest of the output and waits for the program's end.
  public func waitForExit(timeout: Double = 10) throws -> Ending {
    guard let process else { throw Failure.system(call: "waitpid", code: ECHILD) }
    let deadline = Self.now + timeout
    while true {
      // A program cannot end while its output waits to be read.
      if !isClosed, wait(for: Int16(POLLIN), until: min(deadline, Self.now + 0.02)) != 0 { take() }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        self.process = nil
        settle(quiet: 0.02)
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
      }
      guard Self.now < deadline else {
        throw Failure.timeout(waitingFor: "the end", seen: lastText)
      }
      if isClosed { usleep(5000) }
    }
  }

  /// The output without escape codes, bells and carriage returns. Letters that the program
  /// wrote anew when it redrew a line stand there again.
  public var text: String {
    String(decoding: visible, as: UTF8.self)
  }

  /// The end of `text`, for messages.
  private var lastText: String {
    let shown = 2000
    let end = String(decoding: visible.suffix(shown), as: UTF8.self)
    return visible.count > shown ? "…" + end : end
  }

  // MARK: - Starting

  private func start(_ path: String, _ arguments: [String], _ environment: [String: String])
    throws
  {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let newSession: Int16 = 0x80
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let newSession: Int16 = 0x400
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // A session leader's first terminal becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, slavePath, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let code = Self.withCStrings([path] + arguments) { argv in
      Self.withCStrings(variables) { envp in
        posix_spawn(&child, path, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else { throw Failure.system(call: "posix_spawn \(path)", code: code) }
    process = child
    close(slave)
    slave = -1
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  // MARK: - Reading

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func wait(for events: Int16, until deadline: Double) -> Int16 {
    var waiting = pollfd(fd: master, events: events, revents: 0)
    let milliseconds = max(0, ((deadline - Self.now) * 1000).rounded(.up))
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return 0 }
    // A hang-up is learnt by reading.
    return waiting.revents & Int16(POLLHUP | POLLERR) != 0
      ? waiting.revents | Int16(POLLIN) : waiting.revents
  }

  private func take() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &buffer, buffer.count)
    if count > 0 {
      output += buffer[..<count]
      for byte in buffer[..<count] { strip(byte) }
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isClosed = true
    }
  }

  private func end(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return start }
    return visible.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      var offset = start
      while all.count - offset >= needle.count {
        guard let found = memchr(base + offset, Int32(first), all.count - offset) else { break }
        offset = UnsafeRawPointer(found) - base
        guard all.count - offset >= needle.count else { break }
        if memcmp(found, needle, needle.count) == 0 { return offset + needle.count }
        offset += 1
      }
      return nil
    }
  }

  /// Where in an escape code the output stands.
  private enum State {
    case text, escape, control, string, charset
  }

  private func strip(_ byte: UInt8) {
    switch (state, byte) {
    case (.text, 0x1B): state = .escape
    case (.text, 0x07), (.text, 0x0D): break
    case (.text, _): visible.append(byte)
    case (.escape, UInt8(ascii: "[")): state = .control
    case (.escape, UInt8(ascii: "]")): state = .string
    case (.escape, UInt8(ascii: "(")): state = .charset
    case (.control, 0x40...0x7E), (.string, 0x07), (.charset, _), (.escape, _): state = .text
    case (.string, 0x1B): state = .escape
    case (.control, _), (.string, _): break
    }
  }
}
