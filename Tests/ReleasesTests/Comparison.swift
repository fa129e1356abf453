import AnswerKeys
import ErrorDiagnosis
import ExerciseFiles
import Exercises
import FieldExercises
import Files
import Formulas
import Grading
import NotebookFiles
import NotebookGrading
import Quantities
import Releases
import SeededRandom
import Synchronization
import TerminalTesting
import Testing

/// What two exercises make of the same answers.
struct Comparison {
  var count = 0
  var told = 0
  var mismatches: [String] = []
  var otherCauses: [String] = []

  mutating func compare(_ full: AnswerReport?, _ sealed: AnswerReport?, _ typed: String) {
    guard let full, let sealed else { return }
    count += 1
    let isOff: Set<Verdict> = [.wrong, .wrongDimension]
    if full.verdict != sealed.verdict,
      !(isOff.contains(full.verdict) && isOff.contains(sealed.verdict))
    {
      mismatches.append("\(typed): \(full.verdict), sealed \(sealed.verdict) (\(full.message))")
    }
    if full.share != sealed.share, full.verdict == sealed.verdict {
      mismatches.append("share of \(typed)")
    }
    if let cause = sealed.cause {
      told += 1
      if cause.kind != full.cause?.kind || cause.names != full.cause?.names {
        otherCauses.append("\(typed): \(full.cause.map { "\($0)" } ?? "-"), sealed \(cause)")
      }
    }
  }
}
