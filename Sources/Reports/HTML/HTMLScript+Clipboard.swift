extension HTMLScript {
  /// Copies text, also where the browser has no clipboard for pages from disk.
  static let clipboard = #"""
    async function copy(text, message) {
      let isCopied = false;
      try {
        await navigator.clipboard.writeText(text);
        isCopied = true;
      } catch {
        const area = h('textarea', { 'aria-hidden': 'true', class: 'sr' });
        area.value = text;
        document.body.append(area);
        area.select();
        isCopied = document.execCommand('copy');
        area.remove();
      }
      say(isCopied ? (message || 'Copied: ') + (message ? '' : visible(text)) : 'The browser did not allow copying.');
    }
    function copyButton(word, label, text) {
      const value = text();
      const button = h('button', { 'aria-label': label, title: value === null ? 'A name here is not within Spack’s own syntax' : value,
        disabled: value === null }, word);
      button.addEventListener('click', event => {
        event.stopPropagation();
        copy(value).then(() => button.focus({ preventScroll: true }));
      });
      return button;
    }
    function specLine(spec) {
      return h('span', { class: 'spec' }, h('code', {}, visible(spec)), copyButton('Copy', 'Copy this spec', () => offered(spec)));
    }
    """#
}
