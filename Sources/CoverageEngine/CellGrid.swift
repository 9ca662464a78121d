/// The cells of one package under one coverage policy, in words: versions × places, with the state of each.
package struct CellGrid: Sendable, Hashable {
  package var package: String
  /// In Spack's order; one `nil` where the sentence binds no version.
  package var versions: [String?]
  /// What is bound besides package and version, in order.
  package var places: [Cell]
  /// For version `v` and place `p`: `states[v * places.count + p]`.
  package var states: [CellState]

  package init(package: String, versions: [String?], places: [Cell], states: [CellState]) {
    self.package = package
    self.versions = versions
    self.places = places
    self.states = states
  }

  /// The state of the cell of a version and a place, by their positions.
  package func state(version: Int, place: Int) -> CellState { states[version * places.count + place] }

  /// The cell of a version and a place, by their positions.
  package func cell(version: Int, place: Int) -> Cell {
    var cell = places[place]
    cell.package = package
    cell.version = versions[version]
    return cell
  }
}
