import FarmModel

/// A constraint that is read is read the same from its normal form.
func readConstraint(_ bytes: [UInt8]) {
  guard let constraint = try? SpecConstraint(String(decoding: bytes, as: UTF8.self)) else { return }
  guard let again = try? SpecConstraint(constraint.normalForm) else {
    preconditionFailure("the normal form `\(constraint.normalForm)` is refused")
  }
  precondition(
    Array(again.normalForm.utf8) == Array(constraint.normalForm.utf8),
    "the normal form `\(constraint.normalForm)` becomes `\(again.normalForm)`")
}
