import Foundation

/// A folder in memory that lives as long as the program, for rooms that read files.
public enum InputFolder {
  public static let path: String = {
    let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    let path = "\(memory)/reckon-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch { fatalError("no folder \(path): \(error)") }
    atexit { try? FileManager.default.removeItem(atPath: InputFolder.path) }
    return path
  }()

  /// Writes a file of the folder, and gives its path.
  public static func write(_ bytes: some Collection<UInt8>, to name: String) -> String {
    let path = path + "/" + name
    guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
    let bytes = Array(bytes)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return path
  }

  public static func bytes(of name: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: path + "/" + name) else { return nil }
    return Array(data)
  }

  /// Removes all that is in the folder but what is named.
  public static func clear(without names: Set<String> = []) {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in found where !names.contains(name) {
      try? FileManager.default.removeItem(atPath: path + "/" + name)
    }
  }
}
