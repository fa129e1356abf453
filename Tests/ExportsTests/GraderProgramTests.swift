import Files
import Foundation
import TerminalTesting
import Testing

@testable import Exports

@Suite struct GraderProgramTests {
  #if os(Linux)
    @Test func aProgramSaysWhatItNeeds() throws {
      let path = try BuiltProgram.path("reckon-desk")
      let elf = try #require(ELFFile(try FileSystem.read(path, limit: 1 << 30).bytes))
      let libraries = Set(elf.needs.map(\.library))
      #expect(libraries.contains("libc.so.6"))
      #expect(elf.needs.contains { $0.version.hasPrefix("GLIBC_2.") })
      #expect(elf.needs.allSatisfy { !$0.version.isEmpty && $0.library.contains(".so") })
      #expect(elf.name == nil)
      // What the tools of the system say of it.
      let run = try ProgramRun.run(
        "/bin/sh", ["-c", "command -v objdump >/dev/null && objdump -p '\(path)' || true"],
        environment: ["PATH": "/usr/bin:/bin"], in: "/tmp")
      if let start = run.output.range(of: "Version References:") {
        let versions = run.output[start.upperBound...].split(separator: "\n").compactMap {
          $0.split(separator: " ").last.map(String.init)
        }.filter { $0.contains("_") && !$0.contains(":") }
        #expect(Set(versions) == Set(elf.needs.map(\.version)))
      }
    }

    @Test func theRunningProgramBringsItsLibrariesUnderTheNamesThatAreAskedFor() throws {
      let program = try GraderProgram.running("/proc/self/exe")
      let names = Set(program.libraries.map(\.name))
      #expect(names.contains("libsqlite3.so.0"))
      #expect(!names.contains { GraderProgram.isOfSystem($0) })
      #expect(ELFFile(program.main.bytes) != nil)
    }
  #endif

  @Test func filesThatAreNoProgramsSayNothing() {
    #expect(ELFFile([]) == nil)
    #expect(ELFFile(Array("#!/bin/sh\n".utf8) + [UInt8](repeating: 0, count: 100)) == nil)
    var broken: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1]
    broken += [UInt8](repeating: 0xFF, count: 500)
    #expect(ELFFile(broken)?.needs == [])
  }

  @Test func anImageHasWhatIsNoLaterThanItsLibraries() {
    let image = GraderImage.gradescope[0]
    #expect(image.has("GLIBC_2.35") && image.has("GLIBC_2.4") && image.has("GLIBC_2.2.5"))
    #expect(!image.has("GLIBC_2.36") && !image.has("GLIBC_2.35.1"))
    #expect(image.has("GLIBCXX_3.4.30") && !image.has("GLIBCXX_3.4.31"))
    #expect(!image.has("GLIBC_ABI_DT_RELR"))
    #expect(image.has("GCC_3.0"))
  }

  /// A program that needs these versions of symbols of the C library, and is nothing else.
  private func program(_ versions: [String], machine: UInt8 = 62) -> GraderProgram.Part {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var strings = [UInt8(0)]
    func place(_ text: String) -> Int {
      defer { strings += Array(text.utf8) + [0] }
      return strings.count
    }
    let (dynamicAt, needsAt) = (64 + 2 * 56, 64 + 2 * 56 + 4 * 16)
    let stringsAt = needsAt + 16 * (versions.count + 1)
    let library = place("libc.so.6")
    var needs =
      number(1, 2) + number(versions.count, 2) + number(library, 4) + number(16, 4) + number(0, 4)
    for version in versions {
      needs += number(0, 4) + number(0, 4) + number(place(version), 4) + number(16, 4)
    }
    var dynamic: [UInt8] = []
    for (tag, value) in [(5, stringsAt), (0x6FFF_FFFE, needsAt), (0x6FFF_FFFF, 1), (0, 0)] {
      dynamic += number(tag, 8) + number(value, 8)
    }
    let size = stringsAt + strings.count
    func segment(_ kind: Int, _ offset: Int, _ size: Int) -> [UInt8] {
      number(kind, 4) + number(4, 4) + number(offset, 8) + number(offset, 8) + number(offset, 8)
        + number(size, 8) + number(size, 8) + number(8, 8)
    }
    let head =
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9) + number(3, 2)
      + [machine, 0] + number(1, 4) + number(0, 8) + number(64, 8) + number(0, 8) + number(0, 4)
      + number(64, 2) + number(56, 2) + number(2, 2) + number(0, 6)
    let bytes =
      head + segment(1, 0, size) + segment(2, dynamicAt, dynamic.count) + dynamic + needs + strings
    return GraderProgram.Part(name: "reckon-desk", bytes: bytes)
  }

  @Test func theImageIsTheFirstThatHasAllThatIsNeeded() throws {
    func image(_ versions: String...) throws -> String {
      try GraderProgram(main: program(versions), libraries: []).image(
        among: GraderImage.prairieLearn
      )
      .name
    }
    #expect(try image("GLIBC_2.2.5", "GLIBC_2.35") == "Ubuntu 22.04")
    #expect(try image("GLIBC_2.36") == "Debian 12")
    #expect(try image("GLIBC_2.38", "GLIBC_2.4") == "Ubuntu 24.04")
  }

  @Test func aProgramThatIsTooNewForEveryImageIsRefusedWithWhatItNeeds() {
    let libraries = [
      GraderProgram.Part(name: "libx.so.1", bytes: program(["GLIBC_2.38"]).bytes)
    ]
    #expect(
      throws: ExportRefusal.tooNew(
        file: "libx.so.1", library: "libc.so.6", version: "GLIBC_2.38",
        images: GraderImage.gradescope)
    ) {
      try GraderProgram(main: program(["GLIBC_2.35"]), libraries: libraries)
        .image(among: GraderImage.gradescope)
    }
    #expect(throws: ExportRefusal.otherMachine(found: "ARM (aarch64)", wanted: "x86-64")) {
      try GraderProgram(main: program([], machine: 183), libraries: [])
        .image(among: GraderImage.gradescope)
    }
  }
}
