import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The arguments of the program as texts. A file whose name is not UTF-8, as one from a zip of
/// another system, is shown with its bytes as `sch\xF6n.answers.md`, and still found.
package enum Arguments {
  /// Without the program's name.
  package static let texts = bytes.map { String(validating: $0, as: UTF8.self) ?? escaped($0[...]) }

  /// Where a file lies that an argument names: the argument itself, or where its name is not
  /// UTF-8 a path of plain letters, which leads to it until another is asked for.
  package static func path(of argument: String) -> String {
    guard let index = odd[argument] else { return argument }
    return FileSystem.plainPath(ofName: bytes[index]) ?? argument
  }

  private static let bytes = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map { argument in
      Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
    }
  }

  /// Arguments that are not UTF-8, by their texts.
  private static let odd = bytes.indices.reduce(into: [String: Int]()) { odd, index in
    if String(validating: bytes[index], as: UTF8.self) == nil { odd[texts[index]] = index }
  }

  /// What is no UTF-8 as its bytes in base 16.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes
    var text = ""
    while let first = rest.first {
      // The longest sequence of UTF-8 for one sign that stands here.
      let sign = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }
        .first
      if let sign {
        text += sign
        rest = rest.dropFirst(sign.utf8.count)
      } else {
        text += "\\x" + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}
