extension String {
  /// The text with a scalar replaced wherever it stands.
  ///
  /// Searching by characters would pass over a quote that has a combining mark behind it, for that is another character;
  /// what reads the text afterwards goes by scalars, or by bytes, and would see the quote. Complexity: O(n).
  package func replacing(scalar: Unicode.Scalar, with replacement: String) -> String {
    guard unicodeScalars.contains(scalar) else { return self }
    var result = ""
    for candidate in unicodeScalars {
      if candidate == scalar { result += replacement } else { result.unicodeScalars.append(candidate) }
    }
    return result
  }
}
