import Diagnostics
import Testing

@testable import CoveragePolicy

struct CanonicalTextTests {
  /// Sentences as written and as they read in canonical words.
  static let sentences: [(written: String, canonical: String)] = [
    ("every version built on every stack's targets", "every version built on every stack's targets"),
    ("each version built on all stacks' targets", "every version built on every stack's targets"),
    ("all versions built on each stack’s main targets", "every version built on every stack's main targets"),
    ("every package built in every stack in the farm", "every package built in every stack in the farm"),
    ("every version @1.2:1.4,2.0 built in stacks e4s", "every version @1.2:1.4,2.0 built in stack e4s"),
    ("every version @1: in the farm built in every stack", "every version @1: in the farm built in every stack"),
    ("every version in stack a built in stack b", "every version in stack a built in stack b"),
    ("every version in stacks a,b built in stacks c , d", "every version in stacks a, b built in stacks c, d"),
    ("the latest version built in every stack", "the latest version built in every stack"),
    ("the latest 1 versions built in every stack", "the latest version built in every stack"),
    ("the latest 2 versions @:2 built on every target", "the latest 2 versions @:2 built on every target"),
    ("versions 1.0, 2.0 built in every stack", "versions 1.0, 2.0 built in every stack"),
    (
      "every version built on every stack's targets and compilers",
      "every version built on every stack's targets and compilers"
    ),
    (
      "every version built on every stack's targets, in stacks e4s*",
      "every version built on every stack's targets, in stacks e4s*"
    ),
    (
      "every version built on every stack's targets, and in stacks e4s*",
      "every version built on every stack's targets, in stacks e4s*"
    ),
    (
      "every version built on targets a, b in stacks c, d and with at least 2 compilers",
      "every version built on targets a, b, in stacks c, d, with at least 2 compilers"
    ),
    ("every version built in every stack's configurations", "every version built in every stack's configurations"),
    ("every version built on every package's oses", "every version built on every package's oses"),
    (
      "every version built on at least 1 target of a, b", "every version built on any of targets a, b"
    ),
    ("every version built on at least 2 target", "every version built on at least 2 targets"),
    ("every package runnable on any of targets a, b", "every package runnable on any of targets a, b"),
    (
      "every version built with %gcc@12:   +shared in every stack",
      "every version built with %gcc@12: +shared in every stack"
    ),
    (
      "every version built with libs=shared,static, in every stack",
      "every version built with libs=shared,static in every stack"
    ),
    ("every version built with compilers gcc@11.4.0", "every version built with compiler gcc@=11.4.0"),
    (
      "at most 1 builds per package, version, stack, target, os, compiler and variants",
      "at most 1 build per package, version, stack, os, target, compiler and variants"
    ),
    ("exactly 1 os per stack", "exactly 1 os per stack"),
    ("at least 2 target per package", "at least 2 targets per package"),
    ("no orphaned builds", "no orphaned builds"),
    ("no builds with unrecorded compilers", "no builds with unrecorded compilers"),
    ("no builds with %gcc@:9 in stacks e4s*", "no builds with %gcc@:9 in stacks e4s*"),
    ("no builds with versions @:1.0 on target x86_64", "no builds with versions @:1.0 on target x86_64"),
    ("no builds with missing run dependencies", "no builds with missing run dependencies"),
    ("no package lost", "no package lost"),
    ("no version lost since develop-2025-03-23", "no version lost since develop-2025-03-23"),
    ("no build lost", "no build lost"),
    ("every locked root built", "every locked root built"),
    ("every locked spec built in stack e4s", "every locked spec built in stack e4s"),
    ("every indexed spec built in stacks e4s*, ml", "every indexed spec built in stacks e4s*, ml"),
    ("every version built in stacks \"built\", \"a b\"", "every version built in stacks \"built\", \"a b\""),
    ("versions main, develop built in stack root", "versions main, develop built in stack root"),
  ]

  @Test(arguments: sentences)
  func `a sentence is written in canonical words`(written: String, canonical: String) {
    let (policies, diagnostics) = PolicyParser.parseRule(written)
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(policies.map(\.text) == [canonical])
    #expect(policies.map(\.name) == [canonical])
  }

  @Test(arguments: sentences)
  func `canonical words mean the same`(written: String, canonical: String) {
    let sentences = PolicyParser.parseRule(canonical).policies.map(\.sentence)
    #expect(sentences == PolicyParser.parseRule(written).policies.map(\.sentence))
    #expect(sentences.map(\.text) == [canonical])
  }

  @Test func `the embedded policy is the default sentence`() {
    let parsed = PolicyParser.parseRule("every version built on every stack's targets").policies
    #expect(parsed.map(\.sentence) == [Policy.embedded.sentence])
    #expect(parsed.map(\.name) == [Policy.embedded.name])
  }
}
