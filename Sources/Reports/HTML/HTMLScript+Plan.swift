extension HTMLScript {
  /// The planned builds and which gaps each closes; what could not be planned, and why.
  static let plan = #"""
    function cellWords([policy, number, version, ...place]) {
      const words = [nameOf('package', number), nameOf('version', version), ...placeWords(place), place[5] ? visible(place[5]) : ''];
      return words.filter(Boolean).join(' · ') + (policy < 0 ? '' : ' (' + visible(data.policies[policy].name) + ')');
    }
    function closedWords(policy, reference) {
      const finding = closedFinding(policy, reference);
      if (!finding) return visible(data.policies[policy].name);
      return cellWords([policy, finding.package, finding.version, ...PLACE.map(kind => finding[kind]), finding.hash]);
    }
    const findingTables = new Map();
    function closedFinding(policyIndex, reference) {
      const policy = data.policies[policyIndex], findings = report.findings;
      if (policy.findings) return findings[policy.firstFinding + reference];
      if (!findingTables.has(policyIndex)) {
        const own = findings.slice(policy.firstFinding, policy.firstFinding + policy.findingCount);
        findingTables.set(policyIndex, new Map(own.map(finding => [finding.reference, finding])));
      }
      return findingTables.get(policyIndex).get(reference);
    }
    function planRow(build, isOpen, toggle) {
      const closes = build[13].length / 2;
      return h('div', { class: 'row' },
        h('span', { role: 'cell' }, h('button', { class: 'plain', 'aria-expanded': String(isOpen), onclick: toggle },
          h('span', { class: 'twist' }), 'wave ' + build[7])),
        h('span', { role: 'cell' }, packageLink(build[0]), ' ', h('span', { class: 'mono' }, nameOf('version', build[1]))),
        h('span', { role: 'cell' }, build[9].map(stack => nameOf('stack', stack)).join(', ')),
        h('span', { role: 'cell', class: 'late' }, [nameOf('target', build[4]), nameOf('compiler', build[5])].filter(Boolean).join(' · ')),
        h('span', { role: 'cell', class: 'late soft' }, build[8]),
        h('span', { role: 'cell', class: 'late number' }, 'closes ' + grouped(closes)),
        h('span', { role: 'cell', class: 'acts' }, copyButton('Spec', 'Copy the exact spec', () => offered(exactSpec(build)))));
    }
    function planPanel(build) {
      const pairs = [];
      for (let i = 0; i < build[13].length; i += 2) pairs.push([build[13][i], build[13][i + 1]]);
      const origin = build[8] === 'locked' ? 'the locked spec ' : 'modelled on ';
      return h('dl', {}, h('dt', {}, 'Exact'), h('dd', {}, specLine(exactSpec(build))),
        h('dt', {}, 'Abstract'), h('dd', {}, specLine(abstractSpec(build))),
        build[10] && [h('dt', {}, 'Basis'), h('dd', {}, visible(build[8]) + ', ' + origin, h('code', {}, '/' + visible(build[10])))],
        h('dt', {}, 'Closes'), h('dd', {}, h('ul', {}, pairs.slice(0, 40).map(([policy, reference]) =>
          h('li', {}, closedWords(policy, reference))), pairs.length > 40 && h('li', { class: 'soft' }, 'and ' + (pairs.length - 40) + ' more'))));
    }
    // Two builds may close one gap, so pairs are counted once.
    function closedCount(plan) {
      const closed = data.policies.map(() => new Set());
      for (const build of plan.builds) {
        for (let i = 0; i < build[13].length; i += 2) closed[build[13][i]].add(build[13][i + 1]);
      }
      return closed.reduce((sum, set) => sum + set.size, 0);
    }
    function planView(parameters) {
      const plan = data.plan;
      const head = h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Plan')));
      main.append(head);
      if (!plan) return main.append(nothing('No plan was made for this report.'));
      const closed = closedCount(plan);
      const proof = plan.minimal ? 'No shorter list closes them.' : 'A shorter list may exist, but none below ' + grouped(plan.lowerBound) + '.';
      head.firstChild.append(h('p', { class: 'lead' }, plan.builds.length
        ? plural(plan.builds.length, 'build closes', 'builds close') + ' ' + plural(closed, 'gap') + '. ' + proof
          + (plan.leftOut ? ' ' + plural(plan.leftOut, 'build') + ' left out by the limit.' : '') : 'There is nothing to build.'));
      if (plan.builds.length) planList(plan, parameters);
      planRest('Not plannable', plan.unplannableCount, unplannableLines(plan));
      planRest('Refused', plan.refused.length, plan.refused.map(([texts]) => visible(texts[0]) + ': ' + visible(texts[1]) + ' “'
        + visible(texts[2]) + '”: ' + visible(texts[3])));
      planRest('Would be newly required', plan.openedCount, plan.opened.map(cellWords));
    }
    function planList(plan, parameters) {
      let builds = plan.builds;
      const search = h('input', { type: 'search', id: 'search', value: parameters.get('q') || '', placeholder: 'Words of package, version, stack, target' });
      const count = h('p', { class: 'count', 'aria-live': 'polite' });
      const list = new VirtualList({ get count() { return builds.length; }, rowHeight: lineHeight, className: 'stacked plans', label: 'Planned builds',
        columns: '96px minmax(150px, 2fr) minmax(120px, 2fr) minmax(120px, 1.6fr) 80px 80px 70px',
        row: (index, isOpen) => planRow(builds[index], isOpen, () => list.toggle(index)), panel: index => planPanel(builds[index]) });
      const update = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        builds = !words.length ? plan.builds : plan.builds.filter(build => {
          const text = [raw('package', build[0]), raw('version', build[1]), raw('target', build[4]), raw('compiler', build[5]),
            ...build[9].map(stack => raw('stack', stack))].join(' ').toLowerCase();
          return words.every(word => text.includes(word));
        });
        count.replaceChildren(h('b', {}, grouped(builds.length)), ' of ' + plural(plan.builds.length, 'build'));
        list.refresh();
      };
      search.addEventListener('input', () => { history.replaceState(null, '', address({ view: 'plan', q: search.value })); update(); });
      main.append(h('div', { class: 'filters' }, field('Search', search, true)), count, list.host);
      update();
    }
    function unplannableLines(plan) {
      const lines = [];
      for (let i = 0; i < plan.unplannable.length; i += 2) {
        lines.push(cellWords(plan.unplannable[i + 1]) + ': ' + visible(plan.reasons[plan.unplannable[i]]));
      }
      return lines;
    }
    function planRest(title, count, lines) {
      if (!count) return;
      main.append(h('section', {}, h('details', { class: 'card' }, h('summary', {}, title + ' ', h('b', {}, grouped(count))),
        h('ul', {}, lines.slice(0, 500).map(line => h('li', {}, line)), count > Math.min(500, lines.length)
          && h('li', { class: 'soft' }, 'and ' + grouped(count - Math.min(500, lines.length)) + ' more')))));
    }
    """#
}
