import ExerciseFiles
import Exercises
import Files
import NotebookGrading

/// Exercises of many subjects with open questions, and texts as students write them, with what a fair
/// assistant says of each. Every set was labelled before anybody saw how its texts were read.
public enum TextExercises {
  /// Sets of two exercises with 60 texts each.
  public static let sets = [
    "astronomy-sound", "bakery-traffic", "bikes-cable", "calorimetry-library", "canteen-railway",
    "cheese-telescope", "classifier-lift", "concrete-shield", "crane-waste", "datacenter-hike",
    "drones-loans", "ferry-soil", "forest-pass", "frames-shop", "fridge-aqueduct", "house-coffee",
    "lab-travel", "lakes-solar", "nursing-farming", "ponds-phones", "river-backup", "running-walls",
    "trial-pool", "yeast-rain",
  ]

  /// The folder with all sets.
  public static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")

  /// A text with its labels.
  public struct LabelledText: Sendable {
    /// What an assistant says of a criterion.
    public enum Label: Sendable {
      case met, notMet
      /// Met in words that the criterion does not list.
      case metInOtherWords
      /// Arguable.
      case open
    }

    public var exercise: String
    public var question: String
    public var criteria: [(id: String, label: Label)]
    /// Figures that are wrong to a reader, as they are typed.
    public var wrong: [Double]
    /// What kind of text it is, in a few words.
    public var kind: String
    public var text: String
  }

  public struct Unread: Error {}

  public static func open(_ id: String, in set: String) throws(Unread) -> OpenedExercise {
    let library = ExerciseLibrary(folders: ["\(folder)/\(set)/exercises"])
    guard let exercise = library.load(id).exercise else { throw Unread() }
    return OpenedExercise(exercise, required: [])
  }

  /// The texts of a set, a line each in its table.
  public static func texts(of set: String) throws(Unread) -> [LabelledText] {
    guard let file = try? FileSystem.read("\(folder)/\(set)/texts.tsv", limit: 1 << 20) else {
      throw Unread()
    }
    var texts: [LabelledText] = []
    for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6 else { throw Unread() }
      texts.append(
        LabelledText(
          exercise: cells[0], question: cells[1],
          criteria: cells[2].split(separator: " ").compactMap(criterion),
          wrong: cells[3].split(separator: " ").compactMap { Double($0) }, kind: cells[4],
          text: cells[5].replacing("\\n", with: "\n")))
    }
    return texts
  }

  private static func criterion(_ text: Substring) -> (id: String, label: LabelledText.Label)? {
    guard let sign = text.lastIndex(of: "=") else { return nil }
    let label: LabelledText.Label
    switch text[text.index(after: sign)...] {
    case "true": label = .met
    case "true?": label = .metInOtherWords
    case "false", "false?": label = .notMet
    default: label = .open
    }
    return (String(text[..<sign]), label)
  }
}
