import Charts
import Diagnostics
import Exercises
import Files
import Formulas
import MarkdownReading
import NotebookFiles
import NotebookGrading
import TextLayout
import Tutoring

/// A notebook with its results as a document, whatever it is written as.
///
/// It holds the questions, what the student typed, and what the session says to it; no model
/// answer, and no value of one.
public struct ConvertedNotebook {
  /// How a remark is meant; each has a mark and words of its own beside its colour.
  enum Tone: String { case right, partly, wrong, open, note }

  /// A sentence about an answer.
  struct Remark {
    var tone: Tone
    var mark: String
    /// What the sentence is about, such as the answer's name.
    var name: String?
    var text: String
    /// What the student learns beside it.
    var notes: [String] = []
  }

  /// What stands below lines of formulas.
  enum Result {
    /// A value on one line.
    case line(String)
    case table(ResultTable)
    case remark(Remark)
    /// A mistake or a notice as the notebook draws it, with the place marked.
    case drawn(Mistake)
    case chart(Chart, number: Int)
  }

  /// What is wrong with a line, or worth knowing of it.
  struct Mistake {
    var id: String
    var isError: Bool
    /// What it is, such as `error`.
    var kind: String
    var message: String
    /// The line with the place marked, as the terminal has it.
    var snippet: [String]
    /// What to try, each a sentence or a line of formulas.
    var help: [String]
    /// All of it as the terminal has it.
    var lines: [String]
  }

  enum Piece {
    case code(String, [Result])
    /// The student's text as typed.
    case reply(String)
    case options([(text: [Inline], isTicked: Bool)])
    case prose(Document)
    /// A text of the exercise with the student's figures.
    case shown(Document)
    case remark(Remark)
    case chart(Chart, number: Int)
  }

  struct Section {
    /// Unique within the document, of letters, digits and hyphens.
    var anchor: String
    /// Number of the question; nil where it is none of the exercise's.
    var id: String?
    var title: String
    /// What the question has earned, and how it stands; nil where nothing is asked.
    var status: Status?
    var prompt: Document?
    var pieces: [Piece]
  }

  /// How a question stands.
  struct Status {
    var mark: String
    var state: String
    var score: String
    /// The same in short, for a table.
    var points: String
  }

  let title: String
  /// The exercise's id.
  public let exercise: String
  /// Nil where the notebook names none.
  public let student: NotebookFile.Student?
  /// What stands before the notebook's body, as it is.
  let frontMatter: String
  /// Questions noted for a question session, as a notebook holds them.
  let asked: String
  /// Path of the notebook without its folder.
  let source: String
  /// Path of the exercise's file without its folder, and the digest of what it is judged by.
  let exerciseFile: String
  let digest: String
  /// Where the pictures of its texts lie.
  let exerciseFolder: String
  /// Points, and what is left.
  public let total: String
  var introduction: Document?
  var sections: [Section]
  /// What is wrong with the notebook beside its formulas, as sentences with lines.
  let problems: [String]
  /// Said at the end where not all of the notebook is shown.
  let omission: String?

  /// - `showsPrompts`: whether the questions' texts are part of the document, or their
  ///   headings alone.
  public init(
    _ file: NotebookFile, _ opened: OpenedExercise, _ graded: GradedNotebook, showsPrompts: Bool
  ) {
    let transcript = Transcript(file, opened, graded)
    var writer = PieceWriter(graded)
    let own = opened.exercise
    let late = file.late(after: own.dueMoment)
    title = plainLine(own.title)
    exercise = own.id
    student = file.student
    frontMatter = String(decoding: file.text.utf8.dropLast(file.body.utf8.count), as: UTF8.self)
    asked = file.askedQuestions.map(\.asBlock).joined()
    source = Self.fileName(file.name)
    exerciseFile = Self.fileName(own.file)
    digest = opened.digest
    exerciseFolder = FileSystem.folder(of: own.file)
    total = ConversionWording.total(transcript.report)
    introduction = showsPrompts ? Self.prose(own.introduction, dropping: true) : nil
    var sections: [Section] = []
    func addBeside(_ id: String?, _ pieces: [Transcript.Piece]) {
      let written = writer.pieces(pieces, in: nil)
      if written.isEmpty { return }
      let anchor = id.map { "beside-" + Self.anchor($0) } ?? "opening"
      sections.append(
        Section(
          anchor: anchor, id: nil, title: ConversionWording.besides(id), status: nil, prompt: nil,
          pieces: written))
    }
    addBeside(nil, transcript.opening)
    for part in transcript.parts {
      let question = part.question
      sections.append(
        Section(
          anchor: "q-" + Self.anchor(question.id), id: question.id,
          title: plainLine("\(question.id) \(question.title)"),
          status: part.report.map { writer.status($0, isLate: late[$0.id] != nil) },
          prompt: showsPrompts ? Self.prose(question.prompt) : nil, pieces: writer.pieces(part)))
    }
    for beside in transcript.besides { addBeside(beside.id, beside.pieces) }
    self.sections = sections
    problems = transcript.problems.prefix(Self.problemLimit).map(ConversionWording.problem)
    omission = transcript.leftOut > 0 ? ConversionWording.leftOut(transcript.leftOut) : nil
  }

  /// The same with the pictures of the exercise's texts. Those of the student's own are named alone,
  /// for a notebook is no reason to show a file that lies beside an exercise.
  func showing(_ pictures: inout PicturesOfPage) -> ConvertedNotebook {
    var result = self
    result.introduction = introduction.map { pictures.added(to: $0) }
    for index in sections.indices {
      result.sections[index].prompt = sections[index].prompt.map { pictures.added(to: $0) }
      for (place, piece) in sections[index].pieces.enumerated() {
        guard case .shown(let document) = piece else { continue }
        result.sections[index].pieces[place] = .shown(pictures.added(to: document))
      }
    }
    return result
  }

  /// Mistakes beside formulas that are told.
  private static let problemLimit = 20

  /// A question's number without what an anchor may not hold; it is digits, letters and points.
  private static func anchor(_ id: String) -> String { String(id.map { $0 == "." ? "-" : $0 }) }

  private static func fileName(_ path: String) -> String {
    plainLine(String(path.split(separator: "/").last ?? ""))
  }

  /// Nil where there is none.
  static func prose(_ markdown: String, dropping title: Bool = false) -> Document? {
    var document = readMarkdown(markdown)
    if title, case .heading(level: 1, _)? = document.blocks.first?.block {
      document.blocks.removeFirst()
    }
    return document.blocks.isEmpty ? nil : document
  }
}

/// A column or a table of results, cut to the rows that are shown.
struct ResultTable {
  var header: [String]
  var rows: [[String]]
  var alignments: [ColumnAlignment]
  /// Whether the first cell of each row names it.
  var namesRows: Bool
  /// Rows that are not shown.
  var more: Int
  /// The same as the terminal has it.
  var plain: [String]
}
