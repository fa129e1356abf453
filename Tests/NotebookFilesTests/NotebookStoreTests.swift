import Diagnostics
import Foundation
import Testing

@testable import Files
@testable import NotebookFiles

/// A folder of its own for each test, removed after it.
private final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/reckon-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  var contents: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}

private func text(_ outcome: NotebookStore.ReadOutcome) -> String? {
  if case .text(let text, false) = outcome { text } else { nil }
}

@Suite struct NotebookStoreTests {
  @Test func whatIsSavedIsReadBackAndNothingIsLeftBeside() throws {
    let folder = try Folder()
    let store = NotebookStore(path: folder.path("a.md"))
    guard case .missing = store.read() else {
      Issue.record("nothing is there yet")
      return
    }
    #expect(store.save("a\r\nb\u{FEFF}") == nil)
    #expect(text(store.read()) == "a\r\nb\u{FEFF}")
    #expect(store.save("") == nil)
    #expect(text(store.read()) == "")
    #expect(folder.contents == ["a.md"])
  }

  @Test(arguments: [
    ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], "a\n"),
    ([0xFE, 0xFF, 0x00, 0x61], "a"),
  ])
  func bytesThatAreNotUTF8AreRepairedWithAWord(_ bytes: [UInt8], _ expected: String) throws {
    let folder = try Folder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path("a.md")))
    guard case .text(let text, true) = NotebookStore(path: folder.path("a.md")).read() else {
      Issue.record("it is repaired")
      return
    }
    #expect(text == expected)
  }

  @Test func permissionsAreKept() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("a.md"))
    #expect(NotebookStore(path: folder.path("a.md")).save("new") == nil)
    let attributes = try manager.attributesOfItem(atPath: folder.path("a.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func aLinkedNotebookIsSavedWhereTheLinkLeads() throws {
    let folder = try Folder()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: folder.path("a.md"), withDestinationPath: "real/b.md")
    let store = NotebookStore(path: folder.path("a.md"))
    for text in ["first", "second"] {
      #expect(store.save(text) == nil)
      #expect(try folder.text(of: "real/b.md") == text)
    }
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("a.md")) == "real/b.md")
    #expect(try manager.contentsOfDirectory(atPath: folder.path("real")) == ["b.md"])
  }

  // MARK: Troubles

  @Test func aFolderThatIsAFileOrGoneIsSaidKindly() throws {
    let folder = try Folder()
    try folder.write("x", to: "file")
    for path in ["file/a.md", "gone/a.md"] {
      let problem = try #require(NotebookStore(path: folder.path(path)).save("x"))
      #expect(problem.id == "notebook-unsaved")
      #expect(problem.message.contains("is no longer there. Your line is kept in this session"))
    }
    #expect(folder.contents == ["file"])
  }

  @Test func whatIsNoFileIsNeitherReadNorWrittenOver() throws {
    let folder = try Folder()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path("d.md"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: folder.path("null.md"), withDestinationPath: "/dev/null")
    try manager.createSymbolicLink(atPath: folder.path("me.md"), withDestinationPath: "me.md")
    for (name, words) in [
      ("d.md", "is not a file"), ("null.md", "is not a file"), ("me.md", "leads back to itself"),
    ] {
      let store = NotebookStore(path: folder.path(name))
      #expect(try #require(store.save("x")).message.contains(words))
      guard case .unreadable(let problem) = store.read() else {
        Issue.record("\(name) cannot be read")
        continue
      }
      #expect(problem.message.contains(words))
    }
    #expect(folder.contents == ["d.md", "me.md", "null.md"])
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
  func aReadOnlyFolderIsSaidKindlyAndLocksNothing() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let store = NotebookStore(path: folder.path("a.md"))
    #expect(try #require(store.save("new")).message.contains("cannot be written to"))
    #expect(store.lock())
    #expect(try folder.text(of: "a.md") == "old")
  }

  @Test func aWriteProtectedNotebookIsNotReplaced() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: folder.path("a.md"))
    let store = NotebookStore(path: folder.path("a.md"))
    #expect(try #require(store.save("new")).message.contains("write-protected"))
    #expect(try folder.text(of: "a.md") == "old")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsToldApart() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(throws: FileError.full) { try FileSystem.writeAll([1, 2, 3], to: descriptor) }
    let words = Diagnostic.unsaved(name: "a.md", .full).message
    #expect(words.contains("full. Your line is kept in this session"))
  }

  @Test func whatKilledSavesLeftGoesWithTheNextSessionAndNothingElseDoes() throws {
    let folder = try Folder()
    // A number that no process has.
    let gone = 4_194_303 + 1_000_000
    let stale = [
      ".a.md.\(gone).1.tmp", ".a.md.original.\(gone).12.tmp", ".a.md.\(getpid()).7.tmp",
      ".reckon-zip-\(gone)-0",
    ]
    let others = [
      ".a.md.\(gone).2.tmp", ".a.md.\(getpid()).8.tmp", ".b.md.\(gone).1.tmp", ".a.md.tmp",
      ".reckon-zip-\(gone)-1", ".a.md.x.1.tmp", "a.md.\(gone).1.tmp", ".a.md.\(gone).1.bak",
    ]
    for name in stale + others { try folder.write("half", to: name) }
    // A minute on, the number may be that of another process.
    for name in stale[2...] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: folder.path(name))
    }
    // A process at work has locked what it writes.
    let descriptor = open(folder.path(others[0]), O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let store = NotebookStore(path: folder.path("a.md"))
    #expect(store.lock())
    #expect(folder.contents == (others + [".a.md.lock"]).sorted())
    #expect(store.save("whole") == nil)
    #expect(text(store.read()) == "whole")
  }

  @Test func aReaderAtAnyMomentSeesOneOfTheTwoTexts() async throws {
    let folder = try Folder()
    let path = folder.path("a.md")
    let texts = ["a", "b"].map { String(repeating: $0, count: 100_000) }
    #expect(NotebookStore(path: path).save(texts[0]) == nil)
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        let store = NotebookStore(path: path)
        for round in 0..<40 { #expect(store.save(texts[round % 2]) == nil) }
      }
      group.addTask {
        for _ in 0..<200 {
          let seen = text(NotebookStore(path: path).read())
          #expect(seen == texts[0] || seen == texts[1])
        }
      }
    }
    #expect(folder.contents == ["a.md"])
  }

  @Test func aFileBeyondTheLimitOfAllIsLeft() throws {
    let folder = try Folder()
    try folder.write("", to: "a.answers.md")
    #expect(truncate(folder.path("a.answers.md"), off_t(NotebookStore.lengthLimit + 1)) == 0)
    guard case .unreadable(let fault) = NotebookStore(path: folder.path("a.answers.md")).read()
    else {
      Issue.record("It was read.")
      return
    }
    #expect(fault.message.contains("32 MB"))
  }

  @Test func aLongNameLeavesRoomForTheFilesBeside() throws {
    let folder = try Folder()
    let name = String(repeating: "é", count: 126) + ".md"
    let store = NotebookStore(path: folder.path(name))
    #expect(store.lock())
    #expect(store.save("x") == nil)
    #expect(try folder.text(of: name) == "x")
    let tooLong = NotebookStore(path: folder.path(name + name))
    #expect(try #require(tooLong.save("x")).message.contains("too long"))
  }

  // MARK: Watching

  @Test func changesByOthersAreSeen() throws {
    let folder = try Folder()
    let store = NotebookStore(path: folder.path("a.md"))
    #expect(!store.hasChangedOutside())
    _ = store.read()
    #expect(!store.hasChangedOutside())
    try folder.write("one", to: "a.md")
    #expect(store.hasChangedOutside())
    _ = store.read()
    #expect(!store.hasChangedOutside())
    // The same length, within one tick of the clock.
    try folder.write("two", to: "a.md")
    #expect(store.hasChangedOutside())
    #expect(store.save("mine") == nil)
    #expect(!store.hasChangedOutside())
    // The same text again is no change.
    try folder.write("mine", to: "a.md")
    #expect(!store.hasChangedOutside())
    try FileManager.default.removeItem(atPath: folder.path("a.md"))
    #expect(store.hasChangedOutside())
  }

  // MARK: Locking

  @Test func aSecondSessionIsKeptOutUntilTheFirstIsDone() throws {
    let folder = try Folder()
    let first = NotebookStore(path: folder.path("a.md"))
    #expect(first.lock())
    #expect(first.lock())
    #expect(folder.contents == [".a.md.lock"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.md"), withDestinationPath: "a.md")
    let second = NotebookStore(path: folder.path("link.md"))
    #expect(!second.lock())
    second.unlock()
    #expect(!second.lock())
    first.unlock()
    #expect(second.lock())
    #expect(!first.lock())
    second.unlock()
    #expect(folder.contents == ["link.md"])
  }

  @Test func aStoreThatGoesAwayLetsGoOfItsLock() throws {
    let folder = try Folder()
    do {
      let store = NotebookStore(path: folder.path("a.md"))
      #expect(store.lock())
    }
    #expect(NotebookStore(path: folder.path("a.md")).lock())
  }

  @Test func aFolderThatIsMissingLocksNothing() {
    #expect(NotebookStore(path: "/nonexistent/a.md").lock())
  }
}
