import Foundation
import TerminalTesting
import Testing

@testable import Submissions

@Suite struct SubmissionSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Path, owner, time and content of each file, as a reviewer reads them.
  private func found(in path: String) -> [String] {
    var lines: [String] = []
    SubmissionSource(path).forEachFile { file in
      let owner =
        switch file.owner {
        case .platform(let name, let id): "\(name) #\(id)"
        case .folder(let name): "folder \(name)"
        case .unknown: "-"
        }
      let content =
        switch file.content {
        case .success(let bytes): String(decoding: bytes, as: UTF8.self)
        case .failure(let trouble): "! \(trouble)"
        }
      let path = file.path.dropFirst(path.count + 1)
      lines.append(
        "\(path) | \(file.name) | \(owner) | \(file.submitted?.text ?? "-") | \(content)")
    }
    return lines
  }

  private func write(_ text: String, to name: String, time: Date? = nil) throws {
    let path = folder.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
    if let time {
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    }
  }

  private func zip(_ entries: [StoredZip.Entry], as name: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(StoredZip(entries).bytes).write(to: URL(filePath: path))
    return path
  }

  @Test func aDownloadOfMoodleTellsNamesAndTimes() throws {
    var late = StoredZip.Entry("O_Neil Zoë_42_assignsubmission_file/a.answers.md", "z")
    late.time = (2024, 12, 2, 0, 1)
    let path = try zip(
      [
        .init("Ada Lovelace_7_assignsubmission_file_/sub/b.md", "a"), late,
        .init("Participant_9_assignsubmission_file_c.md", "p"),
        .init("Participant_10_assignsubmission_file_c.md", "q"),
        .init("Carl_11_assignsubmission_onlinetext/onlinetext.html", "<p>"),
      ], as: "download.zip")
    #expect(
      found(in: path) == [
        "Ada Lovelace_7_assignsubmission_file_/sub/b.md | b.md | Ada Lovelace #7 | 2024-12-01T12:00:00 | a",
        "O_Neil Zoë_42_assignsubmission_file/a.answers.md | a.answers.md | O Neil Zoë #42 | 2024-12-02T00:01:00 | z",
        "Participant_9_assignsubmission_file_c.md | c.md | Participant 9 #9 | 2024-12-01T12:00:00 | p",
        "Participant_10_assignsubmission_file_c.md | c.md | Participant 10 #10 | 2024-12-01T12:00:00 | q",
        "Carl_11_assignsubmission_onlinetext/onlinetext.html | onlinetext.html | Carl #11 | 2024-12-01T12:00:00 | ! otherKind",
      ])
  }

  @Test func anotherZipTellsNoTimesSinceAnyoneMaySetThem() throws {
    let path = try zip([.init("345678/a.md", "a"), .init("345679/a.md", "b")], as: "class.zip")
    #expect(
      found(in: path) == [
        "345678/a.md | a.md | folder 345678 | - | a", "345679/a.md | a.md | folder 345679 | - | b",
      ])
  }

  @Test func foldersThatAllShareAreNobodys() throws {
    for name in ["week 3/hand-ins/ada/deep/a.md", "week 3/hand-ins/bob/a.md"] {
      try write("x", to: "class/" + name)
    }
    try write("id,name", to: "class/students.csv")
    #expect(
      found(in: folder.path + "/class") == [
        "students.csv | students.csv | - | - | ! otherKind",
        "week 3/hand-ins/ada/deep/a.md | a.md | folder ada | - | x",
        "week 3/hand-ins/bob/a.md | a.md | folder bob | - | x",
      ])
  }

  @Test func notebooksInOneFolderAreOfWhomTheySay() throws {
    try write("1", to: "flat/ada.answers.md")
    try write("2", to: "flat/bob.answers.md")
    #expect(
      found(in: folder.path + "/flat") == [
        "ada.answers.md | ada.answers.md | - | - | 1",
        "bob.answers.md | bob.answers.md | - | - | 2",
      ])
  }

  @Test func aStudentsZipIsLookedIntoAndNothingLeavesIt() throws {
    var link = StoredZip.Entry("x.md", "/etc/passwd")
    link.mode = 0o120777
    let inner = StoredZip([.init("../../a.answers.md", "a"), link, .init("/etc/b.md", "b")]).bytes
    var outer = StoredZip.Entry("Ada_7_assignsubmission_file_/work.zip", "")
    outer.bytes = inner
    let path = try zip([outer, .init("__MACOSX/._x.md", "junk")], as: "download.zip")
    let home = "Ada_7_assignsubmission_file_/work.zip"
    #expect(
      found(in: path) == [
        "\(home)/a.answers.md | a.answers.md | Ada #7 | 2024-12-01T12:00:00 | a",
        "\(home)/x.md | x.md | Ada #7 | 2024-12-01T12:00:00 | ! link",
        "\(home)/etc/b.md | b.md | Ada #7 | 2024-12-01T12:00:00 | b",
      ])
  }

  @Test func zipsWithinZipsEndSomewhere() throws {
    var zip = StoredZip([.init("a.md", "a")]).bytes
    for level in 0..<4 {
      var entry = StoredZip.Entry("level\(level).zip", "")
      entry.bytes = zip
      zip = StoredZip([entry]).bytes
    }
    let path = folder.path + "/bomb.zip"
    try Data(zip).write(to: URL(filePath: path))
    #expect(found(in: path).map { $0.contains("! nested") } == [true])
  }

  @Test func oneStudentsZipOfManyFilesCostsNoMoreThanAFew() throws {
    let many = (0..<1000).map { StoredZip.Entry("\($0).md", "x") }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/class", withIntermediateDirectories: true)
    _ = try zip(many, as: "class/ada.zip")
    try write("y", to: "class/bob.md")
    let lines = found(in: folder.path + "/class")
    #expect(lines.count == SubmissionSource.filesOfArchive + 2)
    #expect(lines.count { $0.contains("! crowded") } == 1)
  }

  @Test func timesOfFilesCountOnlyWhereTheyWereKept() throws {
    let day = Date(timeIntervalSince1970: 1_733_000_000)
    let names = ["A_1_assignsubmission_file_/a.md", "B_2_assignsubmission_file_/a.md"]
    for (index, name) in names.enumerated() {
      try write("x", to: "kept/" + name, time: day + Double(index) * 86_400)
      try write("x", to: "unpacked/" + name, time: day + Double(index))
    }
    #expect(found(in: folder.path + "/kept").allSatisfy { !$0.contains("| - | x") })
    #expect(found(in: folder.path + "/unpacked").allSatisfy { $0.contains("| - | x") })
  }
}
