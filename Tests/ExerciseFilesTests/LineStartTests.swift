import Testing

@testable import ExerciseFiles

@Suite struct LineStartTests {
  @Test(
    arguments: [
      ("- one", "one"), ("*\ttwo", "two"), ("+  ", ""), ("12. three", "three"),
      ("3)  four", "four"),
      ("-one", nil), ("12 five", nil), (". six", nil), ("-", nil), ("", nil), ("a. seven", nil),
    ] as [(Substring, Substring?)])
  func aListMarkIsTakenOff(_ line: Substring, _ rest: Substring?) {
    #expect(LineStart.afterListMark(line) == rest)
  }

  @Test(
    arguments: [
      ("points: 2", "points"), ("  check_by:", "check_by"), ("points:2", nil), ("Points: 2", nil),
      (": 2", nil), ("a b: 2", nil), ("", nil), ("key", nil),
    ] as [(Substring, Substring?)])
  func aKeyIsRead(_ line: Substring, _ key: Substring?) {
    #expect(LineStart.key(line) == key)
  }
}
