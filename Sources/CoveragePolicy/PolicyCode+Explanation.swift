extension PolicyCode {
  package var explanation: String {
    switch self {
    case .notText, .tooLarge, .tooManyErrors, .nothingInFile: fileExplanation
    case .unexpectedWord, .reservedWord, .unterminatedText, .unclosedBlock, .strayBrace: syntaxExplanation
    case .nameNotKebabCase, .duplicateName, .noSentence, .twoSentences, .clauseOutsideBlock, .duplicateClause,
      .repeatedName:
      structureExplanation
    case .malformedName, .malformedNumber, .malformedRange, .malformedConstraint, .unanswerableConstraint,
      .malformedDate, .malformedPercentage, .compilerWithoutVersion:
      valueExplanation
    case .waiverWithoutDate, .missingReason, .runnableWithoutTargets, .runnableNeedsNames, .unreachableNumber,
      .mainNeedsTargets, .patternBeyondSentence, .passingNeedsCoverage:
      meaningExplanation
    case .unknownStack, .unknownPackage, .unknownSnapshot, .unmatchedGlob, .newTarget: farmExplanation
    }
  }

  private var fileExplanation: String {
    switch self {
    case .notText:
      """
      The file given with --policy is binary, UTF-16 or holds bytes that are not UTF-8, so nothing in it was read. \
      Policies are plain text in UTF-8. Check that the path is right, or save the file as UTF-8.
      """
    case .tooLarge:
      """
      The file, a list, a name or a line is larger than any policy needs: a file has at most \
      \(PolicyLimits.fileSize >> 20) MiB and \(PolicyLimits.policies) policies, a policy \(PolicyLimits.statements) \
      clauses, a list \(PolicyLimits.names) names, a name \(PolicyLimits.nameLength) bytes. Long lists of names are \
      usually better said with a glob such as `py-*`.
      """
    case .tooManyErrors:
      """
      After \(PolicyLimits.diagnostics) errors the rest of a policy file is not read, for it is probably not a policy \
      file at all. Correct the first errors and run again.
      """
    default:
      """
      A policy file that holds no policy would check nothing and pass, which is what a gate must never do by accident. \
      Write at least one sentence, such as `every version built on every stack's targets`, or leave the file out.
      """
    }
  }

  private var syntaxExplanation: String {
    switch self {
    case .unexpectedWord:
      """
      A word or sign stands where the sentence or clause cannot go on with it. The message lists what could stand \
      there. Each sentence and each clause stands on one line, names are separated by commas and follow their kind: \
      `every version built on every stack's targets, in stacks e4s, ml-*`.
      """
    case .reservedWord:
      """
      The words of the language, such as `in`, `stacks` or `built`, cannot be used as names as they are, for a sentence \
      could then be read in two ways. Quote a name that is such a word: `packages "built"`.
      """
    case .unterminatedText:
      """
      A text in quotes ends on the line on which it begins. Write `\\"` for a quote inside it and `\\\\` for a backslash.
      """
    case .unclosedBlock:
      """
      The block of a policy runs from `{` to `}`. Another `policy` or the end of the file came before the `}`.
      """
    default:
      """
      `{` opens a block only behind `policy NAME`, and `}` closes one that is open. This brace does neither: perhaps a \
      `policy` line above is damaged, or a brace stands once too often.
      """
    }
  }

  private var structureExplanation: String {
    switch self {
    case .nameNotKebabCase:
      """
      The name of a policy stands in findings, baselines and links, so it is plain: lowercase letters and digits in \
      words joined by `-`, such as `every-version-on-every-target`. What people should read goes into the title.
      """
    case .duplicateName:
      """
      Findings are known by the name of their policy, so names are unique over all files loaded. A bare sentence is \
      named by its canonical text; to use one twice with different clauses, give each a block and a name.
      """
    case .noSentence:
      """
      A policy demands something with exactly one sentence; clauses such as `for` and `severity` only shape it. This \
      one has clauses alone. Write what must hold, such as `every version built in every stack`.
      """
    case .twoSentences:
      """
      A policy has exactly one sentence, so that its verdict says which demand is broken. Make two policies of it.
      """
    case .clauseOutsideBlock:
      """
      A clause belongs to a policy. Outside a block it can only follow its sentence on the same line, behind `;`: \
      `every version built in every stack; for packages py-*`.
      """
    case .duplicateClause:
      """
      `severity`, `because` and `passing at` may stand once in a policy, and each kind of name once in a pattern, where \
      all parts must match at once. Which one was meant cannot be told.
      """
    default:
      """
      A name stands twice in a list. That changes nothing, but usually another name was meant.
      """
    }
  }

  private var valueExplanation: String {
    switch self {
    case .malformedName:
      """
      The text cannot be a name of this kind: a package stands alone, without version or variants; a version is one \
      version, while ranges begin with `@`; a compiler is one compiler such as `gcc@11.4.0` or a glob, while ranges are \
      constraints (`with %gcc@11:`); and a `[` of a glob needs its `]`.
      """
    case .malformedNumber:
      """
      A number is written in digits, at least 1 where the sentence would otherwise always hold, and at most \
      \(PolicyLimits.number).
      """
    case .malformedRange:
      """
      A range is written as in Spack: `@1.2` is 1.2 and all 1.2.x, `@=1.2` exactly 1.2, `@1.2:` everything from 1.2, \
      `@:1.4` everything up to 1.4.x, `@1.2:1.4,2.0` a union.
      """
    case .malformedConstraint:
      """
      A constraint is written as in a Spack spec: `+mpi ~shared build_type=Release %gcc@12:`. The caret shows where \
      reading it stopped.
      """
    case .unanswerableConstraint:
      """
      The constraint is good Spack, but asks for something that the documents at hand do not record, such as a \
      dependency (`^zlib`) on a package page. Rather than ignore it, buildcover refuses it. Leave that part out.
      """
    case .malformedDate:
      """
      A waiver ends on a day of the calendar, written as year, month and day: `until 2027-01-31`.
      """
    case .malformedPercentage:
      """
      `passing at 99.5%` takes a percentage above 0 and up to 100, with at most two decimals and the sign right behind.
      """
    default:
      """
      Builds record compilers with their version, so the name of a compiler alone matches no build. Write \
      `compilers gcc@*` for any version, or the constraint `with %gcc`.
      """
    }
  }

  private var meaningExplanation: String {
    switch self {
    case .waiverWithoutDate:
      """
      A waiver lets a gap pass until a day, after which it counts again, so that no gap is forgotten: \
      `waive packages hdf5 until 2027-01-31 because "…"`. For what is never wanted use `except`.
      """
    case .missingReason:
      """
      A waiver says why the gap is accepted, for those who read it when it ends, and a reason is never empty: \
      `because "waits for the fix in 1.2.1"`.
      """
    case .runnableWithoutTargets:
      """
      `runnable` asks whether the code of some build runs on a target (code for x86_64_v3 runs on x86_64_v4), so the \
      sentence must name targets in some way: `every version runnable on every stack's targets`.
      """
    case .runnableNeedsNames:
      """
      One build can run on many targets, even such as the farm has never seen, so `at least N targets` counts only \
      among listed ones: `runnable on at least 2 targets of x86_64_v3, x86_64_v4, neoverse_v1`.
      """
    case .unreachableNumber:
      """
      The sentence asks for more of something than it lists names, so it can never hold.
      """
    case .mainNeedsTargets:
      """
      The main targets of a stack are those on which it builds at least a tenth of its packages. There are no main \
      compilers or operating systems.
      """
    case .patternBeyondSentence:
      """
      A pattern picks among what the sentence requires, so it can only name what the sentence speaks of: the cells of \
      `every version built in every stack` have a package, a version and a stack, but no target. Extend the sentence \
      (`on every stack's targets`) or leave the part out.
      """
    default:
      """
      `passing at 95%` says which share of the required cells must be covered. Count sentences, prohibitions, losses \
      and wanted lists require no such cells; use `waive`, `except` or `severity` there.
      """
    }
  }

  private var farmExplanation: String {
    switch self {
    case .unknownStack:
      """
      No loaded snapshot has a stack of this name. It is an error, since a typing mistake would otherwise turn into \
      thousands of gaps. Correct it, or write a glob if the stack may be missing.
      """
    case .unknownPackage:
      """
      No loaded snapshot has a package of this name. It is an error, since a typing mistake would otherwise turn into \
      gaps or into silence. A package that only some of the loaded snapshots lack is no mistake.
      """
    case .unknownSnapshot:
      """
      No document of a snapshot of this name was loaded. Correct the name, or load the documents; those that only \
      `lost since` asks for may also be given with `--since`.
      """
    case .unmatchedGlob:
      """
      The glob matches no name in the documents loaded, so this part of the policy has no effect. Globs never match the \
      aggregate stack `root`.
      """
    default:
      """
      Neither the farm nor archspec's list of microarchitectures knows this target. It may be new; but if it is \
      misspelt, every cell on it will be a gap.
      """
    }
  }
}
