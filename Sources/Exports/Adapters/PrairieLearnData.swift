import Files
import Reports

/// The files in what PrairieLearn says of a submission (`submitted_answers._files`), which it lays
/// into a folder too.
struct PrairieLearnData {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    guard let raw = try? JSONValue.read(bytes) else { return }
    let given = raw["submitted_answers"]?["_files"]?.items ?? []
    files = given.prefix(100).compactMap { file in
      guard let name = file["name"]?.ownText,
        let contents = file["contents"]?.ownText.flatMap(Base64.bytes)
      else { return nil }
      return (name, contents)
    }
  }
}
