extension HTMLScript {
  /// The stacks: targets, operating systems, compilers, packages, coverage.
  static let stacks = #"""
    function stackSums() {
      const sums = new Map();
      for (const policy of judged) {
        for (const block of policy.blocks.values()) {
          for (let cell = 0; cell < block.size; cell++) {
            const state = nibble(policy, block, cell) & 7;
            const stack = policy.places[block.places[cell % block.places.length]][0];
            if (!state || stack < 0) continue;
            if (!sums.has(stack)) sums.set(stack, { required: 0, covered: 0, waived: 0, undetermined: 0, gaps: 0 });
            const sum = sums.get(stack), [required, covered] = policy.many.get(block.first + cell) || [1, state === BUILT ? 1 : 0];
            sum.required += required;
            sum.covered += covered;
            if (state === GAP) sum.gaps += required - covered;
            if (state === WAIVED) sum.waived += required - covered;
            if (state === UNDETERMINED) sum.undetermined += required - covered;
          }
        }
      }
      return sums;
    }
    function stacksView() {
      main.append(h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Stacks'),
        h('p', { class: 'lead' }, 'What each stack is made of. A dashed target holds less than a tenth of its stack’s packages.'))));
      if (!data.stacks.length) return main.append(nothing('No stack carries anything in this snapshot.'));
      const sums = stackSums();
      const chips = (kind, numbers) => numbers.map(number => h('span', { class: 'chip' }, nameOf(kind, number)));
      main.append(h('div', { class: 'tablewrap', tabindex: '0', role: 'region', 'aria-label': 'Stacks' }, h('table', { class: 'plain' },
        h('thead', {}, h('tr', {}, ['Stack', 'Coverage', 'Packages', 'Builds', 'Targets', 'Systems', 'Compilers']
          .map(text => h('th', { scope: 'col', class: text === 'Packages' || text === 'Builds' ? 'number' : null }, text)))),
        h('tbody', {}, data.stacks.map(stack => {
          const sum = sums.get(stack.stack);
          return h('tr', {}, h('th', { scope: 'row' }, nameOf('stack', stack.stack)),
            h('td', {}, sum ? [h('a', { href: address({ view: 'gaps', state: 'all', stack: raw('stack', stack.stack) }) },
                percent(sum.covered, sum.required)), h('span', { class: 'soft' }, ' of ' + grouped(sum.required)),
              bar(partsOf(sum), plural(sum.gaps, 'gap'))] : h('span', { class: 'soft' }, 'not asked for')),
            h('td', { class: 'number' }, grouped(stack.packages)), h('td', { class: 'number' }, grouped(stack.specs)),
            h('td', {}, stack.targets.map(([target, count]) => h('span', { class: 'chip' + (count * 10 < stack.packages ? ' few' : '') },
              nameOf('target', target) + ' ', h('small', {}, grouped(count))))),
            h('td', {}, chips('os', stack.oses)),
            h('td', {}, stack.compilers.length ? chips('compiler', stack.compilers) : h('span', { class: 'soft' }, 'not recorded')));
        })))));
    }
    """#
}
