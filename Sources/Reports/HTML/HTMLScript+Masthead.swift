extension HTMLScript {
  /// The news below the headline: what was lost, how many causes, how the policies stand.
  static let masthead = #"""
    const VERDICT_WORDS = { fails: ['fails', 'fail'], warns: ['warns', 'warn'], noted: ['noted', 'noted'],
      vacuous: ['vacuous', 'vacuous'], holds: ['holds', 'hold'] };
    function drawMasthead() {
      const news = data.news;
      const items = [];
      const item = (isBad, number, text) => items.push(h('span', { class: isBad ? 'bad' : null }, h('b', {}, number), text));
      if (news.lost !== undefined) {
        item(news.lost > 0, grouped(news.lost), ' lost since ' + visible(news.since || 'last time'));
      }
      if (newCount) item(true, grouped(newCount), newCount === 1 ? ' new finding' : ' new findings');
      if (news.causes !== undefined) item(false, grouped(news.causes), news.causes === 1 ? ' cause' : ' causes');
      for (const [verdict, [one, many]] of Object.entries(VERDICT_WORDS)) {
        const count = data.policies.filter(policy => policy.verdict === verdict).length;
        if (count) item(verdict === 'fails', plural(count, 'policy', 'policies'), ' ' + (count === 1 ? one : many));
      }
      if (!data.complete) item(true, 'incomplete:', ' some documents are missing from this report');
      const parts = ['built', 'waived', 'undetermined', 'gap'].map(state => [state,
        judged.reduce((sum, policy) => sum + new Map(partsOf(policy.tallies)).get(state), 0)]);
      const masthead = document.getElementById('masthead');
      if (items.length) masthead.append(h('p', { class: 'news' }, items));
      if (parts.some(([, count]) => count > 0)) {
        const words = parts.filter(([, count]) => count).map(([state, count]) => grouped(count) + ' ' + partWords[state]);
        masthead.append(bar(parts, 'Wanted builds: ' + words.join(', ')), legend(parts));
      }
    }
    """#
}
