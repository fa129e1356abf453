import CLibedit
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LibeditLineEditor {
  /// Sets the character encoding of the process to UTF-8, also where the environment names
  /// another or none, so that no letter typed is lost.
  ///
  /// - Returns: whether the environment says that the terminal itself shows UTF-8. Where it
  ///   does not, output is better kept to ASCII.
  @discardableResult
  public static func prepareLocale() -> Bool {
    setlocale(LC_CTYPE, "")
    if hasUTF8Codeset() { return true }
    // A locale that is named but not installed still tells what the terminal shows.
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].map(environment).first { !$0.isEmpty } ?? ""
    for name in ["C.UTF-8", "en_US.UTF-8"] {
      setlocale(LC_CTYPE, name)
      if hasUTF8Codeset() { break }
    }
    if !hasUTF8Codeset() { setShippedLocale() }
    let charset = named.lowercased().split(separator: "@").first ?? ""
    return charset.hasSuffix("utf-8") || charset.hasSuffix("utf8")
  }

  /// The locale that lies with the program, for a system that has none with UTF-8, such as Alpine.
  private static func setShippedLocale() {
    guard let folder = Executable.shared("locale"), FileSystem.isFolder(folder) else { return }
    let before = getenv("LOCPATH").map { String(cString: $0) }
    setenv("LOCPATH", folder, 1)
    setlocale(LC_CTYPE, "C.UTF-8")
    // Other programs have a C library of their own.
    if let before { setenv("LOCPATH", before, 1) } else { unsetenv("LOCPATH") }
  }

  /// The locale that the environment names, and what the system makes of it.
  public static func namedLocale() -> NamedLocale {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].map(environment).first { !$0.isEmpty } ?? ""
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    let showsUnicode = prepareLocale()
    return NamedLocale(
      name: named, isInstalled: isInstalled, showsUnicode: showsUnicode,
      readsUnicode: hasUTF8Codeset())
  }

  private static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  private static func hasUTF8Codeset() -> Bool {
    libedit_codeset().map { String(cString: $0) } == "UTF-8"
  }
}

/// The locale that the environment names.
public struct NamedLocale: Sendable {
  /// Empty where none is named.
  public var name: String
  /// Whether the system has it.
  public var isInstalled: Bool
  /// Whether the terminal is said to show more than ASCII.
  public var showsUnicode: Bool
  /// Whether letters beyond ASCII can be typed, by this locale or one in its place.
  public var readsUnicode: Bool
}
