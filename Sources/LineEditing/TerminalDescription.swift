import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's descriptions of terminals (terminfo), by which libedit knows their keys.
public enum TerminalDescription {
  /// Where systems keep them, beside what the environment names.
  private static let folders = [
    "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo",
    "/usr/share/lib/terminfo",
  ]

  /// Those that lie with the program, for a system that has none.
  private static var shipped: String? { Executable.shared("terminfo") }

  /// Whether there is one of a kind of terminal, such as `xterm-256color`.
  public static func isKnown(_ kind: String, environment: (String) -> String?) -> Bool {
    isKnownToSystem(kind, environment) || shipped.map { holds($0, kind) } ?? false
  }

  private static func isKnownToSystem(
    _ kind: String, _ environment: (String) -> String?
  ) -> Bool {
    let own = [environment("TERMINFO"), environment("HOME").map { $0 + "/.terminfo" }]
    let named = (environment("TERMINFO_DIRS") ?? "").split(separator: ":").map(String.init)
    return (own.compactMap { $0 } + named + folders).contains { holds($0, kind) }
  }

  private static func holds(_ folder: String, _ kind: String) -> Bool {
    guard let first = kind.unicodeScalars.first, first.isASCII, !kind.contains("/") else {
      return false
    }
    // By its first letter, or by that letter's number where names differ in nothing but case.
    return [String(first), String(first.value, radix: 16)]
      .contains { FileSystem.realPath("\(folder)/\($0)/\(kind)") != nil }
  }

  /// Has a kind of terminal that the system does not know looked up with the program too.
  static func lendShipped(for kind: String) {
    func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    guard !isKnownToSystem(kind, environment), let shipped, holds(shipped, kind) else { return }
    // What is empty between colons stands for the system's folders.
    setenv("TERMINFO_DIRS", (environment("TERMINFO_DIRS") ?? "") + ":" + shipped, 1)
  }
}
