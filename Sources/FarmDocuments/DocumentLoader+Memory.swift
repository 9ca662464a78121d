extension DocumentLoader {
  /// Reads one document that is in memory, as if it were the file `path`. Complexity: O(bytes).
  package static func load(_ bytes: [UInt8], path: String, options: Options = Options()) -> LoadedDocuments {
    var reader = DocumentReader(options)
    reader.buffer.removeAll()
    reader.buffer.reserve(bytes.count)
    _ = reader.buffer.append { memory in
      memory.copyBytes(from: bytes)
      return bytes.count
    }
    reader.buffer.pad()
    reader.read(
      reader.buffer.bytes, of: SearchItem(path: path, isDirectory: false, isNamed: true, argument: 0))
    var loaded = LoadedDocuments()
    loaded.gather([reader.finish()], paths: [path], covered: [], options)
    if !loaded.lacksHashes { return loaded }
    var options = options
    options.keepAll()
    return load(bytes, path: path, options: options)
  }
}
