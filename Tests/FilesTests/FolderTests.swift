import TerminalTesting
import Testing

@testable import Files

/// Folders that are made, filled and taken away.
@Suite struct FolderTests {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  @Test func aFolderIsMadeWithThoseAboveIt() throws {
    let path = scratch.path + "/a/b/c"
    try FileSystem.makeFolder(path)
    try FileSystem.makeFolder(path + "/")
    #expect(FileSystem.isFolder(path))
  }

  @Test func aFolderIsNotMadeOfAFile() throws {
    try FileSystem.writeNew(scratch.path + "/a", Array("x".utf8))
    #expect(throws: FileError.notAFile) { try FileSystem.makeFolder(scratch.path + "/a") }
    #expect(throws: FileError.notAFile) { try FileSystem.makeFolder(scratch.path + "/a/b") }
  }

  @Test func aNewFileTakesNobodysPlace() throws {
    let path = scratch.path + "/a"
    try FileSystem.writeNew(path, Array("one".utf8))
    #expect(throws: FileError.self) { try FileSystem.writeNew(path, Array("two".utf8)) }
    #expect(try FileSystem.read(path, limit: 10).bytes == Array("one".utf8))
  }

  @Test func aFolderGoesWithAllThatIsInIt() throws {
    try FileSystem.makeFolder(scratch.path + "/a/b")
    for number in 0..<50 { try FileSystem.writeNew(scratch.path + "/a/b/\(number)", []) }
    try FileSystem.removeFolder(scratch.path + "/a")
    #expect(!FileSystem.isTaken(scratch.path + "/a"))
    try FileSystem.removeFolder(scratch.path + "/a")
  }

  @Test func aFileIsNotTakenForAFolder() throws {
    try FileSystem.writeNew(scratch.path + "/a", [])
    #expect(throws: FileError.self) { try FileSystem.removeFolder(scratch.path + "/a") }
    #expect(FileSystem.isPlainFile(scratch.path + "/a"))
  }
}
