import AnswerKeys
import Dates
import Exercises
import NotebookFiles
import SeededRandom

/// A class that nobody taught, for rehearsing an exercise: notebooks with the slips that its model
/// answers let expect, the same from the same seed on every machine.
///
/// Notebooks are made when they are asked for. What the one at a place holds does not depend on how
/// many there are, so that a class of 200 is the beginning of a class of 2000.
public struct SimulatedClass: Sequence {
  /// What is needed of an exercise, worked out once.
  let exercise: Exercise
  let questions: [PreparedQuestion]
  let seed: UInt64
  /// When the exercise is due, or is taken to be.
  public let due: Moment
  public let count: Int
  let hasTroubles: Bool

  /// Notebooks of one class at most: there are so many ids.
  public static let limit = SimulatedStudent.idCount
  /// What stands for the due date of an exercise that has none: 1 December 2024, an hour before
  /// midnight in UTC.
  public static let usualDue = Moment(seconds: 1_733_093_940)

  /// - `count`: from 0 to `limit`.
  /// - `includingTroubles`: whether some files cannot be graded as they are.
  public init(
    _ compiled: CompiledExercise, count: Int, seed: UInt64, includingTroubles: Bool = false
  ) {
    precondition((0...Self.limit).contains(count))
    exercise = compiled.exercise
    questions = exercise.questions.map { PreparedQuestion($0, in: compiled, seed: seed) }
    due = exercise.due.flatMap { Moment($0) } ?? Self.usualDue
    self.count = count
    self.seed = seed
    hasTroubles = includingTroubles
  }

  /// The notebook at a place, counted from 0.
  public func notebook(_ place: Int) -> SimulatedNotebook {
    NotebookDraft(of: self, at: place, with: hasTroubles ? trouble(at: place) : nil).notebook
  }

  /// Who is at a place, counted from 0, be it after the last who hands in.
  public func student(_ place: Int) -> NotebookFile.Student { profile(at: place).student }

  func profile(at place: Int) -> SimulatedStudent {
    var random = draws(at: place)
    return SimulatedStudent(place, seed: seed, by: &random)
  }

  /// All that is drawn for the student at a place.
  func draws(at place: Int) -> SplitMix { SplitMix(seed: seed, for: "student", "\(place)") }

  public func makeIterator() -> some IteratorProtocol<SimulatedNotebook> {
    (0..<count).lazy.map { notebook($0) }.makeIterator()
  }

  /// Every seventeenth file has one, each kind in turn.
  private func trouble(at place: Int) -> SimulatedNotebook.Trouble? {
    let all = SimulatedNotebook.Trouble.allCases
    return place % 17 == 16 ? all[place / 17 % all.count] : nil
  }
}
