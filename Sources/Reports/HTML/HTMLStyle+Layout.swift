extension HTMLStyle {
  /// The page as a whole: text, masthead, views, controls.
  static let layout = #"""
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 var(--sans);
      font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    a { color: var(--accent); text-decoration: none; }
    a:hover { text-decoration: underline; text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; border-radius: 3px; }
    main:focus, h2:focus { outline: none; }
    h1, h2, h3, p, dl, dd, ul, ol, blockquote, figure { margin: 0; padding: 0; }
    ul { list-style: none; }
    code, .mono { font-family: var(--mono); font-size: .92em; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .soft { color: var(--ink-soft); }
    .skip { position: absolute; left: -9999px; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 20; padding: .4rem .8rem; background: var(--surface); }
    .masthead, main, .views { max-width: 1480px; margin: 0 auto; padding: 0 28px; }
    .masthead { padding-top: 26px; padding-bottom: 20px; }
    .imprint { display: flex; flex-wrap: wrap; gap: .2rem 1rem; color: var(--ink-soft); font-size: 13px; }
    .wordmark { color: var(--ink); font-weight: 650; letter-spacing: -.01em; }
    h1 { font-size: clamp(21px, 2.6vw, 30px); line-height: 1.2; font-weight: 640; letter-spacing: -.021em;
      margin-top: 10px; max-width: 48ch; text-wrap: balance; }
    .news { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-top: 8px; color: var(--ink-soft); font-size: 15px; }
    .news b { color: var(--ink); font-weight: 600; }
    .news .bad b { color: var(--gap-ink); }
    .masthead .bar { height: 10px; margin-top: 18px; }
    .bar { display: flex; height: 8px; gap: 2px; border-radius: 3px; overflow: hidden; background: var(--idle-soft); }
    .bar span { min-width: 3px; background: var(--built); forced-color-adjust: none; }
    .bar .s-gap { background: var(--gap); }
    .bar .s-waived { background: repeating-linear-gradient(135deg, var(--waived) 0 4px, transparent 4px 6px); }
    .bar .s-undetermined { background: repeating-linear-gradient(90deg, var(--undetermined) 0 2px, transparent 2px 4px); }
    .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-top: 9px; color: var(--ink-soft); font-size: 13px; }
    .legend > * { display: inline-flex; align-items: center; gap: .45rem; }
    .legend b { color: var(--ink); font-weight: 600; }
    .strip { position: sticky; top: 0; z-index: 10; background: var(--ground); border-bottom: 1px solid var(--line); }
    .views { display: flex; align-items: stretch; gap: 2px; flex-wrap: wrap; }
    .views a { padding: 11px 12px 9px; color: var(--ink-soft); border-bottom: 2px solid transparent; white-space: nowrap; }
    .views a:first-child { margin-left: -12px; }
    .views a:hover { color: var(--ink); text-decoration: none; }
    .views a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
    .views .n { margin-left: .4em; font-size: 12px; font-weight: 400; color: var(--ink-soft); }
    .views form { margin-left: auto; padding: 6px 0; }
    .views form input { width: 210px; }
    main { padding-top: 24px; padding-bottom: 64px; min-height: 70vh; }
    h2 { font-size: 19px; font-weight: 640; letter-spacing: -.012em; line-height: 1.3; }
    .lead { color: var(--ink-soft); max-width: 90ch; margin-top: 3px; }
    .viewhead { display: flex; flex-wrap: wrap; align-items: end; gap: 10px 20px; margin-bottom: 14px; }
    .viewhead > :first-child { flex: 1 1 20rem; }
    section + section { margin-top: 30px; }
    h3 { font-size: 15px; font-weight: 620; letter-spacing: -.005em; }
    input, select, button { font: inherit; font-size: 13px; color: var(--ink); }
    input, select { height: 32px; padding: 0 9px; border: 1px solid var(--line-strong); border-radius: 6px;
      background: var(--surface); max-width: 100%; min-width: 0; }
    input::placeholder { color: var(--ink-soft); opacity: 1; }
    button { height: 28px; padding: 0 9px; border: 1px solid var(--line-strong); border-radius: 6px; white-space: nowrap;
      background: var(--surface); cursor: pointer; }
    button:hover { background: var(--raised); }
    .row button { height: 24px; padding: 0 8px; font-size: 12px; }
    button.plain { border: 0; background: none; padding: 0; height: auto; text-align: left; }
    button.plain:hover { color: var(--accent); }
    .filters { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: end; }
    .filters label { display: grid; gap: 2px; font-size: 12px; color: var(--ink-soft); min-width: 0; }
    .filters label.wide { flex: 1 1 200px; }
    .filters select { max-width: 200px; }
    .filters .mid select { max-width: 360px; }
    .viewhead .acts { display: flex; gap: 8px; }
    .count { color: var(--ink-soft); font-size: 13px; margin: 0 0 8px; min-height: 1.5em; }
    .count b { color: var(--ink); font-weight: 600; }
    .nothing { padding: 44px 20px; text-align: center; color: var(--ink-soft); border: 1px dashed var(--line-strong);
      border-radius: 8px; }
    .toast { position: fixed; left: 50%; bottom: 22px; transform: translateX(-50%); max-width: min(90vw, 80ch);
      padding: 9px 14px; border-radius: 8px; background: var(--ink); color: var(--ground); font-size: 13px; z-index: 30;
      opacity: 0; transition: opacity .15s; pointer-events: none; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .toast.on { opacity: 1; }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
    @media (max-width: 700px) {
      .masthead, main, .views { padding-left: 14px; padding-right: 14px; }
      .masthead { padding-top: 18px; padding-bottom: 14px; }
      .views { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; }
      .views a { padding: 10px 9px 8px; }
      .views a:first-child { margin-left: -9px; }
      .views form { position: sticky; }
      .filters label { flex: 1 1 42%; }
      .filters label.wide { flex: 1 1 100%; }
      .filters select, .filters input { width: 100%; max-width: none; }
    }
    @media print { .strip, .skip, .filters, button { display: none; } body { background: none; } }
    """#
}
