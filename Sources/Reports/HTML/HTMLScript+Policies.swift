extension HTMLScript {
  /// The policies: verdict, sentence, formal reading, reason, tallies.
  static let policies = #"""
    function figures(policy) {
      const tallies = policy.tallies;
      if (policy.kind === 'coverage' || policy.kind === 'wanted') {
        if (!tallies.required) return h('p', { class: 'soft figures' }, 'No cell was required.');
        const parts = partsOf(tallies);
        const passing = policy.passing === undefined ? '' : ', passing at ' + policy.passing / 100 + '%';
        return h('div', { class: 'figures' },
          h('p', { class: 'share' }, h('b', {}, percent(tallies.covered, tallies.required)),
            h('span', { class: 'soft' }, 'of ' + grouped(tallies.required) + ' required' + passing)),
          bar(parts, parts.map(([state, count]) => grouped(count) + ' ' + partWords[state]).join(', ')), legend(parts));
      }
      const rest = [[tallies.waived, 'waived'], [tallies.undetermined, 'undetermined']].filter(([count]) => count);
      return h('div', { class: 'figures' },
        h('p', { class: 'share' }, h('b', {}, grouped(tallies.violations)),
          h('span', { class: 'soft' }, tallies.violations === 1 ? 'finding' : 'findings')),
        rest.length > 0 && h('p', { class: 'soft' }, rest.map(([count, word]) => grouped(count) + ' ' + word).join(', ')));
    }
    function waiverList(policy) {
      return h('details', {}, h('summary', {}, plural(policy.waivers.length, 'waiver')),
        h('ul', { class: 'waivers' }, policy.waivers.map(waiver => h('li', {},
          h('code', {}, visible(waiver.pattern)), ' until ', h('b', {}, waiver.until),
          waiver.until < data.today && ' (expired)',
          h('div', { class: 'soft' }, '“' + visible(waiver.reason) + '”' + (waiver.place ? ' · ' + visible(waiver.place) : ''))))));
    }
    const lines = text => text.split('\n').map(visible).join('\n');
    function policyCard(policy, index) {
      const isBroken = policy.findingCount > 0;
      return h('article', { class: 'card policy', 'aria-labelledby': 'policy-' + index },
        h('header', {}, h('span', { class: 'verdict ' + policy.verdict }, policy.verdict),
          h('h3', { id: 'policy-' + index }, visible(policy.title || policy.name)),
          policy.title && h('code', {}, visible(policy.name)),
          policy.severity !== 'error' && h('span', { class: 'soft' }, 'severity ' + policy.severity)),
        h('div', { class: 'says' },
          (policy.title || policy.name) !== policy.sentence && h('p', { class: 'sentence' }, visible(policy.sentence)),
          policy.clauses.length > 0 && h('ul', { class: 'clauses' }, policy.clauses.map(clause => h('li', {}, visible(clause)))),
          policy.reason && h('blockquote', { class: 'because' }, visible(policy.reason))),
        figures(policy),
        h('footer', {},
          isBroken && h('a', { href: address({ view: 'gaps', state: 'all', policy: policy.name }) },
            'Show ' + plural(policy.findingCount + (policy.omitted || 0), 'finding')),
          policy.blocks && h('a', { href: address({ view: 'map', policy: policy.name }) }, 'Show on the map'),
          policy.reading && h('details', {}, h('summary', {}, 'Formal reading'),
            h('p', { class: 'reading' }, lines(policy.reading))),
          policy.waivers.length > 0 && waiverList(policy),
          policy.place && h('span', { class: 'soft' }, visible(policy.place)),
          policy.tallies.unasked > 0 && h('span', { class: 'soft' },
            plural(policy.tallies.unasked, 'package') + ' in scope without a requirement: all builds orphaned')));
    }
    function policiesView() {
      const order = ['fails', 'warns', 'vacuous', 'noted', 'holds'];
      const sorted = data.policies.map((policy, index) => [policy, index])
        .sort(([first, i], [second, j]) => order.indexOf(first.verdict) - order.indexOf(second.verdict) || i - j);
      main.append(h('section', {}, h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Policies'),
          h('p', { class: 'lead' }, 'What was asked of the farm, why, and how it fared; broken ones first.'))),
        sorted.length ? h('div', { class: 'cards' }, sorted.map(([policy, index]) => policyCard(policy, index)))
          : nothing('No policy was checked, so nothing was judged.')));
      if (data.trend) {
        main.append(h('section', {}, h('h2', {}, 'Over time'), h('figure', { class: 'card trend' },
          h('img', { src: 'data:image/svg+xml;base64,' + data.trend, alt: 'Coverage of each policy, snapshot by snapshot' }))));
      }
    }
    """#
}
