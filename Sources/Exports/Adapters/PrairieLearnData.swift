import Foundation

/// The files in what PrairieLearn says of a submission (`submitted_answers._files`), which it lays
/// into a folder too.
struct PrairieLearnData {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    guard let raw = try? JSONDecoder().decode(Raw.self, from: Data(bytes)) else { return }
    files = (raw.answers?.files ?? []).prefix(100).compactMap { file in
      Data(base64Encoded: file.contents).map { (file.name, Array($0)) }
    }
  }

  private struct Raw: Decodable {
    var answers: Answers?
    private enum CodingKeys: String, CodingKey { case answers = "submitted_answers" }

    struct Answers: Decodable {
      var files: [File]?
      private enum CodingKeys: String, CodingKey { case files = "_files" }
    }

    struct File: Decodable { var name: String, contents: String }
  }
}
