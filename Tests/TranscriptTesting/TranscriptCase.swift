import Foundation
import Testing

/// A case of a transcript: an argument of a test. `Transcript` tells how the files are written.
public struct TranscriptCase: Sendable, CustomTestStringConvertible {
  let path: String
  let title: String
  /// Of its heading, from 1.
  private let line: Int
  /// What is typed before it, as before every case of its file.
  var opening: [String] = []
  var exchanges: [TranscriptExchange] = []
  /// Why it cannot be read.
  var fault: String?

  init(path: String, title: String, line: Int, fault: String? = nil) {
    self.path = path
    self.title = title
    self.line = line
    self.fault = fault
  }

  /// All that is typed, in order.
  public var typed: [String] { opening + exchanges.map(\.typed) }

  public var testDescription: String {
    "\(URL(filePath: path).deletingPathExtension().lastPathComponent): \(title)"
  }

  /// Types the case, and records an issue for each text that does not come out as it stands in the
  /// file. What is not recorded yet is written into the file, and fails this once.
  ///
  /// - Parameter answer: what comes out for what is typed; it holds the state of the case.
  public func check(_ answer: (String) throws -> String) rethrows {
    if let fault { return fail(fault, at: line) }
    for typed in opening { _ = try answer(typed) }
    for (place, exchange) in exchanges.enumerated() {
      let found = TranscriptText.written(try answer(exchange.typed))
      guard let expected = exchange.expected.map(TranscriptText.written) else {
        let isRecorded = TranscriptRecorder.record(found, of: place, in: self)
        fail(
          isRecorded
            ? "recorded: read it" : "nothing recorded, and the file has changed since it was read",
          at: exchange.line)
        continue
      }
      if found != expected {
        fail(
          """
          > \(exchange.typed)
          was to give:
          \(expected.joined(separator: "\n"))
          and gives:
          \(found.joined(separator: "\n"))
          """, at: exchange.line)
      }
    }
  }

  private func fail(_ text: String, at line: Int) {
    let file = URL(filePath: path)
    let folder = file.deletingLastPathComponent().lastPathComponent
    Issue.record(
      "\(file.lastPathComponent):\(line), “\(title)”\n\(text)",
      sourceLocation: SourceLocation(
        fileID: "\(folder)/\(file.lastPathComponent)", filePath: path, line: line, column: 1))
  }
}

extension TranscriptCase {
  /// The cases of all transcripts (`*.transcript`) in a folder beside a test's file.
  public static func all(
    in folder: String = "Transcripts", beside file: String = #filePath
  ) -> [TranscriptCase] {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let cases = names.filter { $0.hasSuffix(".transcript") }.sorted().flatMap { name in
      let path = folder.appending(path: name).path
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        return [TranscriptCase(path: path, title: name, line: 1, fault: "It cannot be read.")]
      }
      return Transcript(text, path: path).cases
    }
    if !cases.isEmpty { return cases }
    return [
      TranscriptCase(
        path: folder.path, title: "Transcripts", line: 1, fault: "The folder has no transcripts.")
    ]
  }
}
