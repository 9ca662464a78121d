import FarmModel

extension JSONWriter {
  /// A field with an array of one object for each value.
  mutating func objects<Value>(
    _ key: String, _ values: some Sequence<Value>, _ fields: (inout JSONWriter, Value) -> Void
  ) {
    array(key) { writer in
      for value in values { writer.object { fields(&$0, value) } }
    }
  }
}
