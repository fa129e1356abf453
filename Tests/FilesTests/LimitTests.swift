import TerminalTesting
import Testing

@testable import Files

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  @Test func ofAFolderAsManyEntriesAreReadAsAreWanted() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try FileSystem.writeNew(folder.path + "/" + name, []) }
    #expect(FileSystem.allNames(in: folder.path, limit: 3)?.sorted() == ["a", "b", "c"])
    #expect(FileSystem.allNames(in: folder.path, limit: 2)?.count == 2)
    #expect(FileSystem.names(in: folder.path).count == 3)
  }

  @Test func entriesThatShareTheirBytesAreNotGoneThrough() throws {
    let one = StoredZip([.init("a.md", String(repeating: "a", count: 300))]).bytes
    let directory = try #require(one.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    let end = try #require(one.firstRange(of: [0x50, 0x4B, 5, 6])).lowerBound
    var bytes = Array(one[..<directory])
    for _ in 0..<5 { bytes += one[directory..<end] }
    var closing = Array(one[end...])
    (closing[8], closing[10]) = (5, 5)
    let size = 5 * (end - directory)
    (closing[12], closing[13]) = (UInt8(size & 255), UInt8(size >> 8))
    let zip = try ZipReader(bytes: bytes + closing)
    var count = 0
    #expect(zip.forEachEntry { _ in count += 1 } == .notAnArchive)
    #expect(count == 2)
  }

  @Test func anArchiveOfMoreEntriesIsTold() throws {
    let zip = try ZipReader(bytes: StoredZip([.init("a.md", "a"), .init("b.md", "b")]).bytes)
    var names: [String] = []
    #expect(zip.forEachEntry(upTo: 2) { names.append($0.name) } == nil)
    #expect(zip.forEachEntry(upTo: 1) { names.append($0.name) } == .tooMany(limit: 1))
    #expect(names == ["a.md", "b.md", "a.md"])
  }
}
