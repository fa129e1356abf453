import Testing

@testable import LineEditing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a terminal says of itself, among the keys that are typed meanwhile.
@Suite struct ByteInputTests {
  private func input(_ text: String) throws -> ByteInput {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    _ = Array(text.utf8).withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    // The descriptors are left to the end of the process; the writer must stay open.
    return ByteInput(descriptor: ends[0])
  }

  private func rest(of input: ByteInput) -> String {
    var input = input
    var bytes: [UInt8] = []
    while case .byte(let byte) = input.next(within: 0) { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("\u{1B}[?62;4;22c", [62, 4, 22], ""), ("x = 5\r\u{1B}[?6c\u{1B}[Ay", [6], "x = 5\r\u{1B}[Ay"),
    ("\u{1B}[A\u{1B}\u{1B}[?1;2cé", [1, 2], "\u{1B}[A\u{1B}é"), ("cc\u{1B}[?c", [], "cc"),
  ])
  func theAnswerIsTakenOutOfWhatIsTyped(_ text: String, _ answer: [Int], _ left: String) throws {
    var input = try input(text)
    #expect(input.deviceAttributes(within: 2000) == answer)
    #expect(rest(of: input) == left)
  }

  @Test(arguments: ["", "circa\r", "\u{1B}[1;5C\u{1B}[c", "\u{1B}[?62;4", "\u{1B}[?6;\u{1B}[Ac"])
  func withoutAnAnswerNothingTypedIsLost(_ text: String) throws {
    var input = try input(text)
    #expect(input.deviceAttributes(within: 50) == nil)
    #expect(rest(of: input) == text)
  }

  @Test func manyKeysAreKept() throws {
    let typed = String(repeating: "a", count: 30_000)
    var input = try input(typed + "\u{1B}[?4c" + typed)
    #expect(input.deviceAttributes(within: 2000) == [4])
    #expect(rest(of: input) == typed + typed)
  }

  /// Numbers within a sequence are whatever somebody pastes.
  @Test(arguments: ["-9223372036854775808", "99999999999999999999", "-1", "0", ""])
  func aNumberThatNoTerminalSendsIsNone(_ number: String) throws {
    var input = try input("\u{1B}[1;\(number)C\u{1B}[1;\(number)Rx")
    #expect(input.nextKey() == .right)
    #expect(input.nextKey() == .cursor(column: 0))
    #expect(input.nextKey() == .scalar("x"))
  }

  @Test func anAnswerThatComesTooLateIsNoKey() throws {
    var input = try input("\u{1B}[?62;4c\u{1B}[1;5Cx")
    #expect(input.nextKey() == .other)
    #expect(input.nextKey() == .wordRight)
    #expect(input.nextKey() == .scalar("x"))
  }
}
