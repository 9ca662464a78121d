extension HTMLScript {
  /// The heat map: packages by places, worst first, each row unfolding into the package's versions.
  static let map = #"""
    // A lens looks at the farm through one policy, or at what is built whatever is asked for.
    function policyLens(policy) {
      const rows = [];
      for (const block of policy.blocks.values()) {
        const row = { package: block.package, wanted: 0, built: 0, gaps: 0 };
        for (let cell = 0; cell < block.size; cell++) {
          const state = nibble(policy, block, cell) & 7;
          if (!state) continue;
          const [required, covered] = policy.many.get(block.first + cell) || [1, state === BUILT ? 1 : 0];
          row.wanted += required;
          row.built += covered;
          if (state === GAP) row.gaps += required - covered;
        }
        rows.push(row);
      }
      const tile = (number, column) => {
        const block = policy.blocks.get(number), at = block.places.indexOf(column);
        if (at < 0) return null;
        const sum = { wanted: 0, built: 0, hole: 'built' };
        let worst = NONE;
        for (let row = 0; row < block.versions.length; row++) {
          const cell = row * block.places.length + at, state = nibble(policy, block, cell) & 7;
          if (!state) continue;
          const [required, covered] = policy.many.get(block.first + cell) || [1, state === BUILT ? 1 : 0];
          sum.wanted += required;
          sum.built += covered;
          worst = Math.max(worst, state);
        }
        sum.hole = STATE[worst];
        return sum.wanted ? sum : null;
      };
      return { policy, columns: policy.places, rows, tile };
    }
    function farmLens() {
      const columns = data.presence.columns.map(([stack, target]) => [stack, target, -1, -1, -1]);
      const rows = [];
      for (const [number, held] of presence) {
        const row = { package: number, wanted: 0, built: 0, gaps: 0 };
        columns.forEach((_, column) => {
          const sum = farmTile(held, column);
          if (sum) { row.wanted += sum.wanted; row.built += sum.built; }
        });
        rows.push(row);
      }
      return { policy: null, columns, rows, tile: (number, column) => farmTile(presence.get(number), column) };
    }
    function farmTile(held, column) {
      if (!held.stacks) {
        held.stacks = new Set();
        data.presence.columns.forEach(([stack], index) => {
          for (let row = 0; row < held.versions.length; row++) if (holds(held, row, index)) held.stacks.add(stack);
        });
      }
      if (!held.stacks.has(data.presence.columns[column][0])) return null;
      let built = 0;
      for (let row = 0; row < held.versions.length; row++) if (holds(held, row, column)) built++;
      return { wanted: held.versions.length, built, hole: 'undetermined' };
    }
    const lenses = new Map();
    function lensFor(name) {
      const policy = judged.find(candidate => candidate.name === name);
      const key = policy ? policy.name : '';
      if (!lenses.has(key)) lenses.set(key, policy ? policyLens(policy) : farmLens());
      return lenses.get(key);
    }
    const defaultPolicy = () => {
      const chosen = judged.find(policy => policy.verdict === 'fails') || judged.find(policy => policy.tallies.gaps) || judged[0];
      return chosen ? chosen.name : '';
    };
    const placeWords = place => PLACE.map((kind, index) => nameOf(kind, place[index])).filter(Boolean);
    function pole(place, before, className) {
      const [head, ...rest] = placeWords(place);
      const isFirst = before && before[0] !== place[0];
      return h('div', { class: 'pole' + (isFirst ? ' first' : '') + (className || ''), title: [head, ...rest].join(' · ') },
        h('span', {}, h('b', {}, head || 'any place'), rest.length > 0 && h('span', {}, rest.join(' · '))));
    }

    const MAP_SORTS = { worst: 'Worst first', share: 'Lowest share first', name: 'Name' };
    const mapOrder = {
      worst: (a, b) => b.gaps - a.gaps || a.built / a.wanted - b.built / b.wanted || a.package - b.package,
      share: (a, b) => a.built / a.wanted - b.built / b.wanted || b.gaps - a.gaps || a.package - b.package,
      name: (a, b) => a.package - b.package,
    };
    function mapView(parameters) {
      const chosen = parameters.has('policy') ? parameters.get('policy') : defaultPolicy();
      const state = { policy: chosen, q: parameters.get('q') || '', sort: Object.hasOwn(mapOrder, parameters.get('sort')) ? parameters.get('sort') : 'worst',
        holes: parameters.get('holes') || '' };
      const go = change => { Object.assign(state, change); history.replaceState(null, '', address({ view: 'map', ...state })); draw(); };
      const lens = lensFor(state.policy);
      const options = judged.map(policy => [policy.name, visible(policy.title || policy.name)]);
      options.push(['-', 'Everything built, whatever is asked for']);
      const search = h('input', { type: 'search', value: state.q, placeholder: 'Part of a name' });
      const count = h('p', { class: 'count', 'aria-live': 'polite' });
      const readout = h('p', { class: 'readout', 'aria-live': 'polite' }, 'Point at a tile, or move with the arrow keys.');
      let rows = [];
      const narrow = window.innerWidth < 700;
      const width = { who: narrow ? 170 : 290, cell: tileWidth(lens.columns.length, narrow ? 170 : 290) };
      const heads = h('div', { class: 'heads', role: 'row' }, h('div', { class: 'corner', role: 'columnheader' },
          h('span', {}, 'Package'), h('span', {}, lens.policy ? 'missing' : 'built')),
        lens.columns.map((place, index) => {
          const head = pole(place, lens.columns[index - 1]);
          head.setAttribute('role', 'columnheader');
          return head;
        }));
      const list = new VirtualList({ get count() { return rows.length; }, rowHeight: () => 26, heads, className: 'heat',
        label: 'Heat map of packages and places', row: (index, isOpen) => lane(lens, rows[index], isOpen, () => list.toggle(index)),
        panel: index => unfolded(lens, rows[index].package) });
      list.host.style.setProperty('--who', width.who + 'px');
      list.host.style.setProperty('--cell', width.cell + 'px');
      watchTiles(list, lens, () => rows, readout, heads);
      const update = () => {
        const wanted = search.value.trim().toLowerCase();
        rows = lens.rows.filter(row => (!wanted || names.packages[row.package].toLowerCase().includes(wanted))
          && (!state.holes || row.built < row.wanted)).sort(mapOrder[state.sort]);
        count.replaceChildren(h('b', {}, grouped(rows.length)), ' of ' + plural(lens.rows.length, 'package') + ', '
          + plural(lens.columns.length, 'place'));
        list.refresh();
      };
      search.addEventListener('input', () => {
        state.q = search.value;
        history.replaceState(null, '', address({ view: 'map', ...state }));
        update();
      });
      const parts = [h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Map'), h('p', { class: 'lead' }, lens.policy
          ? 'Each tile fills up with the share of versions built there; unfold a package to see every version.'
          : 'What the farm holds: each tile fills up with the share of the package’s versions.'))),
        h('div', { class: 'filters' },
          h('label', { class: 'mid' }, 'Asked for by', select(options, lens.policy ? state.policy : '-', value => go({ policy: value }))),
          field('Package', search, true),
          field('Order', select(Object.entries(MAP_SORTS), state.sort, value => go({ sort: value }))),
          field('Show', select([['', 'all packages'], ['only', 'only with holes']], state.holes, value => go({ holes: value })))),
        count, lens.rows.length ? [list.host, readout, tileLegend()] : nothing('There is nothing on this map.')];
      main.append(...parts.flat());
      update();
    }
    function tileWidth(columns, who) {
      const room = Math.min(window.innerWidth, 1480) - 60 - who;
      return Math.max(18, Math.min(56, Math.floor(room / Math.max(1, columns))));
    }
    """#
}
