extension HTMLStyle {
  /// The heat map, the table of one package, and the marks of the states: each a shape and a colour of its own.
  static let map = #"""
    .heat .heads { display: flex; align-items: stretch; }
    .heat .corner, .heat .lane .who { position: sticky; left: 0; z-index: 2; width: var(--who); flex: none;
      background: var(--surface); }
    .heat .corner { align-self: stretch; display: flex; align-items: end; padding: 8px 14px; font-size: 12px;
      color: var(--ink-soft); }
    .heat .corner span:last-child { margin-left: auto; }
    .pole { width: var(--cell); flex: none; display: flex; align-items: end; justify-content: center; padding: 10px 0 7px;
      font-size: 11.5px; line-height: 1.1; color: var(--ink-soft); }
    .pole > span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; max-height: 230px;
      display: flex; gap: 7px; }
    .pole b { font-weight: 550; color: var(--ink); overflow: hidden; text-overflow: ellipsis; min-height: 0; }
    .pole span span { flex: none; max-height: 150px; overflow: hidden; text-overflow: ellipsis; }
    .pole.on { background: var(--raised); }
    .pole.first { border-left: 1px solid var(--line); }
    .lane { display: flex; align-items: stretch; height: 26px; border-bottom: 1px solid var(--line); width: max-content;
      min-width: 100%; background: var(--surface); }
    .lane:hover, .lane:focus-within, .lane:hover .who, .lane:focus-within .who { background: var(--raised); }
    .lane .who { display: flex; align-items: center; gap: 10px; padding: 0 14px; font-size: 13px; }
    .lane .who button { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
      font-weight: 500; }
    .lane .who .n { color: var(--ink-soft); font-size: 12px; white-space: nowrap; }
    .lane .who .n.bad { color: var(--gap-ink); font-weight: 600; }
    .tile { width: var(--cell); flex: none; padding: 3px 2px; display: flex; }
    .tile i { flex: 1; border-radius: 3px; forced-color-adjust: none; }
    .tile.none i { background: radial-gradient(circle, var(--line) 0 1.5px, transparent 2px); }
    .tile.full i { background: var(--built-soft); }
    .tile.part i { background: linear-gradient(to top, var(--built-soft) var(--share), var(--hole) 0); }
    .tile.h-gap { --hole: var(--gap); } .tile.h-waived { --hole: var(--waived); }
    .tile.h-undetermined { --hole: var(--undetermined-soft); }
    .tile.h-gap.part i { box-shadow: inset 0 0 0 1px var(--gap); }
    .tile.part.h-waived i { background: linear-gradient(to top, var(--built-soft) var(--share), transparent 0),
      repeating-linear-gradient(135deg, var(--waived) 0 3px, transparent 3px 5px); }
    .tile.first, .m .first { border-left: 1px solid var(--line); }
    .tile.on { outline: 2px solid var(--ink); outline-offset: -2px; border-radius: 4px; }
    .readout { min-height: 1.6em; margin: 8px 2px 0; font-size: 13px; color: var(--ink-soft); }
    .readout b { color: var(--ink); font-weight: 600; }
    .m { border-collapse: collapse; font-size: 12.5px; background: var(--surface); }
    .m th { font-weight: 500; }
    .m thead th { padding: 0; vertical-align: bottom; }
    .m thead th .pole { width: 28px; margin: 0 auto; }
    .m tbody th { position: sticky; left: 0; padding: 0 14px 0 12px; text-align: left; white-space: nowrap; height: 26px;
      font-family: var(--mono); font-size: 12px; background: var(--surface); z-index: 1; }
    .m tbody tr { border-top: 1px solid var(--line); }
    .m td { width: 28px; height: 26px; padding: 0; text-align: center; }
    .m tbody tr:hover > * { background: var(--raised); }
    .m td a, .m td .hold { display: flex; width: 100%; height: 25px; align-items: center; justify-content: center; }
    .mwrap { position: relative; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
      width: fit-content; max-width: 100%; }
    .panel .mwrap { max-width: calc(min(100vw, 1480px) - 96px); position: sticky; left: 18px; }
    .panel .legend { position: sticky; left: 18px; width: max-content; max-width: calc(100vw - 96px); }
    .panel .under { display: flex; gap: 18px; margin-top: 10px; font-size: 13px; position: sticky; left: 18px;
      width: max-content; }
    .mark { display: inline-block; width: 12px; height: 12px; flex: none; forced-color-adjust: none; }
    .mark.built { border-radius: 50%; background: var(--built); }
    .mark.gap { background: var(--gap);
      clip-path: polygon(20% 0, 50% 30%, 80% 0, 100% 20%, 70% 50%, 100% 80%, 80% 100%, 50% 70%, 20% 100%, 0 80%, 30% 50%, 0 20%); }
    .mark.waived { background: var(--waived); clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
    .mark.undetermined { border: 2px dashed var(--undetermined); border-radius: 3px; }
    .mark.unasked { width: 9px; height: 9px; border: 1.5px solid var(--built); border-radius: 50%; }
    .mark.none { width: 5px; height: 2px; background: var(--line-strong); }
    .mark.baseline { border: 2px solid var(--gap); border-radius: 50%; }
    .mark.excess { background: var(--gap); clip-path: polygon(50% 0, 100% 90%, 0 90%); }
    .mark.shortfall { background: var(--gap); clip-path: polygon(0 10%, 100% 10%, 50% 100%); }
    .mark.forbidden { border: 2px solid var(--gap); border-radius: 50%;
      background: linear-gradient(45deg, transparent 42%, var(--gap) 42% 58%, transparent 58%); }
    .mark.lost { background: var(--gap); clip-path: polygon(0 0, 35% 0, 35% 65%, 100% 65%, 100% 100%, 0 100%); }
    @media (max-width: 700px) {
      .pole > span { max-height: 200px; }
      .lane .who { padding: 0 10px; }
      .panel .mwrap { max-width: calc(100vw - 54px); }
    }
    """#
}
