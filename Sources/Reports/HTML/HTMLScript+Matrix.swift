extension HTMLScript {
  /// The rows of the heat map, and the table of one package: its versions by places, exact state by state.
  static let matrix = #"""
    function lane(lens, row, isOpen, toggle) {
      const missing = row.gaps || row.wanted - row.built;
      const note = lens.policy ? (missing ? grouped(missing) : '') : percent(row.built, row.wanted);
      return h('div', { class: 'lane' }, h('div', { class: 'who', role: 'rowheader' },
          h('button', { class: 'plain', 'aria-expanded': String(isOpen), onclick: toggle }, h('span', { class: 'twist' }),
            nameOf('package', row.package) || '(any package)',
            sr(': ' + grouped(row.built) + ' of ' + grouped(row.wanted) + ' built')),
          h('span', { class: 'n' + (row.gaps ? ' bad' : ''), 'aria-hidden': 'true' }, note)),
        lens.columns.map((place, column) => {
          const sum = lens.tile(row.package, column);
          const isFirst = column > 0 && lens.columns[column - 1][0] !== place[0] ? ' first' : '';
          if (!sum) return h('div', { class: 'tile none' + isFirst, role: 'cell' }, h('i', {}, sr('not required')));
          const kind = sum.built === sum.wanted ? 'full' : 'part h-' + sum.hole;
          const tile = h('div', { class: 'tile ' + kind + isFirst, role: 'cell' },
            h('i', {}, sr(sum.built + ' of ' + sum.wanted)));
          tile.style.setProperty('--share', Math.round(sum.built / sum.wanted * 100) + '%');
          return tile;
        }));
    }
    function watchTiles(list, lens, rows, readout, heads) {
      let shown = null;
      const show = (item, column) => {
        if (shown) shown.forEach(element => element.classList.remove('on'));
        shown = null;
        const row = item && rows()[item.listIndex];
        if (!row || column < 0 || column >= lens.columns.length) return;
        shown = [heads.children[column + 1], item.firstChild.children[column + 1]];
        shown.forEach(element => element.classList.add('on'));
        const sum = lens.tile(row.package, column);
        readout.replaceChildren(h('b', {}, nameOf('package', row.package)), ' in ' + placeWords(lens.columns[column]).join(' · ') + ': '
          + (sum ? sum.built + ' of ' + plural(sum.wanted, 'build') + ' there' : 'not required'));
        item.listColumn = column;
      };
      list.host.addEventListener('pointerover', event => {
        const tile = event.target.closest('.tile');
        if (tile) show(tile.closest('.item'), [...tile.parentNode.children].indexOf(tile) - 1);
      });
      list.host.addEventListener('click', event => {
        const tile = event.target.closest('.tile');
        if (tile) list.toggle(tile.closest('.item').listIndex);
      });
      list.host.addEventListener('keydown', event => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key], item = event.target.closest('.item');
        if (!by || !item || event.target.closest('.panel')) return;
        event.preventDefault();
        const before = item.listColumn === undefined ? -1 : item.listColumn;
        const column = Math.max(0, Math.min(lens.columns.length - 1, before + by));
        show(item, column);
        item.firstChild.children[column + 1].scrollIntoView({ block: 'nearest', inline: 'nearest' });
      });
    }
    function tileLegend() {
      const sample = (kind, share, word) => {
        const tile = h('span', { class: 'tile ' + kind }, h('i', {}));
        tile.style.setProperty('--share', share);
        tile.style.setProperty('--cell', '22px');
        tile.style.height = '22px';
        return h('span', {}, tile, word);
      };
      return h('div', { class: 'legend', 'aria-hidden': 'true' }, sample('full', '100%', 'all built'),
        sample('part h-gap', '60%', 'some missing'), sample('part h-gap', '0%', 'none built'),
        sample('part h-waived', '40%', 'missing, waived'), sample('part h-undetermined', '40%', 'undetermined or not there'),
        sample('none', '0%', 'not required'));
    }

    const LONGEST = 14;
    function unfolded(lens, number) {
      return [lens.policy ? matrixOf(lens.policy, number, LONGEST) : farmMatrix(number, LONGEST), stateLegend(true),
        h('div', { class: 'under' }, h('a', { href: address({ package: raw('package', number) }) }, 'Page of this package'),
          h('a', { href: address({ view: 'gaps', package: raw('package', number), state: 'all' }) }, 'Its findings'))];
    }
    function matrixOf(policy, number, most) {
      const block = policy.blocks.get(number);
      const places = block.places.map(column => policy.places[column]);
      const held = presence.get(number);
      const extra = policy.binds.every(kind => kind === 'stack' || kind === 'target') ? held : null;
      return matrixTable(places, block.versions, most, (row, column) => {
        const state = stateAt(policy, block, row, column);
        if (state) return STATE[state];
        const at = extra ? extra.versions.indexOf(block.versions[row]) : -1;
        const bit = presenceColumns.get(places[column][0] + '/' + places[column][1]);
        return at >= 0 && bit !== undefined && holds(extra, at, bit) ? 'unasked' : 'none';
      }, (row, place) => address({ view: 'gaps', state: 'all', policy: policy.name, package: raw('package', number),
        version: raw('version', block.versions[row]), stack: raw('stack', place[0]), target: raw('target', place[1]) }));
    }
    function farmMatrix(number, most) {
      const held = presence.get(number);
      const columns = data.presence.columns.map((_, index) => index)
        .filter(index => held.versions.some((_, row) => holds(held, row, index)));
      const places = columns.map(index => [...data.presence.columns[index], -1, -1, -1]);
      return matrixTable(places, held.versions, most, (row, column) => holds(held, row, columns[column]) ? 'built' : 'none', null);
    }
    const MATRIX_WORDS = { none: 'not required', built: 'built', gap: 'gap', waived: 'waived', undetermined: 'undetermined',
      unasked: 'built, not asked for' };
    function matrixTable(places, versions, most, state, link) {
      const order = versions.map((_, row) => row).reverse();
      const body = h('tbody', {});
      const add = rows => rows.forEach(row => body.append(h('tr', {},
        h('th', { scope: 'row' }, nameOf('version', versions[row]) || 'any version'),
        places.map((place, column) => {
          const what = state(row, column), isFirst = column > 0 && places[column - 1][0] !== place[0];
          const content = [mark(what), sr(MATRIX_WORDS[what])];
          const isLink = link && (what === 'gap' || what === 'waived' || what === 'undetermined');
          return h('td', { class: isFirst ? 'first' : null, title: placeWords(place).join(' · ') + ': ' + MATRIX_WORDS[what] },
            isLink ? h('a', { href: link(row, place) }, content) : h('span', { class: 'hold' }, content));
        }))));
      add(order.slice(0, most));
      const rest = order.slice(most);
      const wrap = h('div', { class: 'mwrap', tabindex: '0', role: 'region', 'aria-label': 'Versions by places' },
        h('table', { class: 'm' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, sr('Version')),
          places.map((place, column) => h('th', { scope: 'col', class: column > 0 && places[column - 1][0] !== place[0] ? 'first' : null },
            pole(place, null))))), body));
      if (!rest.length) return wrap;
      const more = h('button', { onclick: () => { add(rest); more.remove(); wrap.focus(); } }, 'Show ' + plural(rest.length, 'older version'));
      return [wrap, h('p', { class: 'under' }, more)];
    }
    """#
}
