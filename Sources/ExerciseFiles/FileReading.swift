import Foundation

/// A file that could not be read, and why.
struct UnreadableFile: Error {
  var why: FileTrouble
}

/// The bytes of a regular file of at most `limit` bytes.
func readFile(_ path: String, limit: Int) throws(UnreadableFile) -> [UInt8] {
  // Without blocking, lest a pipe without a writer hold everything up.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw UnreadableFile(why: trouble(errno)) }
  defer { close(descriptor) }
  var info = stat()
  guard fstat(descriptor, &info) == 0 else { throw UnreadableFile(why: trouble(errno)) }
  guard info.st_mode & S_IFMT == S_IFREG else { throw UnreadableFile(why: .notAFile) }
  guard info.st_size <= limit else { throw UnreadableFile(why: .tooLarge(limit: limit)) }

  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(info.st_size))
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw UnreadableFile(why: trouble(errno))
    }
    bytes += buffer[..<count]
    if bytes.count > limit { throw UnreadableFile(why: .tooLarge(limit: limit)) }
  }
}

/// The bytes at the head of a file, at most `count`; nil where it cannot be read.
func readHead(_ path: String, count: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var info = stat()
  guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
  var buffer = [UInt8](repeating: 0, count: count)
  let found = read(descriptor, &buffer, count)
  return found < 0 ? nil : Array(buffer[..<found])
}

/// The text of bytes, with newlines alone at line ends, and whether all of them were UTF-8.
func decodedText(_ bytes: [UInt8]) -> (text: String, isClean: Bool) {
  var units: [UInt8] = []
  units.reserveCapacity(bytes.count)
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  for index in start..<bytes.count {
    let byte = bytes[index]
    if byte != UInt8(ascii: "\r") {
      units.append(byte)
    } else if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
      units.append(UInt8(ascii: "\n"))
    }
  }
  if let text = String(validating: units, as: UTF8.self) { return (text, true) }
  return (String(decoding: units, as: UTF8.self), false)
}

/// The path of a file named by an exercise, or nil where it lies outside the folder.
///
/// A file that does not exist is within the folder if its name is.
func confinedPath(_ name: String, within folder: String) -> String? {
  let parts = name.split(separator: "/", omittingEmptySubsequences: false)
  guard !name.isEmpty, !name.contains("\0"), !name.hasPrefix("~"), parts.first?.isEmpty == false,
    !parts.contains("..")
  else { return nil }
  let path = folder.isEmpty ? name : folder + "/" + name
  guard let real = realPath(path) else { return path }
  guard let home = realPath(folder.isEmpty ? "." : folder) else { return nil }
  return real.hasPrefix(home == "/" ? home : home + "/") ? path : nil
}

/// The path with every symbolic link followed; nil where nothing is there.
func realPath(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

/// The folder of a file, as the path names it; empty for a file in the current folder.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The name of a file without its folder and without `.md`.
func baseName(of path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
}

private func trouble(_ code: Int32) -> FileTrouble {
  switch code {
  case ENOENT, ENOTDIR: .missing
  case EACCES, EPERM: .forbidden
  case EISDIR, ENXIO: .notAFile
  default: .other(String(cString: strerror(code)))
  }
}
