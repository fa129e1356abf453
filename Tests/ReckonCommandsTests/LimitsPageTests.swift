import Foundation
import Testing

/// docs/limits.md says the limits of the source, all of them, and which test goes beyond each.
@Suite struct LimitsPageTests {
  /// A row of a table of the page.
  struct Row: CustomTestStringConvertible {
    var what: String
    var number: Int?
    /// As in `Room/Type.name`, with a part behind the name where the constant has several.
    var constant: String
    var test: String
    var cells: [String]
    var testDescription: String { what }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let page =
    (try? String(contentsOfFile: root + "/docs/limits.md", encoding: .utf8)) ?? ""

  static let rows: [Row] = page.components(separatedBy: "\n").compactMap { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 7, cells[5].contains("/"), let comma = cells[5].range(of: ", ") else {
      return nil
    }
    return Row(
      what: cells[1], number: number(cells[2]), constant: String(cells[5][..<comma.lowerBound]),
      test: String(cells[5][comma.upperBound...]), cells: cells)
  }

  /// `100 000`, `4 MB`, `64 kB`.
  private static func number(_ text: String) -> Int? {
    let units = ["MB": 1 << 20, "kB": 1 << 10]
    let unit = units.first { text.hasSuffix(" " + $0.key) }
    let digits = text.dropLast(unit?.key.count ?? 0).filter { $0 != " " }
    return Int(digits).map { $0 * (unit?.value ?? 1) }
  }

  /// The texts of all Swift files below a folder, by their paths.
  private static func files(_ folder: String) -> [(path: String, text: String)] {
    (FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map {
        ($0, (try? String(contentsOfFile: root + "/" + folder + "/" + $0, encoding: .utf8)) ?? "")
      }
  }

  private static let sources = files("Sources")
  private static let tests = files("Tests").map(\.text).joined()

  /// The value that stands in the source: `1 << 20`, `10_000.0`, the part of `(a: 1, b: 2)`.
  private static func value(_ constant: String) -> Int? {
    let parts = constant.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let names = parts[1].split(separator: ".").map(String.init)
    guard names.count > 1 else { return nil }
    // Its own file before those of others that extend it.
    let files = sources.filter { $0.path.hasPrefix(parts[0] + "/") }
    let own = files.filter {
      $0.path.contains("/\(names[0]).swift") || $0.path.contains("/\(names[0])+")
    }
    for (_, text) in own + files {
      let isType = text.range(
        of: "(struct|class|enum|extension|actor) \(names[0])\\b", options: .regularExpression)
      guard isType != nil else { continue }
      let start =
        names[1] == "init"
        ? text.range(of: "init\\(", options: .regularExpression)
        : text.range(of: "static let \\(?\(names[1])\\b[^=\n]*=", options: .regularExpression)
      guard let start else { continue }
      var rest = text[start.upperBound...]
      if names.count > 2 {
        let label = rest.range(
          of: "\(names[2]): (Int = )?", options: .regularExpression)
        guard let label else { continue }
        rest = rest[label.upperBound...]
      }
      let expression = rest.trimmingCharacters(in: .whitespaces).prefix {
        "0123456789_.< ".contains($0)
      }
      let terms = expression.replacing("_", with: "").components(separatedBy: "<<")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = Double(terms[0]) else { continue }
      return terms.count == 2 ? Int(first) << (Int(terms[1]) ?? 0) : Int(first)
    }
    return nil
  }

  @Test func thePageHasItsRows() { #expect(Self.rows.count > 70) }

  @Test(arguments: rows)
  func aNumberIsTheOneOfTheSource(_ row: Row) throws {
    let number = try #require(row.number, "\(row.cells)")
    #expect(Self.value(row.constant) == number, "\(row.constant)")
  }

  @Test(arguments: rows)
  func aLimitHasItsReasonWhatHappensBeyondItAndATest(_ row: Row) {
    #expect(!row.cells[3].isEmpty && !row.cells[4].isEmpty)
    #expect(Self.tests.contains("func \(row.test)("), "\(row.test)")
  }

  /// Constants whose names say that they bound something, as `Room/name`.
  private static var bounds: Set<String> {
    var found: Set<String> = []
    for (path, text) in sources {
      let room = path.prefix { $0 != "/" }
      for match in text.matches(of: /static let \(?(\w+)/) {
        let name = String(match.1)
        let isBound =
          ["imit", "imits"].contains { name.hasSuffix($0) }
          || ["most", "maximum", "deepest", "longest"].contains { name.hasPrefix($0) }
        if isBound { found.insert("\(room)/\(name)") }
      }
    }
    return found
  }

  /// Every bound is a limit of the page, or stands in its last section among those of what Reckon itself
  /// makes.
  @Test func noBoundIsMissing() throws {
    let own = try #require(Self.page.components(separatedBy: "## Bounds of Reckon's own work").last)
    var told = Set(
      Self.rows.map { row in
        let parts = row.constant.split(separator: "/").map(String.init)
        return parts[0] + "/" + parts[1].split(separator: ".")[1]
      })
    for line in own.components(separatedBy: "\n") where line.hasPrefix("- ") {
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      for name in parts[1].split(separator: ",") {
        told.insert("\(parts[0])/\(name.trimmingCharacters(in: .whitespaces.union(["."])))")
      }
    }
    #expect(Self.bounds.subtracting(told).sorted() == [])
    #expect(
      told.filter { !$0.contains("init") }.subtracting(Self.bounds)
        .filter { name in !Self.rows.contains { $0.constant.hasPrefix(name.prefix { $0 != "/" }) } }
        .sorted() == [])
  }
}
