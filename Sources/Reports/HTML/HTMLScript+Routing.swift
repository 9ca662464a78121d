extension HTMLScript {
  /// What is shown stands behind the `#` of the address, so that every view and filter is a link.
  static let routing = #"""
    const main = document.getElementById('main');
    const route = () => new URLSearchParams(location.hash.slice(1));
    function address(parameters) {
      const known = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
      return '#' + known.map(([key, value]) => key + '=' + encodeURIComponent(value)).join('&');
    }
    const VIEWS = [
      { id: 'policies', title: 'Policies', count: () => data.policies.length, draw: p => policiesView(p) },
      { id: 'map', title: 'Map', draw: p => mapView(p) },
      { id: 'gaps', title: 'Gaps', count: () => openCount + omittedCount, draw: p => gapsView(p) },
      { id: 'plan', title: 'Plan', count: () => data.plan ? data.plan.builds.length : null, draw: p => planView(p) },
      { id: 'stacks', title: 'Stacks', count: () => data.stacks.length, draw: p => stacksView(p) },
      { id: 'waste', title: 'Duplicates', count: () => wasteCount(), draw: p => wasteView(p) },
      { id: 'about', title: 'Documents', draw: p => aboutView(p) },
    ];
    const packageChoices = h('datalist', { id: 'packages' });
    function offerPackages(text) {
      const wanted = text.toLowerCase(), found = [];
      for (const name of names.packages) {
        if (found.length === 40) break;
        if (wanted && name.toLowerCase().includes(wanted)) found.push(h('option', { value: name }));
      }
      packageChoices.replaceChildren(...found);
    }
    // The name of a package, exactly, or nothing: anything between is still being typed.
    function packageInput(value, onchange) {
      const input = h('input', { type: 'search', list: 'packages', value, placeholder: 'any', size: '16', id: 'filter-package',
        autocomplete: 'off', spellcheck: 'false' });
      input.addEventListener('input', () => {
        offerPackages(input.value);
        if (input.value === '' || names.packages.includes(input.value)) onchange(input.value);
      });
      return input;
    }
    let navigation;
    function drawNavigation() {
      const input = h('input', { type: 'search', list: 'packages', placeholder: 'Go to package', 'aria-label': 'Go to package',
        autocomplete: 'off', spellcheck: 'false' });
      input.addEventListener('input', () => offerPackages(input.value));
      const form = h('form', { role: 'search', 'aria-label': 'Packages', onsubmit: event => {
        event.preventDefault();
        const wanted = input.value.trim();
        const found = names.packages.includes(wanted) ? wanted : names.packages.find(name => name.includes(wanted));
        if (!wanted || found === undefined) return say('No package has “' + visible(wanted) + '” in its name.');
        input.value = '';
        location.hash = address({ package: found });
      } }, input, packageChoices);
      navigation = h('nav', { class: 'views', 'aria-label': 'Views' }, VIEWS.map(view => {
        const count = view.count && view.count();
        return h('a', { href: '#view=' + view.id, 'data-view': view.id }, view.title,
          count === null || count === undefined ? null : h('span', { class: 'n' }, grouped(count)));
      }), form);
      document.getElementById('masthead').after(h('div', { class: 'strip' }, navigation));
    }
    let hasDrawn = false;
    function draw() {
      const parameters = route();
      const chosen = parameters.get('view') || (parameters.has('package') ? 'package' : 'policies');
      const view = VIEWS.find(candidate => candidate.id === chosen);
      for (const link of navigation.querySelectorAll('a')) {
        if (link.dataset.view === chosen) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
      }
      main.replaceChildren();
      if (view) view.draw(parameters); else packageView(parameters);
      if (hasDrawn) {
        const head = main.querySelector('h2');
        if (head) { head.tabIndex = -1; head.focus({ preventScroll: true }); }
        const strip = document.querySelector('.strip');
        if (window.scrollY > strip.offsetTop) window.scrollTo(0, strip.offsetTop);
      }
      hasDrawn = true;
    }
    """#
}
