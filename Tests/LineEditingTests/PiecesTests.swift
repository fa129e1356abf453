import TerminalTesting
import Testing

@testable import Files
@testable import LineEditing
@testable import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct PastedTextTests {
  @Test(arguments: [
    ("a\nb\r\nc\rd", ["a", "b", "c"], "d"),
    ("a\n\n", ["a", ""], ""),
    ("a\r\r\n", ["a", ""], ""),
    ("no newline", [], "no newline"),
    ("a\tb\u{1B}[31m\u{0}\u{9B}", [], "a b[31m"),
    ("CO₂ e\u{301} 👨‍👩‍👧", [], "CO₂ e\u{301} 👨‍👩‍👧"),
    ("", [], ""),
  ])
  func aPasteIsSplitAtNewlines(text: String, lines: [String], rest: String) {
    let pasted = PastedText(bytes: Array(text.utf8))
    #expect(pasted.lines == lines)
    #expect(pasted.rest == rest)
  }
}

@Suite struct HistorySearchTests {
  private func search(_ query: String) -> HistorySearch {
    var search = HistorySearch(entries: ["mass = 1", "x", "Mass = 2", "x"], original: "")
    for scalar in query.unicodeScalars { search.append(scalar) }
    return search
  }

  @Test func theNewestLineThatHoldsTheQueryIsFound() {
    #expect(search("mass").match == "Mass = 2")
    #expect(search("mass = 1").match == "mass = 1")
  }

  @Test func olderGoesOnAndStaysAtTheOldest() {
    var found = search("mass")
    found.older()
    #expect(found.match == "mass = 1")
    found.older()
    #expect(found.match == "mass = 1")
    #expect(!found.isFound)
  }

  @Test func whatIsNotFoundKeepsTheLastMatch() {
    let found = search("mass!")
    #expect(found.match == "Mass = 2")
    #expect(found.prompt == "(not found) mass!: ")
  }

  @Test func aShorterQueryIsLookedForAnew() {
    var found = search("mass = 1!")
    found.removeLast()
    #expect(found.match == "mass = 1")
    for _ in 0..<20 { found.removeLast() }
    #expect(found.match == nil)
    #expect(found.prompt == "(search) : ")
  }

  @Test func anEmptyHistoryFindsNothing() {
    var search = HistorySearch(entries: [], original: "a")
    search.append("x")
    search.older()
    #expect(search.match == nil)
  }
}

@Suite struct HistoryFileTests {
  @Test func aFileThatCannotBeUsedIsDoneWithout() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path + "/pipe", 0o600)
    for path in [folder.path, folder.path + "/pipe", "/dev/null/x", "/proc/x/y", ""] {
      LineLog(path: path).append("line")
      #expect(LineLog(path: path).load() == [])
    }
  }

  @Test func aLongFileIsShortenedWhenItIsRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let stream = try #require(fopen(path, "w"))
    for number in 1...3500 { fputs("line \(number)\n", stream) }
    // The end of a session that was killed.
    fputs("torn", stream)
    fclose(stream)
    let file = LineLog(path: path)
    #expect(file.load().count == LineLog.limit)
    #expect(file.load().first == "line 1502")
    file.append("next")
    #expect(file.load().suffix(2) == ["torn", "next"])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(status.st_size < 30_000)
  }

  @Test func aTornLastLineDoesNotSwallowTheNext() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let stream = try #require(fopen(path, "w"))
    fputs("one\ntor", stream)
    fclose(stream)
    LineLog(path: path).append("two")
    #expect(LineLog(path: path).load() == ["one", "tor", "two"])
  }
}
