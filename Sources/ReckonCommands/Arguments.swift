import Diagnostics
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The arguments of the program as texts.
package enum Arguments {
  /// Without the program's name. What is no UTF-8 stands there as a path has it.
  package static let texts = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map { argument in
      FileSystem.text(ofPath: UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
    }
  }
}
