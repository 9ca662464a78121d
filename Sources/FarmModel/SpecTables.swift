/// The tables that the numbers in the bodies of specs point into.
struct SpecTables: Sendable {
  var names: FarmNames
  var variantLists: VariantListTable
  var stackSets: [StackSet]
  var bodies: [SpecBody]
}
