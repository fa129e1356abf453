import Diagnostics
import Files
import Foundation
import ReckonCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the program a second time and looks after it: where it breaks down at a notebook, whatever
/// the mistake of ours, it is started again without that one. So no submission can end the
/// grading of a class.
struct Supervisor {
  /// What the program that is looked after has to know, in its environment.
  private enum Variable: String {
    /// Path of the file of slots.
    case watch = "RECKON_WATCH"
    /// Students, a line each, whose notebooks are graded last and one by one.
    case suspects = "RECKON_SUSPECTS"
    /// Files and students, a line each, at which it broke down.
    case failures = "RECKON_FAILURES"
  }

  /// What this process was told, where it is the one that is looked after.
  struct Orders {
    var watch: SlotFile
    var suspects: Set<String>
    var failures: Set<String>
  }

  static var orders: Orders? {
    guard let path = Console.environment(Variable.watch.rawValue), let watch = SlotFile(path: path)
    else { return nil }
    endWithParent()
    func lines(_ variable: Variable) -> Set<String> {
      Set(
        (Console.environment(variable.rawValue) ?? "").split(separator: "\n").map(String.init))
    }
    return Orders(watch: watch, suspects: lines(.suspects), failures: lines(.failures))
  }

  /// Whoever kills the one that looks after this process wants it to end too.
  private static func endWithParent() {
    let parent = getppid()
    Thread.detachNewThread {
      while getppid() == parent { Thread.sleep(forTimeInterval: 0.1) }
      _exit(Status.io.rawValue)
    }
  }

  /// Times that it is started again.
  private static let limit = 50

  /// The status with which the program has ended; nil where it cannot be looked after.
  static func run(_ console: Console) -> Int32? {
    guard let program = Executable.path else { return nil }
    let outcome = FileSystem.withTemporaryFile(
      named: "grading", in: Console.environment("TMPDIR") ?? "/tmp"
    ) { path -> Int32? in
      var suspects: Set<String> = []
      var failures: Set<String> = []
      var seen: Set<String> = []
      var causeless = 0
      for _ in 0..<limit {
        FileSystem.remove(path)
        guard
          let status = spawn(
            program,
            [
              .watch: path, .suspects: suspects.sorted().joined(separator: "\n"),
              .failures: failures.sorted().joined(separator: "\n"),
            ])
        else { return nil }
        let signal = status & 0x7F
        guard [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE].contains(signal) else {
          return signal == 0 ? status >> 8 & 0xFF : 128 + signal
        }
        let slots = SlotFile.texts(of: path).filter { !$0.isEmpty }
        console.report(DeskWording.brokeDown)
        // At one of a few it is not known which it was; they are tried again one by one, and
        // whoever was at work when the system killed the program is not blamed for it.
        if slots.count == 1, seen.contains(slots[0]) { failures.insert(slots[0]) }
        seen.formUnion(slots)
        suspects.formUnion(slots)
        // Beside all notebooks, another time will hardly help.
        if slots.isEmpty { causeless += 1 }
        if causeless > 2 { return 128 + signal }
      }
      return Status.io.rawValue
    }
    return outcome ?? nil
  }

  /// How the same command has ended with these variables, as `waitpid` tells it.
  private static func spawn(_ program: String, _ variables: [Variable: String]) -> Int32? {
    // No report of ours for a student's file.
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    for (variable, value) in variables { environment[variable.rawValue] = value }
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program)]
    for index in 1..<max(1, Int(CommandLine.argc)) { words.append(CommandLine.unsafeArgv[index]) }
    words.append(nil)
    var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
    settings.append(nil)
    defer {
      free(words[0])
      for setting in settings { free(setting) }
    }
    var child: pid_t = 0
    guard posix_spawn(&child, program, nil, nil, words, settings) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status
  }
}
