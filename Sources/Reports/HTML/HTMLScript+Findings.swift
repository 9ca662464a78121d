extension HTMLScript {
  /// The findings: derived from the states of cells, or read one by one; their words, specs and waiver lines.
  static let findings = #"""
    const WORDS = { gap: 'gap', baseline: 'known gap', waived: 'waived', undetermined: 'undetermined',
      excess: 'too many', shortfall: 'too few', forbidden: 'forbidden', lost: 'lost' };
    const OPEN = new Set(['gap', 'excess', 'shortfall', 'forbidden', 'lost']);
    const UNBOUND = { package: -1, version: -1, stack: -1, target: -1, os: -1, platform: -1, compiler: -1, variants: -1 };

    function derived(policy, policyIndex, into) {
      for (const block of policy.blocks.values()) {
        const width = block.places.length;
        for (let cell = 0; cell < block.size; cell++) {
          const bits = nibble(policy, block, cell), state = bits & 7;
          if (state < WAIVED) continue;
          const [stack, target, os, platform, compiler] = policy.places[block.places[cell % width]];
          const remark = policy.remark.get(block.first + cell) || [0, 0, 0];
          into.push({ policy: policyIndex, state: remark[2] ? 'baseline' : STATE[state], package: block.package,
            version: block.versions[cell / width | 0], stack, target, os, platform, compiler, variants: -1,
            waiver: remark[0] - 1, expired: remark[1] - 1, isNew: bits > 7, reference: block.first + cell });
        }
      }
    }

    function listed(policy, policyIndex, into) {
      policy.findings.forEach(([status, ...rest], row) => {
        const finding = { policy: policyIndex, state: status, ...UNBOUND, waiver: -1, expired: -1, reference: row };
        policy.dimensions.forEach((dimension, index) => { finding[dimension] = rest[index]; });
        const more = rest[policy.dimensions.length] || {};
        finding.count = more.count;
        finding.blockers = more.blockers;
        finding.isNew = more.new === true;
        if (more.expired !== undefined) finding.expired = more.expired;
        if (more.baseline) finding.state = 'baseline';
        if (more.waiver !== undefined) { finding.waiver = more.waiver; finding.state = 'waived'; }
        into.push(finding);
      });
    }

    // There may be a million of them (undetermined cells): they are made when a view first asks, and counted before that.
    const report = {
      get findings() {
        if (this.made) return this.made;
        this.made = [];
        data.policies.forEach((policy, index) => {
          policy.firstFinding = this.made.length;
          if (policy.findings) listed(policy, index, this.made); else if (policy.blocks) derived(policy, index, this.made);
        });
        return this.made;
      },
    };
    let openCount = 0, newCount = 0;
    function countFindings(policy) {
      if (policy.findings) {
        policy.findingCount = policy.findings.length;
        for (const [status, ...rest] of policy.findings) {
          const more = rest[policy.dimensions.length] || {};
          if (more.new) newCount++;
          if (OPEN.has(status) && more.waiver === undefined && !more.baseline) openCount++;
        }
        return;
      }
      policy.findingCount = 0;
      for (const block of policy.blocks ? policy.blocks.values() : []) {
        for (let cell = 0; cell < block.size; cell++) {
          const bits = nibble(policy, block, cell), state = bits & 7;
          if (bits > 7) newCount++;
          if (state >= WAIVED) policy.findingCount++;
          if (state === GAP && !(policy.remark.get(block.first + cell) || [])[2]) openCount++;
        }
      }
    }
    data.policies.forEach(countFindings);
    const omittedCount = data.policies.reduce((count, policy) => count + (policy.omitted || 0), 0);

    // Which planned build closes a finding: built when first asked for.
    let closers = null;
    function closerOf(finding) {
      if (!data.plan) return null;
      if (!closers) {
        closers = new Map();
        data.plan.builds.forEach((build, index) => {
          for (let i = 0; i < build[13].length; i += 2) closers.set(build[13][i] + '/' + build[13][i + 1], index);
        });
      }
      const index = closers.get(finding.policy + '/' + finding.reference);
      return index === undefined ? null : data.plan.builds[index];
    }

    const raw = (kind, number) => number < 0 ? '' : names[TABLE[kind]][number];
    function exactSpec(build) {
      if (build[11] !== 0) return build[11];
      const variants = build[6] < 0 ? '' : data.variants[build[6]];
      return raw('package', build[0]) + '@=' + raw('version', build[1]) + (variants ? ' ' + variants : '')
        + ' platform=' + raw('platform', build[2]) + ' os=' + raw('os', build[3]) + ' target=' + raw('target', build[4])
        + (build[5] < 0 ? '' : ' %' + raw('compiler', build[5]));
    }
    const abstractSpec = build => typeof build[12] === 'string' ? build[12]
      : raw('package', build[0]) + '@=' + raw('version', build[1]) + build[12][0];

    // What is copied ends up on command lines: a name that is not within Spack's own syntax is never offered.
    const SPACK_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.\-]*$/;
    const SHELL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f;&|$<>`\\!(){}\[\]#]/;
    const SPACK_COMPILER = /^[A-Za-z0-9_][A-Za-z0-9_.\-]*(@=?[A-Za-z0-9_.\-]+)?$/;
    const offered = spec => SHELL.test(spec) || !SPACK_NAME.test(spec.split('@')[0]) ? null : spec;
    function specOf(finding) {
      const build = closerOf(finding);
      if (build) return offered(exactSpec(build));
      if (finding.package < 0) return null;
      const parts = [raw('package', finding.package)];
      if (finding.version >= 0) parts[0] += '@=' + raw('version', finding.version);
      if (!parts[0].split('@=').every(part => SPACK_NAME.test(part))) return null;
      for (const kind of ['platform', 'os', 'target']) {
        if (finding[kind] < 0) continue;
        if (!SPACK_NAME.test(raw(kind, finding[kind]))) return null;
        parts.push(kind + '=' + raw(kind, finding[kind]));
      }
      if (finding.compiler >= 0) {
        if (!SPACK_COMPILER.test(raw('compiler', finding.compiler))) return null;
        parts.push('%' + raw('compiler', finding.compiler));
      }
      return parts.join(' ');
    }

    const PREPOSITION = [['package', '', 'packages'], ['version', 'and', 'versions'], ['stack', 'in', 'stacks'],
      ['os', 'on', 'oses'], ['platform', 'on', 'platforms'], ['target', 'on', 'targets'], ['compiler', 'with', 'compilers']];
    const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.\-]*$/;
    const RESERVED = new Set(('all and any at because build builds built compiler compilers configurations each every exactly except for in '
      + 'latest least missing most no of on orphaned os oses package packages passing per platform platforms policy runnable severity since '
      + 'snapshots stack stacks target targets the unrecorded until variants version versions waive with').split(' '));
    // A waiver of this finding alone, good for ninety days; globs cannot be written as names.
    function waiverOf(finding) {
      const words = ['waive'];
      for (const [kind, preposition, noun] of PREPOSITION) {
        const name = raw(kind, finding[kind]);
        if (!name) continue;
        if (/[*?]/.test(name) || SHELL.test(name)) return null;
        if (words.length > 1 && preposition) words.push(preposition);
        words.push(noun, PLAIN_NAME.test(name) && !RESERVED.has(name) ? name : '"' + name.replace(/["\\]/g, '\\$&') + '"');
      }
      if (words.length === 1) return null;
      const until = new Date(data.today + 'T00:00:00Z');
      until.setUTCDate(until.getUTCDate() + 90);
      return words.join(' ') + ' until ' + until.toISOString().slice(0, 10) + ' because "…"';
    }
    """#
}
