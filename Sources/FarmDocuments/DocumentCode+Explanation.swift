extension DocumentCode {
  package var explanation: String {
    switch self {
    case .unreadable:
      """
      The file or directory could not be opened or read; the system's reason is in the message. What it holds is \
      unknown, so nothing is judged without it. Check the path and its permissions.
      """
    case .notAFile:
      """
      The path is a pipe, socket or device. Such a thing may never end or never begin, so only regular files and \
      directories are read. To read from a pipe, give `-` and the pipe as standard input.
      """
    case .noneFound:
      """
      The directory holds no document: no file below it is a package page, a buildcache index or a lock file by its \
      content. Nothing could be judged, and an empty farm must not pass for a complete one.
      """
    case .empty:
      """
      The document has no bytes. An interrupted download or a full disk leaves such files. Fetch it again.
      """
    case .unknownKind:
      """
      The content is not that of any document that is read: a package page begins with a line `---` and has a line \
      `spec_details: […]`; a buildcache index is a JSON object with `database`; a lock file is one with `concrete_specs`.
      """
    case .tooLarge:
      """
      The document is larger than one document may be (1 GiB). Pages hold one package and have at most some megabytes.
      """
    case .truncated:
      """
      The document ends in the middle. What is missing cannot be known, and must not look like missing builds. \
      Fetch it again.
      """
    case .invalidJSON:
      """
      The value is not JSON as RFC 8259 defines it. The place is that of the first character that cannot stand there.
      """
    case .invalidUTF8:
      """
      The text holds bytes that are no UTF-8, which JSON and YAML demand. The document is damaged or in another encoding.
      """
    case .controlCharacter:
      """
      The text holds a NUL byte or another control character, which may stand in no document unless it is escaped.
      """
    case .nestedTooDeep:
      """
      Arrays and objects stand in each other more than 512 deep. No document of a farm needs more than ten levels.
      """
    case .duplicateKey:
      """
      A key stands twice in an object that is read, or in the front matter. Programs disagree about which one counts, \
      so the document says two things at once.
      """
    case .wrongType:
      """
      A key is there, but its value has another type than every document of a farm gives it.
      """
    case .missingKey:
      """
      A key that every page has is not there. Each spec needs `hash`, `versions`, `stacks`, `variants` and either \
      `platform`, `os` and `target` or `arches`; a page needs `categories`, `meta` and `spec_details`.
      """
    case .missingTitle:
      """
      The front matter has no `title`, which names the package. The name of the file or directory is not used instead.
      """
    case .invalidFrontMatter:
      """
      A line of the front matter that is needed cannot be read: `title: "PACKAGE"` or \
      `categories: [package, SNAPSHOT]`.
      """
    case .noVersion:
      """
      `versions` of a spec is an empty list. A built spec has exactly one version.
      """
    case .severalVersions:
      """
      `versions` of a spec lists more than one version. A built spec has exactly one.
      """
    case .emptyName:
      """
      A name or hash is the empty text.
      """
    case .invalidArches:
      """
      `arches` is not PLATFORM-OS-TARGET, as in `linux-ubuntu22.04-x86_64_v3`: it needs two dashes with text around them.
      """
    case .mixedVariants:
      """
      `variants` of a spec mixes bare names, as pages of 2022 and 2023 list them, with variants that have values. One \
      of them is damaged: `mpi` could stand for `+mpi` or `~mpi`.
      """
    case .metaDiffers:
      """
      `meta` sums up `spec_details`, and the two disagree. That is how a damaged page shows: specs were lost or changed \
      after the page was written. Fetch it again.
      """
    case .unknownDatabase:
      """
      The index was written in a version of Spack's database that is not known here; its words may mean something else. \
      Versions 5 to 8 are read.
      """
    case .unknownSnapshot:
      """
      The path of the index does not tell its snapshot, and documents of several snapshots are read, so it may belong to \
      any. Keep it as `SNAPSHOT/STACK/build_cache/index.json`, or read one snapshot at a time.
      """
    case .unknownStack:
      """
      The path does not tell the stack: an index is expected as `SNAPSHOT/STACK/build_cache/index.json` or below \
      `SNAPSHOT/STACK/v3`, a lock file in the directory of its stack. Give `--index STACK=FILE` or `--lock STACK=FILE`.
      """
    case .invalidManifest:
      """
      The manifest of an index (layout v3) does not name a blob that can be read: by sha256, not compressed, written \
      in manifest version 3.
      """
    case .blobDiffers:
      """
      The blob that the manifest names has another length or checksum than the manifest says. One of the two is damaged \
      or older than the other; fetch both again.
      """
    case .wrongDocument:
      """
      `--index` was given something that is no buildcache index, or `--lock` something that is no lock file.
      """
    case .builtElsewhere:
      """
      The indexes of stacks list specs that none of them has pushed (`in_buildcache: false` everywhere). Stacks share \
      builds through the snapshot's root index, which was not read: these specs may be built or not, and count as not \
      built here. Read the root index (`SNAPSHOT/build_cache/index.json`) too.
      """
    case .unknownLockStack:
      """
      The lock file asks for a stack that no document mentions, so nothing that it asks for is there. Either the \
      stack's index or pages are missing, or the stack is called something else: give `--lock STACK=FILE`.
      """
    case .contradiction:
      """
      Two documents, or two rows of one, give the same hash of the same package with different attributes. A hash \
      stands for one build, so at least one of them is wrong. The spec is left out. Read documents of one time only.
      """
    case .tooMany:
      """
      There are more specs, names or lists of variants than are numbered (2,000,000,000), or more than 65,534 different \
      sets of virtual packages on dependencies; or one package has so many builds and values (versions, stacks, targets, \
      compilers, systems) that their product is more than 1,073,741,824. Nothing is judged, for part of a farm must \
      not pass for the whole.
      """
    case .moreProblems:
      """
      The document has more problems than are shown. Usually one of the first is the cause of the others.
      """
    }
  }
}
