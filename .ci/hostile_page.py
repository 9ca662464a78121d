"""Writes a package page whose names try to be markup, commands and formulas: hostile_page.py FILE"""
import json, sys

NAMES = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=1+1", "@SUM(A1)", "$(touch /tmp/pwned)",
         "`id`", "::error::x", "${{ secrets.TOKEN }}", "a|b", "[x](javascript:alert(1))", "\u001b[31mred", "a\nb",
         "\u202egnp", "-rf", "!reference [x]"]
specs = [{"compiler": "gcc@=11.4.0", "hash": ("%032d" % i).translate(str.maketrans("0123456789", "abcdefghij")), "os": name,
          "platform": "linux", "size": "-", "stacks": [name, "plain", "root"], "target": name,
          "variants": ["build_system=generic"], "versions": [name]} for i, name in enumerate(NAMES)]
stacks = {}
for spec in specs:
    for stack in spec["stacks"]:
        stacks[stack] = stacks.get(stack, 0) + 1
meta = {"compilers": ["gcc@=11.4.0"], "num_specs": len(specs), "num_specs_by_stack": stacks, "oss": sorted(NAMES),
        "platforms": ["linux"], "stacks": sorted(stacks), "targets": sorted(NAMES), "versions": sorted(NAMES)}
page = ("---\ntitle: \"pkg<b>\"\nlayout: cache\ncategories: [package, develop]\nmeta: " + json.dumps(meta)
        + "\nspec_details: " + json.dumps(specs) + "\n---")
open(sys.argv[1], "w").write(page)
