import Diagnostics

/// The names with a number that texts are searched for, with what of it is the same for all texts.
final class KnownNames {
  /// By what they share: `model`.
  let numbers: [String: Set<Int>]
  let heads: Set<String>
  /// The one head, where all names share it.
  let onlyHead: String?
  /// A letter and the one head that begins with it.
  private let initials: [Character: String]
  private var areHeads = WordMemory<Bool>()
  private var shortNames = WordMemory<NumberedNames.Name?>()

  init(_ names: [NumberedNames.Name] = []) {
    numbers = names.reduce(into: [:]) { $0[$1.head, default: []].insert($1.number) }
    heads = Set(numbers.keys)
    onlyHead = numbers.count == 1 ? numbers.keys.first : nil
    initials = Dictionary(grouping: numbers.keys, by: { $0.first ?? " " })
      .filter { $0.value.count == 1 }.mapValues { $0[0] }
  }

  func isHead(_ word: Word) -> Bool { areHeads.of(word) { numbers[word.singular] != nil } }

  /// `M3` and `model3`.
  func short(_ word: Word) -> NumberedNames.Name? {
    guard word.hasDigits else { return nil }
    return shortNames.of(word) {
      let letters = word.text.prefix { !$0.isNumber }
      guard let number = Int(word.text.dropFirst(letters.count)), let initial = letters.first else {
        return nil
      }
      let head = letters.count == 1 ? initials[initial] : String(letters)
      return head.flatMap { head in
        numbers[head]?.contains(number) == true ? NumberedNames.Name(head, number) : nil
      }
    }
  }
}
