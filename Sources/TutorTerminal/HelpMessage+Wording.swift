import Exercises
import Formulas
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension HelpMessage {
  var text: StyledText {
    switch self {
    case .allIsGiven:
      StyledText("It comes with the exercise as it is: there is no arithmetic to show.")
    case .allUnits:
      StyledText(
        "All usual units are known, with their prefixes: W, kWh, g, t, h, day, km, byte and many more."
      )
    case .askOn:
      StyledText(
        "`:units power` lists the units of power; energy, mass, time, length, volume, speed, data and"
          + " carbon intensity go the same way. `:units kWh` explains one unit, and `:units note` says"
          + " how to compute with them.")
    case .countedAndLabels:
      StyledText(
        "What is counted adds only to its like. A label says of what, as in `kg CO2e`, and changes"
          + " neither number nor kind.")
    case .functionIsDefined(let definition): Self.functionIsDefined(definition)
    case .heading(let name, let row):
      StyledText(name, .name) + StyledText(row.map { ", for \($0)" } ?? "")
    case .notComputed(let name): StyledText("`\(name)` is not defined yet.")
    case .nothingToExplain(let question): Self.nothingToExplain(question)
    case .ownUnits(let isExercises):
      StyledText(
        isExercises ? "This exercise has units of its own:" : "Units of your own:", .strong)
    case .refused(let word, let reason): StyledText("`\(word)` is no unit: \(reason).")
    }
  }

  private static func functionIsDefined(_ definition: FunctionDefinition) -> StyledText {
    let call = "\(definition.name)(\(definition.parameters.joined(separator: ", ")))"
    return StyledText(
      "`\(definition.name)` is a function. `:why \(call)`, with values for its"
        + " \(definition.parameters.count == 1 ? "parameter" : "parameters"), shows how it computes."
    )
  }

  private static func nothingToExplain(_ question: Question) -> StyledText {
    if question.responseForm == .prose {
      return StyledText(
        "Nothing is written here yet. Once it is, `:why` shows what was found of it; `:why NAME`"
          + " lays out one of your names.")
    }
    return question.isProgramming
      ? StyledText(
        "Nothing is answered here yet. Once it is, `:why` lays its arithmetic out; `:why NAME`"
          + " does so for any of your names.")
      : StyledText(
        "`:why` lays out the arithmetic of a formula: `:why NAME`, with one of your names.")
  }
}
