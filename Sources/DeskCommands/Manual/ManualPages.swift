import Dates
import Diagnostics
import Files
import MarkdownReading
import ReckonCommands
import TextLayout

/// The manual pages, made of the commands themselves and of pages of `docs`.
enum ManualPages {
  /// A page of `docs` as a page of the manual.
  struct DocumentPage {
    /// In `docs`.
    var file: String
    var name: String
    var section: Int
    var summary: String
  }

  static let documents = [
    DocumentPage(
      file: "exercise-format.md", name: "reckon-exercise", section: 5,
      summary: ManualWording.exerciseSummary),
    DocumentPage(
      file: "notebook-format.md", name: "reckon-notebook", section: 5,
      summary: ManualWording.notebookSummary),
    DocumentPage(
      file: "language.md", name: "reckon-language", section: 7,
      summary: ManualWording.languageSummary),
  ]

  private static let lengthLimit = 1 << 22

  /// Writes all pages.
  ///
  /// - Parameters:
  ///   - docs: the folder with the Markdown pages.
  ///   - folder: where the manual is written, made where it is missing.
  ///   - description: of the commands.
  static func write(
    docs: String, to folder: String, description: String, console: Console
  ) throws(Status) {
    guard let commands = CommandManual(description: description) else {
      console.report(ManualWording.noDescription)
      throw .io
    }
    var pages = [(file: "\(commands.name.name).1", source: page(of: commands))]
    for page in documents {
      let path = FileSystem.path(of: page.file, in: docs)
      guard let bytes = try? FileSystem.read(path, limit: lengthLimit).bytes else {
        console.report(ManualWording.noPage(path))
        throw .badInput
      }
      pages.append(
        ("\(page.name).\(page.section)", source(of: page, String(decoding: bytes, as: UTF8.self))))
    }
    for page in pages {
      let path = FileSystem.path(of: page.file, in: folder)
      do throws(FileError) {
        try FileSystem.makeFolder(folder)
        try FileSystem.replace(path, with: Array(page.source.utf8))
      } catch {
        console.report(ManualWording.notWritten(path))
        throw .io
      }
    }
  }

  private static func page(of commands: CommandManual) -> String {
    let name = commands.name
    var page = begun(name.name, section: 1, summary: name.summary)
    commands.write(to: &page)
    for part in ManualWording.parts {
      page.section(part.title)
      for (term, said) in part.entries {
        page.entry(ManualWriter.bold(ManualWriter.code(term)), source: ManualWriter.escaped(said))
      }
    }
    seeAlso(documents, in: &page)
    return page.source
  }

  private static func source(of document: DocumentPage, _ markdown: String) -> String {
    var page = begun(document.name, section: document.section, summary: document.summary)
    page.section("DESCRIPTION")
    page.write(readMarkdown(markdown))
    let program = DocumentPage(file: "", name: "reckon", section: 1, summary: "")
    seeAlso([program] + documents.filter { $0.name != document.name }, in: &page)
    return page.source
  }

  private static func begun(_ name: String, section: Int, summary: String) -> ManualWriter {
    let addresses = documents.map { ($0.file, "\($0.name)(\($0.section))") }
    var page = ManualWriter(pages: Dictionary(uniqueKeysWithValues: addresses))
    page.begin(
      name, section: section, date: date, origin: "Reckon \(Version.number)",
      volume: ManualWording.volume(section))
    page.section("NAME")
    page.paragraph(source: "\(ManualWriter.code(name)) \\- \(ManualWriter.escaped(summary))")
    return page
  }

  private static func seeAlso(_ pages: [DocumentPage], in page: inout ManualWriter) {
    page.section("SEE ALSO")
    let names = pages.map {
      "\(ManualWriter.bold(ManualWriter.code($0.name)))(\($0.section))"
    }
    page.paragraph(source: names.joined(separator: ",\n"))
  }

  /// That of the source where `SOURCE_DATE_EPOCH` tells it, so that the same source makes the same page.
  private static var date: String {
    let told = Console.environment("SOURCE_DATE_EPOCH").flatMap { Int($0) }
      .flatMap { (0..<253_402_300_800).contains($0) ? $0 : nil }
    return Zone.utc.day(at: told.map { Moment(seconds: $0) } ?? WallClock.system.now()).text
  }
}
