import Foundation

/// The built programs, which lie beside the tests.
public enum BuiltProgram {
  public struct Missing: Error { var name: String }

  public static func path(_ name: String) throws -> String {
    var folders: [String] = []
    for argument in CommandLine.arguments {
      if let end = argument.range(of: ".xctest") {
        folders.append((String(argument[..<end.lowerBound]) as NSString).deletingLastPathComponent)
      }
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    folders.append(root.appending(path: ".build/debug").path)
    guard
      let found = folders.map({ "\($0)/\(name)" }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { throw Missing(name: name) }
    return found
  }
}
