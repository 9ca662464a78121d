extension HTMLStyle {
  /// The policies, and what else stands in boxes.
  static let cards = #"""
    .cards { display: grid; gap: 12px; }
    .card { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow);
      padding: 16px 20px 14px; }
    .policy { display: grid; grid-template-columns: minmax(0, 1fr) minmax(250px, 330px); gap: 6px 40px; }
    .policy > header { grid-column: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
    .policy > header code { color: var(--ink-soft); font-size: 12px; }
    .verdict { display: inline-flex; align-items: center; gap: 6px; padding: 1px 9px 1px 7px; border-radius: 5px;
      font-size: 12px; font-weight: 600; background: var(--idle-soft); color: var(--ink); }
    .verdict::before { content: "–"; font-weight: 700; }
    .verdict.holds { background: var(--hold-soft); } .verdict.holds::before { content: "✓"; }
    .verdict.fails { background: var(--gap-soft); color: var(--gap-ink); } .verdict.fails::before { content: "✕"; }
    .verdict.warns { background: var(--warn-soft); color: var(--warn-ink); } .verdict.warns::before { content: "!"; }
    .verdict.noted::before { content: "i"; }
    .verdict.error { background: var(--gap-soft); color: var(--gap-ink); } .verdict.error::before { content: "✕"; }
    .verdict.warning { background: var(--warn-soft); color: var(--warn-ink); } .verdict.warning::before { content: "!"; }
    .verdict.note::before { content: "i"; }
    .says { min-width: 0; }
    .sentence { font-size: 16px; line-height: 1.45; letter-spacing: -.006em; }
    .clauses { color: var(--ink-soft); font-size: 13px; margin-top: 3px; }
    .because { margin-top: 7px; padding-left: 12px; border-left: 3px solid var(--line); color: var(--ink-soft); }
    .figures { align-self: start; grid-area: 1 / 2 / span 2; }
    .figures .share { display: flex; align-items: baseline; gap: 10px; }
    .figures .share b { font-size: 22px; font-weight: 620; letter-spacing: -.02em; line-height: 1.2; }
    .figures .bar { margin: 6px 0 8px; }
    .figures .legend { margin: 0; gap: .2rem 1rem; }
    .policy > footer { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 2px 18px; align-items: start;
      margin-top: 6px; font-size: 13px; }
    details > summary { cursor: pointer; color: var(--ink-soft); width: fit-content; }
    details > summary:hover { color: var(--ink); }
    details[open] { flex-basis: 100%; }
    .reading { margin-top: 6px; padding: 10px 12px; border-radius: 6px; background: var(--raised); white-space: pre-wrap;
      font-size: 13px; max-width: 110ch; }
    dd .reading { display: block; margin: 0; padding: 6px 10px; }
    .waivers li { padding: 6px 0; border-bottom: 1px solid var(--line); }
    .waivers li:last-child { border: 0; }
    .facts { display: flex; flex-wrap: wrap; gap: 4px 28px; }
    .facts div { display: flex; gap: 8px; align-items: baseline; }
    .facts dt { color: var(--ink-soft); }
    .facts dd { font-weight: 600; }
    .diagnostic { padding: 11px 0; border-bottom: 1px solid var(--line); }
    .diagnostic:last-child { border: 0; }
    .diagnostic p { margin-top: 3px; max-width: 110ch; }
    .diagnostic .soft { font-size: 13px; }
    .trend { margin-top: 12px; }
    .trend img { display: block; width: 100%; height: auto; max-height: 380px; object-fit: contain; object-position: left; }
    .subhead + .because { margin: -2px 0 12px; }
    .crumb { color: var(--ink-soft); font-size: 13px; margin-bottom: 2px; }
    .subhead { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin-bottom: 9px; }
    .subhead .soft { font-size: 13px; }
    @media (max-width: 700px) {
      .policy { grid-template-columns: minmax(0, 1fr); }
      .card { padding: 14px; }
      .figures { margin-top: 6px; grid-area: auto; }
    }
    """#
}
