import AnswerKeys
import Exercises
import Formulas
import NotebookFiles
import NotebookGrading
import Quantities
import ShippedExercises
import SmallExercises
import Testing

@testable import Simulation

/// What holds of a class whatever the exercise.
@Suite struct SimulatedClassTests {
  /// Mugs of tea, as a student may have to compute them.
  private let tea = SmallExercise.reference(
    [
      SmallExercise.answer("heat", "power * duration", unit: "kJ"),
      SmallExercise.answer("tea", "heat / (mugs * 4.18 kJ/L/K)", unit: "L K"),
    ],
    given: [
      Given(name: "power", formula: AuthorFormula("1800 W", line: 1)),
      Given(name: "duration", formula: AuthorFormula("3 min", line: 1)),
      Given(name: "mugs", formula: AuthorFormula("4", line: 1)),
    ])

  /// FNV-1a of all that a class holds.
  private static func digest(of students: SimulatedClass) -> UInt64 {
    students.reduce(0xcbf2_9ce4_8422_2325) { hash, notebook in
      let all = "\(notebook.student) \(notebook.submitted.text) \(notebook.text)"
      return all.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    }
  }

  /// Another number is right where the making of classes was changed, and nowhere else.
  @Test func theSameSeedGivesTheSameBytesInEveryRun() {
    let students = SimulatedClass(tea, count: 60, seed: 7)
    #expect(Self.digest(of: students) == 13_295_151_171_629_720_432)
    let other = SimulatedClass(tea, count: 60, seed: 8)
    #expect(Self.digest(of: other) != Self.digest(of: students))
  }

  @Test(arguments: [false, true])
  func aSmallClassIsTheBeginningOfALargeOne(_ troubles: Bool) throws {
    let compiled = try ShippedExercises.open("chatbot-model-analysis").compiled
    func texts(_ count: Int) -> [String] {
      SimulatedClass(compiled, count: count, seed: 3, includingTroubles: troubles).prefix(40)
        .map { "\($0.student) \($0.submitted) \($0.fileName)\n\($0.text)" }
    }
    #expect(texts(40) == texts(400))
  }

  @Test func idsAreOfSixDigitsAndEachIsThereOnce() {
    let ids = SimulatedClass(tea, count: 1500, seed: 1).map(\.student.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.count == 6 && $0.allSatisfy(\.isNumber) })
  }

  @Test func notebooksSayWhoseTheyAreAndCanBeRead() throws {
    let opened = try ShippedExercises.open("chatbot-model-analysis")
    var read = 0
    for notebook in SimulatedClass(opened.compiled, count: 120, seed: 2) {
      let file = NotebookFile(text: notebook.text, name: notebook.fileName)
      #expect(file.student == notebook.student)
      #expect(file.exercise == "chatbot-model-analysis")
      #expect(file.headProblems.isEmpty)
      if notebook.answers.contains(where: { $0.intent == .broken || !$0.inherits.isEmpty }) {
        continue
      }
      read += 1
      let remarks = opened.compiled.grade(file).remarks
      #expect(remarks.isEmpty, "\(notebook.text)\n\(remarks.map(\.diagnostic.message))")
    }
    #expect(read > 50)
  }

  /// What the program makes of the same answers, one after the other.
  @Test func notebooksAreWrittenAsTheProgramWritesThem() throws {
    let exercise = try ShippedExercises.open("chatbot-model-analysis").exercise
    let compiled = try ShippedExercises.open("chatbot-model-analysis").compiled
    for notebook in SimulatedClass(compiled, count: 120, seed: 5) {
      let read = NotebookFile(text: notebook.text, name: notebook.fileName)
      var file = NotebookFile(
        exercise: exercise.id, title: exercise.title, name: notebook.fileName)
      file.order = exercise.questions.map(\.id)
      file.student = read.student
      file.tries = read.tries
      file.hints = read.hints
      file.skipped = read.skipped
      file.late = read.late
      for question in exercise.questions {
        let (id, title) = (question.id, question.title)
        for content in read.contents(ofSection: id) {
          switch content {
          case .lines(let text, _): file.append(text, toQuestion: id, title: title)
          case .reply(let text): file.setReply(text, toQuestion: id, title: title)
          case .tasks(let items): file.setTicks(items, toQuestion: id, title: title)
          case .asked(let text):
            let time = read.askedQuestions.first { $0.question == id && $0.text == text }?.time
            file.ask(text, at: try #require(time), aboutQuestion: id, title: title)
          case .remark(let text): Issue.record("\(text)")
          }
        }
      }
      #expect(file.text == notebook.text)
    }
  }

  @Test func whoIsLateHandsInAfterTheDueDate() throws {
    let compiled = try ShippedExercises.open("chatbot-model-analysis").compiled
    let students = SimulatedClass(compiled, count: 500, seed: 1)
    var late = 0
    var marked = 0
    for notebook in students {
      #expect(notebook.isLate == (notebook.submitted > students.due))
      let file = NotebookFile(text: notebook.text, name: notebook.fileName)
      #expect(file.late.values.allSatisfy { $0 > students.due && $0 <= notebook.submitted })
      if notebook.isLate { late += 1 } else { #expect(file.late.isEmpty) }
      if !file.late.isEmpty { marked += 1 }
    }
    #expect((18...60).contains(late))
    #expect(marked > late / 2)
  }

  @Test func aClassHasEmptyAndHalfDoneNotebooksHintsAndQuestions() throws {
    let compiled = try ShippedExercises.open("chatbot-model-analysis").compiled
    let notebooks = Array(SimulatedClass(compiled, count: 400, seed: 1))
    let files = notebooks.map { NotebookFile(text: $0.text, name: $0.fileName) }
    #expect((2...20).contains(notebooks.count { $0.extent == .nothing }))
    #expect((8...40).contains(notebooks.count { $0.extent == .half }))
    #expect(files.count { !$0.hints.isEmpty } > 60)
    #expect(files.count { !$0.skipped.isEmpty } > 5)
    #expect(files.count { !$0.tries.isEmpty } > 360)
    #expect(files.count { !$0.askedQuestions.isEmpty } > 30)
    #expect(Set(notebooks.map(\.student.name)).count > 150)
  }

  @Test func troublesAreOfEveryKindAndOnlyWhereTheyAreAskedFor() throws {
    let compiled = try ShippedExercises.open("chatbot-model-analysis").compiled
    let plain = SimulatedClass(compiled, count: 100, seed: 1)
    #expect(plain.allSatisfy { $0.trouble == nil })
    let notebooks = Array(SimulatedClass(compiled, count: 100, seed: 1, includingTroubles: true))
    #expect(Set(notebooks.compactMap(\.trouble)) == Set(SimulatedNotebook.Trouble.allCases))
    for (place, notebook) in notebooks.enumerated() {
      let file = NotebookFile(text: notebook.text, name: notebook.fileName)
      switch notebook.trouble {
      case nil: #expect(notebook.text == plain.notebook(place).text)
      case .noNotebook?: #expect(!notebook.fileName.hasSuffix(NotebookPath.suffix))
      case .damagedHeader?: #expect(!file.headProblems.isEmpty)
      case .otherExercise?: #expect(file.exercise != "chatbot-model-analysis")
      case .sameStudentTwice?:
        #expect(file.student == notebooks[place - 1].student)
        #expect(notebook.text != notebooks[place - 1].text)
      case .noStudent?: #expect(file.student == nil)
      }
    }
  }
}
