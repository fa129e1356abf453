import Foundation
import Glibc

/// A program with its arguments and input, run to its end and measured by the system.
struct Command {
  var path: String
  var arguments: [String] = []
  /// A file that is its standard input; nil for none.
  var input: String?
  var folder: String?
  /// Beside those of this process.
  var environment: [String: String] = [:]

  init(
    _ path: String, _ arguments: String..., input: String? = nil, folder: String? = nil,
    environment: [String: String] = [:]
  ) {
    (self.path, self.arguments, self.input) = (path, arguments, input)
    (self.folder, self.environment) = (folder, environment)
  }

  /// What one run took.
  struct Cost {
    /// Seconds from start to end.
    var wall: Double
    /// Seconds of the processor, those of the system in them.
    var cpu: Double
    /// As a shell has it.
    var status: Int32
  }

  /// Runs it once; what it prints goes to a file, or nowhere.
  func run(output: String = "/dev/null", errors: String = "/dev/null") -> Cost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = Self.environment(with: environment).map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    var process = pid_t()
    let here = folder.map(Folder.enter)
    defer { if let here { _ = Folder.enter(here) } }
    let start = Clock.now
    guard posix_spawnp(&process, path, &actions, nil, &words, &settings) == 0 else {
      return Cost(wall: .nan, cpu: .nan, status: 127)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let isExit = status & 0x7F == 0
    return Cost(
      wall: Clock.now - start, cpu: usage.ru_utime.seconds + usage.ru_stime.seconds,
      status: isExit ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }

  /// Bytes at the peak of one run, as GNU time measures it: what a process of this one is charged
  /// with holds this one's own peak. Nil where there is no GNU time.
  func peak() -> Int? {
    let time = "/usr/bin/time"
    guard access(time, X_OK) == 0 else { return nil }
    let report = "/tmp/reckon-bench-peak-\(getpid())"
    defer { unlink(report) }
    var measured = self
    measured.path = time
    measured.arguments = ["-f", "%M", "-o", report, path] + arguments
    _ = measured.run()
    // A status other than 0 is told on a line before.
    let lines = try? String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
    return lines?.last.flatMap { Int($0) }.map { $0 * 1024 }
  }

  private static func environment(with own: [String: String]) -> [String] {
    var settings = own
    var place = environ
    while let entry = place.pointee {
      let text = String(cString: entry)
      let name = String(text.prefix { $0 != "=" })
      if settings[name] == nil { settings[name] = String(text.dropFirst(name.count + 1)) }
      place += 1
    }
    return settings.map { "\($0)=\($1)" }
  }
}

enum Folder {
  /// Makes a folder the current one; returns the one before.
  static func enter(_ folder: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let before = getcwd(&buffer, buffer.count).map { String(cString: $0) } ?? "/"
    if chdir(folder) != 0 { fatalError("No folder \(folder).") }
    return before
  }
}

enum Clock {
  /// Seconds that only go forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}

extension [Double] {
  /// The middle one, or the upper of the two; NaN of none.
  var median: Double { quantile(0.5) }

  func quantile(_ part: Double) -> Double {
    isEmpty ? .nan : sorted()[Swift.min(count - 1, Int(part * Double(count)))]
  }
}
