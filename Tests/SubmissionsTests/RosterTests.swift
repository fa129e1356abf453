import Dates
import Testing

@testable import Submissions

@Suite struct RosterTests {
  private func roster(_ text: String) -> Roster { RosterReader(text, name: "students.csv").roster }

  @Test(arguments: [
    "id,name,email\n345678,Ada Lovelace,ada@x.org\n",
    "Student ID;First name;Surname\n345678;Ada;Lovelace\n",
    "Vollständiger Name\tID-Nummer\nLovelace Ada\t345678\n",
    "\u{FEFF}Prénom,Nom,Matricule\r\nAda,Lovelace,345678\r\n",
    "Student,ID,SIS User ID,SIS Login ID,Section\n\"Lovelace, Ada\",17,345678,ada,1\n",
  ]) func listsOfManyPlatformsTellIdAndName(text: String) {
    let reader = RosterReader(text.replacing("\u{FEFF}", with: ""), name: "list.csv")
    #expect(reader.problems.isEmpty)
    #expect(reader.roster.people.count == 1)
    #expect(reader.roster.people.first.map { $0.id + $0.name }?.contains("Ada") == true)
  }

  @Test func aNumberIsAnotherWhereTheListHasBothWaysOfWritingIt() {
    let list = roster("id,name\n7,Zoe Rochat\n007,Ada Hart\n0042,Eve Kim\n")
    func name(_ id: String) -> String? {
      list.person(of: .folder(id), claimed: (id: "", name: ""))?.name
    }
    #expect(name("7") == "Zoe Rochat")
    #expect(name("007") == "Ada Hart")
    // A spreadsheet drops the zeros that a number begins with.
    #expect(name("42") == "Eve Kim")
  }

  @Test func aListWithoutAColumnOfStudentsSaysWhatItFound() {
    let reader = RosterReader("colour,size\nred,1\n", name: "list.csv")
    #expect(reader.problems.map(\.diagnostic.id) == ["roster-without-people"])
    #expect(reader.problems.first?.diagnostic.message.contains("`colour`, `size`") == true)
  }

  @Test func aWorksheetTellsTheSubmissionAndWhenItWasHandedIn() throws {
    let english = roster(
      """
      Identifier,"Full name","Email address",Status,Grade,"Last modified (submission)"
      "Participant 1001","Ada Lovelace",ada@x.org,Submitted,,"Sunday, 1 December 2024, 11:58 PM"
      """)
    let german = roster(
      """
      ID,"Vollständiger Name",E-Mail-Adresse,Status,"Zuletzt geändert (Abgabe)"
      Teilnehmer/in1001,"Ada Lovelace",ada@x.org,x,"Sonntag, 1. Dezember 2024, 23:58"
      """)
    for list in [english, german] {
      let person = try #require(list.people.first)
      #expect(person.submission == "1001")
      #expect(person.submitted?.text == "2024-12-01T23:58:00")
    }
  }

  @Test(arguments: [
    ("dimanche 1 décembre 2024, 23:58", "2024-12-01T23:58:00"),
    ("domingo, 1 de diciembre de 2024, 12:05 AM", "2024-12-01T00:05:00"),
    ("mercoledì, 5 marzo 2025, 09:30", "2025-03-05T09:30:00"),
    ("Montag, 6. Mai 2024, 08:00", "2024-05-06T08:00:00"),
  ]) func datesInWordsAreReadInFiveLanguages(text: String, date: String) {
    #expect(WorksheetDate(text)?.time.text == date)
  }

  private let list = """
    id,name
    345678,Ada Lovelace
    000123,Zoë O'Neil-Smith
    777,Jean Dupont
    778,Jean Dupont
    """

  @Test func aFileIsOfWhomThePlatformNames() {
    let roster = roster(list)
    let nobody = (id: "", name: "")
    func id(_ owner: SubmittedFile.Owner, _ claimed: (id: String, name: String)) -> String? {
      roster.person(of: owner, claimed: claimed)?.id
    }
    #expect(id(.platform(name: "Lovelace Ada", id: "1"), nobody) == "345678")
    #expect(id(.platform(name: "zoe oneil smith", id: "1"), nobody) == nil)
    #expect(id(.platform(name: "ZOË O’NEIL SMITH", id: "1"), nobody) == "000123")
    // What the file says itself is believed only where the platform leaves it open.
    #expect(id(.platform(name: "Jean Dupont", id: "1"), ("778", "")) == "778")
    #expect(id(.platform(name: "Jean Dupont", id: "1"), ("345678", "")) == nil)
    #expect(id(.platform(name: "Carl Friedrich", id: "1"), ("345678", "")) == nil)
    #expect(id(.folder("345678_Ada"), nobody) == "345678")
    #expect(id(.folder("hw1"), ("123", "")) == "000123")
    #expect(id(.unknown, ("", "Ada Lovelace")) == "345678")
    #expect(id(.unknown, ("", "Jean Dupont")) == nil)
  }

  @Test func timesOfAnotherListAreTakenOver() {
    var roster = roster(list)
    roster.adopt(
      times: self.roster("id,submitted\n345678,2024-12-01T23:59:30+01:00\n123,2024-12-02 08:00\n"))
    #expect(roster.people[0].submitted?.text == "2024-12-01T22:59:30Z")
    #expect(roster.people[1].submitted?.text == "2024-12-02T08:00:00")
    #expect(roster.people[2].submitted == nil)
  }

  @Test func aLongListIsReadWhole() {
    let rows = (0..<5000).map { "\($0),\"Name, with a comma\nand \"\"quotes\"\" \($0)\"\n" }
    let reader = RosterReader("id,name\n" + rows.joined(), name: "students.csv")
    #expect(reader.problems.isEmpty)
    #expect(reader.roster.people.count == 5000)
    #expect(reader.roster.people.last?.name == "Name, with a comma\nand \"quotes\" 4999")
    #expect(reader.roster.people.map(\.id) == (0..<5000).map { "\($0)" })
  }

  @Test func aTimeThatCannotBeReadIsTold() {
    let reader = RosterReader("id,submitted\n1,yesterday\n2,-\n3,soon\n", name: "times.csv")
    #expect(
      reader.problems.map(\.diagnostic.message) == [
        "2 times cannot be read, and are left out: `yesterday`."
      ])
    #expect(reader.roster.people.count == 3)
  }
}
