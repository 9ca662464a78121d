import Diagnostics
import FarmDocuments
import FarmModel
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct `Files and directories` {
  @Test func `a loop of links ends, and nothing is read twice`() {
    let tree = TemporaryTree()
    tree.write(PageText().text.utf8, to: "a/specs.md")
    symlink("..", tree.path + "/a/up")
    symlink(tree.path, tree.path + "/around")
    let loaded = DocumentLoader.load([tree.path])
    #expect(loaded.isComplete && loaded.documents.map(\.path) == [tree.path + "/a/specs.md"])
  }

  @Test func `a link to another directory is followed`() {
    let tree = TemporaryTree()
    let other = TemporaryTree()
    other.write(PageText().text.utf8, to: "a/specs.md")
    symlink(other.path, tree.path + "/link")
    #expect(DocumentLoader.load([tree.path]).documents.map(\.path) == [tree.path + "/link/a/specs.md"])
  }

  @Test func `a link to nowhere is an error`() {
    let tree = TemporaryTree()
    tree.write(PageText().text.utf8, to: "a/specs.md")
    symlink("nowhere", tree.path + "/link")
    #expect(DocumentLoader.load([tree.path]).diagnostics.map(\.code) == ["document/unreadable"])
  }

  @Test func `a pipe is an error where it is named, and never waits`() {
    let tree = TemporaryTree()
    tree.write(PageText().text.utf8, to: "a/specs.md")
    mkfifo(tree.path + "/pipe", 0o600)
    #expect(DocumentLoader.load([tree.path]).isComplete)
    #expect(DocumentLoader.load([tree.path + "/pipe"]).diagnostics.map(\.code) == ["document/not-a-file"])
  }

  @Test func `a file that is not there is an error`() {
    #expect(DocumentLoader.load(["/nowhere/specs.md"]).diagnostics.map(\.code) == ["document/unreadable"])
  }

  @Test func `a read error in the middle of a file is an error`() {
    // Its first page is never mapped, so reading it fails on every Linux.
    if access("/proc/self/mem", R_OK) != 0 { return }
    #expect(DocumentLoader.load(["/proc/self/mem"]).diagnostics.map(\.code) == ["document/unreadable"])
  }

  @Test func `a directory without documents is an error, and other files are counted`() {
    let tree = TemporaryTree()
    tree.write("# Read me".utf8, to: "README.md")
    let loaded = DocumentLoader.load([tree.path])
    #expect(loaded.diagnostics.map(\.code) == ["document/none-found"] && loaded.otherFileCount == 1)
  }

  @Test func `a page is known by what it says, not by its name`() {
    let tree = TemporaryTree()
    tree.write(PageText().text.utf8, to: "a.txt")
    tree.write("---\ntitle: post\n---\n".utf8, to: "post.md")
    let loaded = DocumentLoader.load([tree.path])
    #expect(loaded.documents.map(\.subject) == ["zlib"] && loaded.otherFileCount == 1 && loaded.isComplete)
  }

  @Test func `the directory of a package has one page, and nothing else there is looked at`() {
    let tree = TemporaryTree()
    tree.write(PageText().text.utf8, to: "_cache/develop/zlib/specs.md")
    tree.write(PageText().text.utf8.dropLast(20), to: "_cache/develop/zlib/old.md")
    let loaded = DocumentLoader.load([tree.path])
    #expect(loaded.isComplete && loaded.documents.map(\.subject) == ["zlib"] && loaded.otherFileCount == 0)
    let named = DocumentLoader.load([tree.path + "/_cache/develop/zlib"])
    #expect(named.diagnostics.map(\.code).contains("document/truncated"))
  }

  @Test func `a package's page that is no file is looked for as anywhere else`() {
    let tree = TemporaryTree()
    let page = tree.write(PageText().text.utf8, to: "_cache/develop/a/specs.md/page.md")
    mkdir(tree.path + "/_cache/develop/b", 0o700)
    mkfifo(tree.path + "/_cache/develop/b/specs.md", 0o600)
    mkdir(tree.path + "/_cache/develop/c", 0o700)
    symlink(page, tree.path + "/_cache/develop/c/specs.md")
    tree.write("# Read me".utf8, to: "_cache/develop/d/README.md")
    let loaded = DocumentLoader.load([tree.path])
    #expect(loaded.isComplete && loaded.documents.map(\.path) == [page] && loaded.otherFileCount == 1)
  }

  @Test func `a file that is named must be a document`() {
    let tree = TemporaryTree()
    let path = tree.write("# Read me".utf8, to: "README.md")
    #expect(DocumentLoader.load([path]).diagnostics.map(\.code) == ["document/unknown-kind"])
  }

  @Test func `a directory given twice, or within another, is read once`() {
    let tree = TemporaryTree()
    tree.write(PageText().text.utf8, to: "a/specs.md")
    let loaded = DocumentLoader.load([tree.path, tree.path, tree.path + "/a"])
    #expect(loaded.isComplete && loaded.documents.count == 1)
  }

  @Test func `carriage returns, a byte order mark, a last line feed and text behind are fine`() {
    let tree = TemporaryTree()
    let text = PageText().text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let path = tree.write([0xEF, 0xBB, 0xBF] + Array((text + "\r\nbody \u{1}\r\n").utf8), to: "a.md")
    let loaded = DocumentLoader.load([path])
    #expect(loaded.isComplete && loaded.farms.first?.specCount == 1)
  }
}
