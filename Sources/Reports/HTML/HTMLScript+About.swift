extension HTMLScript {
  /// Documents read, warnings, tool and date.
  static let about = #"""
    function documentPaths() {
      const paths = [];
      let last = [];
      for (let i = 0; i < data.documents.length; i += 2) {
        last = [...last.slice(0, data.documents[i]), ...data.documents[i + 1]];
        paths.push(last.join(''));
      }
      return paths;
    }
    function diagnosticEntry(diagnostic) {
      return h('li', { class: 'diagnostic' }, h('span', { class: 'verdict ' + diagnostic.severity }, diagnostic.severity), ' ',
        h('code', { class: 'soft' }, visible(diagnostic.code)), h('p', {}, visible(diagnostic.message)),
        diagnostic.places.length > 0 && h('p', { class: 'soft mono' }, diagnostic.places.map(visible).join(', ')),
        diagnostic.notes.map(note => h('p', { class: 'soft' }, visible(note))),
        diagnostic.help && h('p', { class: 'soft' }, 'Help: ' + visible(diagnostic.help)));
    }
    function aboutView() {
      const counts = Object.entries(data.counts);
      const facts = [['snapshot', visible(data.snapshot)], ['buildcover', visible(data.tool)], ['judged as of', data.today],
        ...counts.map(([word, count]) => [word === 'specs' ? 'builds' : word, grouped(count)])];
      main.append(h('section', {}, h('div', { class: 'viewhead' }, h('div', {}, h('h2', {}, 'Documents'),
          h('p', { class: 'lead' }, data.complete ? 'Everything that was given could be read.'
            : 'Some documents could not be read; this report is made without them.'))),
        h('dl', { class: 'facts card' }, facts.map(([word, value]) => h('div', {}, h('dt', {}, word), h('dd', {}, value))))));
      const shown = data.diagnostics.slice(0, 300);
      main.append(h('section', {}, h('div', { class: 'subhead' }, h('h3', {}, 'Warnings and notes'),
          h('span', { class: 'soft' }, grouped(data.diagnosticCount))),
        shown.length ? h('ul', { class: 'card' }, shown.map(diagnosticEntry)) : nothing('There were none.'),
        data.diagnosticCount > shown.length && h('p', { class: 'soft' }, 'and ' + grouped(data.diagnosticCount - shown.length) + ' more')));
      const paths = documentPaths();
      if (!paths.length) return;
      const list = new VirtualList({ count: paths.length, rowHeight: () => 34, label: 'Documents read', columns: '1fr',
        row: index => h('div', { class: 'row' }, h('span', { role: 'cell', class: 'mono' }, visible(paths[index]))) });
      main.append(h('section', {}, h('div', { class: 'subhead' }, h('h3', {}, 'Documents read'),
        h('span', { class: 'soft' }, grouped(paths.length))), list.host));
      list.draw();
    }
    """#
}
