import TerminalTesting

/// The built program, which lies beside the tests.
enum ReckonProgram {
  static func path() throws -> String { try BuiltProgram.path("reckon") }
}
