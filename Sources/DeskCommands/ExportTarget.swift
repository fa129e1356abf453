import Dates
import Diagnostics
import Exports
import Files
import ReckonCommands

/// Where an export is written. What was not made here stays, unless it may be written over.
struct ExportTarget {
  let path: String
  let format: ExportFormat
  /// What the export is made from.
  let sources: [String]
  let mayReplace: Bool

  /// By this a zip, and a file in a folder, are known as made here.
  private static let mark = "Made by reckon export"
  /// A file of a folder, with the mark in its first line and the files that were made in the others.
  private static let list = "reckon-export.txt"

  func write(_ files: [Export.File], _ console: Console) throws(Status) {
    if sources.contains(where: { FileSystem.isSame(path, $0) }) {
      console.report(DeskWording.isASource(path))
      throw .usage
    }
    switch format.makes {
    case .file: try writeFile(files[0].bytes, console)
    case .zip: try writeZip(files, console)
    case .folder: try writeFolder(files, console)
    }
  }

  private func refuse(_ diagnostic: Diagnostic, _ console: Console) throws(Status) -> Never {
    console.report(diagnostic)
    throw .usage
  }

  private func writeFile(_ bytes: [UInt8], _ console: Console) throws(Status) {
    if FileSystem.isTaken(path), !mayReplace { try refuse(DeskWording.isThere(path), console) }
    do throws(FileError) {
      try FileSystem.replace(path, with: bytes)
    } catch {
      console.report(error.diagnostic(writing: path))
      throw .io
    }
  }

  private func writeZip(_ files: [Export.File], _ console: Console) throws(Status) {
    let entries = files.map {
      ZipArchive.Entry(name: $0.path, bytes: $0.bytes, isProgram: $0.isProgram)
    }
    let clock = WallClock.system
    let time = clock.zone.wallTime(at: clock.now())
    do throws(ZipArchive.Failure) {
      _ = try ZipArchive(path: path, mark: Self.mark).write(
        entries, time: time, replacingAnything: mayReplace)
    } catch {
      if error == .taken { try refuse(DeskWording.isThere(path), console) }
      console.report(FileError(error).diagnostic(writing: path))
      throw .io
    }
  }

  private func writeFolder(_ files: [Export.File], _ console: Console) throws(Status) {
    if FileSystem.isTaken(path), !FileSystem.isFolder(path) {
      try refuse(DeskWording.notAFolder(path), console)
    }
    let old = oldFiles
    if old == nil, !FileSystem.names(in: path).isEmpty, !mayReplace {
      try refuse(DeskWording.notEmpty(path, mark: Self.list, command: "export"), console)
    }
    do throws(FileError) {
      for name in (old ?? []) + files.map(\.path) {
        if let file = FileSystem.confinedPath(name, within: path) { FileSystem.remove(file) }
      }
      for file in files {
        guard let place = FileSystem.confinedPath(file.path, within: path) else {
          throw FileError.other("a link in it leads elsewhere")
        }
        try FileSystem.makeFolder(FileSystem.folder(of: place))
        try FileSystem.writeNew(place, file.bytes, isProgram: file.isProgram)
      }
      let names = ([Self.mark + " --as " + format.name] + files.map(\.path)).joined(separator: "\n")
      try FileSystem.replace(
        FileSystem.path(of: Self.list, in: path), with: Array((names + "\n").utf8))
    } catch {
      console.report(error.diagnostic(writing: path))
      throw .io
    }
  }

  /// Files of an earlier export; nil where there was none.
  private var oldFiles: [String]? {
    let file = FileSystem.path(of: Self.list, in: path)
    guard let bytes = try? FileSystem.read(file, limit: 1 << 26).bytes else { return nil }
    let lines = DecodedText(bytes).text.split(separator: "\n").map(String.init)
    return lines.first?.hasPrefix(Self.mark) == true ? Array(lines.dropFirst()) : nil
  }
}

extension FileError {
  /// Of a zip file that cannot be written.
  init(_ failure: ZipArchive.Failure) {
    switch failure {
    case .taken: self = .other("a file is there")
    case .system(let code): self.init(writing: code)
    case .archive: self = .other("the zip file cannot be written")
    }
  }
}
