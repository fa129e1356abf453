import Files
import Submissions

/// What a student has handed in, as the platform has laid it in a folder.
struct HandedIn {
  var submission = Submission(notebooks: [])
  /// Files that hold no notebook, and why.
  private(set) var passedOver: [(name: String, sentence: String)] = []

  /// Bytes of all notebooks together.
  private static let byteLimit = 32 << 20
  /// Files that are said to hold nothing.
  private static let saidLimit = 20

  var isEmpty: Bool { submission.notebooks.isEmpty && passedOver.isEmpty }

  /// The files of a folder; none where there is no such folder.
  init(in folder: String) {
    guard FileSystem.isFolder(folder) else { return }
    var bytes = 0
    SubmissionSource(folder).forEachFile { add($0, &bytes) }
  }

  /// Files that came with their contents.
  init(files: [(name: String, bytes: [UInt8])]) {
    var bytes = 0
    for file in files {
      let content: Result<[UInt8], SubmittedFile.Trouble> =
        file.bytes.count > Self.byteLimit ? .failure(.crowded) : .success(file.bytes)
      add(
        SubmittedFile(path: file.name, name: file.name, owner: .unknown, content: content), &bytes)
    }
  }

  private mutating func add(_ file: SubmittedFile, _ bytes: inout Int) {
    switch file.notebookText {
    case .success(let text):
      bytes += text.utf8.count
      guard bytes <= Self.byteLimit,
        submission.notebooks.count < SubmissionRecord.notebookLimit
      else { return say(file.name, SubmittedFile.Trouble.crowded.sentence) }
      submission.notebooks.append(Submission.Notebook(name: file.name, text: text))
    case .failure(let refusal): say(file.name, refusal.sentence)
    }
  }

  private mutating func say(_ name: String, _ sentence: String) {
    if passedOver.count < Self.saidLimit { passedOver.append((name, sentence)) }
  }
}
