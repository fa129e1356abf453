import Files

/// The system's descriptions of terminals (terminfo), by which libedit knows their keys.
public enum TerminalDescription {
  /// Where systems keep them, beside what the environment names.
  private static let folders = [
    "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo",
    "/usr/share/lib/terminfo",
  ]

  /// Whether there is one of a kind of terminal, such as `xterm-256color`.
  public static func isKnown(_ kind: String, environment: (String) -> String?) -> Bool {
    guard let first = kind.unicodeScalars.first, first.isASCII, !kind.contains("/") else {
      return false
    }
    let own = [environment("TERMINFO"), environment("HOME").map { $0 + "/.terminfo" }]
    let named = (environment("TERMINFO_DIRS") ?? "").split(separator: ":").map(String.init)
    // By its first letter, or by that letter's number where names differ in nothing but case.
    let letters = [String(first), String(first.value, radix: 16)]
    return (own.compactMap { $0 } + named + folders).contains { folder in
      letters.contains { FileSystem.realPath("\(folder)/\($0)/\(kind)") != nil }
    }
  }
}
