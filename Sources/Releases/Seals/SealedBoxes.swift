import AnswerKeys
import ExerciseFiles
import Files

/// What is sealed of an exercise, by the words that open it.
struct SealedBoxes {
  /// Whether there is room for errors in every box, whether it has some or not.
  let hasErrors: Bool
  private var contents: [(word: String, content: SealContent)] = []
  private var places: [String: Int] = [:]
  private var capacity = 0
  /// Words of the second kind of boxes, which hold nothing but a key, and how many there are at least.
  private var keys: [(word: String, key: [UInt8])] = []
  private var keyCapacity = 0
  /// What keys open: whole columns, and values for those who have rounded them.
  private var columns: [(key: [UInt8], bytes: [UInt8])] = []
  private var values: [(key: [UInt8], bytes: [UInt8])] = []

  /// Content is filled up to a multiple of this.
  private static let step = 64
  /// A cell in which several errors meet has those that come first.
  private static let fullest = 447

  init(hasErrors: Bool) { self.hasErrors = hasErrors }

  // MARK: Filling

  /// Room for so many more boxes, whether they are needed or not.
  mutating func makeRoom(_ count: Int, keys: Int) {
    capacity += count
    keyCapacity += keys
  }

  /// All rows of a column, by a key that its boxes hold.
  mutating func addColumn(_ accepted: [[Double]]) -> [UInt8] {
    let key = SealCipher.random(SealCipher.keyBytes)
    columns.append((key, SealedColumn.bytes(accepted)))
    return key
  }

  mutating func add(_ content: SealContent, under word: String) {
    places[word] = contents.count
    contents.append((word, content))
  }

  mutating func add(_ reference: SealContent.Reference, under word: String) {
    add(SealContent(reference: reference), under: word)
  }

  mutating func add(_ slip: SealContent.Slip, under word: String) {
    guard let place = places[word] else { return add(SealContent(slips: [slip]), under: word) }
    var fuller = contents[place].content
    fuller.slips.append(slip)
    if fuller.bytes.count <= Self.fullest { contents[place].content = fuller }
  }

  /// A value under words that only have to give it; where none does, there is one all the same.
  mutating func addKeys(
    to reference: SealContent.Reference, under words: [String], of capacity: Int
  ) {
    guard capacity > 0 else { return }
    let key = SealCipher.random(SealCipher.keyBytes)
    values.append((key, SealContent(reference: reference).bytes))
    keys += words.map { ($0, key) }
  }

  // MARK: Packing

  /// - Parameter progress: is told how many of all boxes are made.
  func packed(
    by cipher: SealCipher, _ progress: (_ done: Int, _ count: Int) -> Void
  ) throws(SealedExercise.Failure) -> SealFile {
    let bytes = Self.filled(contents.map(\.content.bytes), least: hasErrors ? Self.fullest : 0)
    let size = bytes.first?.count ?? Self.step
    let inner =
      columns + zip(values, Self.filled(values.map(\.bytes))).map { ($0.key, $1) }
    var file = SealFile(
      salt: SealCipher.random(SealCipher.saltBytes),
      boxes: Self.dummies(max(capacity, contents.count), of: size),
      keys: Self.dummies(max(keyCapacity, keys.count), of: SealCipher.keyBytes),
      inner: inner.map { key, bytes in
        SealFile.Box(
          tag: SealCipher.tag(ofKey: key), box: SealCipher.sealed(bytes, key: key))
      })
    guard size + SealCipher.boxBytes <= SealFile.mostBoxBytes,
      max(file.boxes.count, file.keys.count) <= SealFile.mostBoxes,
      file.size <= SealedExercise.mostBytes
    else { throw .tooLarge(bytes: file.size) }
    let count = contents.count + keys.count
    func sealed(
      _ word: String, _ bytes: [UInt8], _ done: Int
    ) throws(SealedExercise.Failure) -> SealFile.Box {
      guard let (tag, key) = cipher.derived(word, salt: file.salt) else { throw .noMemory }
      progress(done, count)
      return SealFile.Box(tag: tag, box: SealCipher.sealed(bytes, key: key))
    }
    for (place, entry) in contents.enumerated() {
      file.boxes[place] = try sealed(entry.word, bytes[place], place + 1)
    }
    for (place, entry) in keys.enumerated() {
      file.keys[place] = try sealed(entry.word, entry.key, contents.count + place + 1)
    }
    file.boxes = Self.shuffled(file.boxes)
    file.keys = Self.shuffled(file.keys)
    return file
  }

  /// All of one size.
  private static func filled(_ contents: [[UInt8]], least: Int = 0) -> [[UInt8]] {
    let size = (max(least, contents.map(\.count).max() ?? 0) / step + 1) * step
    return contents.map { $0 + [UInt8](repeating: 0, count: size - $0.count) }
  }

  /// Boxes that nothing opens, for content of a size.
  private static func dummies(_ count: Int, of size: Int) -> [SealFile.Box] {
    (0..<count).map { _ in
      SealFile.Box(
        tag: SealCipher.random(SealCipher.tagBytes),
        box: SealCipher.random(size + SealCipher.boxBytes))
    }
  }

  private static func shuffled(_ boxes: [SealFile.Box]) -> [SealFile.Box] {
    SealCipher.shuffled(boxes.count).map { boxes[$0] }
  }
}
