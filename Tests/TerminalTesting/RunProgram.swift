#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program left behind that ran without a terminal.
public struct ProgramRun: Sendable {
  public var ending: PseudoTerminal.Ending
  public var output: String
  public var errors: String

  /// The exit status; -1 where a signal ended it.
  public var status: Int32 {
    if case .exited(let status) = ending { return status }
    return -1
  }
}

/// Where a program's standard output goes.
public enum ProgramOutput: Sendable {
  /// Kept, and given back.
  case kept
  case file(String)
  /// The descriptor is not open.
  case closed
}

extension ProgramRun {
  /// Runs a program to its end, which must come within `timeout` seconds.
  ///
  /// Input and output go through files, so that neither side can wait for the other.
  /// - Parameters:
  ///   - environment: All of the program's environment; nothing is added.
  ///   - input: Nil where standard input is not open.
  public static func run(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    in folder: String, input: [UInt8]? = [], output: ProgramOutput = .kept, timeout: Double = 20
  ) throws -> ProgramRun {
    let scratch = try TemporaryFolder()
    let (inPath, outPath, errPath) = (
      scratch.path + "/in", scratch.path + "/out", scratch.path + "/err"
    )
    if let input { try write(input, to: inPath) }
    var redirections = input == nil ? "<&- " : "<\(inPath) "
    switch output {
    case .kept: redirections += ">\(outPath) "
    case .file(let file): redirections += ">\(file) "
    case .closed: redirections += ">&- "
    }
    redirections += "2>\(errPath)"
    // The shell does what posix_spawn cannot everywhere: another folder, closed descriptors.
    let script = "cd \"$0\" && exec \"$@\" \(redirections)"
    let child = try spawn(
      "/bin/sh", ["-c", script, folder, path] + arguments,
      environment.map { "\($0.key)=\($0.value)" })
    let ending = try wait(for: child, timeout: timeout) {
      "\(path) \(arguments): \(text(of: errPath))"
    }
    return ProgramRun(ending: ending, output: text(of: outPath), errors: text(of: errPath))
  }

  private static func wait(
    for child: pid_t, timeout: Double, what: () -> String
  ) throws -> PseudoTerminal.Ending {
    var status: Int32 = 0
    var waited = 0.0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard waited < timeout else {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        throw PseudoTerminal.Failure.timeout(waitingFor: "the end", seen: what())
      }
      usleep(2000)
      waited += 0.002
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ variables: [String]
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var argv = ([path] + arguments).map { strdup($0) }
    var envp = variables.map { strdup($0) }
    defer { for text in argv + envp { free(text) } }
    argv.append(nil)
    envp.append(nil)
    var child: pid_t = 0
    let code = posix_spawn(&child, path, nil, &attributes, argv, envp)
    guard code == 0 else {
      throw PseudoTerminal.Failure.system(call: "posix_spawn \(path)", code: code)
    }
    return child
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else {
      throw PseudoTerminal.Failure.system(call: "fopen", code: errno)
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
