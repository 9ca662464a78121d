import FarmModel
import Testing

struct SpecConstraintTests {
  @Test(arguments: [
    ("hdf5@1.12: +mpi %gcc@11: target=x86_64_v3", "hdf5@1.12:%gcc@11:+mpi target=x86_64_v3"),
    ("+b -a ~~c k=y,x os=amzn2", "~a+b~~c k=x,y os=amzn2"),
    ("builtin.hdf5 build_system:=cmake", "hdf5 build_system:=cmake"),
    ("hdf5@1.2:target=x86_64:", "hdf5@1.2: target=x86_64:"),
    ("hdf5 @ 1.2, 1.4:1.6 ^zlib", "hdf5@1.2,1.4:1.6 ^zlib"),
    ("%c,cxx=gcc@13 ^mpi=openmpi", "%[virtuals=c,cxx] gcc@13 ^[virtuals=mpi] openmpi"),
    ("hdf5 note='two words'", "hdf5 note='two words'"),
    ("hdf5@git.feature/x=1.2 /abc", "hdf5@git.feature/x=1.2 /abc"),
    ("arch=linux-ubuntu22.04-x86_64_v3", "platform=linux os=ubuntu22.04 target=x86_64_v3"),
  ])
  func `a constraint has one normal form, which reads as the same constraint`(text: String, normal: String) throws {
    let constraint = try SpecConstraint(text)
    #expect(constraint.normalForm == normal)
    #expect(try SpecConstraint(normal) == constraint)
  }

  @Test(arguments: [
    ("hdf5@1.2:1.4:1.6", 12, "':' cannot stand here", "ranges of versions"),
    ("hdf5@>=1.2", 5, "written with a colon", "1.2:"),
    ("hdf5@<=1.2 +mpi", 5, "written with a colon", ":1.2"),
    ("hdf5@1.4:1.2", 5, "the range is empty", "1.2:1.4"),
    ("hdf5@ünï", 5, "a version or a range", "exactly one version"),
    ("+mpi ~mpi", 5, "mpi is given twice", ""),
    ("hdf5@1.2@1.4", 8, "the version is given twice", "@1.2,1.4"),
    ("hdf5 zlib", 5, "names one package", "+zlib"),
    ("hdf5 os=", 5, "a value must follow os=", "os=*"),
    ("hdf5 %", 5, "the name of a compiler must follow", "%gcc"),
    ("hdf5 ^", 5, "the name of a dependency must follow", "^zlib"),
    ("hdf5 ^[virtuals=mpi mpich", 6, "the bracket is not closed", "mpich"),
    ("hdf5 'x", 5, "cannot stand here", ""),
    ("hdf5 a='x", 7, "the quote is not closed", ""),
    ("é+mpi", 0, "this character cannot stand here", ""),
    ("hdf5 cflags=-O3", 5, "documents do not record compiler flags", "leave it out"),
    ("hdf5 ^zlib %cmake", 11, "not dependencies of dependencies", "before the first ^"),
  ])
  func `a mistake is shown where it is, with what to write instead`(
    text: String, offset: Int, message: String, help: String
  ) throws {
    let error = #expect(throws: SpecSyntaxError.self) { try SpecConstraint(text) }
    let found = try #require(error)
    #expect(found.offset == offset)
    #expect(found.length >= 1)
    #expect(found.message.contains(message), "\(found.message)")
    #expect((found.help ?? "").contains(help), "\(found.help ?? "")")
  }

  private static let spec = SpecDescription(
    package: "hdf5", version: "1.14.5", hash: "abcdef", compiler: "gcc@=11.4.0",
    variants: VariantList(written: ["+mpi", "~ipo", "libs:=shared,static", "patches=48cb202,0123456"]))

  @Test(arguments: [
    ("~cuda", Truth.no), ("+mpi", .yes), ("mpi=True", .yes), ("mpi=*", .yes), ("cuda=*", .no), ("libs=static", .yes),
    ("libs:=static", .no), ("libs:=static,shared", .yes), ("patches=48cb2021111111", .yes), ("patches=48", .yes),
    ("patches=9", .no), ("/abc", .yes), ("/b", .no), ("%gcc", .yes), ("%clang", .no), ("%gcc@11.4", .yes),
    ("%gcc@12:", .no), ("elsewhere.hdf5", .unknown), ("elsewhere.zlib", .no), ("^zlib", .unknown), ("", .yes),
    ("ipo=false libs=shared", .yes), ("target=x86_64_v2:", .yes), ("target=:haswell", .yes), ("target=haswell:", .no),
  ])
  func `a recorded spec is judged for certain`(text: String, truth: Truth) throws {
    #expect(try SpecConstraint(text).judge(SpecConstraintTests.spec) == truth)
  }

  @Test(arguments: [
    ("%gcc", Truth.unknown), ("%gcc target=aarch64", .no), ("+mpi", .unknown), ("mpi=*", .yes), ("+cuda", .no),
    ("+mpi +cuda", .no), ("+mpi %gcc", .unknown),
  ])
  func `what a document does not record is unknown, unless something else fails`(text: String, truth: Truth) throws {
    let spec = SpecDescription(
      package: "hdf5", version: "1.14.5", hash: "a", variants: VariantList(written: ["mpi"], areValuesRecorded: false))
    #expect(try SpecConstraint(text).judge(spec) == truth)
    let farm = Farm(snapshot: "develop", specs: [spec])
    #expect(try PreparedConstraint(SpecConstraint(text), for: farm).judge(body: 0) == truth)
  }

  @Test func `a spec that was built without a compiler fails every question for one`() throws {
    let spec = SpecDescription(package: "py-six", version: "1.16.0", hash: "a", hasNoCompiler: true)
    #expect(try SpecConstraint("%gcc").judge(spec) == .no)
    let farm = Farm(snapshot: "develop", specs: [spec])
    #expect(try PreparedConstraint(SpecConstraint("%gcc"), for: farm).judge(body: 0) == .no)
  }

  @Test func `a compiler is the same under its old and its new name`() throws {
    let spec = SpecDescription(package: "hdf5", version: "1.14.5", hash: "a", compiler: "llvm@=17.0.6")
    #expect(try SpecConstraint("%clang@17:").judge(spec) == .yes)
  }

  @Test func `an absurdly long constraint is refused`() {
    #expect(throws: SpecSyntaxError.self) { try SpecConstraint(String(repeating: "+a ", count: 40_000)) }
  }
}

struct EmptyValueTests {
  @Test(arguments: ["k=,,", "k='", "k=''", "k=','", "k:=,"])
  func `a value that holds no value is refused`(text: String) {
    #expect(throws: SpecSyntaxError.self) { try SpecConstraint(text) }
  }
}
