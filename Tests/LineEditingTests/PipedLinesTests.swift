import CLibedit
import TerminalTesting
import Testing

@testable import Files
@testable import LineEditing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct PipedLinesTests {
  /// The lines of a file with these bytes.
  private func lines(of bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = open(folder.path + "/input", O_RDWR | O_CREAT, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    #expect(write(file, bytes, bytes.count) == bytes.count)
    lseek(file, 0, SEEK_SET)
    var lines = PipedLines(descriptor: file)
    var result: [String] = []
    while let line = lines.next() { result.append(line) }
    return result
  }

  @Test func linesEndInLineFeedOrCarriageReturnAndLineFeed() throws {
    #expect(try lines(of: Array("a\r\nb\n\nc".utf8)) == ["a", "b", "", "c"])
    #expect(try lines(of: []) == [])
    #expect(try lines(of: Array("a\n".utf8)) == ["a"])
  }

  @Test func brokenTextIsRepairedAndAByteOrderMarkLeftOut() throws {
    #expect(try lines(of: [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x0A, 0x62]) == ["a\u{FFFD}", "b"])
  }

  @Test func aLineIsKeptUpToItsLimitAndTheNextOneComesWhole() throws {
    let long = [UInt8](repeating: 0x78, count: PipedLines.limit + 70_000)
    let result = try lines(of: long + Array("\nnext\n".utf8))
    #expect(result.map(\.utf8.count) == [PipedLines.limit, 4])
    #expect(result.last == "next")
  }

  @Test func anEditorOnAPipePromptsNothing() throws {
    let folder = try TemporaryFolder()
    let input = try #require(fopen(folder.path + "/in", "w+"))
    let output = try #require(fopen(folder.path + "/out", "w+"))
    defer {
      fclose(input)
      fclose(output)
    }
    fputs("1 + 1\n", input)
    rewind(input)
    let editor = LibeditLineEditor(
      name: "test", historyFile: folder.path + "/history", colour: true, input: input,
      output: output, watchesSignals: true)
    #expect(!editor.isInteractive)
    #expect(editor.readLine(prompt: "1> ") == .line("1 + 1"))
    editor.remember("1 + 1")
    #expect(editor.readLine(prompt: "2> ") == .endOfInput)
    #expect(editor.readLine(prompt: "2> ") == .endOfInput)
    fflush(output)
    #expect(ftell(output) == 0)
    #expect(LineLog(path: folder.path + "/history").load() == [])
  }
}
