import FarmModel
import Testing

struct VariantListTests {
  @Test(arguments: [
    (["libs:=static,shared", "+mpi"], ["+mpi", "libs=shared,static"]),
    (["patches=48cb20299,0123456789"], ["patches:=0123456,48cb202"]),
    (["~ipo", "build_type=Release"], ["build_type=Release", "~ipo"]),
    (["k=a,b,a"], ["k=b,a"]),
  ])
  func `lists that mean the same have the same key`(first: [String], second: [String]) {
    #expect(VariantList(written: first).canonicalKey == VariantList(written: second).canonicalKey)
    #expect(VariantList(written: first) != VariantList(written: second))
  }

  @Test(arguments: [
    (["+mpi"], ["~mpi"]), (["k=a"], ["k=a,b"]), (["k=a"], ["j=a"]), (["k=a", "l"], ["k=a l"]),
  ])
  func `lists that differ have different keys`(first: [String], second: [String]) {
    #expect(VariantList(written: first).canonicalKey != VariantList(written: second).canonicalKey)
  }

  @Test func `a list without values differs from every list with values`() {
    let names = VariantList(written: ["mpi"], areValuesRecorded: false)
    #expect(names.canonicalKey != VariantList(written: ["mpi"]).canonicalKey)
    #expect(names.value(of: "mpi") == .unrecorded)
    #expect(names.value(of: "mp") == nil)
  }

  @Test(arguments: [
    ("+mpi", Variant(name: "mpi", value: .on)), ("~mpi", Variant(name: "mpi", value: .off)),
    ("libs:=a,b", Variant(name: "libs", value: .values(["a", "b"]))),
    ("cxxstd=17", Variant(name: "cxxstd", value: .values(["17"]))), ("mpi", Variant(name: "mpi", value: .unrecorded)),
    ("", Variant(name: "", value: .unrecorded)), ("=", Variant(name: "", value: .values([""]))),
  ])
  func `a written variant is a name and a value`(written: String, variant: Variant) {
    #expect(Variant(written: written) == variant)
  }
}
