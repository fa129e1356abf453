import Files
import NotebookFiles

extension Command {
  static let submit = Command(
    "submit", "what is missing, and the file to hand in"
  ) { session, _ in session.submit() }
}

/// Looking the whole over before it is handed in, and naming the file to hand in.
extension Session {
  func submit() -> [SessionEvent] {
    let shortcomings = shortcomings()
    var lines: [SessionEvent] = (shortcomings.isEmpty ? [.nothing] : shortcomings).map {
      .shortcoming($0)
    }
    let report = reportWithoutHalfChoices()
    let uncounted = report.questions.filter { !$0.isCounted && !$0.isDone }.map(\.id)
    if !uncounted.isEmpty { lines += [.date(.uncountedLeft(uncounted))] }
    let absent = exercisesNotBegun
    if !absent.isEmpty { lines += [.date(.notBegun(absent))] }
    lines += [.said(.total(report))]
    lines += dueLines()
    if !lateQuestions.isEmpty { lines += [.date(.late(lateQuestions))] }
    lines.append(.gap)
    // The file is what counts, also where nothing was typed yet.
    let saving = save()
    guard !savingFailed else { return lines + saving }
    lines += saving
    return lines + handInLines() + studentLines()
  }

  /// By whom the work is handed in, which is told where both id and name are there.
  private func studentLines() -> [SessionEvent] {
    guard let student = file.student, !student.id.isEmpty, !student.name.isEmpty else { return [] }
    return [.date(.handsIn(id: student.id, name: student.name))]
  }

  /// What is missing or in doubt, a line each.
  private func shortcomings() -> [Shortcoming] {
    let report = self.report()
    var found: [Shortcoming] = []
    let counted = report.questions.filter(\.isCounted)
    let left = counted.filter { !$0.isDone }.map(\.id)
    if !left.isEmpty { found.append(.left(left, of: counted.count)) }
    let doubtful = report.questions.flatMap(\.answersInDoubt).map(\.name)
    if !doubtful.isEmpty { found.append(.inDoubt(doubtful)) }
    let mistakes = graded.remarks.count { $0.diagnostic.severity != .notice }
    if mistakes > 0 { found.append(.mistakes(mistakes, file: store.place)) }
    let student = file.student ?? NotebookFile.Student(id: "", name: "")
    if student.id.isEmpty || student.name.isEmpty {
      found.append(.noStudent(id: student.id.isEmpty, name: student.name.isEmpty))
    }
    return found
  }

  // MARK: Files

  private func handInLines() -> [SessionEvent] {
    let own = name(of: store.place)
    let others = otherNotebooks()
    guard !others.isEmpty, let submissions = environment.submissions else {
      return [.date(.handIn(own))]
    }
    var files: [SubmissionFolder.File] = []
    var lines: [SessionEvent] = []
    var remarks: [SessionEvent] = []
    for path in others {
      switch path == store.place ? store.bytes() : NotebookStore(path: path).bytes() {
      case nil: remarks += [.date(.unreadable(name(of: path)))]
      case let bytes?:
        files.append(SubmissionFolder.File(name: name(of: path), bytes: bytes))
        guard path != store.place else {
          lines.append(.handedIn(file: name(of: path), reportWithoutHalfChoices()))
          continue
        }
        let standing = submissions.standing(path)
        lines.append(.handedIn(file: name(of: path), standing?.report))
        if let standing, let id = file.student?.id, !id.isEmpty, !standing.studentID.isEmpty,
          standing.studentID != id
        {
          remarks += [.date(.different(name(of: path), id: standing.studentID, own: id))]
        }
      }
    }
    guard files.count > 1 else { return remarks + [.date(.handIn(own))] }
    let zip = SubmissionFolder.zipName(
      of: opened.course?.title ?? exercise.id, studentID: file.student?.id ?? "")
    let path = folder.isEmpty ? zip : folder + zip
    switch submissions.zip(files, path) {
    case .taken:
      return remarks + told(SessionDiagnostics.fileIsTaken(path))
    case .failed(let reason):
      return remarks + told(SessionDiagnostics.zipFailed(path, reason))
    case .made:
      lines = [.date(.zipMade(path, isNew: true))] + lines
    case .replaced:
      lines = [.date(.zipMade(path, isNew: false))] + lines
    }
    return lines + remarks + [.date(.handIn(path))] + [.date(.zipStays)]
  }

  /// Notebooks of the folder that belong together with this one, which is among them: of the
  /// exercises that it requires, and of its course, in the course's order. None where it is alone.
  private func otherNotebooks() -> [String] {
    var ids = opened.course?.exercises ?? []
    for id in required.sources.map(\.exercise) + [exercise.id] where !ids.contains(id) {
      ids.append(id)
    }
    let paths = ids.map { $0 == exercise.id ? store.place : folder + $0 + NotebookPath.suffix }
      .filter { $0 == store.place || FileSystem.isTaken($0) }
    return paths.count > 1 ? paths : []
  }

  /// Exercises of the course that have no notebook in the folder, in the course's order.
  private var exercisesNotBegun: [String] {
    (opened.course?.exercises ?? []).filter {
      $0 != exercise.id && !FileSystem.isTaken(folder + $0 + NotebookPath.suffix)
    }
  }

  /// The folder of the notebook, with the slash that ends it; empty where the path has none.
  var folder: String { store.path.lastIndex(of: "/").map { String(store.path[...$0]) } ?? "" }

  private func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }
}
