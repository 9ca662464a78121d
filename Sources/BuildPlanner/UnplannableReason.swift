import FarmModel

/// Why a gap cannot be planned, in words.
enum UnplannableReason {
  static func unknownPackage(_ package: String) -> String {
    "the snapshot has no build of \(package) to model one on"
  }

  static func unlisted(_ counted: CountedPlacement) -> String {
    "the sentence asks for at least \(counted.minimum) \(counted.dimension.plural) without listing them"
  }

  static func tooFew(_ counted: CountedPlacement, lacking: Int) -> String {
    "\(lacking) more of the \(counted.dimension.plural) listed would be needed than can be built"
  }
}

extension PackagePlanner {
  /// What would have to be different for the gap to be planned.
  mutating func reason(_ place: GapPlace, _ requirement: Int, _ context: inout PlannerContext) -> String {
    guard let search else { return UnplannableReason.unknownPackage(package.name) }
    let names = context.names
    let target = place.target.map { " on \(names.name($0, .target))" } ?? ""
    let where_ = (place.stack.map { names.name($0, .stack) } ?? "any stack that carries \(package.name)") + target
    if let stack = place.stack, context.combinations.all(of: stack).isEmpty {
      return "the snapshot has no stack \(names.name(stack, .stack))"
    }
    if place.stack == nil, search.shelf.stacks.isEmpty { return "no stack carries \(package.name)" }
    guard let relaxed = relaxation(place, requirement, &context) else {
      return "nothing is known of how \(where_) builds"
    }
    return "no configuration known in \(where_) has \(relaxed)"
  }

  /// The first thing that the gap asks for without which something would be admitted.
  private mutating func relaxation(
    _ place: GapPlace, _ requirement: Int, _ context: inout PlannerContext
  ) -> String? {
    let version = place.version ?? latest
    func isAdmitted(_ place: GapPlace, _ requirement: Int) -> Bool {
      var place = place
      place.version = version
      return search?.admission(place, requirement: requirement, &context) != nil
    }
    let words = context.requirements[requirement].constraints.map(\.text).joined(separator: " ")
    if !words.isEmpty, isAdmitted(place, context.unconditional) { return words }
    for dimension in [Dimension.compiler, .os, .platform] {
      guard let value = place[dimension] else { continue }
      var relaxed = place
      relaxed[dimension] = nil
      if isAdmitted(relaxed, requirement) { return "\(dimension.rawValue) \(context.names.name(value, dimension))" }
    }
    var relaxed = place
    (relaxed.compiler, relaxed.os, relaxed.platform) = (nil, nil, nil)
    guard isAdmitted(relaxed, context.unconditional) else { return nil }
    return "all that is asked for together"
  }
}
