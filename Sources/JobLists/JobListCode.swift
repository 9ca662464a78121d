import Diagnostics

/// The codes of what can be wrong with builds on their way into job lists.
package enum JobListCode: String, DiagnosticCode {
  case refusedBuild = "plan/refused-build"

  package var explanation: String {
    switch self {
    case .refusedBuild:
      """
      A build of the plan is kept out of every job list, because one of its fields is not within Spack's own syntax for \
      it. Names come from documents that anyone may have written, and end in YAML, in shell scripts and in job names; a \
      package called "$(reboot)" must not become a command.

      Packages are [a-z0-9][a-z0-9_-]*; versions, targets, operating systems, platforms, compilers, variants and stacks \
      are letters, digits and a few signs each, at most 256 bytes. Variants that belong to the recipe of one version \
      (patches, commit, dev_path) are refused too, since Spack does not build from them.

      The gaps that the build would have closed stay open, and `plan` exits with 1. Find the document that names the \
      value, and correct or remove it.
      """
    }
  }
}
