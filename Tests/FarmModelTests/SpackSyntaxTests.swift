import FarmModel
import Testing

struct SpackSyntaxTests {
  private static let hostile = [
    "", "-rf", "a b", "a;b", "$(x)", "`x`", "a\nb", "ünï", "a'b", "a\"b", "a\\b", "a|b", "a>b", "a\u{0}b", "../a", "*",
    String(repeating: "a", count: 257), "\u{212A}", "a\u{301}", "{a}", "#a", "a,b;c",
  ]

  @Test(arguments: hostile) func `hostile text is no name of any kind`(text: String) {
    #expect(!SpackSyntax.isPackageName(text))
    #expect(!SpackSyntax.isVersion(text))
    #expect(!SpackSyntax.isTarget(text))
    #expect(!SpackSyntax.isOperatingSystem(text))
    #expect(!SpackSyntax.isPlatform(text))
    #expect(!SpackSyntax.isCompiler(text))
    #expect(!SpackSyntax.isStack(text))
    #expect(!SpackSyntax.isHash(text))
    #expect(!SpackSyntax.isVariant(text))
  }

  @Test(arguments: ["k=", "k=a b", "k=$x", "k=a;b", "k=`x`", "k=(a)", "+", "+a b", "mpi", "k=*", "k=a,,b", "k=\"a\""])
  func `hostile values are no variants`(text: String) {
    #expect(!SpackSyntax.isVariant(text))
  }

  @Test func `what farms hold is taken`() {
    #expect(SpackSyntax.isPackageName("py-numpy"))
    #expect(["1.2", "develop", "git.main=1.2", "2024_10_13"].allSatisfy(SpackSyntax.isVersion))
    #expect(SpackSyntax.isTarget("x86_64_v3"))
    #expect(SpackSyntax.isOperatingSystem("ubuntu22.04"))
    #expect(SpackSyntax.isPlatform("linux"))
    #expect(["gcc@=11.4.0", "gcc@11.4.0", "gcc"].allSatisfy(SpackSyntax.isCompiler))
    #expect(SpackSyntax.isStack("ml-linux-x86_64-cuda"))
    #expect(SpackSyntax.isHash("qyhskezy3aibi7lnc7lqyyuesddvbbvg"))
    #expect(["+mpi", "~mpi", "libs:=a,b", "languages=c,c++", "k=1.2:3"].allSatisfy(SpackSyntax.isVariant))
  }
}
