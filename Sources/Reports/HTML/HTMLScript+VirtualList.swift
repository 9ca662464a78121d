extension HTMLScript {
  /// A list of any length that draws only the rows in view; one of them may be unfolded.
  static let virtualList = #"""
    // Browsers cannot place rows much further down than this.
    const TALLEST = 12000000;

    class VirtualList {
      // source: { count, rowHeight(), row(index), panel(index)?, heads?, label, className?, columns? }
      constructor(source) {
        this.source = source;
        this.open = -1;
        this.panelHeight = 0;
        this.items = new Map();
        this.space = h('div', { class: 'space', role: 'rowgroup' });
        this.host = h('div', { class: 'scroller ' + (source.className || ''), role: 'table', tabindex: '0',
          'aria-label': source.label }, source.heads, this.space);
        if (source.columns) this.host.style.setProperty('--columns', source.columns);
        this.host.addEventListener('scroll', () => this.soon(), { passive: true });
        this.host.addEventListener('keydown', event => this.step(event));
        this.watch = new ResizeObserver(() => { this.items.forEach(item => item.remove()); this.items.clear(); this.draw(); });
        this.watch.observe(this.host);
      }
      get headHeight() { return this.source.heads ? this.source.heads.offsetHeight : 0; }
      get drawn() { return Math.min(this.source.count, Math.floor(TALLEST / this.source.rowHeight())); }
      top(index) { return index * this.source.rowHeight() + (this.open >= 0 && index > this.open ? this.panelHeight : 0); }
      indexAt(y) {
        const height = this.source.rowHeight();
        if (this.open < 0 || y < (this.open + 1) * height) return Math.floor(y / height);
        return Math.max(this.open, Math.floor((y - this.panelHeight) / height));
      }
      soon() {
        if (this.pending) return;
        this.pending = requestAnimationFrame(() => { this.pending = 0; this.draw(); });
      }
      refresh() {
        this.close();
        this.items.forEach(item => item.remove());
        this.items.clear();
        this.host.scrollTop = 0;
        this.draw();
      }
      draw() {
        const count = this.drawn, height = this.host.clientHeight || 600;
        this.space.style.height = (this.top(count) || 0) + 'px';
        this.host.setAttribute('aria-rowcount', count + (this.source.heads ? 1 : 0));
        const first = Math.max(0, this.indexAt(this.host.scrollTop - this.headHeight) - 5);
        const last = Math.min(count - 1, this.indexAt(this.host.scrollTop + height) + 5);
        for (const [index, item] of this.items) {
          if ((index < first || index > last || index >= count) && !item.contains(document.activeElement)) {
            item.remove();
            this.items.delete(index);
          }
        }
        let next = this.space.firstChild;
        while (next && next.listIndex < first) next = next.nextSibling;
        for (let index = first; index <= last; index++) {
          let item = this.items.get(index);
          if (!item) {
            item = this.make(index);
            this.space.insertBefore(item, next);
          } else next = item.nextSibling;
          item.style.transform = 'translateY(' + this.top(index) + 'px)';
        }
        this.measure();
      }
      make(index) {
        const row = this.source.row(index, this.open === index);
        row.setAttribute('role', 'row');
        row.setAttribute('aria-rowindex', index + (this.source.heads ? 2 : 1));
        const item = h('div', { class: 'item' }, row,
          this.open === index && h('div', { class: 'panel' }, this.source.panel(index)));
        item.listIndex = index;
        this.items.set(index, item);
        return item;
      }
      measure() {
        const item = this.items.get(this.open);
        const panel = item && item.querySelector(':scope > .panel');
        if (!panel || panel.offsetHeight === this.panelHeight) return;
        this.panelHeight = panel.offsetHeight;
        this.draw();
      }
      close() { this.open = -1; this.panelHeight = 0; }
      toggle(index) {
        const before = this.open;
        this.close();
        if (before !== index) this.open = index;
        for (const changed of [before, index]) {
          const item = this.items.get(changed);
          if (item) { item.remove(); this.items.delete(changed); }
        }
        this.draw();
        this.focus(index, 0);
      }
      focus(index, which) {
        const host = this.host, top = this.top(index), height = this.source.rowHeight();
        const room = host.clientHeight - this.headHeight;
        if (top < host.scrollTop) host.scrollTop = top;
        if (top + height > host.scrollTop + room) host.scrollTop = top + height - room;
        this.draw();
        const item = this.items.get(index);
        const controls = item ? item.firstChild.querySelectorAll('a, button') : [];
        if (controls.length) controls[Math.min(which, controls.length - 1)].focus({ preventScroll: true });
      }
      step(event) {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by) return;
        const item = event.target.closest('.item');
        if (!item || event.target.closest('.panel')) {
          if (event.target === this.host && by > 0) { event.preventDefault(); this.focus(this.indexAt(this.host.scrollTop), 0); }
          return;
        }
        event.preventDefault();
        const which = [...item.firstChild.querySelectorAll('a, button')].indexOf(event.target);
        this.focus(Math.max(0, Math.min(this.drawn - 1, item.listIndex + by)), Math.max(0, which));
      }
    }
    """#
}
