import FarmModel
import Testing

struct VersionTests {
  @Test func `numbers of any length are compared without overflow`() {
    let small = Version("1.99999999999999999999")
    let large = Version("1.100000000000000000000")
    #expect(small < large)
    #expect(!(large < small))
    #expect(Version("1." + String(repeating: "9", count: 400)) < Version("1.1" + String(repeating: "0", count: 400)))
  }

  @Test func `the prefix meaning of a bound carries over a long number`() throws {
    #expect(try VersionSet(":1.99999999999999999999").contains(Version("1.99999999999999999999.7")))
    #expect(try !VersionSet(":1.99999999999999999999").contains(Version("1.100000000000000000000")))
  }

  @Test(arguments: ["", "é", "1.2+3", "a b", "\u{0}", "git.", "=", "==", "1=2=3", "🧨1"])
  func `text that Spack refuses is ordered all the same`(text: String) {
    #expect(!Version(text).isValid)
    #expect(Version.compare(Version(text), Version(text)) == 0)
    #expect(Version.compare(Version(text), Version("1.0")) == -Version.compare(Version("1.0"), Version(text)))
  }

  @Test func `versions that look alike are different texts`() {
    #expect(Version("1\u{e9}") != Version("1e\u{301}"))
    #expect(Version("1.2") != Version("1-2"))
    #expect(Version.compare(Version("1.2"), Version("1-2")) == 0)
  }

  @Test(arguments: ["develop", "main", "master", "head", "trunk", "stable", "2.stable", "git.x=develop"])
  func `branch names are known as such`(text: String) {
    #expect(Version(text).isBranch)
  }

  @Test(arguments: ["1.2rc1", "1.2-alpha", "alpha1", "2.beta3", "6.7-rc1-sirius"])
  func `pre-releases are known as such`(text: String) {
    #expect(Version(text).isPrerelease)
  }

  @Test(arguments: ["1.2", "1.2final", "developer", "1.2arc", "2024a"])
  func `plain releases are neither`(text: String) {
    #expect(!Version(text).isBranch)
    #expect(!Version(text).isPrerelease)
  }

  @Test(arguments: [
    ("1.4,1.1", "1.1,1.4"), ("1.2,1.1", "1.1:1.2"), ("1.2:1.4,1.3:1.6", "1.2:1.6"), ("=1.2,1.2", "1.2"),
    (":1.4,1.5:", ":"), ("1.2:1.2", "1.2"),
    ("1.4,=1.4.2,2.0", "1.4,2.0"), (" 1.2 , 1.4 ", "1.2,1.4"), (":", ":"),
  ])
  func `a set has one canonical text`(text: String, canonical: String) throws {
    #expect(try VersionSet(text).text == canonical)
    #expect(try VersionSet(canonical) == VersionSet(text))
  }

  @Test(arguments: ["", ",", "1.2,", "=", "1.2:1.4:1.6", "=1.2:1.4", ">=1.2", "1.2 1.4", "4:2", "1.*", "ü"])
  func `what no spec can hold behind an @ is refused`(text: String) {
    #expect(throws: SpecSyntaxError.self) { try VersionSet(text) }
  }

  @Test func `a set of many members is read in little time`() throws {
    let text = (0..<20_000).map { "=1.\($0 * 2)" }.joined(separator: ",")
    #expect(try VersionSet(text).contains(Version("1.39998")))
  }
}
