import Files
import Fuzzing

/// Bytes that are unpacked of an entry, at most.
let limit = 1 << 16

/// Whatever an archive claims, an entry has at most as many bytes as are taken of it.
fuzz { input in
  guard let zip = try? ZipReader(bytes: input) else { return }
  var entries: [ZipReader.Entry] = []
  enum Enough: Error { case entries }
  do throws(Enough) {
    _ = try zip.forEachEntry { (entry) throws(Enough) in
      entries.append(entry)
      if entries.count == 50 { throw .entries }
    }
  } catch {}
  for entry in entries {
    let bytes = try? zip.read(entry, limit: limit)
    hold((bytes?.count ?? 0) <= limit, "\(entry.name) is bounded")
    hold(
      bytes == (try? zip.read(entry, limit: limit)),
      "\(entry.name) is the same when it is read again")
  }
}
