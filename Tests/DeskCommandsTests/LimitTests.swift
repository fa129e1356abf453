import Foundation
import TerminalTesting
import Testing

@testable import DeskCommands

/// One beyond each limit of docs/limits.md.
@Suite struct LimitTests {
  @Test(arguments: [
    ["grade", "class", "--roster", "list.csv"], ["debrief", "--marks", "list.csv"],
  ])
  func aListBeyondItsLimitIsNotRead(_ arguments: [String]) throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.path + "/class", withIntermediateDirectories: true)
    let path = desk.path + "/list.csv"
    try "id,q1\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(truncate(path, off_t(ListFile.limit + 1)) == 0)
    let run = try desk.run(arguments)
    #expect(run.errors.contains("64 MB"), "\(run.errors)")
    #expect(run.status == 65)
  }
}
