import Dates
import ExerciseFiles
import Exercises
import Files
import Grading
import NotebookFiles
import NotebookGrading
import TextLayout

/// Looking the whole over before it is handed in, and naming the file to hand in.
extension Session {
  func submit() -> [StyledText] {
    var lines = shortcomings()
    if lines.isEmpty {
      lines = wrapped(
        StyledText("\(tick) ", .success) + NotebookDateWording.nothingMissing, width: width)
    }
    let report = self.report()
    let uncounted = report.questions.filter { !$0.isCounted && !$0.isDone }.map(\.id)
    if !uncounted.isEmpty {
      lines += wrapped(NotebookDateWording.uncountedLeft(uncounted), width: width)
    }
    let absent = exercisesNotBegun
    if !absent.isEmpty { lines += wrapped(NotebookDateWording.notBegun(absent), width: width) }
    lines += wrapped(SessionWording.total(report), width: width)
    lines += dueLines()
    if !lateQuestions.isEmpty {
      lines += wrapped(NotebookDateWording.late(lateQuestions), width: width)
    }
    lines.append(StyledText())
    // The file is what counts, also where nothing was typed yet.
    let saving = save()
    guard !savingFailed else { return lines + saving }
    lines += saving
    return lines + handInLines()
  }

  /// What is missing or in doubt, a line each.
  private func shortcomings() -> [StyledText] {
    let report = self.report()
    var said: [(StyledText, StyledText)] = []
    let missing = StyledText("\(cross) ", .error)
    let doubt = StyledText("~ ", .warning)
    let counted = report.questions.filter(\.isCounted)
    let left = counted.filter { !$0.isDone }.map(\.id)
    if !left.isEmpty {
      said.append((missing, NotebookDateWording.left(left, of: counted.count)))
    }
    let doubtful = report.questions.flatMap(\.answersInDoubt).map(\.name)
    if !doubtful.isEmpty { said.append((doubt, NotebookDateWording.inDoubt(doubtful))) }
    let mistakes = replay.remarks.count { $0.diagnostic.severity > .notice }
    if mistakes > 0 {
      said.append((missing, NotebookDateWording.mistakes(mistakes, file: store.place)))
    }
    let student = file.student ?? NotebookFile.Student(id: "", name: "")
    if student.id.isEmpty || student.name.isEmpty {
      said.append(
        (
          missing,
          NotebookDateWording.noStudent(id: student.id.isEmpty, name: student.name.isEmpty)
        ))
    }
    return said.flatMap { wrapped($0.0 + $0.1, width: width, indent: 2) }
  }

  // MARK: Files

  private func handInLines() -> [StyledText] {
    let own = name(of: store.place)
    let others = otherNotebooks()
    guard !others.isEmpty, let handIn = surroundings.handIn else {
      return wrapped(NotebookDateWording.handIn(own), width: width)
    }
    var files: [HandIn.File] = []
    var lines: [StyledText] = []
    var remarks: [StyledText] = []
    for path in others {
      switch path == store.place ? store.bytes() : NotebookStore(path: path).bytes() {
      case nil:
        remarks += wrapped(NotebookDateWording.unreadable(name(of: path)), width: width)
      case let bytes?:
        files.append(HandIn.File(name: name(of: path), bytes: bytes))
        let line = StyledText("  " + name(of: path), .name)
        guard path != store.place else {
          let said = StyledText("  " + SessionWording.standing(report()), .dim)
          lines += wrapped(line + said, width: width, indent: 4)
          continue
        }
        let standing = handIn.standing(path)
        let said = standing.map { "  " + SessionWording.standing($0.report) } ?? ""
        lines += wrapped(line + StyledText(said, .dim), width: width, indent: 4)
        if let standing, let id = file.student?.id, !id.isEmpty, !standing.studentID.isEmpty,
          standing.studentID != id
        {
          remarks += wrapped(
            NotebookDateWording.different(name(of: path), id: standing.studentID, own: id),
            width: width)
        }
      }
    }
    guard files.count > 1 else {
      return remarks + wrapped(NotebookDateWording.handIn(own), width: width)
    }
    let zip = HandIn.zipName(
      of: opened.course?.title ?? exercise.id, studentID: file.student?.id ?? "")
    let path = folder.isEmpty ? zip : folder + zip
    switch handIn.zip(files, path) {
    case .taken:
      return remarks + rendered(NotebookDateWording.fileIsTaken(path))
    case .failed(let reason):
      return remarks + rendered(NotebookDateWording.zipFailed(path, reason))
    case .made:
      lines = wrapped(NotebookDateWording.zipMade(path, isNew: true), width: width) + lines
    case .replaced:
      lines = wrapped(NotebookDateWording.zipMade(path, isNew: false), width: width) + lines
    }
    return lines + remarks + wrapped(NotebookDateWording.handIn(path), width: width)
      + wrapped(NotebookDateWording.zipStays, width: width)
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
  var folder: String {
    store.path.lastIndex(of: "/").map { String(store.path[...$0]) } ?? ""
  }

  private func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
