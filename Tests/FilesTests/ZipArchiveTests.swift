import CMinizip
import Dates
import Foundation
import TerminalTesting
import Testing

@testable import Files

@Suite struct ZipArchiveTests {
  private let folder: TemporaryFolder
  private let time = WallTime(
    day: Day(number: 20_058), hour: 23, minute: 58, second: 30)

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/course-345678.zip" }
  private var archive: ZipArchive { ZipArchive(path: path, mark: "Ours") }

  private let entries = [
    ZipArchive.Entry(name: "one.answers.md", bytes: Array("Zürich\n".utf8)),
    ZipArchive.Entry(name: "empty.answers.md", bytes: []),
    ZipArchive.Entry(
      name: "long.answers.md", bytes: (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }),
  ]

  /// What minizip reads of the file.
  private func read() throws -> [ZipArchive.Entry] {
    let zip = try #require(unzOpen64(path))
    defer { unzClose(zip) }
    var entries: [ZipArchive.Entry] = []
    var code = unzGoToFirstFile(zip)
    while code == UNZ_OK {
      var info = unz_file_info64()
      var name = [CChar](repeating: 0, count: 300)
      #expect(unzGetCurrentFileInfo64(zip, &info, &name, 299, nil, 0, nil, 0) == UNZ_OK)
      #expect(info.tmu_date.tm_year == 2024)
      #expect(info.tmu_date.tm_mon == 11)
      #expect(info.tmu_date.tm_mday == 1)
      #expect(info.tmu_date.tm_hour == 23)
      var bytes = [UInt8](repeating: 0, count: Int(info.uncompressed_size))
      #expect(unzOpenCurrentFile(zip) == UNZ_OK)
      let count = unzReadCurrentFile(zip, &bytes, UInt32(bytes.count))
      #expect(count == Int32(bytes.count))
      // This is where the checksum is compared.
      #expect(unzCloseCurrentFile(zip) == UNZ_OK)
      let length = name.firstIndex(of: 0) ?? 0
      entries.append(
        ZipArchive.Entry(
          name: String(decoding: name[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self),
          bytes: bytes, isProgram: info.external_fa >> 16 == 0o100755))
      code = unzGoToNextFile(zip)
    }
    return entries
  }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  }

  @Test func aProgramMayBeRunOnceUnpacked() throws {
    let files = [
      ZipArchive.Entry(name: "run", bytes: [35], isProgram: true),
      ZipArchive.Entry(name: "read", bytes: [35]),
    ]
    _ = try archive.write(files, time: time)
    #expect(try read() == files)
  }

  @Test func aFileWithoutTheMarkIsReplacedWhereThatIsAskedFor() throws {
    try Data("mine".utf8).write(to: URL(filePath: path))
    #expect(throws: ZipArchive.Failure.taken) { try archive.write(entries, time: time) }
    #expect(try archive.write(entries, time: time, replacingAnything: true))
    #expect(try read().map(\.name) == entries.map(\.name))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try archive.write(entries, time: time) == false)
    #expect(try read() == entries)
    #expect(names == ["course-345678.zip"])
  }

  @Test func anEarlierOneOfOursIsReplaced() throws {
    _ = try archive.write(entries, time: time)
    let one = [ZipArchive.Entry(name: "a.md", bytes: [65])]
    #expect(try archive.write(one, time: time))
    #expect(try read() == one)
    #expect(names == ["course-345678.zip"])
  }

  @Test(arguments: ["", "PK", "Ours", "a text that ends with Ours"])
  func whatIsNotOursStays(_ text: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: ZipArchive.Failure.taken) { try archive.write(entries, time: time) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(names == ["course-345678.zip"])
  }

  @Test func aZipOfSomebodyElseStays() throws {
    _ = try ZipArchive(path: path, mark: "Theirs").write(entries, time: time)
    #expect(throws: ZipArchive.Failure.taken) { try archive.write([], time: time) }
    #expect(try read() == entries)
  }

  @Test func aLinkIsNotFollowed() throws {
    let target = folder.path + "/target"
    _ = try ZipArchive(path: target, mark: "Ours").write(entries, time: time)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(throws: ZipArchive.Failure.taken) { try archive.write([], time: time) }
  }

  @Test func aFolderThatIsNotThereIsTold() {
    let archive = ZipArchive(path: folder.path + "/none/a.zip", mark: "Ours")
    #expect(throws: ZipArchive.Failure.system(ENOENT)) {
      try archive.write(entries, time: time)
    }
  }
}
