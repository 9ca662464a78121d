/// The page's script, a subject to a file. It shows data as text only: nothing in it makes markup of a string.
enum HTMLScript {
  static let text =
    "\n(() => {\n'use strict';\n"
    + [
      unpacking, findings, elements, virtualList, routing, masthead, policies, map, matrix, gaps, gapsView, clipboard,
      package,
      plan, stacks, waste, about, start,
    ].joined(separator: "\n") + "})();\n"
}
