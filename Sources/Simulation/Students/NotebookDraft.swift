import Dates
import Exercises
import NotebookFiles
import SeededRandom

/// The making of one student's notebook.
struct NotebookDraft {
  private(set) var notebook: SimulatedNotebook

  private let exercise: Exercise
  private let due: Moment
  private let student: SimulatedStudent
  private var random: SplitMix
  /// What stands in each section, in its order.
  private var parts: [(question: Question, entry: NotebookFile.Entry)] = []
  private var tries: [String: Int] = [:]
  private var hints: [String: Int] = [:]
  private var skipped: [String] = []
  /// Answers that have a value, and those of them that are not right.
  private var bound: Set<String> = []
  private var wrong: Set<String> = []
  private var boundGivens: Set<String> = []
  /// What an answer goes by in this notebook, where that is not its own name.
  private var aliases: [String: String] = [:]

  init(of group: SimulatedClass, at place: Int, with trouble: SimulatedNotebook.Trouble?) {
    exercise = group.exercise
    due = group.due
    var random = group.draws(at: place)
    let own = SimulatedStudent(place, seed: group.seed, by: &random)
    // Who hands in twice is the student before.
    student = trouble == .sameStudentTwice && place > 0 ? group.profile(at: place - 1) : own
    let isLate = random.chance(0.07)
    let submitted = Self.submitted(due, isLate: isLate, by: &random)
    let extent: SimulatedNotebook.Extent =
      switch random.share() {
      case ..<0.02: .nothing
      case ..<0.07: .half
      case _: .all
      }
    notebook = SimulatedNotebook(
      place: place, student: student.student, fileName: NotebookPath.path(of: exercise.id, in: ""),
      text: "", submitted: submitted, isLate: isLate, extent: extent, trouble: trouble,
      answers: [])
    self.random = random
    let last =
      switch extent {
      case .all: group.questions.count
      case .half: group.questions.count / 2
      case .nothing: 0
      }
    for (number, prepared) in group.questions.enumerated() {
      answer(prepared, isOpen: number < last)
    }
    notebook.text = written(changedLate: isLate)
    if let trouble { spoil(with: trouble) }
  }

  /// Most within the last days, half of these in the last hours.
  private static func submitted(
    _ due: Moment, isLate: Bool, by random: inout SplitMix
  ) -> Moment {
    if isLate { return due.adding(seconds: 60 + random.below(random.chance(0.6) ? 7200 : 172_800)) }
    return due.adding(seconds: -60 - random.below(random.chance(0.5) ? 14_400 : 432_000))
  }

  // MARK: Answering

  private mutating func answer(_ prepared: PreparedQuestion, isOpen: Bool) {
    let question = prepared.question
    let merit = student.ability + 0.4 * random.normal() - prepared.difficulty
    switch prepared.kind {
    case .reading: return
    case .values(let forms):
      guard isOpen, !skips(question) else {
        let intent: SimulatedAnswer.Intent = isOpen ? .skipped : .unanswered
        if isOpen { bound.formUnion(forms.map(\.name)) }
        notebook.answers += forms.map {
          SimulatedAnswer(question: question.id, answer: $0.name, intent: intent)
        }
        return
      }
      answer(forms, of: prepared)
    case .function(let forms):
      guard isOpen, !skips(question) else {
        return notebook.answers.append(
          SimulatedAnswer(
            question: question.id, answer: forms.name, intent: isOpen ? .skipped : .unanswered))
      }
      answer(forms, of: question)
    case .choice(let choice, let popularity):
      guard isOpen, !random.chance(0.04) else { return }
      let ticked = ticks(choice, popularity, isPoll: question.countedPoints == 0, merit: merit)
      parts.append(
        (question, .ticks(zip(choice.options, ticked).map { (text: $0.text, isTicked: $1) })))
    case .text(let forms):
      guard isOpen, !random.chance(merit < -1.6 ? 0.5 : 0.03) else { return }
      if let text = forms.text(merit: merit, by: &random) {
        parts.append((question, .reply(text)))
      }
    }
    if isOpen, random.chance(0.03) {
      let time = notebook.submitted.adding(seconds: -random.below(7200))
      parts.append((question, .asked(NotedQuestions.text(about: question, by: &random), at: time)))
    }
    if isOpen, question.isProgramming {
      if random.chance(student.ability < 0 ? 0.3 : 0.1), !question.hints.isEmpty {
        hints[question.id] = 1 + random.repeats(0.4, most: question.hints.count - 1)
      }
    }
  }

  private mutating func skips(_ question: Question) -> Bool {
    guard question.maySkip, random.chance(student.ability < -0.8 ? 0.08 : 0.01) else {
      return false
    }
    skipped.append(question.id)
    return true
  }

  private mutating func answer(_ forms: [AnswerForms], of prepared: PreparedQuestion) {
    var lines: [String] = []
    for (number, form) in forms.enumerated() {
      let drawn = draw(form, isLast: number == forms.count - 1)
      var answer = SimulatedAnswer(
        question: prepared.question.id, answer: form.name, intent: drawn.intent)
      if let typed = drawn.typed {
        answer.isFormula = typed.isFormula
        answer.inherits = typed.needs.intersection(wrong).sorted()
        lines += statements(form, typed, prepared.givens)
        bound.insert(form.name)
      }
      switch drawn.intent {
      case .right: if !answer.inherits.isEmpty { wrong.insert(form.name) }
      case .bare, .skipped: break
      case .slip: wrong.insert(form.name)
      case .broken, .unanswered:
        bound.remove(form.name)
        wrong.remove(form.name)
      }
      notebook.answers.append(answer)
    }
    guard !lines.isEmpty else { return }
    parts.append((prepared.question, .statements(lines)))
    tries[prepared.question.id] = 1 + random.repeats(student.ability < 0 ? 0.5 : 0.3, most: 8)
  }

  /// What a student makes of an answer.
  private mutating func draw(
    _ form: AnswerForms, isLast: Bool
  ) -> (intent: SimulatedAnswer.Intent, typed: TypedAnswer?) {
    let merit = student.ability + 0.4 * random.normal() - form.difficulty
    // What a formula needs and is not there is a number that was computed elsewhere, or nothing.
    let isReady = form.needs.isSubset(of: bound)
    let rests = !form.needs.isDisjoint(with: wrong)
    if random.chance(logistic(1.5 * merit)) { return right(form, isReady: isReady, rests: rests) }
    switch random.place(among: [
      0.18, 0.08, form.bare.isEmpty || form.takesBare || rests ? 0 : 0.12, 0.62,
    ]) {
    case 0: return (.unanswered, nil)
    case 1:
      if let typed = random.pick(form.broken + (isLast ? form.unclosed : [])) {
        return (.broken, typed)
      }
    case 2: if let typed = random.pick(form.bare) { return (.bare, typed) }
    case _: break
    }
    guard let place = random.place(among: form.slips.map(\.weight)) else {
      return (.unanswered, nil)
    }
    let slip = form.slips[place]
    let mayBeFormula = slip.formula.map { $0.needs.isSubset(of: bound) } ?? false
    let typesNumber = !rests && random.chance(max(student.typesNumbers, 0.2))
    if let formula = slip.formula, mayBeFormula, !typesNumber || slip.numbers.isEmpty {
      return (.slip(slip.slips), formula)
    }
    // Who has gone wrong before has not the numbers of those who have not.
    guard !rests, let number = random.pick(slip.numbers) else { return (.unanswered, nil) }
    return (.slip(slip.slips), number)
  }

  private mutating func right(
    _ form: AnswerForms, isReady: Bool, rests: Bool
  ) -> (intent: SimulatedAnswer.Intent, typed: TypedAnswer?) {
    if student.isBare, !rests, random.chance(0.6), let bare = random.pick(form.bare) {
      return (form.takesBare ? .right : .bare, bare)
    }
    // Of a figure in the text, most type just that.
    let isFigure = form.formulas.first?.isFormula == false
    let typesNumber = !rests && (!isReady || random.chance(isFigure ? 0.25 : student.typesNumbers))
    if typesNumber, let number = random.pick(form.numbers) { return (.right, number) }
    guard isReady, let formula = random.pick(form.formulas) else { return (.unanswered, nil) }
    return (.right, random.chance(0.6) ? form.formulas[0] : formula)
  }

  /// The lines of an answer, with the names that it needs before it.
  private mutating func statements(
    _ form: AnswerForms, _ typed: TypedAnswer, _ givens: GivenNames
  ) -> [String] {
    let target = random.chance(0.07) ? random.pick(form.otherNames) ?? form.name : form.name
    if target != form.name { aliases[form.name] = target }
    guard student.bindsGivens, let named = typed.named else {
      return ["\(target) = \(withAliases(typed.text))"]
    }
    let missing = typed.givens.filter { boundGivens.insert($0).inserted }
    return missing.compactMap { name in
      givens.bindable[name].map { "\(name) = \($0)" }
    } + ["\(target) = \(withAliases(named))"]
  }

  /// A formula with the names that this notebook has for answers.
  private func withAliases(_ text: String) -> String {
    guard !aliases.isEmpty else { return text }
    var result = ""
    var word = ""
    for letter in text + " " {
      if letter.isLetter || letter.isNumber || letter == "_" {
        word.append(letter)
      } else {
        result += (aliases[word] ?? word) + String(letter)
        word = ""
      }
    }
    return String(result.dropLast())
  }

  private mutating func answer(_ forms: FunctionForms, of question: Question) {
    let merit = student.ability + 0.4 * random.normal() - forms.difficulty
    var answer = SimulatedAnswer(
      question: question.id, answer: forms.name, intent: .unanswered, isFormula: true)
    defer { notebook.answers.append(answer) }
    guard forms.needs.isSubset(of: bound) else { return }
    answer.inherits = forms.needs.intersection(wrong).sorted()
    var statement: String?
    if random.chance(logistic(1.5 * merit)) {
      answer.intent = .right
      statement = random.pick(forms.right)
    } else if random.chance(0.75), let place = random.place(among: forms.slips.map(\.weight)) {
      answer.intent = .slip(forms.slips[place].slips)
      statement = forms.slips[place].statement
    }
    guard let statement else { return }
    parts.append((question, .statements([statement])))
    tries[question.id] = 1 + random.repeats(0.3, most: 6)
  }

  private mutating func ticks(
    _ choice: ChoiceAnswer, _ popularity: [Double], isPoll: Bool, merit: Double
  ) -> [Bool] {
    let chance = logistic(1.5 * merit)
    // In a poll everybody says what they think; else ability draws to what is right.
    let weights = zip(choice.options, popularity).map { option, own in
      if isPoll { return own }
      return switch option.credit {
      case .right: 0.1 + chance * 3
      case .rightIfArgued: 0.1 + chance
      case .wrong: 0.1 + (1 - chance) * own
      }
    }
    var ticked = choice.options.map { _ in false }
    switch choice.count {
    case .exactly(let count):
      var left = weights
      for _ in 0..<min(count, left.count) {
        guard let place = random.place(among: left) else { break }
        ticked[place] = true
        left[place] = 0
      }
    case .any:
      for (place, option) in choice.options.enumerated() {
        ticked[place] = random.chance(
          isPoll
            ? popularity[place] : option.credit == .wrong ? 0.5 * (1 - chance) : 0.3 + 0.65 * chance
        )
      }
    }
    return ticked
  }

  // MARK: Writing

  /// The file as the program writes it.
  private mutating func written(changedLate: Bool) -> String {
    var head = NotebookFile.Head(
      student: notebook.trouble == .noStudent ? nil : student.student)
    head.tries = tries
    head.hints = hints
    head.skipped = skipped
    var sections: [NotebookFile.Section] = []
    for (question, entry) in parts {
      if sections.last?.id == question.id {
        sections[sections.count - 1].entries.append(entry)
      } else {
        sections.append(
          NotebookFile.Section(id: question.id, title: question.title, entries: [entry]))
      }
    }
    if changedLate {
      let after = max(1, notebook.submitted.seconds - due.seconds)
      for section in sections where random.chance(0.3) {
        head.late[section.id] = due.adding(seconds: 1 + random.below(after))
      }
    }
    return NotebookFile(
      exercise: exercise.id, title: exercise.title, name: notebook.fileName,
      order: exercise.questions.map(\.id), head: head, sections: sections
    ).text
  }

  private mutating func spoil(with trouble: SimulatedNotebook.Trouble) {
    switch trouble {
    case .sameStudentTwice, .noStudent: break
    case .noNotebook:
      notebook.fileName = "\(exercise.id).pdf"
      notebook.text = "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
    case .damagedHeader:
      let line = "exercise: \(exercise.id)"
      if let range = notebook.text.firstRange(of: line) {
        notebook.text.replaceSubrange(range, with: "exercise: [\(exercise.id)\nstudent {")
      }
    case .otherExercise:
      if let range = notebook.text.firstRange(of: "exercise: \(exercise.id)") {
        notebook.text.replaceSubrange(range, with: "exercise: another-exercise")
      }
    }
  }
}
