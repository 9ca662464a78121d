/// The longer words of each command's help.
enum CommandDiscussion {
  static let check = """
    PATH is a document, a directory (searched for documents by content) or - for standard input. Without --policy and
    --rule the sentence `every version built on every stack's targets` is judged.

    Exit status: 0 nothing failed; 1 a policy failed; 2 could not judge (wrong use, an invalid policy, a document that
    cannot be read, every policy vacuous).

    Examples:
      buildcover check _cache/develop
      buildcover check _cache --policy Policies --write html=report.html
      buildcover check _cache --rule 'the latest version built in every stack'

    With --survey the documents are a part of a farm, named by --shard or by the paths: what is written is no report, but
    the outcome of the part, for `buildcover merge`. It is left as it is where it is up to date. `buildcover help survey`
    says more.
    """
  static let plan = """
    Plans for the gaps of failed policies. The list is the smallest that closes them all, or says that it is not proven
    to be. Formats: text, json, csv, markdown; gitlab (a child pipeline), github (a matrix), spack (an environment for
    each stack, into a directory), slurm (an array and its tasks, into a directory), shell (a script).

    Exit status: 0; 1 if gaps remain that could not be planned or were refused; 2 could not judge.

    Examples:
      buildcover plan _cache/develop --format gitlab --output child.yml
      buildcover plan _cache/develop --format spack --output environments
    """
  static let report = """
    The same as check, for readers: the format is html unless another is named, and the exit status is 0 whatever the
    verdicts (2 if nothing could be judged).

    Example:
      buildcover report _cache/develop --output report.html
    """
  static let show = """
    Snapshots, packages and specs; each stack with its targets, operating systems, compilers, packages and specs.
    --package P prints the matrix of one package: versions by stack and target.

    Examples:
      buildcover show _cache/develop
      buildcover show _cache/develop --package hdf5
      buildcover show _cache/develop --spec 'hdf5@1.12: +mpi %gcc@11:'
    """
  static let why = """
    CELL reads PACKAGE[@VERSION] [in STACK] [on TARGET] [with COMPILER].

    Example:
      buildcover why 'hdf5@1.14.5 in e4s on x86_64_v3' _cache/develop
    """
  static let diff = """
    OLD and NEW are documents or directories; with one TREE, --from and --to name snapshots in it.

    Examples:
      buildcover diff last-week this-week
      buildcover diff _cache --from develop-2025-03-23 --to develop
    """
  static let trend = """
    Reads one snapshot at a time, in the order of dates and releases.

    Example:
      buildcover trend _cache --rule 'every version built in every stack'
    """
  static let duplicates = """
    Lists configurations that were built under several hashes, how many builds could be saved, hashes that several
    stacks carry, and orphans. With indexes it also says what the builds differ in.
    """
  static let causes = """
    Turns gaps of wanted lists round: which missing dependency blocks how many roots in which stacks, worst first.
    """
  static let policyList = """
    Without files the embedded policy is shown.
    """
  static let policyFormat = """
    Rewrites the files in place, whole or not at all; comments stay. --check changes nothing and names the files that
    are not in canonical layout.
    """
  static let explain = """
    Examples:
      buildcover explain document/truncated
      buildcover explain target neoverse_v1
    """
  static let survey = """
    Farms that outgrow one machine are judged in parts: surveys of all parts are merged, each part is judged against the
    merged survey, and the outcomes are merged into the reports of the whole, which are those of one run, to the byte.

    A survey knows no policy: it says of each stack its targets with package counts, its platforms, operating systems
    and compilers, and it lists names and documents with digests. Surveys merge in any order and grouping; those of
    other versions, snapshots or splits are refused by name.

    --shard splits packages by name. Indexes and lock files are of all packages: every part reads them whole and keeps
    its own. A task may be run again: where --output holds what the same documents, options and version gave, nothing
    is done.

    plan, report, why, causes, diff and trend answer for a part alone with --shard and --survey. Policies that reach
    across packages are refused there by name, for only a merge can judge them; and a plan for a part tells of the cells
    that it would open only those of the part.

    Example:
      buildcover survey _cache/develop --shard 1/8 -o survey-1.json
      buildcover survey merge survey-*.json -o survey.json
      buildcover check _cache/develop --shard 1/8 --survey survey.json -o part-1.json
      buildcover merge part-*.json --write html=report.html
    """
  static let merge = """
    Takes the outcomes that `check --survey` wrote for every part, and writes reports, plans and the exit status of the
    whole. Policies, --today and what narrows the view are those of the parts; baselines belong here. A part that is
    missing, repeated, damaged or of another run is an error and the exit status is 2. Files that would not change are
    left as they are.

    Example:
      buildcover merge part-*.json --format json --write html=report.html
    """
  static let completions = """
    Example:
      buildcover completions bash > /etc/bash_completion.d/buildcover
    """
}
