import Foundation
import Testing

/// A text with a file of its own, as another program shows it: a picture, a page.
public enum RecordedFile {
  /// Records an issue where the text is not that of the file. A file that is missing is written,
  /// and fails this once.
  ///
  /// - Parameter name: of the file, from the folder of the test.
  public static func check(
    _ found: String, against name: String, beside test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = URL(filePath: test).deletingLastPathComponent().appending(path: name)
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      let isWritten = (try? found.write(to: file, atomically: true, encoding: .utf8)) != nil
      Issue.record(
        "\(name): \(isWritten ? "recorded: look at it" : "it can be neither read nor written")",
        sourceLocation: sourceLocation)
      return
    }
    if found == expected { return }
    let lines = found.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let place = zip(lines, wanted).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> String {
      lines.indices.contains(place) ? String(lines[place]) : "(the end)"
    }
    Issue.record(
      """
      \(name):\(place + 1)
      was to be:
      \(line(wanted))
      and is:
      \(line(lines))
      """, sourceLocation: sourceLocation)
  }
}
