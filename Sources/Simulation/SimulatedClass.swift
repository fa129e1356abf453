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
  /// What stands for the due date of an exercise that has none.
  public static let usualDue = Moment(seconds: 1_733_093_940)

  /// - Parameters:
  ///   - count: from 0 to `limit`.
  ///   - includingTroubles: whether some files cannot be graded as they are.
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
    var random = SplitMix(seed: seed, for: "student", "\(place)")
    if hasTroubles, let trouble = trouble(at: place) {
      return NotebookDraft(of: self, at: place, with: trouble, by: &random).notebook
    }
    return NotebookDraft(of: self, at: place, with: nil, by: &random).notebook
  }

  /// Who is at a place, counted from 0, be it after the last who hands in.
  public func student(_ place: Int) -> NotebookFile.Student {
    var random = SplitMix(seed: seed, for: "student", "\(place)")
    return SimulatedStudent(place, seed: seed, by: &random).student
  }

  public func makeIterator() -> some IteratorProtocol<SimulatedNotebook> {
    (0..<count).lazy.map { notebook($0) }.makeIterator()
  }

  /// Every twentieth file or so has one, each kind in turn, the first early in the class.
  private func trouble(at place: Int) -> SimulatedNotebook.Trouble? {
    let all = SimulatedNotebook.Trouble.allCases
    return place % 17 == 16 ? all[place / 17 % all.count] : nil
  }
}
