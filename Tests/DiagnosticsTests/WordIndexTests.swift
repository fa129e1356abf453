import Testing

@testable import Diagnostics

@Suite struct WordIndexTests {
  private static let words = ["a", "pi", "π", "sixteen_letters_", "of_more_letters_than_16", "Å"]

  @Test(arguments: words.indices) func eachWordIsFoundInItsPlace(_ place: Int) {
    #expect(WordIndex(Self.words)[Self.words[place]] == place)
  }

  @Test(arguments: ["", "p", "pia", "sixteen_letters", "of_more_letters_than_17", "\0", "a\0"])
  func noOtherWordIs(_ word: String) { #expect(WordIndex(Self.words)[word] == nil) }

  @Test func theSameCharactersAreFoundInOtherCodePoints() {
    #expect(WordIndex(Self.words)["A\u{30A}"] == 5)
  }

  @Test func thousandsOfWordsAreToldApart() {
    let words = (0..<5_000).map { "w\($0)" }
    let index = WordIndex(words)
    #expect(words.indices.allSatisfy { index[words[$0]] == $0 })
    #expect(words.allSatisfy { index[$0 + "x"] == nil })
  }
}
