import Diagnostics
import SeparatedValues
import Submissions

/// Where what stands in a grading worksheet.
struct WorksheetColumns: Sendable {
  var identifier: Int
  var grade: Int
  /// Nil where marks are by a scale.
  var maximum: Int?
  var canBeChanged: Int?
  var gradeModified: Int?
  var comments: Int?
  /// Nil where it is not known here.
  var language: WorksheetLanguage?

  /// By the headings of a language that is known here; nil where they are of none.
  init?(known headings: [String]) {
    let folded = headings.map { PersonName.folded($0).trimmingBlank }
    func place(_ words: [String]) -> Int? {
      words.lazy.compactMap { folded.firstIndex(of: PersonName.folded($0)) }.first
    }
    for language in WorksheetLanguage.all {
      guard let identifier = place([language.identifier]), let grade = place(language.grade),
        let modified = place(language.gradeModified)
      else { continue }
      let maximum = place(language.maximum)
      guard maximum != nil || place([language.scale]) != nil else { continue }
      (self.identifier, self.grade, self.maximum) = (identifier, grade, maximum)
      canBeChanged = place(language.canBeChanged)
      gradeModified = modified
      comments = place(language.comments)
      self.language = language
      return
    }
    return nil
  }

  /// The column without which Moodle takes no worksheet back, where all others of a language are there;
  /// nil where it is.
  static func missing(in headings: [String]) -> String? {
    let folded = Set(headings.map { PersonName.folded($0).trimmingBlank })
    func has(_ words: [String]) -> Bool {
      words.contains { folded.contains(PersonName.folded($0)) }
    }
    return WorksheetLanguage.all.first { language in
      has([language.identifier]) && has(language.grade) && has(language.maximum)
        && has(language.canBeChanged) && !has(language.gradeModified)
    }?.gradeModified.first
  }

  /// By what stands in the cells, in the order in which Moodle writes them (mod/assign/gradingtable.php):
  /// the identifiers first, which end in numbers of their own behind words that are the same in all;
  /// then, somewhere, the grades and right behind them the maximum, the same number in each row. Nil
  /// where that fits nothing, or more than one pair of columns.
  init?(guessing table: CellTable) {
    let rows = (1..<max(1, table.rowCount)).filter { !table.isBlank($0) }
    let width = table.cellCount(ofRow: 0)
    guard !rows.isEmpty, width >= 5, Self.areIdentifiers(rows.map { table.text($0, 0) }) else {
      return nil
    }
    let pairs = (1..<width - 1).filter { column in
      guard let maximum = Self.number(table.text(rows[0], column + 1)), maximum > 0 else {
        return false
      }
      return rows.allSatisfy { row in
        let grade = table.text(row, column).trimmingBlank
        return Self.number(table.text(row, column + 1)) == maximum
          && (grade.isEmpty || Self.number(grade).map { $0 >= 0 && $0 <= maximum } == true)
      }
    }
    guard pairs.count == 1, let grade = pairs.first, grade + 2 < width else { return nil }
    (identifier, self.grade, maximum) = (0, grade, grade + 1)
    // A column between has the state of the marking where that is used; this one has two words.
    canBeChanged = (grade + 2...min(grade + 3, width - 1)).first { column in
      Set(rows.map { table.text($0, column) }).count <= 2
    }
  }

  private static func areIdentifiers(_ texts: [String]) -> Bool {
    let numbers = texts.map { PlatformList.number(atEndOf: $0) }
    let words = Set(zip(texts, numbers).map { $0.dropLast($1.count) })
    return words.count == 1 && words.first?.isEmpty == false && Set(numbers).count == texts.count
      && !numbers.contains("")
  }

  /// With a point or a comma; nil where it is none.
  static func number(_ text: String) -> Double? {
    let text = text.trimmingBlank.replacing(",", with: ".")
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return isPlain ? Double(text) : nil
  }
}
