import AnswerKeys
import ExerciseFiles
import Exercises
import YAMLReading

/// An exercise's file without what students may not see. Prompts stay as they are, letter by letter.
public struct ReleasedExercise {
  public let text: ReleasedText

  /// Keys of the front matter that stay.
  private static let headerKeys = [
    "reckon", "id", "title", "due", "units", "tables", "constants", "concrete", "requires",
    "hint_cost",
  ]

  /// Nil for a text that is no exercise's.
  ///
  /// - `source`: the author's text.
  /// - `digest`: of the exercise that it is made of.
  /// - `seals`: nil where there are none.
  public init?(
    _ source: String, of compiled: CompiledExercise, as kind: Release.Kind, digest: String,
    seals: SealedExercise? = nil
  ) {
    guard let outline = ExerciseOutline(source) else { return nil }
    let header = YAMLParts.lines(
      YAMLParts(outline.header).pairs(Self.headerKeys) + [
        ("released", YAMLValue(kind.rawValue)), ("made_of", YAMLValue(digest)),
      ])
    text = ReleasedText(outline, header: header, appending: seals?.block ?? []) { block in
      let lines = block.lines.map { outline.lines[$0 - 1] }
      switch block.kind {
      case "question":
        guard let question = block.question.flatMap(compiled.exercise.question) else { return [] }
        let released = ReleasedQuestion(
          question: question, compiled: compiled,
          block: YAMLParts(lines.dropFirst().dropLast().joined(separator: "\n"))
        ) { seals?.grids[$0] }
        return [lines[0]] + YAMLParts.lines(released.pairs) + [lines[lines.count - 1]]
      case "debrief": return []
      case "chart":
        // Written anew, its remarks are gone.
        let parts = YAMLParts(lines.dropFirst().dropLast().joined(separator: "\n")).lines
        return parts.isEmpty ? [] : [lines[0]] + parts + [lines[lines.count - 1]]
      case "show":
        var comments = CommentStripper()
        let names = lines.firstIndex { $0.drop(while: \.isWhitespace).hasPrefix("---") } ?? 0
        return lines.enumerated().map { place, line in
          comments.stripped(place < names ? CommentStripper.ofFormula(line) : line)
        }
      case _: return nil
      }
    }
  }
}

/// A course's file, of whose exercises those are listed that are there.
public struct ReleasedCourse {
  public let text: ReleasedText

  /// Nil for a text that is no course's.
  public init?(_ source: String, exercises: [String]) {
    guard let outline = ExerciseOutline(source) else { return nil }
    let parts = YAMLParts(outline.header)
    let keys = [
      "reckon", "title", "due", "exercises", "calendar", "units", "tables", "constants", "concrete",
    ]
    let header = parts.pairs(keys).map { pair in
      guard pair.key == "exercises" else { return pair }
      let listed = YAMLParts.items(of: pair.value).filter {
        $0.text.map(exercises.contains) == true
      }
      return (pair.key, YAMLParts.list(listed))
    }
    text = ReleasedText(outline, header: YAMLParts.lines(header)) { _ in nil }
  }
}
