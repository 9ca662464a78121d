/// Dense numbers for the names of one farm. They are given in the order in which names are printed (packages and other
/// names by their bytes, versions in Spack's order), so comparing numbers compares names.
package typealias PackageID = UInt32
/// The number of a version text in `Farm.versions`.
package typealias VersionID = UInt32
/// The number of a stack in `Farm.stacks`; the aggregate stack `root` has none.
package typealias StackID = UInt32
/// The number of a target in `Farm.targets`.
package typealias TargetID = UInt32
/// The number of an operating system in `Farm.oses`.
package typealias OperatingSystemID = UInt32
/// The number of a platform in `Farm.platforms`.
package typealias PlatformID = UInt32
/// The number of a variant list in `Farm.variantLists`.
package typealias VariantListID = UInt32
/// The number of a set of stacks in `Farm.stackSets`.
package typealias StackSetID = UInt32
/// The number of a spec body in `Farm.bodies`.
package typealias BodyID = UInt32
/// The number of a spec in `Farm.specs`.
package typealias SpecID = UInt32
