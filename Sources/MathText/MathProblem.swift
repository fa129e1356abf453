/// Why a formula, or a part of it, is shown as typed.
public enum MathProblem: Hashable, Sendable {
  /// With its backslash.
  case unknownCommand(String)
  case unknownEnvironment(String)
  case unclosedBrace
  case extraBrace
  /// What lacks it, as typed.
  case missingArgument(String)
  case leftWithoutRight
  case rightWithoutLeft
  case beginWithoutEnd(String)
  case endWithoutBegin
  case doubleScript
  case tooDeep
  case tooLong
}
