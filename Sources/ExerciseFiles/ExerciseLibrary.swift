import Diagnostics
import Exercises
import Files

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

  /// What folders hold, read once for all that is looked up.
  private let index: FolderIndex

  public init(folders: [String]) { self.init(folders: folders, nearby: nil, index: FolderIndex()) }

  private init(folders: [String], nearby: String?, index: FolderIndex) {
    self.folders = folders
    self.nearby = nearby
    self.index = index
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
      let home = FileSystem.folder(of: FileSystem.realPath(executable) ?? executable)
      own.append(FileSystem.folder(of: home) + "/share/reckon/Exercises")
      if let root = checkout(above: home) { own.append(root + "/Exercises") }
    }
    let here = "Exercises"
    var folders = named
    var seen = Set(named.map(place))
    for candidate in [here] + own where FileSystem.isFolder(candidate) {
      if seen.insert(place(candidate)).inserted { folders.append(candidate) }
    }
    let isKnown = (named + own).contains { place($0) == place(here) }
    return ExerciseLibrary(
      folders: folders, nearby: isKnown || !folders.contains(here) ? nil : here,
      index: FolderIndex())
  }

  /// The same without a folder that lies where the files of another do and that nobody has named: a
  /// notebook that is judged must not bring the exercise it is judged by.
  public func forJudging(filesIn folder: String) -> ExerciseLibrary {
    guard let nearby else { return self }
    let home = Self.place(folder)
    let isWithin = home == "/" || (Self.place(nearby) + "/").hasPrefix(home + "/")
    guard isWithin else { return self }
    return ExerciseLibrary(folders: folders.filter { $0 != nearby }, nearby: nil, index: index)
  }

  /// All exercises: folder by folder, in the order of the course, then by id.
  public func list() -> [Entry] {
    var seen: Set<String> = []
    return folders.flatMap { folder in
      ([folder] + FolderIndex.subfolders(of: folder)).flatMap(index.entries)
    }.filter { seen.insert($0.id).inserted }
  }

  /// Folders that hold more than is looked at, and how many files of each are.
  public var crowded: (folders: [String], limit: Int) {
    (
      folders.flatMap { [$0] + FolderIndex.subfolders(of: $0) }.filter(FolderIndex.isCrowded),
      FolderIndex.mostFiles
    )
  }

  /// The exercise of an id, of a path to its file (with or without `.md`), or those of a folder.
  public func find(_ idOrPath: String) -> Found {
    let isPath = idOrPath.contains("/") || idOrPath.hasSuffix(".md")
    let entries = isPath ? [] : list()
    if let entry = entries.first(where: { $0.id == idOrPath }) { return .exercise(entry) }
    if FileSystem.isFolder(idOrPath) {
      let path =
        idOrPath.count > 1 && idOrPath.hasSuffix("/") ? String(idOrPath.dropLast()) : idOrPath
      return .folder(path: path, exercises: index.entries(in: path))
    }
    let file = idOrPath.hasSuffix(".md") ? idOrPath : idOrPath + ".md"
    if isPath, FileSystem.realPath(file) != nil {
      let header = FolderIndex.header(of: file)
      let id = header?.id ?? baseName(of: file)
      return .exercise(Entry(id: id, title: header?.title ?? id, path: file))
    }
    return .nothing(nearest: nearestIDs(to: idOrPath, among: entries.map(\.id)))
  }

  /// The exercise of an id or a path, with the units and figures of its course. Where it does not
  /// say when it is due, its course does.
  ///
  /// - `command`: the command of `reckon` that takes the exercise, to be offered with another
  ///   name.
  public func load(_ idOrPath: String, for command: String? = nil) -> LoadedExercise {
    let nearest: [String]
    switch find(idOrPath) {
    case .exercise(let entry): return load(entry)
    case .folder(_, let exercises) where exercises.count == 1: return load(exercises[0])
    case .folder(_, let exercises): nearest = exercises.map(\.id)
    // A path is told as a file that is missing.
    case .nothing where idOrPath.hasSuffix(".md"): return ExerciseLoader().load(path: idOrPath)
    case .nothing(let near):
      if let path = unreadable(called: idOrPath) {
        // What is wrong with its head is why it is not found.
        var loaded = ExerciseLoader().load(path: path)
        loaded.exercise = nil
        return loaded
      }
      nearest = near
    }
    let log = ProblemLog(SourceText(""))
    let file = idOrPath + ".md"
    log.report(
      .unknownExercise(
        id: idOrPath, nearest: Array(nearest.prefix(3)),
        offer: FileSystem.isPlainFile(file) ? command.map { "reckon \($0) \(file)" } : nil))
    return LoadedExercise(problems: log.problems, source: log.source)
  }

  /// Whether there is an exercise of an id, be it one whose file cannot be read.
  public func holds(_ id: String) -> Bool {
    if case .nothing = find(id) { return unreadable(called: id) != nil }
    return true
  }

  /// Every exercise whose answers the given one needs, directly or through others, each after
  /// those that it needs itself. One that is missing, or that leads back to where it is required,
  /// comes as a problem without an exercise.
  public func required(by exercise: Exercise) -> [LoadedExercise] {
    let library = ExerciseLibrary(
      folders: [FileSystem.folder(of: exercise.file)] + folders, nearby: nil, index: index)
    var walk = RequiredExercises(library: library)
    walk.visit(exercise)
    return walk.result
  }

  /// The same with what its folders hold now.
  public var refreshed: ExerciseLibrary {
    ExerciseLibrary(folders: folders, nearby: nearby, index: FolderIndex())
  }

  func load(_ entry: Entry) -> LoadedExercise {
    var loaded = ExerciseLoader().load(path: entry.path)
    guard let exercise = loaded.exercise, let course = loadedCourse(of: entry) else {
      return loaded
    }
    if exercise.due == nil { loaded.exercise?.due = course.due }
    if let figures = course.course { loaded.exercise?.adopt(figures) }
    loaded.course = course.course
    return loaded
  }

  /// The course in whose folder an exercise lies; nil where there is none.
  public func course(of entry: Entry) -> Course? { loadedCourse(of: entry)?.course }

  private func loadedCourse(of entry: Entry) -> LoadedCourse? {
    Self.course(in: FileSystem.folder(of: entry.path)).map { CourseLoader().load(path: $0) }
  }

  /// The path of the `course.md` of a folder; nil where there is none.
  public static func course(in folder: String) -> String? {
    let course = FileSystem.path(of: "course.md", in: folder)
    return FileSystem.realPath(course) == nil ? nil : course
  }

  // MARK: - Folders

  /// The file of an exercise whose head cannot be read, by what it is called or by its line `id:`.
  private func unreadable(called id: String) -> String? {
    folders.flatMap { [$0] + FolderIndex.subfolders(of: $0) }.flatMap(Self.unreadable)
      .first { path in
        let lines = FolderIndex.head(of: path)?.split(separator: "\n", maxSplits: 40) ?? []
        return baseName(of: path) == id || lines.contains { $0.trimmingBlank == "id: \(id)" }
      }
  }

  /// Files of a folder that say `reckon:` at their top, and whose front matter cannot be read:
  /// exercises with a slip, which `list` does not show.
  public static func unreadable(in folder: String) -> [String] {
    FolderIndex.exerciseFiles(in: folder).filter { path in
      guard let text = FolderIndex.head(of: path), ExerciseText.header(text)?.id == nil else {
        return false
      }
      let lines = text.split(separator: "\n", maxSplits: 40)
      return lines.first == "---" && lines.contains { $0.hasPrefix("reckon:") }
    }
  }

  /// The folder with every symbolic link followed; as it is where there is none.
  private static func place(_ folder: String) -> String {
    FileSystem.realPath(folder.isEmpty ? "." : folder) ?? folder
  }

  /// The folder above an executable that holds both `Exercises` and `Package.swift`.
  private static func checkout(above home: String) -> String? {
    var candidate = home
    for _ in 0..<6 where candidate.count > 1 {
      if FileSystem.isFolder(candidate + "/Exercises"),
        FileSystem.realPath(candidate + "/Package.swift") != nil
      {
        return candidate
      }
      candidate = FileSystem.folder(of: candidate)
    }
    return nil
  }
}
