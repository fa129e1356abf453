import AnswerKeys
import ExerciseFiles
import Exercises
import FieldExercises
import Files
import NotebookGrading
import Releases
import ShippedExercises
import TerminalTesting
import Testing

/// Exercises with what students get of them, read back from a folder of their own.
struct Released {
  /// As its author has it.
  let opened: OpenedExercise
  let files: [ReleaseFiles.File]
  /// As students have it.
  let again: OpenedExercise
  /// What is found wrong with that.
  let problems: [String]
  private let folder: TemporaryFolder

  /// The exercises of this checkout, and those of many fields by `set/id`.
  static let names: [String] = {
    let fields = FieldExercises.sets.flatMap { set in
      ((try? FieldExercises.ids(of: set)) ?? []).map { "\(set)/\($0)" }
    }
    return ShippedExercises.ids + fields
  }()

  static func open(_ name: String) throws -> OpenedExercise {
    let parts = name.split(separator: "/").map(String.init)
    return parts.count == 2
      ? try FieldExercises.open(parts[1], in: parts[0]) : try ShippedExercises.open(name)
  }

  init(_ name: String, as form: ReleaseForm) throws {
    let opened = try Self.open(name)
    let seals = form == .sealed ? try Self.seals(of: opened) : [:]
    try self.init(opened, as: form) { seals[$0.exercise.id] }
  }

  init(
    _ opened: OpenedExercise, as form: ReleaseForm,
    seals: (CompiledExercise) -> SealedExercise? = { _ in nil }
  ) throws {
    self.opened = opened
    files = try ReleaseFiles(of: opened, as: form, seals: seals).files
    folder = try TemporaryFolder()
    for file in files {
      let path = folder.path + "/" + file.path
      try FileSystem.makeFolder(FileSystem.folder(of: path))
      try FileSystem.writeNew(path, file.bytes)
    }
    let library = ExerciseLibrary(folders: [folder.path])
    let loaded = library.load(opened.exercise.id)
    let required = library.required(by: try #require(loaded.exercise))
    again = OpenedExercise(
      try #require(loaded.exercise), course: loaded.course,
      required: required.compactMap(\.exercise))
    problems = (loaded.problems + required.flatMap(\.problems) + again.problems).map {
      "\($0.line): \($0.diagnostic.message)"
    }
  }

  /// A text of an exercise that students read in any case, with those that the course has.
  static func seen(_ opened: OpenedExercise, in files: [ReleaseFiles.File]) -> String {
    let tables = files.filter { $0.text == nil && $0.path.hasSuffix(".csv") }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let texts = ([opened.exercise] + opened.required.map(\.exercise)).flatMap { exercise in
      [exercise.title, exercise.introduction]
        + exercise.questions.flatMap { question -> [String] in
          var texts = [question.title, question.prompt] + question.hints
          if case .choice(let choice) = question.body { texts += choice.options.map(\.text) }
          for chart in question.charts {
            texts += [chart.title, chart.xLabel, chart.yLabel]
            let formulas = [chart.x] + chart.series.flatMap { [$0.x, $0.y] }
            texts += formulas.compactMap { $0?.text }
          }
          texts += question.liveTexts.flatMap { $0.formulas.map(\.text) + [$0.outline] }
          return texts
        }
    }
    let course = opened.course.flatMap { try? FileSystem.read($0.file, limit: 1 << 20).bytes }
    return (texts + tables + [String(decoding: course ?? [], as: UTF8.self)])
      .joined(separator: "\n")
  }

  /// What is handed out, but for digests and seals.
  var text: String {
    var isInSeals = false
    return files.filter { $0.path.hasSuffix(".md") || $0.path.hasSuffix(".csv") }
      .flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
      .filter { line in
        if line.hasPrefix("```") { isInSeals = line.hasPrefix("```seals") }
        return !isInSeals && !line.hasPrefix("made_of:")
      }.joined(separator: "\n")
  }
}
