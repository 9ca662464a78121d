extension HTMLScript {
  /// The list of findings: search, filters, sorting, counts, links that keep all of them.
  static let gaps = #"""
    const GAP_KEYS = ['q', 'state', 'policy', 'stack', 'target', 'package', 'version', 'sort'];
    const STATE_ORDER = ['lost', 'gap', 'excess', 'shortfall', 'forbidden', 'baseline', 'undetermined', 'waived'];
    const gapSorts = {
      package: (a, b) => a.package - b.package || a.version - b.version || a.stack - b.stack || a.target - b.target || a.policy - b.policy,
      version: (a, b) => a.version - b.version,
      stack: (a, b) => a.stack - b.stack,
      target: (a, b) => a.target - b.target,
      policy: (a, b) => a.policy - b.policy,
      state: (a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) || (b.isNew ? 1 : 0) - (a.isNew ? 1 : 0),
    };
    // Which numbers of each table a search word is part of; looked up once per word, not once per finding.
    function matcher(query) {
      const kinds = ['package', 'version', 'stack', 'target', 'os', 'compiler'];
      const words = query.toLowerCase().split(/\s+/).filter(Boolean).map(word => ({
        policies: data.policies.map(policy => policy.name.toLowerCase().includes(word)),
        tables: kinds.map(kind => names[TABLE[kind]].map(name => name.toLowerCase().includes(word))),
        word,
      }));
      return finding => words.every(({ policies, tables, word }) => policies[finding.policy]
        || kinds.some((kind, index) => finding[kind] >= 0 && tables[index][finding[kind]])
        || (finding.hash !== undefined && finding.hash.startsWith(word)));
    }
    const isShown = {
      open: finding => OPEN.has(finding.state), new: finding => finding.isNew === true, all: () => true,
    };
    function filtered(state) {
      const matches = matcher(state.q);
      const policy = data.policies.findIndex(candidate => candidate.name === state.policy);
      const number = {};
      for (const kind of ['stack', 'target', 'package', 'version']) number[kind] = state[kind] ? names[TABLE[kind]].indexOf(state[kind]) : null;
      const shown = Object.hasOwn(isShown, state.state) ? isShown[state.state] : (finding => finding.state === state.state);
      const found = report.findings.filter(finding => shown(finding) && (!state.policy || finding.policy === policy)
        && (number.stack === null || finding.stack === number.stack) && (number.target === null || finding.target === number.target)
        && (number.package === null || finding.package === number.package)
        && (number.version === null || finding.version === number.version) && matches(finding));
      const key = state.sort.replace('-', ''), sign = state.sort.startsWith('-') ? -1 : 1;
      const order = Object.hasOwn(gapSorts, key) ? gapSorts[key] : gapSorts.package;
      return found.sort((a, b) => sign * order(a, b) || gapSorts.package(a, b));
    }
    function tally(kind) {
      const counts = new Map();
      for (const finding of report.findings) {
        const value = kind === 'state' ? finding.state : finding[kind];
        if (value !== -1) counts.set(value, (counts.get(value) || 0) + 1);
      }
      return counts;
    }
    function choices(kind) {
      const counts = [...tally(kind)].sort(([a], [b]) => a - b);
      const value = number => kind === 'policy' ? data.policies[number].name : raw(kind, number);
      return [['', 'any'], ...counts.map(([number, count]) => [value(number), visible(value(number)) + ' (' + grouped(count) + ')'])];
    }
    function stateChoices() {
      const counts = tally('state');
      const fresh = report.findings.filter(finding => finding.isNew).length;
      return [['open', 'open (' + grouped(openCount) + ')'], ...(fresh ? [['new', 'new (' + grouped(fresh) + ')']] : []),
        ...STATE_ORDER.filter(state => counts.has(state)).map(state => [state, WORDS[state] + ' (' + grouped(counts.get(state)) + ')']),
        ['all', 'all (' + grouped(report.findings.length) + ')']];
    }
    const HEADS = [['state', 'State'], ['package', 'Package'], ['version', 'Version'], ['stack', 'Stack'], ['target', 'Target'],
      ['policy', 'Policy']];
    function listHeads(state, sortBy) {
      return h('div', { class: 'heads list', role: 'row' }, HEADS.map(([key, text]) => {
        const isSorted = state.sort.replace('-', '') === key;
        const direction = isSorted ? (state.sort.startsWith('-') ? 'descending' : 'ascending') : null;
        return h('span', { role: 'columnheader', 'aria-sort': direction },
          h('button', { class: 'plain', 'data-sort': key, onclick: () => sortBy(key) }, text,
            isSorted && h('span', { 'aria-hidden': 'true' }, state.sort.startsWith('-') ? ' ↓' : ' ↑')));
      }), h('span', { role: 'columnheader' }, sr('Copy')));
    }
    const stateWords = finding => WORDS[finding.state] + (finding.count === undefined ? '' : ', ' + grouped(finding.count));
    function findingRow(finding, isOpen, toggle) {
      const policy = data.policies[finding.policy];
      const where = [nameOf('os', finding.os), nameOf('platform', finding.platform), nameOf('compiler', finding.compiler)].filter(Boolean);
      return h('div', { class: 'row' },
        h('span', { class: 'state', role: 'cell' }, h('button', { class: 'plain', 'aria-expanded': String(isOpen), onclick: toggle,
            'aria-label': 'Why: ' + stateWords(finding) }, h('span', { class: 'twist' })),
          mark(finding.state), stateWords(finding), finding.isNew && h('span', { class: 'chip' }, 'new')),
        h('span', { role: 'cell' }, packageLink(finding.package)),
        h('span', { role: 'cell', class: 'mono' }, nameOf('version', finding.version)),
        h('span', { role: 'cell', title: nameOf('stack', finding.stack) }, nameOf('stack', finding.stack)),
        h('span', { role: 'cell', class: 'late' }, [nameOf('target', finding.target), ...where].filter(Boolean).join(' · ')),
        h('span', { role: 'cell', class: 'late soft', title: visible(policy.name) }, visible(policy.name)),
        h('span', { role: 'cell', class: 'acts' }, copyButton('Spec', 'Copy the Spack spec', () => specOf(finding)),
          copyButton('Waiver', 'Copy a waiver line', () => waiverOf(finding))));
    }
    function findingPanel(finding) {
      const policy = data.policies[finding.policy], build = closerOf(finding);
      const waiver = policy.waivers[finding.waiver >= 0 ? finding.waiver : finding.expired];
      const entries = [['Asked for by', visible(policy.sentence)], ['Because', policy.reason && visible(policy.reason)],
        ['Which means', policy.reading && h('span', { class: 'reading' }, lines(policy.reading))],
        ['Cell', ['package', 'version', ...PLACE].map(kind => nameOf(kind, finding[kind])).filter(Boolean).join(' · ')],
        ['Variants', finding.variants >= 0 && visible(data.variants[finding.variants])],
        ['Hash', finding.hash && h('code', {}, visible(finding.hash))],
        ['Counted', finding.count !== undefined && grouped(finding.count)],
        [finding.waiver >= 0 ? 'Waived' : 'Waiver expired', waiver && 'until ' + waiver.until + ': “' + visible(waiver.reason) + '”'],
        ['Blocked by', finding.blockers && finding.blockers.map(visible).join(', ')],
        ['Planned build', build && specLine(exactSpec(build))]];
      return h('dl', {}, entries.filter(([, value]) => value).map(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]));
    }
    """#
}
