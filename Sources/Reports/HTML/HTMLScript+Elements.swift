extension HTMLScript {
  /// Makes elements; strings become text nodes and nothing else.
  static let elements = #"""
    function h(tag, attributes, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes || {})) {
        if (value === undefined || value === null || value === false) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value === true ? '' : value);
      }
      for (const child of children.flat(4)) {
        if (child === null || child === undefined || child === false) continue;
        element.append(child instanceof Node ? child : document.createTextNode(String(child)));
      }
      return element;
    }
    const sr = text => h('span', { class: 'sr' }, text);
    const mark = state => h('span', { class: 'mark ' + state, 'aria-hidden': 'true' });
    const nothing = (...text) => h('p', { class: 'nothing' }, ...text);
    const packageLink = number => number < 0 ? '' :
      h('a', { class: 'name', href: '#package=' + encodeURIComponent(raw('package', number)) }, nameOf('package', number));

    const toast = h('div', { class: 'toast', role: 'status', 'aria-live': 'polite' });
    let toastTimer = 0;
    function say(text) {
      toast.textContent = text;
      toast.classList.add('on');
      clearTimeout(toastTimer);
      toastTimer = setTimeout(() => toast.classList.remove('on'), 2600);
    }

    // A bar of parts: [state, count], in the order given; parts of nothing are left out.
    function bar(parts, label) {
      return h('div', { class: 'bar', role: 'img', 'aria-label': label }, parts.filter(([, count]) => count > 0)
        .map(([state, count]) => {
          const part = h('span', { class: 's-' + state });
          part.style.flexGrow = count;
          return part;
        }));
    }
    const partsOf = tallies => [['built', tallies.covered], ['waived', tallies.waived],
      ['undetermined', tallies.undetermined], ['gap', tallies.gaps]];
    const partWords = { built: 'built', waived: 'waived', undetermined: 'undetermined', gap: 'missing' };
    function legend(parts) {
      return h('div', { class: 'legend' }, parts.filter(([, count]) => count > 0).map(([state, count]) =>
        h('span', {}, mark(state), h('span', {}, h('b', {}, grouped(count)), ' ' + partWords[state]))));
    }
    function stateLegend(withUnasked) {
      const words = [['built', 'built'], ['gap', 'gap'], ['waived', 'waived'], ['undetermined', 'undetermined']];
      if (withUnasked) words.push(['unasked', 'built, not asked for']);
      words.push(['none', 'not required']);
      return h('div', { class: 'legend', 'aria-hidden': 'true' }, words.map(([state, word]) => h('span', {}, mark(state), word)));
    }
    const field = (label, control, wide) => h('label', { class: wide ? 'wide' : null }, label, control);
    function select(options, chosen, onchange) {
      return h('select', { onchange: event => onchange(event.target.value) }, options.map(([value, text]) =>
        h('option', { value, selected: value === chosen }, text)));
    }
    """#
}
