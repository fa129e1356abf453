/// What was made of the latest questions, so that students who ask the same get the same without its
/// being made again. What has not been asked for in a while is forgotten, so that memory is bounded
/// however many ask.
///
/// A key has to hold all that the answer depends on: only equal keys share one.
public final class RecentlyMade<Key: Hashable, Made> {
  private var latest: [Key: Made] = [:]
  /// Those before them, which are forgotten next unless they are asked for again.
  private var earlier: [Key: Made] = [:]
  private var size = 0
  private let limit: Int

  /// - Parameter limit: the sum of sizes from which on what is older is forgotten; twice that is held
  ///   at most.
  public init(limit: Int) { self.limit = limit }

  public subscript(key: Key) -> Made? {
    if let known = latest[key] { return known }
    return earlier.isEmpty ? nil : earlier[key]
  }

  /// What is known for a key, or else what is made of it.
  ///
  /// - `size`: of the key and of what is made, in the unit of the limit.
  public func made(for key: Key, size: Int = 1, _ make: () -> Made) -> Made {
    if let known = latest[key] { return known }
    let made = earlier.isEmpty ? make() : earlier[key] ?? make()
    keep(made, for: key, size: size)
    return made
  }

  public func keep(_ made: Made, for key: Key, size: Int = 1) {
    guard size <= limit else { return }
    if self.size + size > limit {
      (earlier, latest) = (latest, [:])
      self.size = 0
    }
    if latest.updateValue(made, forKey: key) == nil { self.size += size }
  }
}

/// A text that only the same bytes equal: `String` takes two ways of writing `é` for one.
public struct ExactText: Hashable, Sendable {
  public let text: String

  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
