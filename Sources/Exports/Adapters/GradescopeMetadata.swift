import Dates
import Reports

/// What Gradescope says of a submission (autograder documentation, submission_metadata.json). It is
/// believed as far as it can be read.
struct GradescopeMetadata {
  /// When it was handed in.
  private(set) var created: Moment?
  private(set) var due: String?

  init(_ bytes: [UInt8]) {
    guard let raw = try? JSONValue.read(bytes) else { return }
    created = raw["created_at"]?.ownText.flatMap(Self.moment)
    due = raw["assignment"]?["due_date"]?.ownText
  }

  /// With the fraction of a second that Gradescope writes: `2018-07-01T14:22:32.365935-07:00`.
  static func moment(_ text: String) -> Moment? {
    guard let point = text.firstIndex(of: ".") else { return Moment(text) }
    let rest = text[text.index(after: point)...].drop { $0.isASCII && $0.isNumber }
    return Moment(String(text[..<point] + rest))
  }
}
