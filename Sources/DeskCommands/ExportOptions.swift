import ArgumentParser
import Diagnostics
import Exports
import Files
import ReckonCommands

/// Files that the platform has exported, and how it knows students.
struct PlatformFiles: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whom Moodle knows: its export of grades or participants, or the worksheet.",
      valueName: "file.csv"))
  var participants: String?

  @Option(
    help: ArgumentHelp("Moodle's grading worksheet, as downloaded.", valueName: "file.csv"))
  var worksheet: String?

  @Option(
    name: .customLong("gradebook-csv"),
    help: ArgumentHelp("Canvas' gradebook, as exported.", valueName: "file.csv"))
  var gradebookCSV: String?

  @Option(
    help: ArgumentHelp(
      "Its column that is filled in, where none has the exercise's title.", valueName: "heading"))
  var column: String?

  @Option(
    help: ArgumentHelp(
      "By what Moodle is to know students: email, id or username.", valueName: "what"))
  var by: MarkOrder.Key?

  var paths: [String] { [participants, worksheet, gradebookCSV].compactMap { $0 } }

  /// What is said.
  var told: Set<ExportFormat.Detail> {
    let said: [(ExportFormat.Detail, Bool)] = [
      (.participants, participants != nil), (.worksheet, worksheet != nil),
      (.gradebookCSV, gradebookCSV != nil), (.column, column != nil), (.by, by != nil),
    ]
    return Set(said.filter(\.1).map(\.0))
  }

  func fill(_ order: inout MarkOrder, _ console: Console) throws(Status) {
    order.key = by ?? .email
    order.column = column
    order.participants = try file(participants, console)
    order.worksheet = try file(worksheet, console)
    order.gradebookCSV = try file(gradebookCSV, console)
  }

  private func file(_ path: String?, _ console: Console) throws(Status) -> GivenFile? {
    guard let path else { return nil }
    do throws(FileError) {
      return GivenFile(
        name: FileSystem.name(of: path),
        bytes: try FileSystem.read(path, limit: ListFile.limit).bytes)
    } catch {
      console.report(DeskWording.listUnreadable(path, error))
      throw .badInput
    }
  }
}

/// How marks are computed and written.
struct MarkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The mark for all points; the points themselves without it.", valueName: "n")
  )
  var maximum: Double?

  @Option(help: ArgumentHelp("Decimals of a mark, at most; 2 without it.", valueName: "n"))
  var decimals: Int?

  @Option(
    help: ArgumentHelp("point or comma; without it, as the platform has it.", valueName: "sign"))
  var decimal: MarkRule.DecimalSign?

  @Flag(help: "No mark for whoever has points that a person has yet to give or to confirm.")
  var confirmedOnly = false

  @Flag(help: "Count sure points only.")
  var withoutProvisional = false

  @Flag(help: "A mark of 0 for those of the roster who have handed nothing in.")
  var missingZero = false

  func validate() throws {
    if let maximum, !(maximum > 0 && maximum <= 1e6) {
      throw ValidationError("--maximum is a number above 0.")
    }
    if let decimals, !(0...5).contains(decimals) {
      throw ValidationError("--decimals is a number from 0 to 5.")
    }
    if confirmedOnly, withoutProvisional {
      throw ValidationError("One of --confirmed-only and --without-provisional.")
    }
  }

  var isTold: Bool {
    maximum != nil || decimals != nil || decimal != nil || confirmedOnly || withoutProvisional
      || missingZero
  }

  var rule: MarkRule {
    var rule = MarkRule()
    rule.unconfirmed = confirmedOnly ? .withoutMark : withoutProvisional ? .left : .counted
    rule.maximum = maximum
    if let decimals { rule.decimals = decimals }
    rule.sign = decimal
    rule.missingIsZero = missingZero
    return rule
  }
}

extension MarkOrder.Key: ExpressibleByArgument {}
extension MarkRule.DecimalSign: ExpressibleByArgument {}
