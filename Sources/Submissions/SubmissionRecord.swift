import Reports

/// A submission as a line of JSON, as engines hand it to a filter:
///
///     {"id": "345678", "notebooks": [{"name": "a.answers.md", "text": "…"}], "submitted": "2024-12-01T20:15:00Z"}
///
/// A notebook may be its bare text, and `notebooks` an object from names to texts.
public struct SubmissionRecord: Sendable {
  /// Whatever the engine knows it by, to be said again; null where it has none.
  public var id: JSONValue
  public var submission: Submission

  public init(id: String, _ submission: Submission) {
    self.id = .string(id)
    self.submission = submission
  }

  /// The record as a line holds it, without its end.
  public var line: String {
    let notebooks = submission.notebooks.map {
      JSONValue.object([("name", .string($0.name)), ("text", .string($0.text))])
    }
    return JSONValue.object([
      ("id", id), ("notebooks", .array(notebooks)),
      ("submitted", submission.submitted.map { .string($0.text) } ?? .null),
    ]).text
  }

  /// Why a line is no such record.
  public enum Fault: Error, Hashable, Sendable {
    case notJSON
    /// It is JSON, and this is missing or of another kind.
    case without(String)
    case unreadableTime(String)
    case tooManyNotebooks(limit: Int)
    /// In bytes.
    case tooLong(limit: Int)
  }

  /// What can be said of a line: its id where it has one, and the submission or why there is none.
  public struct Reading {
    public var id: JSONValue
    public var submission: Result<Submission, Fault>
  }

  public static let notebookLimit = 100
  /// Bytes of a line that are read.
  public static let lineLimit = 32 << 20

  public static func read(_ line: [UInt8]) -> Reading {
    guard let record = try? JSONValue.read(line), record.members != nil else {
      return Reading(id: .null, submission: .failure(.notJSON))
    }
    return Reading(id: record["id"]?.asScalar ?? .null, submission: submission(record))
  }

  private static func submission(_ record: JSONValue) -> Result<Submission, Fault> {
    guard let notebooks = record["notebooks"].flatMap(notebooks) else {
      return .failure(.without("notebooks"))
    }
    guard notebooks.count <= notebookLimit else {
      return .failure(.tooManyNotebooks(limit: notebookLimit))
    }
    var submitted: SubmissionTime?
    switch record["submitted"]?.asScalar {
    case .none, .null?: break
    case .string(let text)?:
      submitted = SubmissionTime(text)
      if submitted == nil { return .failure(.unreadableTime(text)) }
    case _?: return .failure(.without("submitted"))
    }
    return .success(
      Submission(
        notebooks: notebooks,
        submitted: submitted))
  }

  /// A list of them, an object from names to texts, or one text.
  private static func notebooks(_ value: JSONValue) -> [Submission.Notebook]? {
    if let text = value.ownText { return [Submission.Notebook(name: "", text: text)] }
    let found: [Submission.Notebook?] =
      value.members.map { members in
        members.map { name, text in text.ownText.map { .init(name: name, text: $0) } }
      } ?? value.items?.map(notebook) ?? [nil]
    let notebooks = found.compactMap(\.self)
    guard notebooks.count == found.count else { return nil }
    return value.members == nil ? notebooks : notebooks.sorted { $0.name < $1.name }
  }

  /// An object with a text and perhaps a name, or the bare text.
  private static func notebook(_ value: JSONValue) -> Submission.Notebook? {
    if let text = value.ownText { return .init(name: "", text: text) }
    guard let text = value["text"]?.ownText else { return nil }
    guard let name = value["name"] else { return .init(name: "", text: text) }
    return name.ownText.map { .init(name: $0, text: text) }
  }
}

extension JSONValue {
  /// Nil for a list and an object.
  fileprivate var asScalar: JSONValue? {
    switch self {
    case .null, .bool, .number, .string: self
    case .array, .object: nil
    }
  }
}
