extension HTMLStyle {
  /// Long lists that draw only the rows in view, and ordinary tables.
  static let tables = #"""
    .scroller { position: relative; overflow: auto; max-height: max(360px, calc(100vh - 190px)); background: var(--surface);
      border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow); }
    .scroller .heads { position: sticky; top: 0; z-index: 3; background: var(--surface);
      border-bottom: 1px solid var(--line); min-width: 100%; width: max-content; }
    .scroller .space { position: relative; min-width: 100%; }
    .scroller .item { position: absolute; left: 0; right: 0; top: 0; min-width: 100%; }
    .row, .heads.list { display: grid; grid-template-columns: var(--columns); column-gap: 14px; align-items: center;
      padding: 0 14px; }
    .heads.list { width: auto; padding-top: 7px; padding-bottom: 7px; font-size: 12px; color: var(--ink-soft); }
    .heads.list button { font-size: 12px; color: var(--ink-soft); }
    .heads.list [aria-sort] button { color: var(--ink); font-weight: 600; }
    .row { height: 34px; border-bottom: 1px solid var(--line); font-size: 13px; }
    .row:hover, .row:focus-within { background: var(--raised); }
    .row > * { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .row > .acts { display: flex; gap: 6px; justify-content: end; overflow: visible; }
    .row > .state { display: flex; align-items: center; gap: 8px; overflow: visible; }
    .row .number { text-align: right; }
    .row :focus-visible { outline-offset: -2px; }
    .row a.name { font-weight: 550; color: var(--ink); }
    .row a.name:hover { color: var(--accent); }
    button:disabled { color: var(--ink-soft); border-style: dashed; cursor: not-allowed; background: none; }
    .twist { display: inline-block; width: 0; height: 0; margin-right: 8px; border: 4px solid transparent;
      border-left: 6px solid currentColor; border-right: 0; transition: transform .12s; color: var(--ink-soft); }
    [aria-expanded="true"] > .twist { transform: rotate(90deg); }
    .panel { padding: 14px 18px 18px; border-bottom: 1px solid var(--line); background: var(--ground); }
    .panel dl { display: grid; grid-template-columns: max-content 1fr; gap: 5px 18px; max-width: 110ch; }
    .panel dt { color: var(--ink-soft); }
    .spec { display: flex; gap: 10px; align-items: start; }
    .spec code { flex: 0 1 auto; padding: 3px 7px; border-radius: 5px; background: var(--raised); white-space: pre-wrap; }
    .tablewrap { position: relative; overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px;
      box-shadow: var(--shadow); }
    table.plain { border-collapse: collapse; width: 100%; font-size: 13px; }
    table.plain th, table.plain td { padding: 7px 14px; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); overflow-wrap: normal; }
    table.plain tbody tr:last-child > * { border-bottom: 0; }
    table.plain thead th { font-size: 12px; font-weight: 400; color: var(--ink-soft); white-space: nowrap; }
    table.plain tbody th { font-weight: 550; white-space: nowrap; }
    table.plain .number { text-align: right; white-space: nowrap; }
    table.plain .bar { width: 120px; margin-top: 7px; }
    .tablewrap.slim { max-width: 820px; }
    .chip { display: inline-block; margin: 0 6px 3px 0; padding: 0 7px; border-radius: 4px; background: var(--raised);
      font-size: 12px; white-space: nowrap; }
    .chip.few { border: 1px dashed var(--line-strong); background: none; }
    .chip small { font-size: 11px; color: var(--ink-soft); }
    @media (max-width: 700px) {
      .heads.list { display: none; }
      .scroller { max-height: max(420px, calc(100vh - 130px)); }
      .scroller.stacked .row { height: 80px; grid-template-columns: auto minmax(0, 1fr) auto; grid-auto-rows: 22px;
        align-content: center; gap: 0 10px; }
      .stacked .row > .late { display: none; }
      .stacked .row > .acts { grid-area: 1 / 3 / span 3; flex-direction: column; align-self: center; }
      .findings .row > :nth-child(1) { grid-area: 2 / 1; } .findings .row > :nth-child(2) { grid-area: 1 / 1; }
      .findings .row > :nth-child(3) { grid-area: 1 / 2; }
      .findings .row > :nth-child(5) { grid-area: 2 / 2; display: block; color: var(--ink-soft); }
      .findings .row > :nth-child(4) { grid-area: 3 / 1 / auto / span 2; }
      .plans .row > :nth-child(-n+3) { grid-column: 1 / span 2; }
      .plans .row > :nth-child(2) { grid-row: 1; }
      .panel { padding: 12px; }
      .panel dl { grid-template-columns: 1fr; gap: 0; }
      .panel dd { margin-bottom: 7px; }
      .spec { flex-wrap: wrap; }
    }
    """#
}
