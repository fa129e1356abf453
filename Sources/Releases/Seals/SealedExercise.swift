import AnswerKeys
import ExerciseFiles
import Exercises
import Files

/// The seals of an exercise: boxes of one size in a random order, as many as its form alone says.
public struct SealedExercise: Sendable {
  /// By the names of answers and functions.
  public private(set) var grids: [String: SealGrid] = [:]
  public private(set) var file: SealFile
  /// What it takes to search for the answer that is found first; nil where no value is sealed.
  public private(set) var search: SealSearch?

  /// The lines of the block that holds them.
  public var block: [String] { file.lines }

  public enum Failure: Error {
    /// Too many values are right.
    case tooWide(answer: String)
    /// Larger than a file may be.
    case tooLarge(bytes: Int)
    case noMemory
  }

  /// Bytes of a file in which the exercise's text has room as well.
  public static let mostBytes = 600_000

  /// - `progress`: is told how many of all boxes are made.
  public init(
    _ compiled: CompiledExercise, cipher: SealCipher = .standard,
    progress: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws(Failure) {
    let items = SealedItem.all(of: compiled)
    let roundings = items.map(SealedRounding.init)
    let slips = items.map { SealedSlips($0, in: compiled) }
    var boxes = SealedBoxes(hasErrors: items.contains(where: \.isValue))
    for ((item, rounding), slips) in zip(zip(items, roundings), slips) {
      grids[item.isValue ? item.answer.spec.name : item.functionName] = item.words.grid
      boxes.makeRoom(item.capacity, keys: rounding.capacity)
      let parts = compiled.partSymbols(of: item.answer)
      let key = item.rows > SealWords.mostRows ? boxes.addColumn(item.columns) : []
      for row in item.sealedRows {
        guard let words = item.coverage.words(item.accepted[row], row: row) else {
          throw .tooWide(answer: item.answer.spec.name)
        }
        let reference = SealContent.Reference(
          accepted: item.accepted[row], tolerance: item.answer.tolerance, rows: item.rows,
          parts: parts, key: key)
        for word in words { boxes.add(reference, under: word) }
        boxes.addKeys(to: reference, under: rounding.words, of: rounding.capacity)
      }
      for (words, slip) in slips.found {
        for word in words { boxes.add(slip, under: word) }
      }
    }
    for question in compiled.exercise.questions {
      guard case .choice(let choice) = question.body, question.points > 0 || question.isPractice
      else { continue }
      boxes.makeRoom(choice.options.count, keys: 0)
      for place in choice.options.indices {
        boxes.add(
          SealedChoice.content(of: choice, option: place),
          under: SealedChoice.word(question.id, option: place))
      }
    }
    search = SealSearch(items, roundings, slips)
    file = try boxes.packed(by: cipher, progress)
  }
}
