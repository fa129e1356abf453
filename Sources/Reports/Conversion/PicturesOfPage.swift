import Files
import TextLayout

/// The pictures of an exercise's texts, read for one page within bounds: a page shows them without
/// the files beside it, and Markdown names the files.
public struct PicturesOfPage {
  /// A picture that a notebook for Jupyter holds beside the text of a cell.
  struct Attachment {
    var name: String
    var format: PictureFormat
    var base64: String

    var address: String { "attachment:\(name)" }
  }

  private(set) var attachments: [Attachment] = []
  private let exerciseFolder: String
  private let format: ConversionFormat
  /// The way from the page to the exercise's folder.
  private let way: String
  /// Bytes that the page has left for pictures.
  private var room: Int

  /// Bytes of one picture.
  private static let most = 4 << 20

  /// - `exerciseFolder`: the folder of the exercise, out of which no picture leads.
  /// - `folder`: where the page will lie; nil where nobody knows.
  public init(of exerciseFolder: String, in format: ConversionFormat, at folder: String? = nil) {
    self.exerciseFolder = exerciseFolder
    self.format = format
    way = folder.map { Self.way(from: $0, to: exerciseFolder) } ?? ""
    room = format.roomForPictures
  }

  /// The document with what the page shows of each picture that is a file.
  public mutating func added(to document: Document) -> Document {
    var document = document
    var counts: [String: Int] = [:]
    for picture in document.picturePlaces { counts[picture.destination, default: 0] += 1 }
    for picture in document.pictures where document.pictureSources[picture.destination] == nil {
      let destination = picture.destination
      document.pictureSources[destination] = source(
        of: destination, times: counts[destination] ?? 1)
    }
    return document
  }

  /// - Parameter count: how often the document shows it, each time with all its bytes.
  private mutating func source(of destination: String, times count: Int) -> PictureSource {
    guard let path = FileSystem.confinedPath(destination, within: exerciseFolder) else {
      return .leftOut(ConversionWording.pictureOutside)
    }
    guard FileSystem.isPlainFile(path) else { return .leftOut(ConversionWording.pictureMissing) }
    let bytes: [UInt8]
    do {
      // A text names the file: what it begins with tells that it is a picture.
      bytes =
        format == .markdown
        ? try FileSystem.head(of: path, count: 4096)
        : try FileSystem.read(path, limit: Self.most).bytes
    } catch {
      if case .tooLarge = error { return .leftOut(ConversionWording.pictureTooLarge) }
      return .leftOut(ConversionWording.pictureMissing)
    }
    guard let kind = PictureFormat(bytes) else {
      return .leftOut(ConversionWording.pictureUnknown)
    }
    if format == .markdown { return .at(way + destination) }
    // Jupyter shows no SVG that is attached.
    let isAttached = format == .jupyter && kind != .svg
    let size = bytes.count * (isAttached ? 1 : count)
    guard size <= room else { return .leftOut(ConversionWording.picturesTooMany) }
    room -= size
    guard isAttached else { return .at("data:\(kind.mediaType);base64,\(base64(bytes))") }
    let attachment = Attachment(
      name: "picture-\(attachments.count + 1).\(kind.rawValue)", format: kind,
      base64: base64(bytes))
    attachments.append(attachment)
    return .at(attachment.address)
  }

  /// The path from one folder to another below it; empty, as for the same folder, where it is not.
  private static func way(from folder: String, to other: String) -> String {
    guard let here = FileSystem.realPath(folder.isEmpty ? "." : folder),
      let there = FileSystem.realPath(other.isEmpty ? "." : other), there.hasPrefix(here + "/")
    else { return "" }
    return there.dropFirst(here.count + 1) + "/"
  }
}

extension ConversionFormat {
  /// Bytes of all pictures of a page. A notebook for Jupyter is handed in, and so stays small.
  fileprivate var roomForPictures: Int { self == .jupyter ? 2 << 20 : 16 << 20 }
}
