import Diagnostics

/// What the engine has to say about policies beside their findings.
package enum EngineDiagnosticCode: String, DiagnosticCode {
  case unusedException = "policy/unused-exception"
  case unusedWaiver = "policy/unused-waiver"
  case needlessException = "policy/needless-exception"
  case needlessWaiver = "policy/needless-waiver"
  case expiredWaiver = "policy/expired-waiver"
  case tooManyCells = "policy/too-many-cells"
  case judgedNowhere = "policy/judged-nowhere"
  case vacuous = "policy/vacuous"

  package var explanation: String {
    switch self {
    case .unusedException:
      """
      An `except` clause matches nothing that the policy requires. Either it is misspelt, and what it should leave out \
      is still judged, or what it was written for is gone. Correct it or delete it.
      """
    case .unusedWaiver:
      """
      A `waive` clause matches nothing that the policy requires. Either it is misspelt, and what it should waive still \
      breaks the policy, or what it was written for is gone. Correct it or delete it.
      """
    case .needlessException:
      """
      Everything that an `except` clause leaves out would have passed. The clause can be deleted; kept, it would hide \
      the day on which one of these builds is lost.
      """
    case .needlessWaiver:
      """
      Everything that a `waive` clause covers is built. The waiver has done its work and can be deleted.
      """
    case .expiredWaiver:
      """
      The date of a `waive` clause has passed, and what it covered is still not as the policy wants it. It counts \
      again. Build it, or renew the waiver with a later date and the reason why.
      """
    case .tooManyCells:
      """
      The sentence requires more cells of one snapshot than can be judged: places that combine freely multiply, as in \
      `every version on every target in the farm with every compiler in the farm in every stack in the farm`. The \
      limit is 16,000,000 cells. Bind the places together, as in `in every stack's configurations`, or narrow them \
      with `for` clauses or names.
      """
    case .judgedNowhere:
      """
      The policy's `for snapshots` clauses select none of the snapshots that were read, so the policy was not judged \
      at all. Correct the names, or give documents of such a snapshot.
      """
    case .vacuous:
      """
      The policy had nothing to judge: it required no cell, or none of its cells could be judged. A policy that looks \
      at nothing is never reported as holding. Often a name in its `for` clauses matches nothing in this snapshot, or \
      the documents do not record what it asks about, such as compilers. With `--strict` it is a failure.
      """
    }
  }
}
