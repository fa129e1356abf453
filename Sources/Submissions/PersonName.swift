import Foundation

/// A name as it is compared: whatever the order of its parts, capitals, accents and hyphens.
struct PersonName: Hashable {
  private let words: String

  init(_ text: String) {
    words = Self.folded(text).split { !$0.isLetter && !$0.isNumber }.sorted()
      .joined(separator: " ")
  }

  var isEmpty: Bool { words.isEmpty }

  /// Small letters without marks.
  static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
          !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark
        }))
  }
}
