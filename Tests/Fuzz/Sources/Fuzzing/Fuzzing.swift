import CLibFuzzer

/// What each input is handed to; set once, before the first.
nonisolated(unsafe) private var target: ([UInt8]) -> Void = { _ in }

/// Hands input after input of libFuzzer to `body`, as the arguments of the program say; see
/// `-help=1`.
public func fuzz(_ body: @escaping ([UInt8]) -> Void) -> Never {
  target = body
  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  let status = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
    target(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
  fatalError("libFuzzer came back with \(status)")
}

/// Ends the run where a property does not hold; libFuzzer keeps the input.
public func hold(_ holds: @autoclosure () -> Bool, _ what: @autoclosure () -> String) {
  if !holds() { fatalError("does not hold: \(what())") }
}

extension [UInt8] {
  public var text: String { String(decoding: self, as: UTF8.self) }

  /// The parts of an input that has several, which a zero byte separates.
  public var parts: [[UInt8]] {
    split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
  }
}
