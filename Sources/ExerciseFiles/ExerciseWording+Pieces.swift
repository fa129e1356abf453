import Diagnostics
import Files

/// `such` speaks of all of that sort, and of the one in hand otherwise.
func phrase(_ owner: KeyOwner, such: Bool) -> String {
  switch owner {
  case .answer(let name): "The answer `\(name)`"
  case .chart: such ? "A chart of this kind" : "This chart"
  case .comparison: such ? "A comparison" : "This comparison"
  case .constant(let name): "The constant `\(name)`"
  case .course: such ? "A course" : "This course"
  case .criterion: such ? "A criterion" : "This criterion"
  case .event: such ? "A date of the calendar" : "This date"
  case .exercise: such ? "An exercise" : "This exercise"
  case .figure: such ? "A figure" : "This figure"
  case .misconception: such ? "A misconception" : "This misconception"
  case .option: such ? "An option" : "This option"
  case .question: such ? "A question of this kind" : "This question"
  case .series: such ? "A series" : "This series"
  case .shares: "`shares`"
  case .table: such ? "A table" : "This table"
  case .text: "`text`"
  }
}

func phrase(_ thing: NamedThing) -> String {
  switch thing {
  case .answer: "an answer"
  case .constant: "a constant"
  case .given: "a given figure"
  case .parameter: "a parameter"
  case .table: "a table"
  case .unit: "a unit"
  case .used: "what a student has"
  case .variable: "a variable"
  }
}

func phrase(_ bound: NumberBound) -> String {
  switch bound {
  case .choose: "a whole number from 1 to \(NumberBound.mostCounted), or `any`"
  case .factor: "a factor above 1, as in `2x`"
  case .figures: "a whole number from 1 to 15"
  case .points: "a number from 0 to \(Int(NumberBound.most))"
  case .positiveWhole: "a whole number from 1 to \(NumberBound.mostCounted)"
  case .share: "a share from `0%` to `100%`, or from 0 to 1"
  case .weight: "a number above 0 and up to \(Int(NumberBound.most))"
  }
}

func phrase(_ shape: ValueShape) -> String {
  switch shape {
  case .list: "a list"
  case .lists: "a list of terms, each with its synonyms"
  case .mapping: "keys with values"
  case .nothing: "nothing"
  case .number: "a number"
  case .text: "a text"
  case .truth: "`yes` or `no`"
  }
}

func phrase(_ error: FileError) -> String {
  switch error {
  case .forbidden, .folderForbidden: "may not be read by you"
  case .missing, .folderMissing: "does not exist"
  case .linkCircle: "is a link that leads back to itself"
  case .tooLong: "has too long a name for a file"
  case .full, .readOnlyDisk, .writeProtected: "cannot be read"
  case .notAFile: "is not a file"
  case .other(let reason): "cannot be read: \(reason)"
  case .tooLarge(let limit): "is larger than \(limit >> 20) MB"
  }
}

func nearest(to found: String, _ allowed: [String]) -> String? {
  nearestNames(to: found, among: allowed).first.map { "Did you mean `\($0)`?" }
}

func choice(_ words: [String]) -> String {
  let quoted = words.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

func listed(_ words: [String]) -> String { enumeration(words.map { "`\($0)`" }) }

func counted(_ count: Int, _ word: String) -> String {
  if count == 1 { return "1 \(word)" }
  return word.hasSuffix("y") ? "\(count) \(word.dropLast())ies" : "\(count) \(word)s"
}

/// The start of a long text.
func clipped(_ text: String) -> String {
  text.count > 60 ? text.prefix(60) + "…" : text
}
