import Diagnostics

/// A format of pictures that pages can show, known by how a file begins.
public enum PictureFormat: String, CaseIterable, Sendable {
  case png, jpeg, gif, webp, svg

  /// As mail and pages name it.
  public var mediaType: String { self == .svg ? "image/svg+xml" : "image/" + rawValue }

  /// Nil for what is none of them, whatever the file is called.
  public init?(_ bytes: [UInt8]) {
    guard let format = Self.allCases.first(where: { $0.begins(bytes) }) else { return nil }
    self = format
  }

  private func begins(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .gif: bytes.starts(with: "GIF8".utf8)
    case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    case .svg: Self.isSVG(bytes)
    }
  }

  /// Its first element may come after declarations and comments. One pass: a pattern goes back and forth
  /// between comments, as often as two to the power of their count.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(4096).drop { isBlank($0) || "\u{FEFF}".utf8.contains($0) }
    while let preamble = preambles.first(where: { rest.starts(with: $0.start.utf8) }) {
      guard let end = rest.firstRange(of: preamble.end.utf8) else { return false }
      rest = rest[end.upperBound...].drop(while: isBlank)
    }
    let behind = rest.dropFirst(4).first
    return rest.starts(with: "<svg".utf8)
      && behind.map { isBlank($0) || $0 == UInt8(ascii: ">") } == true
  }

  /// What may stand before the first element of an SVG.
  private static let preambles = [("<!--", "-->"), ("<?", ">"), ("<!DOCTYPE", ">")]
    .map { (start: $0, end: $1) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Points across that a PNG says it has; nil for anything else.
  public static func widthOfPNG(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 24, Self(bytes) == .png else { return nil }
    return bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Bytes in base 64 (RFC 4648).
public func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let piece = bytes[start..<min(start + 3, bytes.count)]
    let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
    for place in 0..<4 {
      let isFilled = place <= piece.count
      result.append(isFilled ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: result, as: UTF8.self)
}
