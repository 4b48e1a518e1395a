// What the engine's script takes from a browser and a bare V8 does not have.
globalThis.console = { log() {}, warn() {}, error() {} };
globalThis.performance = { now: () => Date.now() };
globalThis.setTimeout = () => 0;
globalThis.Blob = class {};
globalThis.TextDecoder = class {
  // UTF-8 only: no other encoding is asked for.
  decode(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length;) {
      const first = bytes[i++];
      if (first < 0x80) {
        text += String.fromCharCode(first);
        continue;
      }
      const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
      let point = more === 0 ? 0xfffd : first & (0x3f >> more);
      for (let k = 0; k < more; k++) point = (point << 6) | (bytes[i++] & 0x3f);
      text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    }
    return text;
  }
};
