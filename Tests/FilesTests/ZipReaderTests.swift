import Dates
import Foundation
import TerminalTesting
import Testing

@testable import Files

@Suite struct ZipReaderTests {
  private func reader(_ entries: [StoredZip.Entry]) throws -> ZipReader {
    try ZipReader(bytes: StoredZip(entries).bytes)
  }

  private func entries(of zip: ZipReader) throws -> [ZipReader.Entry] {
    var entries: [ZipReader.Entry] = []
    let failure = zip.forEachEntry { entries.append($0) }
    #expect(failure == nil)
    return entries
  }

  @Test func whatIsInAnArchiveIsReadInItsOrder() throws {
    let zip = try reader([.init("b/two.md", "Zürich"), .init("a.md", "")])
    let found = try entries(of: zip)
    #expect(found.map(\.name) == ["b/two.md", "a.md"])
    #expect(try zip.read(found[0], limit: 100) == Array("Zürich".utf8))
    #expect(try zip.read(found[1], limit: 100) == [])
    let day = try #require(Day(year: 2024, month: 12, day: 1))
    #expect(found[0].time == WallTime(day: day, hour: 12))
  }

  @Test func theSameIsReadFromTheDisk() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/class.zip"
    try Data(StoredZip([.init("a.md", "text")]).bytes).write(to: URL(filePath: path))
    let zip = try ZipReader(path: path)
    let found = try entries(of: zip)
    #expect(try zip.read(found[0], limit: 4) == Array("text".utf8))
  }

  @Test func anEntryLargerThanTheLimitIsRefusedWhateverItClaims() throws {
    var liar = StoredZip.Entry("bomb.md", String(repeating: "0", count: 70_000))
    let honest = liar
    liar.claimedSize = 10
    let zip = try reader([liar, honest])
    let found = try entries(of: zip)
    #expect(throws: ZipReader.Failure.self) { try zip.read(found[0], limit: 50_000) }
    #expect(throws: ZipReader.Failure.tooLarge(limit: 50_000)) {
      try zip.read(found[1], limit: 50_000)
    }
  }

  @Test func linksLockedEntriesAndFoldersAreTold() throws {
    var link = StoredZip.Entry("link.md", "/etc/passwd")
    link.mode = 0o120777
    var locked = StoredZip.Entry("locked.md", "secret")
    locked.flags = 1
    let zip = try reader([link, locked, .init("folder/", "")])
    let found = try entries(of: zip)
    #expect(found.map(\.isLink) == [true, false, false])
    #expect(found.map(\.isFolder) == [false, false, true])
    #expect(throws: ZipReader.Failure.encrypted) { try zip.read(found[1], limit: 100) }
  }

  @Test func aNameOfAnOldProgramIsReadInItsCharacterSet() throws {
    var entry = StoredZip.Entry("", "x")
    entry.name = Array("Zo".utf8) + [0x89] + Array(".md".utf8)
    #expect(try entries(of: reader([entry])).map(\.name) == ["Zoë.md"])
  }

  @Test func damageIsTold() throws {
    var bytes = StoredZip([.init("a.md", "text"), .init("b.md", "more")]).bytes
    // A byte of the first content: the checksum does not agree any more.
    bytes[34] ^= 1
    let zip = try ZipReader(bytes: bytes)
    let found = try entries(of: zip)
    #expect(throws: ZipReader.Failure.unreadable) { try zip.read(found[0], limit: 100) }
    #expect(try zip.read(found[1], limit: 100) == Array("more".utf8))
    #expect(throws: ZipReader.Failure.notAnArchive) { _ = try ZipReader(bytes: Array("no".utf8)) }
  }
}
