import Diagnostics
import Exercises
import Foundation

/// The exercises in a few folders, by id and by path.
public struct ExerciseLibrary: Sendable {
  /// An exercise as its front matter has it.
  public struct Entry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var path: String
    /// The title of the course in whose folder it lies.
    public var course: String?
    /// As the exercise, or else its course, has it.
    public var due: String?

    public init(
      id: String, title: String, path: String, course: String? = nil, due: String? = nil
    ) {
      self.id = id
      self.title = title
      self.path = path
      self.course = course
      self.due = due
    }
  }

  /// What an id or a path leads to.
  public enum Found: Hashable, Sendable {
    case exercise(Entry)
    /// A folder, with the exercises in it.
    case folder(path: String, exercises: [Entry])
    /// Nothing; ids that may have been meant, best first.
    case nothing(nearest: [String])
  }

  /// Searched in this order; the first exercise of an id counts.
  public let folders: [String]
  /// The one of them that nobody has named: it is searched because it lies where one works.
  let nearby: String?

  private static let mostFiles = 2000
  private static let headBytes = 1 << 16

  public init(folders: [String]) {
    self.init(folders: folders, nearby: nil)
  }

  private init(folders: [String], nearby: String?) {
    self.folders = folders
    self.nearby = nearby
  }

  /// Exercises in the option's folder, `$RECKON_EXERCISES`, `./Exercises`, and what belongs to the
  /// executable, installed or in a checkout. Folders that do not exist are left out, save the first
  /// two.
  public static func standard(
    option: String?, environment: [String: String], executable: String?
  ) -> ExerciseLibrary {
    let named = [option, environment["RECKON_EXERCISES"]].compactMap { $0 }.filter { !$0.isEmpty }
    var own: [String] = []
    if let executable {
      let home = folder(of: realPath(executable) ?? executable)
      own.append(folder(of: home) + "/share/reckon/Exercises")
      if let root = checkout(above: home) { own.append(root + "/Exercises") }
    }
    let here = "Exercises"
    var folders = named
    var seen = Set(named.map(place))
    for candidate in [here] + own where isFolder(candidate) {
      if seen.insert(place(candidate)).inserted { folders.append(candidate) }
    }
    let isKnown = (named + own).contains { place($0) == place(here) }
    return ExerciseLibrary(
      folders: folders, nearby: isKnown || !folders.contains(here) ? nil : here)
  }

  /// The same without a folder that lies where the files of another do and that nobody has named: a
  /// notebook that is judged must not bring the exercise it is judged by.
  public func forJudging(filesIn folder: String) -> ExerciseLibrary {
    guard let nearby else { return self }
    let home = Self.place(folder)
    let isWithin = home == "/" || (Self.place(nearby) + "/").hasPrefix(home + "/")
    return isWithin ? ExerciseLibrary(folders: folders.filter { $0 != nearby }) : self
  }

  /// All exercises: folder by folder, in the order of the course, then by id.
  public func list() -> [Entry] {
    var seen: Set<String> = []
    return folders.flatMap { folder in
      ([folder] + Self.subfolders(of: folder)).flatMap(Self.entries)
    }.filter { seen.insert($0.id).inserted }
  }

  /// The exercise of an id, of a path to its file (with or without `.md`), or those of a folder.
  public func find(_ idOrPath: String) -> Found {
    let isPath = idOrPath.contains("/") || idOrPath.hasSuffix(".md")
    return find(idOrPath, among: isPath ? [] : list())
  }

  func find(_ idOrPath: String, among entries: [Entry]) -> Found {
    let isPath = idOrPath.contains("/") || idOrPath.hasSuffix(".md")
    if let entry = entries.first(where: { $0.id == idOrPath }) { return .exercise(entry) }
    if Self.isFolder(idOrPath) {
      let isMarked = idOrPath.hasSuffix("/") && idOrPath.count > 1
      let path = isMarked ? String(idOrPath.dropLast()) : idOrPath
      return .folder(path: path, exercises: Self.entries(in: path))
    }
    let file = idOrPath.hasSuffix(".md") ? idOrPath : idOrPath + ".md"
    if isPath, realPath(file) != nil {
      let header = Self.header(of: file)
      let id = header?.id ?? baseName(of: file)
      return .exercise(Entry(id: id, title: header?.title ?? id, path: file))
    }
    return .nothing(nearest: nearestNames(to: idOrPath, among: entries.map(\.id)))
  }

  /// The exercise of an id or a path, with the units and figures of its course. Where it does not
  /// say when it is due, its course does.
  public func load(_ idOrPath: String) -> LoadedExercise {
    switch find(idOrPath) {
    case .exercise(let entry): return load(entry)
    case .folder(_, let exercises):
      if exercises.count == 1 { return load(exercises[0]) }
      return Self.unknown(idOrPath, nearest: exercises.map(\.id))
    case .nothing(let nearest):
      // A path is told as a file that is missing.
      if idOrPath.hasSuffix(".md") { return ExerciseLoader().load(path: idOrPath) }
      return Self.unknown(idOrPath, nearest: nearest)
    }
  }

  /// Every exercise whose answers the given one needs, directly or through others, each after
  /// those that it needs itself. One that is missing, or that leads back to where it is required,
  /// comes as a problem without an exercise.
  public func required(by exercise: Exercise) -> [LoadedExercise] {
    let library = ExerciseLibrary(folders: [folder(of: exercise.file)] + folders)
    var walk = RequiredExercises(library: library)
    walk.visit(exercise)
    return walk.result
  }

  func load(_ entry: Entry) -> LoadedExercise {
    var loaded = ExerciseLoader().load(path: entry.path)
    guard let exercise = loaded.exercise, let path = Self.course(beside: entry.path) else {
      return loaded
    }
    let course = CourseLoader().load(path: path)
    if exercise.due == nil { loaded.exercise?.due = course.due }
    if let figures = course.course { loaded.exercise?.adopt(figures) }
    loaded.course = course.course
    return loaded
  }

  /// The course in whose folder an exercise lies; nil where there is none.
  public func course(of entry: Entry) -> Course? {
    Self.course(beside: entry.path).flatMap { CourseLoader().load(path: $0).course }
  }

  /// The path of the `course.md` of a folder; nil where there is none.
  public static func course(in folder: String) -> String? {
    let course = path("course.md", in: folder)
    return realPath(course) == nil ? nil : course
  }

  /// The path of the `course.md` in a file's folder.
  private static func course(beside file: String) -> String? {
    course(in: folder(of: file))
  }

  private static func unknown(_ id: String, nearest: [String]) -> LoadedExercise {
    let log = ProblemLog(SourceText(""))
    log.report(.unknownExercise(id: id, nearest: Array(nearest.prefix(3))))
    return LoadedExercise(exercise: nil, problems: log.problems, source: log.source)
  }

  // MARK: - Folders

  /// The exercises that lie directly in a folder.
  private static func entries(in folder: String) -> [Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: orHere(folder))) ?? []
    let course = header(of: path("course.md", in: folder))
    var entries: [Entry] = []
    for name in names.sorted().prefix(mostFiles) {
      guard name.hasSuffix(".md"), !name.hasSuffix(".answers.md"), !name.hasPrefix("."),
        name != "course.md"
      else { continue }
      let path = path(name, in: folder)
      guard let header = header(of: path), let id = header.id else { continue }
      entries.append(
        Entry(
          id: id, title: header.title ?? id, path: path, course: course?.title,
          due: header.due ?? course?.due))
    }
    let order = course?.exercises.map(\.text) ?? []
    func rank(_ entry: Entry) -> Int { order.firstIndex(of: entry.id) ?? order.count }
    return entries.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
  }

  /// Files of a folder that say `reckon:` at their top, and whose front matter cannot be read:
  /// exercises with a slip, which `list` does not show.
  public static func unreadable(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: orHere(folder))) ?? []
    return names.sorted().prefix(mostFiles)
      .filter { $0.hasSuffix(".md") && !$0.hasSuffix(".answers.md") && !$0.hasPrefix(".") }
      .map { path($0, in: folder) }
      .filter { path in
        guard let bytes = readHead(path, count: headBytes) else { return false }
        let text = decodedText(bytes).text
        guard ExerciseText.header(text)?.id == nil else { return false }
        let lines = text.split(separator: "\n", maxSplits: 40)
        return lines.first == "---" && lines.contains { $0.hasPrefix("reckon:") }
          && !path.hasSuffix("course.md")
      }
  }

  private static func subfolders(of folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: orHere(folder))) ?? []
    return names.sorted().prefix(mostFiles).filter { !$0.hasPrefix(".") }
      .map { path($0, in: folder) }.filter(isFolder)
  }

  /// The front matter of an exercise or a course, read without complaint.
  private static func header(of path: String) -> Header? {
    guard let bytes = readHead(path, count: headBytes) else { return nil }
    return ExerciseText.header(decodedText(bytes).text)
  }

  private static func path(_ name: String, in folder: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func orHere(_ folder: String) -> String { folder.isEmpty ? "." : folder }

  /// The folder with every symbolic link followed; as it is where there is none.
  private static func place(_ folder: String) -> String {
    realPath(orHere(folder)) ?? folder
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// The folder above an executable that holds both `Exercises` and `Package.swift`.
  private static func checkout(above home: String) -> String? {
    var candidate = home
    for _ in 0..<6 where candidate.count > 1 {
      if isFolder(candidate + "/Exercises"), realPath(candidate + "/Package.swift") != nil {
        return candidate
      }
      candidate = folder(of: candidate)
    }
    return nil
  }
}
