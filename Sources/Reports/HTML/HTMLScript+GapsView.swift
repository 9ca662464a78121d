extension HTMLScript {
  /// The view around the list of findings.
  static let gapsView = #"""
    const gapColumns = 'minmax(118px, .9fr) minmax(120px, 1.6fr) minmax(70px, .8fr) minmax(110px, 1.7fr) minmax(100px, 1.3fr) minmax(100px, 1.7fr) 126px';
    const lineHeight = () => window.innerWidth <= 700 ? 80 : 34;
    function findingList(found, label) {
      const list = new VirtualList({ get count() { return found().length; }, rowHeight: lineHeight, className: 'stacked findings',
        columns: gapColumns, label, heads: null, row: (index, isOpen) => findingRow(found()[index], isOpen, () => list.toggle(index)),
        panel: index => findingPanel(found()[index]) });
      return list;
    }
    function gapsView(parameters) {
      const state = Object.fromEntries(GAP_KEYS.map(key => [key, parameters.get(key) || '']));
      state.state = state.state || 'open';
      state.sort = state.sort || 'package';
      let found = [];
      const list = findingList(() => found, 'Findings');
      const count = h('p', { class: 'count', 'aria-live': 'polite', id: 'count' });
      const empty = h('div', {});
      const search = h('input', { type: 'search', id: 'search', value: state.q, placeholder: 'Words of package, version, stack, target, policy',
        autocomplete: 'off', spellcheck: 'false' });
      const change = part => {
        Object.assign(state, part);
        const kept = { ...state, state: state.state === 'open' ? '' : state.state, sort: state.sort === 'package' ? '' : state.sort };
        history.replaceState(null, '', address({ view: 'gaps', ...kept }));
        update();
      };
      const sortBy = key => change({ sort: state.sort === key ? '-' + key : key });
      const update = () => {
        found = filtered(state);
        const packages = new Set(found.map(finding => finding.package)).size;
        count.replaceChildren(h('b', {}, grouped(found.length)), ' of ' + plural(report.findings.length, 'finding')
          + (found.length ? ' in ' + plural(packages, 'package') : '')
          + (omittedCount ? '; ' + grouped(omittedCount) + ' more were counted but are not listed in this file' : ''));
        const heads = listHeads(state, sortBy);
        if (list.source.heads) list.source.heads.replaceWith(heads); else list.host.prepend(heads);
        list.source.heads = heads;
        list.host.hidden = found.length === 0;
        empty.replaceChildren(...(found.length ? [] : [nothing(report.findings.length
          ? 'Nothing matches these filters.' : 'Nothing is missing, and nothing is there that should not be.')]));
        list.refresh();
      };
      search.addEventListener('input', () => change({ q: search.value }));
      const filter = (label, key, options) => {
        const control = select(options, state[key], value => change({ [key]: value }));
        control.id = 'filter-' + key;
        return options.length > 2 || state[key] ? field(label, control) : null;
      };
      const known = (key, options) => state[key] && !options.some(([value]) => value === state[key])
        ? [...options, [state[key], visible(state[key]) + ' (0)']] : options;
      main.append(h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Gaps'),
          h('p', { class: 'lead' }, 'Every finding, why it is one, and what would close it.')),
        h('div', { class: 'acts' }, h('button', { id: 'clear', onclick: () => { location.hash = '#view=gaps'; draw(); } }, 'Clear filters'),
          h('button', { id: 'link', onclick: () => copy(location.href, 'Link copied') }, 'Copy link'))),
        h('div', { class: 'filters' }, field('Search', search, true), filter('State', 'state', stateChoices()),
          filter('Policy', 'policy', known('policy', choices('policy'))), filter('Stack', 'stack', known('stack', choices('stack'))),
          filter('Target', 'target', known('target', choices('target'))),
          report.findings.length > 2 && field('Package', packageInput(state.package, value => change({ package: value }))),
          state.version && filter('Version', 'version', known('version', choices('version')))),
        count, empty, list.host);
      update();
    }
    """#
}
