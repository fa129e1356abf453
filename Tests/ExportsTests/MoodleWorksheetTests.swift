import Gradebook
import SeparatedValues
import Testing

@testable import Exports

/// Moodle's upload of a grading worksheet, after mod/assign/feedback/offline: three columns have to be
/// there under the words of the uploader's language; a grade is passed over where it is empty, out of
/// range, locked, or was changed more than a minute after the time in the row.
private struct MoodleUpload {
  var words: (identifier: String, grade: String, modified: String, comments: String)
  /// What Moodle has put before the number.
  var prefix: String
  var maximum = 10.0
  var locked: Set<String> = []

  func run(_ text: String) throws -> [String: (grade: Double, comment: String?)] {
    let rows = parsedCSV(text)
    let head = rows[0]
    let identifier = try #require(head.firstIndex(of: words.identifier))
    let grade = try #require(head.firstIndex(of: words.grade))
    _ = try #require(head.firstIndex(of: words.modified))
    let comments = head.firstIndex(of: words.comments)
    var taken: [String: (grade: Double, comment: String?)] = [:]
    for row in rows.dropFirst() where row.count == head.count {
      let number = String(row[identifier].dropFirst(prefix.count))
      guard let value = Double(row[grade].replacing(",", with: ".")), value >= 0,
        value <= maximum, !locked.contains(number)
      else { continue }
      taken[number] = (value, comments.map { row[$0] })
    }
    return taken
  }
}

@Suite struct MoodleWorksheetTests {
  private let students = [
    SmallClass.student("Ada Lovelace", id: "1", submission: "1001", score: 8.5),
    SmallClass.student("Zoë O'Neil", id: "2", email: "zoe@x.org", score: 7.25),
    SmallClass.student("Carl Gauss", id: "3", score: 2),
  ]

  private static let english = """
    \u{FEFF}Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"\r
    "Participant 1001","Ada Lovelace",ada@x.org,"Submitted for grading - ",,10.00,Yes,"Sunday, 1 December 2024, 11:58 PM",-,\r
    "Participant 1002","Zoe O'Neil",zoe@x.org,"Submitted, ""very"" late",5.00,10.00,Yes,-,"Monday, 2 December 2024, 9:00 AM","=old"\r
    "Participant 1003","Carl Gauss",carl@x.org,,,10.00,No,-,-,\r
    "Participant 1004","Nobody Else",n@x.org,,,10.00,Yes,-,-,\r

    """
  private static let german = """
    ID,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden","Zuletzt geändert (Abgabe)","Texteingabe online","Zuletzt geändert (Bewertung)","Feedback als Kommentar"
    Teilnehmer/in1001,"Ada Lovelace",ada@x.org,x,,"10,00",Ja,"Sonntag, 1. Dezember 2024, 23:58","zwei
    Zeilen",-,
    Teilnehmer/in1002,"O'Neil, Zoë",zoe@x.org,x,"5,00","10,00",Ja,-,,-,alt
    Teilnehmer/in1003,"Carl Gauss",carl@x.org,x,,"10,00",Nein,-,,-,
    Teilnehmer/in1004,"Nobody Else",n@x.org,x,,"10,00",Ja,-,,-,
    """
  private static let french = """
    Identifiant,"Nom complet","Adresse de courriel",Statut,Note,"Note maximale","La note peut être modifiée","Dernière modification (travail remis)","Dernière modification (note)","Feedback par commentaires"
    Participant1001,"Ada Lovelace",ada@x.org,Remis,,"10,00",Oui,"dimanche 1 décembre 2024, 23:58",-,
    Participant1002,"Zoë O'Neil",zoe@x.org,Remis,"5,00","10,00",Oui,-,-,vieux
    Participant1003,"Carl Gauss",carl@x.org,Remis,,"10,00",Non,-,-,
    Participant1004,"Nobody Else",n@x.org,Remis,,"10,00",Oui,-,-,
    """
  private static let spanish = """
    "Identificador";"Nombre completo";"Dirección de correo";"Estado";"Calificación";"Calificación máxima";"La calificación puede ser cambiada";"Última modificación (entrega)";"Última modificación (calificación)";"Comentarios de retroalimentación"
    "Participante 1001";"Ada Lovelace";"ada@x.org";"Enviado";"";"10,00";"Sí";"-";"-";""
    "Participante 1002";"Zoë O'Neil";"zoe@x.org";"Enviado";"5,00";"10,00";"Sí";"-";"-";"viejo"
    "Participante 1003";"Carl Gauss";"carl@x.org";"Enviado";"";"10,00";"No";"-";"-";""
    "Participante 1004";"Nobody Else";"n@x.org";"";"";"10,00";"Sí";"-";"-";""
    """

  struct Language: Sendable {
    var sheet: String
    var words: (identifier: String, grade: String, modified: String, comments: String)
    var prefix: String
    var sign: String
    var separator: Character = ","
  }

  static let languages = [
    Language(
      sheet: english,
      words: ("Identifier", "Grade", "Last modified (grade)", "Feedback comments"),
      prefix: "Participant ", sign: "."),
    Language(
      sheet: german,
      words: ("ID", "Bewertung", "Zuletzt geändert (Bewertung)", "Feedback als Kommentar"),
      prefix: "Teilnehmer/in", sign: ","),
    Language(
      sheet: french,
      words: ("Identifiant", "Note", "Dernière modification (note)", "Feedback par commentaires"),
      prefix: "Participant", sign: ","),
  ]

  private func order(
    _ sheet: String, _ students: [ClassMarks.Student]? = nil, maximum: Double = 10
  ) -> MarkOrder {
    SmallClass.order(students ?? self.students, maximum: maximum) {
      $0.worksheet = GivenFile(name: "sheet.csv", bytes: Array(sheet.utf8))
    }
  }

  @Test(arguments: languages) func moodleTakesWhatIsFilledIn(language: Language) throws {
    let made = try ExportFormat.moodleWorksheet.make(order(language.sheet))
    let upload = MoodleUpload(words: language.words, prefix: language.prefix, locked: ["1003"])
    let taken = try upload.run(made.text)
    #expect(taken.mapValues(\.grade) == ["1001": 8.5, "1002": 7.25])
    #expect(taken["1001"]?.comment?.hasPrefix("1: 8") == true)
    #expect(made.text.contains("8\(language.sign)5"))
    #expect(
      made.notices == [
        .locked(["Carl Gauss (3)"]), .replaced(["Zoë O'Neil (2)"], inWorksheet: true),
        .commented(["Zoë O'Neil (2)"]),
      ])
    // What a person has written there stays.
    #expect(taken["1002"]?.comment?.hasPrefix("1:") == false)
    #expect(made.count == 2)
    #expect(made.isIncomplete)
  }

  @Test(arguments: [english, german, french, spanish]) func allOtherCellsStayByteForByte(
    sheet: String
  ) throws {
    let made = try ExportFormat.moodleWorksheet.make(order(sheet))
    let (before, after) = (Array(sheet.utf8), made.files[0].bytes)
    let separator = UInt8(ascii: sheet.contains(";") ? ";" : ",")
    let columns = try #require(WorksheetColumns(known: try CellTable(before).texts(ofRow: 0)))
    let changed = [columns.grade, try #require(columns.comments)]
    // Ada's row and Zoë's; Carl's grade is locked, and the last is a stranger.
    func rest(_ bytes: [UInt8]) -> [UInt8] {
      let cells = spans(bytes, separator)
      #expect(cells.count == 5)
      let cut = [1, 2].flatMap { row in changed.map { cells[row][$0] } }
      return bytes.indices.filter { index in !cut.contains { $0.contains(index) } }.map {
        bytes[$0]
      }
    }
    #expect(rest(after) == rest(before))
    #expect(after != before)
  }

  /// Where the cells of each row stand, found by counting quotes.
  private func spans(_ bytes: [UInt8], _ separator: UInt8) -> [[Range<Int>]] {
    var rows: [[Range<Int>]] = [[]]
    var start = 0
    var isQuoted = false
    for (index, byte) in (bytes + [0x0A]).enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, byte == separator || byte == 0x0A else { continue }
      let isPair = byte == 0x0A && index > start && bytes[index - 1] == 0x0D
      rows[rows.count - 1].append(start..<(isPair ? index - 1 : index))
      start = index + 1
      if byte == 0x0A, start < bytes.count { rows.append([]) }
    }
    return rows
  }

  @Test func anUnknownLanguageIsReadByWhatStandsInTheCells() throws {
    let dutch = """
      Identificatie,"Volledige naam",Status,Cijfer,"Maximumcijfer","Cijfer kan gewijzigd worden","Laatst gewijzigd (inzending)","Laatst gewijzigd (cijfer)"
      "Deelnemer 1001","Ada Lovelace",x,,"10,00",Ja,-,-
      "Deelnemer 1002","Zoë O'Neil",x,"5,00","10,00",Ja,-,-
      """
    var two = students
    two[1].submission = "1002"
    let made = try ExportFormat.moodleWorksheet.make(order(dutch, Array(two.prefix(2))))
    #expect(
      made.text == """
        Identificatie,"Volledige naam",Status,Cijfer,"Maximumcijfer","Cijfer kan gewijzigd worden","Laatst gewijzigd (inzending)","Laatst gewijzigd (cijfer)"
        "Deelnemer 1001","Ada Lovelace",x,"8,5","10,00",Ja,-,-
        "Deelnemer 1002","Zoë O'Neil",x,"7,25","10,00",Ja,-,-
        """)
    #expect(
      made.notices == [
        .guessed(columns: ["Identificatie", "Cijfer", "Maximumcijfer"]), .withoutComments,
        .replaced(["Zoë O'Neil (2)"], inWorksheet: true),
      ])
  }

  @Test(arguments: [
    // Two pairs of columns that fit.
    "X,A,B,C,D\nP 1,,5,,5\nP 2,,5,,5\n",
    // No identifiers.
    "X,A,B,C,D\nAda,,10,Ja,-\nBob,,10,Ja,-\n",
    // A grade above the maximum: it is none.
    "X,N,A,B,C\nP 1,n,12,10,Ja\nP 2,n,3,10,Ja\n",
    "colour,size\nred,1\n",
  ]) func whatIsNotCertainIsRefused(sheet: String) {
    #expect(throws: ExportRefusal.self) {
      try ExportFormat.moodleWorksheet.make(order(sheet))
    }
  }

  @Test func aScaleIsRefused() {
    let sheet = Self.english.replacing("\"Maximum Grade\"", with: "Scale")
    #expect(throws: ExportRefusal.scale("sheet.csv")) {
      try ExportFormat.moodleWorksheet.make(order(sheet))
    }
  }

  @Test func marksAboveTheMaximumAreToldAndNotWritten() throws {
    let made = try ExportFormat.moodleWorksheet.make(
      order(
        Self.english,
        [SmallClass.student("Ada Lovelace", submission: "1001", score: 12)] + [students[1]],
        maximum: 20))
    #expect(
      made.notices == [
        .aboveMaximum(["Ada Lovelace"], maximum: "10"), .otherMaximum(theirs: "10", own: "20"),
        .replaced(["Zoë O'Neil (2)"], inWorksheet: true), .commented(["Zoë O'Neil (2)"]),
      ])
    #expect(made.isIncomplete)
    #expect(
      made.text.contains(
        "\"Participant 1001\",\"Ada Lovelace\",ada@x.org,\"Submitted for grading - \",,10.00"))
  }

  @Test func aNumberOfAnotherAssignmentIsNotBelieved() throws {
    let made = try ExportFormat.moodleWorksheet.make(
      order(
        Self.english,
        [SmallClass.student("Emmy Noether", id: "5", submission: "1001", score: 9), students[1]]))
    #expect(made.notices.contains(.otherAssignment(["Emmy Noether (5)"], in: "sheet.csv")))
    #expect(!made.text.contains(",9,"))
  }

  @Test func whoIsNotInTheWorksheetIsTold() throws {
    let made = try ExportFormat.moodleWorksheet.make(
      order(Self.english, students + [SmallClass.student("Kurt Gödel", id: "8", score: 1)]))
    #expect(made.notices.contains(.unknown(["Kurt Gödel (8)"], in: "sheet.csv")))
  }

  @Test func headingsOfEachLanguageLeadToTheirColumns() throws {
    for language in WorksheetLanguage.all {
      for maximum in language.maximum {
        let head = [
          language.identifier, "name", language.grade[0], maximum, language.canBeChanged[0],
          language.gradeModified[0], language.comments[0],
        ]
        let columns = try #require(WorksheetColumns(known: head), "\(language.code)")
        #expect(columns.language?.code == language.code)
        #expect(
          [
            columns.identifier, columns.grade, columns.maximum, columns.canBeChanged,
            columns.comments,
          ]
            == [0, 2, 3, 4, 6])
      }
    }
  }
}
