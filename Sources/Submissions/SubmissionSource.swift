import Files
import NotebookFiles

/// A place with files of a class, whatever their layout: a folder, a download of a learning
/// platform, a zip file, a single notebook. Nothing is unpacked to the disk and no link is
/// followed.
public struct SubmissionSource {
  /// As it was named.
  public let root: String
  /// Paths that are passed over, since they are the assistant's own.
  private let own: Set<String>

  /// Bytes of the largest notebook that is read.
  static let notebookLimit = 4 << 20
  /// Bytes of the largest zip file of a student.
  static let archiveLimit = 64 << 20
  /// Files that are looked into in a student's zip, and bytes of them together.
  static let filesOfArchive = 200
  static let bytesOfArchive = 32 << 20

  public init(_ root: String, without own: Set<String> = []) {
    self.root = root
    self.own = own
  }

  /// Something that was found, not yet read.
  struct Item {
    /// Folders and name below the root; a zip file's name without its end counts as a folder.
    var parts: [String]
    var path: String
    var time: SubmissionTime?
    /// Whether the time is that of a file on this disk, which copying may have changed.
    var isDiskTime = false
    var load: () -> Result<[UInt8], SubmittedFile.Trouble>
  }

  /// Calls `body` with each file, in an order that is the same each time.
  public func forEachFile(_ body: (SubmittedFile) -> Void) {
    let layout = SubmissionLayout(of: self)
    visit { item in
      let name = item.parts.last ?? root
      let moodle = item.parts.lazy.compactMap { MoodleName($0) }.first
      let rest = MoodleName(name)?.rest ?? ""
      body(
        SubmittedFile(
          path: item.path, name: rest.isEmpty ? name : rest,
          owner: layout.owner(of: item.parts, moodle),
          submitted: layout.trusts(item, moodle) ? item.time : nil, content: item.load()))
    }
  }

  // MARK: What there is

  func visit(_ body: (Item) -> Void) {
    if FileSystem.isFolder(root) {
      let start = root.hasSuffix("/") ? root.utf8.count : root.utf8.count + 1
      FolderWalk.forEach(in: root) { found in
        switch found {
        case .file(let path):
          let parts = parts(of: String(decoding: path.utf8.dropFirst(start), as: UTF8.self))
          guard !own.contains(path), !Self.isJunk(parts) else { return }
          visitFile(path, parts, body)
        case .link(let path): fail(.link, path, start, body)
        case .special(let path): fail(.special, path, start, body)
        case .closed(let path): fail(.folder, path, start, body)
        }
      }
    } else if Self.isArchive(root) {
      visitArchive(root, body)
    } else {
      visitFile(root, [FileSystem.name(of: root)], body)
    }
  }

  private func fail(
    _ trouble: SubmittedFile.Trouble, _ path: String, _ start: Int, _ body: (Item) -> Void
  ) {
    let parts = parts(of: String(decoding: path.utf8.dropFirst(start), as: UTF8.self))
    body(Item(parts: parts, path: path) { .failure(trouble) })
  }

  private func visitFile(_ path: String, _ parts: [String], _ body: (Item) -> Void) {
    let time = FileSystem.modificationTime(of: path).map { SubmissionTime.moment($0) }
    if Self.isArchive(path) {
      visitNested(path, parts, time, isDiskTime: true, level: 1, body) {
        Self.read(path, limit: Self.archiveLimit)
      }
      return
    }
    body(
      Item(parts: parts, path: path, time: time, isDiskTime: true) {
        Self.isNotebook(path) ? Self.read(path, limit: Self.notebookLimit) : .failure(.otherKind)
      })
  }

  private static func read(_ path: String, limit: Int) -> Result<[UInt8], SubmittedFile.Trouble> {
    do throws(FileError) {
      return .success(try FileSystem.read(path, limit: limit).bytes)
    } catch {
      return .failure(.file(error))
    }
  }

  /// The zip file that was named: a class, as large as it may be.
  private func visitArchive(_ path: String, _ body: (Item) -> Void) {
    do throws(ZipReader.Failure) {
      let zip = try ZipReader(path: path)
      let failure = zip.forEachEntry { entry in
        let parts = parts(of: entry.name)
        guard !entry.isFolder, !parts.isEmpty, !Self.isJunk(parts) else { return }
        let path = path + "/" + parts.joined(separator: "/")
        visit(entry, of: zip, parts, path, level: 0, body)
      }
      if let failure { throw failure }
    } catch {
      body(Item(parts: [FileSystem.name(of: path)], path: path) { .failure(.archive(error)) })
    }
  }

  private func visit(
    _ entry: ZipReader.Entry, of zip: ZipReader, _ parts: [String], _ path: String, level: Int,
    _ body: (Item) -> Void
  ) {
    func load(_ limit: Int) -> Result<[UInt8], SubmittedFile.Trouble> {
      do throws(ZipReader.Failure) {
        return .success(try zip.read(entry, limit: limit))
      } catch {
        return .failure(.archive(error))
      }
    }
    let time = entry.time.map { SubmissionTime.wall($0) }
    if entry.isLink {
      body(Item(parts: parts, path: path) { .failure(.link) })
    } else if Self.isArchive(path) {
      visitNested(path, parts, time, isDiskTime: false, level: level + 1, body) {
        load(Self.archiveLimit)
      }
    } else {
      body(
        Item(parts: parts, path: path, time: time) {
          Self.isNotebook(path) ? load(Self.notebookLimit) : .failure(.otherKind)
        })
    }
  }

  /// A zip file that a student has handed in: little is looked into, and what it holds was handed
  /// in when it was.
  private func visitNested(
    _ path: String, _ parts: [String], _ time: SubmissionTime?, isDiskTime: Bool, level: Int,
    _ body: (Item) -> Void, load: () -> Result<[UInt8], SubmittedFile.Trouble>
  ) {
    let folder = parts.dropLast() + [String(parts.last?.dropLast(".zip".count) ?? "")]
    var count = 0
    var bytes = 0
    func fail(_ trouble: SubmittedFile.Trouble) {
      body(
        Item(parts: parts, path: path, time: time, isDiskTime: isDiskTime) { .failure(trouble) })
    }
    guard level <= 2 else { return fail(.nested) }
    switch load() {
    case .failure(let trouble): fail(trouble)
    case .success(let content):
      do throws(ZipReader.Failure) {
        let zip = try ZipReader(bytes: content)
        let failure = zip.forEachEntry { entry in
          let inner = self.parts(of: entry.name)
          guard !entry.isFolder, !inner.isEmpty, !Self.isJunk(inner) else { return }
          count += 1
          let isTooMuch = count > Self.filesOfArchive || bytes > Self.bytesOfArchive
          if isTooMuch {
            if count == Self.filesOfArchive + 1 || bytes > Self.bytesOfArchive { fail(.crowded) }
            (count, bytes) = (Self.filesOfArchive + 2, 0)
            return
          }
          visit(
            entry, of: zip, folder + inner, path + "/" + inner.joined(separator: "/"),
            level: level
          ) { item in
            var item = item
            (item.time, item.isDiskTime) = (time, isDiskTime)
            body(item)
            bytes += min(entry.size, Self.notebookLimit)
          }
        }
        if let failure { throw failure }
      } catch {
        fail(.archive(error))
      }
    }
  }

  // MARK: Names

  /// Folders and name of a path, without what would lead elsewhere.
  private func parts(of path: String) -> [String] {
    path.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." && $0 != ".." }
  }

  static func isArchive(_ path: String) -> Bool { hasEnd(path, [".zip"]) }

  /// Whether a notebook may be looked for in it.
  static func isNotebook(_ path: String) -> Bool {
    hasEnd(path, [".md", ".markdown", ".txt", ".ipynb"])
  }

  private static func hasEnd(_ path: String, _ ends: [String]) -> Bool {
    let end = path.suffix(10).lowercased()
    return ends.contains { end.hasSuffix($0) }
  }

  /// What systems put beside files without being asked.
  private static func isJunk(_ parts: [String]) -> Bool {
    parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
      || ["Thumbs.db", "desktop.ini"].contains(parts.last ?? "")
  }
}
