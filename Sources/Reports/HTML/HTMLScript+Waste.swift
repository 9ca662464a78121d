extension HTMLScript {
  /// Duplicates and orphans: what count and prohibition policies found, package by package.
  static let waste = #"""
    const wasteful = () => data.policies.filter(policy => policy.findings && (policy.kind === 'count' || policy.kind === 'prohibition'));
    const wasteCount = () => wasteful().reduce((count, policy) => count + policy.tallies.violations, 0);
    function byPackage(policy, index) {
      const groups = new Map(), findings = report.findings;
      for (let at = policy.firstFinding; at < policy.firstFinding + policy.findingCount; at++) {
        const finding = findings[at];
        const group = groups.get(finding.package) || { package: finding.package, findings: 0, counted: 0 };
        group.findings++;
        group.counted += finding.count || 0;
        groups.set(finding.package, group);
      }
      return [...groups.values()].sort((a, b) => b.counted - a.counted || b.findings - a.findings || a.package - b.package);
    }
    function wasteTable(policy, index) {
      const groups = byPackage(policy, index);
      const isCount = policy.kind === 'count';
      const most = 100;
      return [h('div', { class: 'tablewrap slim' }, h('table', { class: 'plain' },
          h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Package'),
            h('th', { scope: 'col', class: 'number' }, isCount ? 'Groups out of bounds' : 'Builds'),
            isCount && h('th', { scope: 'col', class: 'number' }, 'Counted in them'), h('th', { scope: 'col' }, sr('Link')))),
          h('tbody', {}, groups.slice(0, most).map(group => h('tr', {},
            h('th', { scope: 'row' }, group.package < 0 ? 'any package' : packageLink(group.package)),
            h('td', { class: 'number' }, grouped(group.findings)),
            isCount && h('td', { class: 'number' }, grouped(group.counted)),
            h('td', {}, h('a', { href: address({ view: 'gaps', state: 'all', policy: policy.name, package: raw('package', group.package) }),
              'aria-label': 'List those of ' + nameOf('package', group.package) }, 'List'))))))),
        groups.length > most && h('p', { class: 'soft' }, 'and ' + plural(groups.length - most, 'more package', 'more packages'))];
    }
    function wasteView() {
      let orphans = 0;
      for (const held of presence.values()) orphans += held.orphans;
      main.append(h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Duplicates and orphans'), h('p', { class: 'lead' },
        'What policies that count or forbid found. '
        + (orphans ? 'The farm holds ' + plural(orphans, 'build') + ' that no stack carries.' : 'Every build is carried by a stack.')))));
      const policies = wasteful();
      if (!policies.some(policy => policy.findingCount)) {
        return main.append(nothing(policies.length ? 'These policies found nothing.'
          : 'No policy counted or forbade builds, so nobody looked.'));
      }
      data.policies.forEach((policy, index) => {
        if (!policies.includes(policy) || !policy.findingCount) return;
        main.append(h('section', {}, h('div', { class: 'subhead' }, h('span', { class: 'verdict ' + policy.verdict }, policy.verdict),
          h('h3', {}, visible(policy.title || policy.name)), (policy.title || policy.name) !== policy.sentence && h('span', { class: 'soft' }, visible(policy.sentence))),
          wasteTable(policy, index)));
      });
    }
    """#
}
