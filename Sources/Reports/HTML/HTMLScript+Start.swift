extension HTMLScript {
  /// Draws the page and follows the address.
  static let start = #"""
    drawMasthead();
    drawNavigation();
    document.body.append(toast);
    document.getElementById('skip').addEventListener('click', event => { event.preventDefault(); main.focus(); });
    document.addEventListener('keydown', event => {
      if (event.key !== '/' || event.target.matches('input, select, textarea') || event.ctrlKey || event.metaKey) return;
      const search = document.getElementById('search') || document.querySelector('.views input');
      event.preventDefault();
      search.focus();
      search.select();
    });
    window.addEventListener('hashchange', draw);
    draw();
    """#
}
