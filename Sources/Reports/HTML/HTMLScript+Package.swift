extension HTMLScript {
  /// The page of one package, the one its maintainer is sent.
  static let package = #"""
    function packageView(parameters) {
      const name = parameters.get('package') || '';
      const number = names.packages.indexOf(name);
      const head = h('div', { class: 'viewhead' }, h('div', {}, h('p', { class: 'crumb' }, 'Package'), h('h2', {}, visible(name))));
      main.append(head);
      if (number < 0) return main.append(nothing('This snapshot knows no package of this name.'));
      const held = presence.get(number);
      const own = report.findings.filter(finding => finding.package === number);
      const open = own.filter(finding => OPEN.has(finding.state)).length;
      const facts = [['builds', held ? held.specs : 0], ['versions', held ? held.versions.length : 0],
        ['orphaned', held ? held.orphans : 0], ['open findings', open]];
      head.firstChild.append(h('dl', { class: 'facts' }, facts.map(([word, count]) => h('div', {}, h('dt', {}, word), h('dd', {}, grouped(count))))));
      const asked = judged.filter(policy => policy.blocks.has(number))
        .sort((a, b) => Number(b.verdict === 'fails') - Number(a.verdict === 'fails'));
      for (const policy of asked) {
        main.append(h('section', {}, h('div', { class: 'subhead' }, h('span', { class: 'verdict ' + policy.verdict }, policy.verdict),
            h('h3', {}, visible(policy.title || policy.name)), (policy.title || policy.name) !== policy.sentence && h('span', { class: 'soft' }, visible(policy.sentence))),
          policy.reason && h('blockquote', { class: 'because' }, visible(policy.reason)),
          matrixOf(policy, number, 60), stateLegend(true)));
      }
      if (!asked.length && held && held.versions.length) {
        main.append(h('section', {}, h('div', { class: 'subhead' }, h('h3', {}, 'What is built')), farmMatrix(number, 60)));
      }
      packagePlan(number);
      packageFindings(own);
      if (!asked.length && !held) main.append(nothing('No policy asks for this package, and the farm holds no build of it.'));
    }
    function packagePlan(number) {
      const builds = data.plan ? data.plan.builds.filter(build => build[0] === number) : [];
      if (!builds.length) return;
      main.append(h('section', {}, h('div', { class: 'subhead' }, h('h3', {}, 'Planned builds'),
          h('span', { class: 'soft' }, plural(builds.length, 'build'))),
        h('div', { class: 'tablewrap' }, h('table', { class: 'plain' }, h('tbody', {}, builds.slice(0, 200).map(build => h('tr', {},
          h('td', {}, specLine(exactSpec(build))),
          h('td', {}, build[9].map(stack => nameOf('stack', stack)).join(', ')),
          h('td', { class: 'number soft' }, 'closes ' + build[13].length / 2))))))));
    }
    function packageFindings(own) {
      if (!own.length) return;
      const sorted = own.slice().sort((a, b) => gapSorts.state(a, b) || gapSorts.package(a, b));
      const list = findingList(() => sorted, 'Findings of this package');
      main.append(h('section', {}, h('div', { class: 'subhead' }, h('h3', {}, 'Findings'),
        h('span', { class: 'soft' }, grouped(own.length))), list.host));
      list.draw();
    }
    """#
}
