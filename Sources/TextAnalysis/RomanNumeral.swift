/// The first ten numbers as `I`, `II` … `X`, with a small l for the capital I, as hurried people
/// type it.
enum RomanNumeral {
  public static func value(_ spelling: String) -> Int? {
    numerals.firstIndex(of: spelling.replacing("l", with: "I")).map { $0 + 1 }
  }

  private static let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
}
