import Foundation
import TerminalTesting
import Testing

@testable import Files

@Suite struct FolderWalkTests {
  @Test func filesComeInTheOrderOfTheirNamesAndLinksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path + "/b/c", withIntermediateDirectories: true)
    for name in ["z.md", "b/c/deep.md", "b/a.md", ".hidden", "a.md"] {
      try Data("x".utf8).write(to: URL(filePath: folder.path + "/" + name))
    }
    try files.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: "b")
    var found: [FolderWalk.Found] = []
    FolderWalk.forEach(in: folder.path) { found.append($0) }
    #expect(
      found == [
        .file(path: folder.path + "/a.md"), .file(path: folder.path + "/b/a.md"),
        .file(path: folder.path + "/b/c/deep.md"), .link(path: folder.path + "/loop"),
        .file(path: folder.path + "/z.md"),
      ])
  }

  @Test func foldersThatLieTooDeepAreTold() throws {
    let folder = try TemporaryFolder()
    let deep = Array(repeating: "d", count: FolderWalk.depthLimit).joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/" + deep, withIntermediateDirectories: true)
    var found: [FolderWalk.Found] = []
    FolderWalk.forEach(in: folder.path) { found.append($0) }
    #expect(found == [.closed(path: folder.path + "/" + deep)])
  }
}
