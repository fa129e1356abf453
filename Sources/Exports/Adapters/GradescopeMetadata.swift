import Dates
import Foundation

/// What Gradescope says of a submission (autograder documentation, submission_metadata.json). It is
/// believed as far as it can be read.
struct GradescopeMetadata {
  /// When it was handed in.
  private(set) var created: Moment?
  private(set) var due: String?

  init(_ bytes: [UInt8]) {
    guard let raw = try? JSONDecoder().decode(Raw.self, from: Data(bytes)) else { return }
    created = raw.createdAt.flatMap(Self.moment)
    due = raw.assignment?.dueDate
  }

  private struct Raw: Decodable {
    var createdAt: String?
    var assignment: Assignment?

    struct Assignment: Decodable {
      var dueDate: String?
      private enum CodingKeys: String, CodingKey { case dueDate = "due_date" }
    }

    private enum CodingKeys: String, CodingKey {
      case createdAt = "created_at"
      case assignment
    }
  }

  /// With the fraction of a second that Gradescope writes: `2018-07-01T14:22:32.365935-07:00`.
  static func moment(_ text: String) -> Moment? {
    guard let point = text.firstIndex(of: ".") else { return Moment(text) }
    let rest = text[text.index(after: point)...].drop { $0.isASCII && $0.isNumber }
    return Moment(String(text[..<point] + rest))
  }
}
