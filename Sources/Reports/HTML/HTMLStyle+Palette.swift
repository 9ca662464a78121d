extension HTMLStyle {
  /// Colours, light and dark. Blue and vermilion stay apart for colour-blind eyes, and no state differs by colour alone.
  static let palette = #"""
    :root {
      --ground: #f6f6f3; --surface: #ffffff; --raised: #f0f1ee; --line: #dfe1dc; --line-strong: #a9aea6;
      --ink: #1b1f23; --ink-soft: #555d66; --accent: #0b5f8a; --focus: #0b5f8a;
      --built: #3d87b4; --built-soft: #a8cde2; --gap: #cf4d12; --gap-ink: #a83a08; --gap-soft: #fbe3d6;
      --waived: #8559a8; --waived-ink: #6d4492; --undetermined: #7c838b; --undetermined-soft: #d5d8db;
      --warn-ink: #7d5600; --warn-soft: #f8ecd0; --hold-soft: #dcebf4; --idle-soft: #e9eae7;
      --shadow: 0 1px 2px rgb(20 25 30 / .06);
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #121518; --surface: #191d21; --raised: #21262b; --line: #2d3339; --line-strong: #59626b;
        --ink: #e4e7ea; --ink-soft: #a0a9b2; --accent: #7cc0e6; --focus: #7cc0e6;
        --built: #4f9cc9; --built-soft: #2c5a76; --gap: #f07f42; --gap-ink: #f79a68; --gap-soft: #43261a;
        --waived: #b48ddb; --waived-ink: #c5a5e6; --undetermined: #8b949d; --undetermined-soft: #3b4249;
        --warn-ink: #e3b95b; --warn-soft: #3a2f16; --hold-soft: #1b3443; --idle-soft: #2a2f34;
        --shadow: none;
      }
    }
    """#
}
