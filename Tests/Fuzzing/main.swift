#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The driver of libFuzzer (https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>, _ entry: FuzzTarget.Entry
) -> Int32

/// What libFuzzer's own `main`, which is linked but never called, would call.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 { 0 }

guard let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:)) else {
  print("farm-fuzz TARGET [OPTION OF LIBFUZZER…] [CORPUS…]")
  print("TARGET: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
  exit(2)
}
var wordCount = CommandLine.argc - 1
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(runFuzzer(&wordCount, &words, target.entry))
