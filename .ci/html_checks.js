// What the checks of .ci/check-html ask of a report, from within it.
const names_of_report = () => JSON.parse(document.getElementById('data').textContent).names.packages;
const rows = () => [...document.querySelectorAll('.scroller .row')].filter(row => row.querySelector('.name'));
const shown_count = () => Number((document.querySelector('#count b') || { textContent: '0' }).textContent.replace(/,/g, ''));
const focused_row = () => Number(document.activeElement.closest('[aria-rowindex]').getAttribute('aria-rowindex'));
function type_into(selector, text) {
  const input = document.querySelector(selector);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
function choose(selector, value) {
  const control = document.querySelector(selector);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
let lastCopy = null;
function watch_clipboard() {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async text => { lastCopy = text; } } });
}
const copied = () => lastCopy;
function press_copy(word) {
  const button = [...document.querySelectorAll('.acts button:not(:disabled)')].find(candidate => candidate.textContent === word);
  if (!button) return null;
  button.click();
  return button.title;
}
// Elements that only markup in the data could have made.
function strange_elements() {
  const allowed = new Set(('html head meta title style body a header p span bdi time h1 h2 h3 main noscript script div b nav form input '
    + 'datalist option section article code blockquote footer details summary ul li dl dt dd label select button table thead tbody tr th td '
    + 'i small figure img').split(' '));
  const strange = [...document.querySelectorAll('*')].filter(element => !allowed.has(element.localName)
    || [...element.attributes].some(attribute => attribute.name.startsWith('on'))
    || (element.localName === 'img' && !element.src.startsWith('data:image/svg+xml;base64,'))
    || (element.localName === 'a' && !(element.getAttribute('href') || '').startsWith('#')));
  const scripts = document.querySelectorAll('script').length;
  return strange.map(element => element.outerHTML.slice(0, 80)).concat(scripts === 2 ? [] : [scripts + ' scripts']);
}
function name_of(element) {
  const labelled = element.getAttribute('aria-labelledby');
  if (element.getAttribute('aria-label')) return element.getAttribute('aria-label');
  if (labelled && document.getElementById(labelled)) return document.getElementById(labelled).textContent;
  if (element.labels && element.labels.length) return element.labels[0].firstChild.textContent;
  return element.getAttribute('alt') || element.textContent;
}
function unlabelled() {
  const found = [];
  for (const element of document.querySelectorAll('a, button, input, select, img, [role=img], [role=table], [role=region], nav, [tabindex="0"]')) {
    if (!name_of(element).trim()) found.push(element.outerHTML.slice(0, 90));
  }
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  ids.filter((id, index) => ids.indexOf(id) !== index).forEach(id => found.push('id twice: ' + id));
  for (const row of document.querySelectorAll('[role=row]')) {
    if (!row.querySelector('[role=cell], [role=rowheader], [role=columnheader]')) found.push('row without cells');
  }
  for (const head of document.querySelectorAll('table th:not([scope])')) found.push('th without scope: ' + head.textContent);
  if (document.documentElement.lang !== 'en') found.push('no language');
  return found;
}
function rgba(text) {
  const numbers = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
  return text.startsWith('rgb') ? [numbers[0], numbers[1], numbers[2], numbers[3] === undefined ? 1 : numbers[3]] : [0, 0, 0, 0];
}
function behind(element) {
  let colour = [0, 0, 0, 0];
  for (let at = element; at && colour[3] < 1; at = at.parentElement) {
    const [r, g, b, a] = rgba(getComputedStyle(at).backgroundColor), rest = 1 - colour[3];
    colour = [colour[0] + r * a * rest, colour[1] + g * a * rest, colour[2] + b * a * rest, colour[3] + a * rest];
  }
  return colour;
}
function luminance(colour) {
  const [r, g, b] = colour.slice(0, 3).map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(first, second) {
  const [high, low] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
// Text below WCAG 2.2's 4.5 (3 for large text), and marks below 3.
function faint() {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest('.sr, script, noscript, datalist, option, .toast')) continue;
    if (!element.getClientRects().length || element.closest('.skip')) continue;
    const style = getComputedStyle(element);
    const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrast(rgba(style.color), behind(element));
    if (ratio < (isLarge ? 3 : 4.5)) found.add(ratio.toFixed(2) + ' ' + element.className + ': ' + node.textContent.slice(0, 30));
  }
  for (const mark of document.querySelectorAll('.mark:not(.none)')) {
    const style = getComputedStyle(mark);
    const colour = rgba(style.backgroundColor)[3] ? rgba(style.backgroundColor) : rgba(style.borderTopColor);
    const ratio = contrast(colour, behind(mark.parentElement));
    if (ratio < 3) found.add(ratio.toFixed(2) + ' ' + mark.className);
  }
  return [...found];
}
