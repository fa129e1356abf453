import Foundation
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
    let raw: Raw
    do { raw = try JSONDecoder().decode(Raw.self, from: Data(line)) } catch {
      return Reading(id: .null, submission: .failure(.notJSON))
    }
    return Reading(id: raw.id, submission: submission(raw))
  }

  private static func submission(_ raw: Raw) -> Result<Submission, Fault> {
    guard let notebooks = raw.notebooks else { return .failure(.without("notebooks")) }
    guard notebooks.count <= notebookLimit else {
      return .failure(.tooManyNotebooks(limit: notebookLimit))
    }
    var submitted: SubmissionTime?
    switch raw.submitted {
    case .none, .null?: break
    case .string(let text)?:
      submitted = SubmissionTime(text)
      if submitted == nil { return .failure(.unreadableTime(text)) }
    case _?: return .failure(.without("submitted"))
    }
    return .success(
      Submission(
        notebooks: notebooks.map { Submission.Notebook(name: $0.name, text: $0.text) },
        submitted: submitted))
  }

  // MARK: The line as it is

  private struct Raw: Decodable {
    var id = JSONValue.null
    var notebooks: [Notebook]?
    var submitted: JSONValue?

    private enum Key: CodingKey { case id, notebooks, submitted }

    init(from decoder: any Decoder) throws {
      let record = try decoder.container(keyedBy: Key.self)
      id = Self.scalar(.id, record) ?? .null
      submitted = Self.scalar(.submitted, record)
      notebooks = try? record.decode([Notebook].self, forKey: .notebooks)
      if notebooks == nil {
        notebooks = (try? record.decode([String: String].self, forKey: .notebooks))?
          .sorted { $0.key < $1.key }.map { Notebook(name: $0.key, text: $0.value) }
      }
      if notebooks == nil, let text = try? record.decode(String.self, forKey: .notebooks) {
        notebooks = [Notebook(name: "", text: text)]
      }
    }

    /// Nil where the key is missing, or holds a list or an object.
    private static func scalar(_ key: Key, _ record: KeyedDecodingContainer<Key>) -> JSONValue? {
      guard record.contains(key) else { return nil }
      if let text = try? record.decode(String.self, forKey: key) { return .string(text) }
      if (try? record.decodeNil(forKey: key)) == true { return .null }
      if let truth = try? record.decode(Bool.self, forKey: key) { return .bool(truth) }
      if let number = try? record.decode(Double.self, forKey: key) { return .number(number) }
      return nil
    }
  }

  private struct Notebook: Decodable {
    var name: String
    var text: String

    private enum Key: CodingKey { case name, text }

    init(name: String, text: String) { (self.name, self.text) = (name, text) }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        (name, self.text) = ("", text)
        return
      }
      let notebook = try decoder.container(keyedBy: Key.self)
      name = try notebook.decodeIfPresent(String.self, forKey: .name) ?? ""
      text = try notebook.decode(String.self, forKey: .text)
    }
  }
}
