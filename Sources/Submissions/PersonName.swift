import Foundation

/// A name as it is compared: whatever the order of its parts, capitals, accents and hyphens.
public struct PersonName: Hashable, Sendable {
  private let words: String

  public init(_ text: String) {
    words = Self.folded(text).split { !$0.isLetter && !$0.isNumber }.sorted()
      .joined(separator: " ")
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Small letters without marks.
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "^") && $0 != UInt8(ascii: "`") }) {
      return text.lowercased()
    }
    return String(
      String.UnicodeScalarView(
        text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
          !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark
        }))
  }
}
