extension HTMLScript {
  /// Reads the data: numbers, names, the states of cells, what the farm holds.
  static let unpacking = #"""
    const data = JSON.parse(document.getElementById('data').textContent);
    const names = data.names;
    const NONE = 0, BUILT = 1, WAIVED = 2, UNDETERMINED = 3, GAP = 4;
    const STATE = ['none', 'built', 'waived', 'undetermined', 'gap'];
    const PLACE = ['stack', 'target', 'os', 'platform', 'compiler'];
    const TABLE = { package: 'packages', version: 'versions', stack: 'stacks', target: 'targets', os: 'oses',
      platform: 'platforms', compiler: 'compilers' };

    class Reader {
      constructor(base64) {
        const text = atob(base64);
        this.bytes = new Uint8Array(text.length);
        for (let i = 0; i < text.length; i++) this.bytes[i] = text.charCodeAt(i);
        this.at = 0;
      }
      get isAtEnd() { return this.at >= this.bytes.length; }
      number() {
        let value = 0, scale = 1;
        for (;;) {
          const byte = this.bytes[this.at++];
          value += (byte & 127) * scale;
          if (byte < 128) return value;
          scale *= 128;
        }
      }
    }

    // Control and direction characters would act on the page, or hide: they are shown instead.
    const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
    const visible = text => String(text).replace(HIDDEN, c => '\\u{' + c.charCodeAt(0).toString(16) + '}');
    const nameOf = (kind, number) => number < 0 ? '' : visible(names[TABLE[kind]][number]);
    const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
    const plural = (count, one, many) => grouped(count) + ' ' + (count === 1 ? one : many || one + 's');
    const percent = (part, whole) => whole ? (Math.floor(part / whole * 1000) / 10).toFixed(1) + '%' : '–';

    function unpackCells(policy) {
      const reader = new Reader(policy.cells);
      policy.bytes = reader.bytes;
      policy.blocks = new Map();
      let number = -1, first = 0;
      while (!reader.isAtEnd) {
        number += reader.number();
        const versions = Array.from({ length: reader.number() }, () => reader.number() - 1);
        const places = policy.placeSets[reader.number()];
        const size = versions.length * places.length;
        policy.blocks.set(number, { package: number, versions, places, first, size, at: reader.at });
        reader.at += (size + 1) >> 1;
        first += size;
      }
      policy.many = new Map();
      const multiples = policy.multiples || [];
      for (let i = 0; i < multiples.length; i += 3) policy.many.set(multiples[i], [multiples[i + 1], multiples[i + 2]]);
      policy.remark = new Map();
      const remarks = policy.remarks || [];
      for (let i = 0; i < remarks.length; i += 4) policy.remark.set(remarks[i], remarks.slice(i + 1, i + 4));
      policy.binds = PLACE.filter((_, index) => policy.places.some(place => place[index] >= 0));
    }

    const nibble = (policy, block, cell) => policy.bytes[block.at + (cell >> 1)] >> (cell & 1 ? 4 : 0) & 15;
    const stateAt = (policy, block, row, column) => nibble(policy, block, row * block.places.length + column) & 7;

    function unpackPresence() {
      const reader = new Reader(data.presence.rows);
      const width = (data.presence.columns.length + 7) >> 3;
      const packages = new Map();
      let number = -1;
      while (!reader.isAtEnd) {
        number += reader.number();
        const held = { specs: reader.number(), orphans: reader.number(), versions: [], bytes: reader.bytes, width };
        const count = reader.number();
        for (let i = 0, version = -1; i < count; i++) held.versions.push(version += reader.number());
        held.at = reader.at;
        reader.at += count * width;
        packages.set(number, held);
      }
      return packages;
    }
    const holds = (held, row, column) =>
      (held.bytes[held.at + row * held.width + (column >> 3)] >> (column & 7) & 1) === 1;

    for (const policy of data.policies) if (policy.cells !== undefined) unpackCells(policy);
    const presence = unpackPresence();
    const presenceColumns = new Map(data.presence.columns.map(([stack, target], index) => [stack + '/' + target, index]));
    const judged = data.policies.filter(policy => policy.blocks);
    """#
}
