import AnswerKeys
import ExerciseFiles
import Exercises
import Files

/// The seals of an exercise: boxes of one size in a random order, as many as its form alone says.
public struct SealedExercise: Sendable {
  /// By the names of answers and functions.
  public private(set) var grids: [String: SealGrid] = [:]
  public private(set) var file: SealFile
  /// What it takes to search for the answers.
  public private(set) var search: SealSearch

  /// The lines of the block that holds them.
  public var block: [String] { file.lines }

  public enum Failure: Error {
    /// Too many values are right.
    case tooWide(answer: String)
    /// Larger than a file may be.
    case tooLarge(bytes: Int)
    case noMemory
  }

  /// Content is filled up to a multiple of this.
  private static let step = 64
  /// A cell in which several errors meet has those that come first.
  private static let fullest = 447
  /// Bytes of a file in which the exercise's text has room as well.
  public static let mostBytes = 600_000

  /// - Parameter progress: is told how many of all boxes are made.
  public init(
    _ compiled: CompiledExercise, cipher: SealCipher = .standard,
    progress: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws(Failure) {
    let items = SealedItem.all(of: compiled)
    var contents: [(word: String, content: SealContent)] = []
    var places: [String: Int] = [:]
    var columns: [SealFile.Box] = []
    var capacity = 0
    var searches: [SealSearch] = []
    for item in items {
      capacity += item.capacity
      grids[item.isValue ? item.answer.spec.name : item.functionName] = item.words.grid
      var key: [UInt8] = []
      if item.rows > SealWords.mostRows {
        key = SealCipher.random(SealCipher.keyBytes)
        let whole = item.answer.accepted.compactMap(\.numbers)
        columns.append(
          SealFile.Box(
            tag: SealCipher.tag(ofKey: key),
            box: SealCipher.sealed(SealedColumn.bytes(whole), key: key)))
      }
      let parts = compiled.partSymbols(of: item.answer)
      for row in item.sealedRows {
        guard let words = item.coverage.words(item.accepted[row], row: row) else {
          throw .tooWide(answer: item.answer.spec.name)
        }
        searches.append(
          SealSearch(item.words.grid, cells: words.count, around: item.accepted[row][0]))
        let reference = SealContent.Reference(
          accepted: item.accepted[row], tolerance: item.answer.tolerance, rows: item.rows,
          parts: parts, key: key)
        for word in words {
          places[word] = contents.count
          contents.append((word, SealContent(reference: reference)))
        }
      }
      for (words, slip) in SealedSlips(item, in: compiled).found {
        for word in words {
          if let place = places[word] {
            var fuller = contents[place].content
            fuller.slips.append(slip)
            if fuller.bytes.count <= Self.fullest { contents[place].content = fuller }
          } else {
            places[word] = contents.count
            contents.append((word, SealContent(slips: [slip])))
          }
        }
      }
    }
    for question in compiled.exercise.questions {
      guard case .choice(let choice) = question.body, question.points > 0 || question.isPractice
      else { continue }
      capacity += choice.options.count
      for place in choice.options.indices {
        contents.append(
          (
            SealedChoice.word(question.id, option: place),
            SealedChoice.content(of: choice, option: place)
          ))
      }
    }
    search = searches.min { $0.guesses < $1.guesses } ?? SealSearch()
    let count = max(capacity, contents.count)
    file = try Self.packed(contents, count: count, columns, cipher, progress)
  }

  private static func packed(
    _ contents: [(word: String, content: SealContent)], count: Int, _ columns: [SealFile.Box],
    _ cipher: SealCipher, _ progress: (Int, Int) -> Void
  ) throws(Failure) -> SealFile {
    let bytes = contents.map(\.content.bytes)
    let size = ((bytes.map(\.count).max() ?? 0) / step + 1) * step
    let whole = size + SealCipher.boxBytes + SealCipher.tagBytes
    let total = whole * count + columns.reduce(0) { $0 + $1.box.count }
    guard whole <= SealFile.mostBoxBytes, count <= SealFile.mostBoxes, total <= mostBytes else {
      throw .tooLarge(bytes: total)
    }
    let salt = SealCipher.random(SealCipher.saltBytes)
    var boxes: [SealFile.Box] = []
    for (place, entry) in contents.enumerated() {
      guard let (tag, key) = cipher.derived(entry.word, salt: salt) else { throw .noMemory }
      let filled = bytes[place] + [UInt8](repeating: 0, count: size - bytes[place].count)
      boxes.append(SealFile.Box(tag: tag, box: SealCipher.sealed(filled, key: key)))
      progress(place + 1, contents.count)
    }
    while boxes.count < count {
      boxes.append(
        SealFile.Box(
          tag: SealCipher.random(SealCipher.tagBytes),
          box: SealCipher.random(size + SealCipher.boxBytes)))
    }
    return SealFile(
      salt: salt, boxes: SealCipher.shuffled(boxes.count).map { boxes[$0] }, columns: columns)
  }
}

/// What it takes to find an answer by trying cells.
public struct SealSearch: Sendable {
  /// At most: one in every stretch that opens, over twenty decades.
  public private(set) var guesses = 0.0

  init() {}

  init(_ grid: SealGrid, cells: Int, around reference: Double) {
    let size = reference.isFinite && reference != 0 ? abs(reference) : 1
    guesses = (grid.distance(from: size * 1e-10, to: size * 1e10) / Double(max(1, cells)))
      .rounded(.up)
  }

  /// Seconds that one guess takes on this machine, of one core.
  public static func secondsPerGuess() -> Double {
    let clock = ContinuousClock()
    let salt = SealCipher.random(SealCipher.saltBytes)
    let tries = 3
    let time = clock.measure {
      for number in 0..<tries { _ = SealCipher.standard.derived("\(number)", salt: salt) }
    }
    return time / .seconds(1) / Double(tries)
  }
}
