import Foundation
import TerminalTesting
import Testing

@testable import Files

/// Names that are no UTF-8, as texts and back.
@Suite struct PathTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    (Array("plain.md".utf8), "plain.md"), (Array("schön".utf8), "schön"),
    ([0x73, 0xF6, 0x6E], "s\\xF6n"), ([0xC3, 0xB6, 0xF6], "ö\\xF6"), ([0xE2, 0x82], "\\xE2\\x82"),
  ])
  func aNameStandsForItself(_ bytes: [UInt8], _ text: String) throws {
    #expect(FileSystem.text(ofPath: bytes) == text)
    let path = FileSystem.path(of: text, in: folder.path)
    try FileSystem.writeNew(path, Array("x".utf8))
    #expect(FileSystem.names(in: folder.path) == [text])
    #expect(try FileSystem.read(path, limit: 10).bytes == Array("x".utf8))
    try FileSystem.replace(path, with: Array("yy".utf8))
    #expect(FileSystem.names(in: folder.path) == [text])
    #expect(FileSystem.realPath(path).map(FileSystem.name) == text)
    FileSystem.remove(path)
    #expect(FileSystem.names(in: folder.path).isEmpty)
  }

  /// Nothing but bytes beyond ASCII is ever read out of a name.
  @Test(arguments: ["a\\x2Fb", "\\x2E\\x2E", "\\x00", "a\\xZZ", "back\\slash", "\\x4"])
  func otherBackslashesAreWhatTheyAre(name: String) throws {
    let path = FileSystem.path(of: name, in: folder.path)
    try FileSystem.writeNew(path, [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
  }

  @Test func aFileOfThatVeryNameComesFirst() throws {
    let name = "s\\xF6n"
    let path = folder.path + "/" + name
    try Data("literal".utf8).write(to: URL(filePath: path))
    #expect(try FileSystem.read(path, limit: 10).bytes == Array("literal".utf8))
  }

  @Test func aWalkFindsThem() throws {
    try FileSystem.makeFolder(folder.path + "/Ada \\xFC")
    try FileSystem.writeNew(folder.path + "/Ada \\xFC/x.md", [])
    var found: [FolderWalk.Found] = []
    FolderWalk.forEach(in: folder.path) { found.append($0) }
    #expect(found == [.file(path: folder.path + "/Ada \\xFC/x.md")])
  }
}
