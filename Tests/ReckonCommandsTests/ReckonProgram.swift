import Foundation
import Testing

/// The built program, which lies beside the tests.
enum ReckonProgram {
  static func path() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var folders: [String] = []
    for argument in CommandLine.arguments {
      if let end = argument.range(of: ".xctest") {
        folders.append((String(argument[..<end.lowerBound]) as NSString).deletingLastPathComponent)
      }
    }
    folders.append(root.appending(path: ".build/debug").path)
    let found = folders.map { $0 + "/reckon" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return try #require(found, "reckon is not built")
  }
}
