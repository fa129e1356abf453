/// A number in words: `eighty-five`, `a hundred and fifty-seven`, `nine point six four`.
struct SpelledNumber {
  public let number: WrittenFigure
  /// The token after it.
  let end: Int

  /// Words of the longest one.
  private static let limit = 12

  init?(_ text: TextTokens, at start: Int) {
    var index = start
    var total = 0
    var group = 0
    var hasWords = false
    while index < start + Self.limit, let token = text.at(index) {
      if let word = token.word {
        if let value = Self.small[word], group % 100 == 0 || group % 10 == 0 && value < 10 {
          group += value
        } else if word == "hundred", group < 10 {
          group = max(1, group) * 100
        } else if word == "thousand", total == 0, group > 0 {
          total = group * 1000
          group = 0
        } else if word == "zero", !hasWords, text.word(index + 1) == "point" {
          group = 0
        } else if word == "a", !hasWords, text.word(index + 1) == "hundred" {
          index += 1
          continue
        } else if word == "and", group > 0, group % 100 == 0, Self.isSmall(text.word(index + 1)) {
          index += 1
          continue
        } else {
          break
        }
        hasWords = true
      } else if token.sign != "-" || !token.isGlued || !Self.isSmall(text.word(index + 1)) {
        break
      }
      index += 1
    }
    guard hasWords else { return nil }
    let decimals = Self.decimals(text, index)
    guard
      let number = WrittenFigure(
        groups: ["\(total + group)"] + (decimals.isEmpty ? [] : [decimals]),
        separators: decimals.isEmpty ? [] : ["."])
    else { return nil }
    self.number = decimals.isEmpty ? number : number.withOneReading
    end = index + (decimals.isEmpty ? 0 : decimals.count + 1)
  }

  /// The digits of `point six four`.
  private static func decimals(_ text: TextTokens, _ start: Int) -> String {
    guard text.word(start) == "point" else { return "" }
    var digits = ""
    while digits.count < limit, let word = text.word(start + 1 + digits.count),
      let value = word == "zero" ? 0 : small[word], value < 10
    { digits += "\(value)" }
    return digits
  }

  private static func isSmall(_ word: String?) -> Bool { word.map { small[$0] != nil } ?? false }

  private static let small: [String: Int] = [
    "eight": 8, "eighteen": 18, "eighty": 80, "eleven": 11, "fifteen": 15, "fifty": 50, "five": 5,
    "forty": 40, "four": 4, "fourteen": 14, "nine": 9, "nineteen": 19, "ninety": 90, "one": 1,
    "seven": 7, "seventeen": 17, "seventy": 70, "six": 6, "sixteen": 16, "sixty": 60, "ten": 10,
    "thirteen": 13, "thirty": 30, "three": 3, "twelve": 12, "twenty": 20, "two": 2,
  ]
}
