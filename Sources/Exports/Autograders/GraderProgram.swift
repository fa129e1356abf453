import Files

/// This program with the shared libraries that it brings along, for another Linux.
public struct GraderProgram: Sendable {
  /// A file of it.
  public struct Part: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// The program itself.
  public var main: Part
  public var libraries: [Part]

  public init(main: Part, libraries: [Part]) { (self.main, self.libraries) = (main, libraries) }

  /// Bytes of one file.
  private static let limit = 1 << 30

  /// The running program.
  ///
  /// - Parameter path: where it lies.
  public static func running(_ path: String) throws(ExportRefusal) -> GraderProgram {
    let libraries = FileSystem.loadedLibraries()
    guard !libraries.isEmpty else { throw .onlyOnLinux }
    var parts: [Part] = []
    for library in libraries where !isOfSystem(FileSystem.name(of: library)) {
      // What is loaded is called `libedit.so.2.0.70`, what is asked for `libedit.so.2`.
      var part = try part(library)
      if let name = ELFFile(part.bytes)?.name { part.name = name }
      parts.append(part)
    }
    return GraderProgram(main: try part(path), libraries: parts.sorted { $0.name < $1.name })
  }

  private static func part(_ path: String) throws(ExportRefusal) -> Part {
    do throws(FileError) {
      return Part(
        name: FileSystem.name(of: path), bytes: try FileSystem.read(path, limit: limit).bytes)
    } catch { throw .missingFile(path) }
  }

  /// Libraries that are one with the system's kernel and loader, or with its compiler: of those each
  /// system has its own.
  private static let ofSystem = [
    "linux-vdso.", "ld-linux", "libc.", "libm.", "libpthread.", "libdl.", "librt.", "libutil.",
    "libresolv.", "libnss_", "libanl.", "libstdc++.", "libgcc_s.",
  ]

  static func isOfSystem(_ name: String) -> Bool { ofSystem.contains { name.hasPrefix($0) } }

  /// The first of the images on which all of it can start.
  func image(among images: [GraderImage]) throws(ExportRefusal) -> GraderImage {
    var needs: [(file: String, need: ELFFile.Need)] = []
    for part in [main] + libraries {
      guard let elf = ELFFile(part.bytes) else { throw .onlyOnLinux }
      guard elf.machine == Self.x86 else {
        throw .otherMachine(
          found: Self.machines[elf.machine] ?? "another processor", wanted: "x86-64")
      }
      needs += elf.needs.filter { Self.isOfSystem($0.library) }.map { (part.name, $0) }
    }
    if let image = images.first(where: { image in needs.allSatisfy { image.has($0.need.version) } })
    {
      return image
    }
    // What stands in the way on the newest of them.
    let newest = images.max { first, second in
      (first.versions["GLIBC"] ?? []).lexicographicallyPrecedes(second.versions["GLIBC"] ?? [])
    }
    let (file, need) =
      needs.first { newest?.has($0.need.version) == false }
      ?? ("", ELFFile.Need(library: "", version: ""))
    throw .tooNew(file: file, library: need.library, version: need.version, images: images)
  }

  /// As the header of a program has it.
  private static let x86 = 62
  private static let machines = [183: "ARM (aarch64)", 243: "RISC-V"]
}
