import Diagnostics

/// The text on one line and without controls: tabs and newlines become spaces.
func onOneLine(_ text: String) -> String {
  let clean = withoutControls(text)
  guard clean.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A }) else { return clean }
  return String(clean.map { $0 == "\t" || $0 == "\n" ? " " : $0 })
}
