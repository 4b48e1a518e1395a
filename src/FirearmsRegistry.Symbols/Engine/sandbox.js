// The few functions that the library calls. Everything that touches a stranger's picture happens below, in WebAssembly.
(() => {
  'use strict';

  const pageBytes = 65536;

  // WebAssembly's own way to bound a module: the most pages that its memory section allows it to grow to.
  function bounded(module, mostBytes) {
    const most = mostBytes / pageBytes;
    let at = 8;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = module[at++];
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    };
    const bytes = value => {
      const result = [];
      for (; value >= 0x80; value >>>= 7) result.push((value & 0x7f) | 0x80);
      return [...result, value];
    };
    while (at < module.length) {
      const start = at;
      const id = module[at++];
      const size = number();
      const end = at + size;
      if (id === 5) {
        if (number() !== 1 || (number() & ~1) !== 0) break;
        const body = [1, 1, ...bytes(number()), ...bytes(most)];
        const section = Uint8Array.from([5, ...bytes(body.length), ...body]);
        const result = new Uint8Array(start + section.length + module.length - end);
        result.set(module.subarray(0, start));
        result.set(section, start);
        result.set(module.subarray(end), start + section.length);
        return result;
      }
      at = end;
    }
    throw new Error('a module whose memory cannot be bounded');
  }

  // A decoder whose memory has grown past this is let go of, since WebAssembly memory never shrinks.
  const keptBytes = 32 * 1024 * 1024;
  const decoders = {};
  const running = {};
  let job = null;
  let zxing = null;
  let reserved = 0;

  // The system calls that a decoder is linked against and never makes for a picture in memory.
  const refuse = () => { throw new Error('no such call in the sandbox'); };
  const imports = {
    env: { setjmp: () => 0, longjmp: refuse },
    wasi_snapshot_preview1: {
      environ_sizes_get: () => 0, environ_get: refuse, proc_exit: refuse, fd_close: refuse, fd_seek: refuse, fd_write: refuse,
    },
  };

  // Each answers { at, width, height, bytesPerPixel } for the file at a pointer, 'damaged' or 'memory'. A decoder that failed is not
  // used again, so that only success has to free what it took.
  const outputs = (decode, outOfMemory) => (x, file, length) => {
    const out = x.malloc(12);
    const error = decode(x, out, file, length);
    if (error !== 0) return error === outOfMemory ? 'memory' : 'damaged';
    const [at, width, height] = new Uint32Array(x.memory.buffer, out, 3);
    x.free(out);
    return { at, width, height, bytesPerPixel: 4 };
  };
  const decoding = {
    png: outputs((x, out, file, length) => x.lodepng_decode32(out, out + 4, out + 8, file, length), 83),
    gif: outputs((x, out, file, length) => x.decode_gif(out, out + 4, out + 8, file, length)),
    bmp: outputs((x, out, file, length) => x.decode_bmp(out, out + 4, out + 8, file, length)),
    webp(x, file, length) {
      const out = x.malloc(8);
      const at = x.WebPDecodeRGBA(file, length, out, out + 4);
      if (at === 0) return 'damaged';
      const [width, height] = new Uint32Array(x.memory.buffer, out, 2);
      x.free(out);
      return { at, width, height, bytesPerPixel: 4 };
    },
    jpeg(x, file, length) {
      const grey = 6;
      const handle = x.tjInitDecompress();
      const out = x.malloc(16);
      if (x.tjDecompressHeader3(handle, file, length, out, out + 4, out + 8, out + 12) !== 0) return 'damaged';
      const [width, height] = new Uint32Array(x.memory.buffer, out, 2);
      x.free(out);
      const at = x.malloc(width * height);
      if (at === 0) return 'memory';
      if (x.tjDecompress2(handle, file, length, at, width, width, height, grey, 0) !== 0) return 'damaged';
      x.tjDestroy(handle);
      return { at, width, height, bytesPerPixel: 1 };
    },
  };

  // In place. Rec. 601 weights in 1/1024; what is transparent is seen on white paper.
  function toLuminance(pixels) {
    const count = pixels.length >> 2;
    for (let i = 0, p = 0; i < count; i++, p += 4) {
      const value = (306 * pixels[p] + 601 * pixels[p + 1] + 117 * pixels[p + 2] + 512) >> 10;
      const alpha = pixels[p + 3];
      pixels[i] = alpha === 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }
  }

  const point = p => [p.x, p.y];
  const answer = written => JSON.stringify(written.error ? { error: written.error }
    : { width: written.symbol.width, height: written.symbol.height, pixels: Array.from(written.symbol.data) });

  globalThis.sandbox = {
    bytes: length => new Uint8Array(length),

    startDecoder(name, module, mostBytes) {
      decoders[name] = new WebAssembly.Module(bounded(module, mostBytes));
    },

    startZXing(module, mostBytes) {
      const compiled = new WebAssembly.Module(bounded(module, mostBytes));
      ZXingWASM.prepareZXingModule({
        overrides: { instantiateWasm: (wanted, done) => { done(new WebAssembly.Instance(compiled, wanted)); return {}; } },
        fireImmediately: true,
      }).then(started => { zxing = started; });
    },

    started: () => zxing !== null,
    memory: () => zxing.HEAPU8.length,

    // A picture is decoded in three calls: its file is written to the place that the first one answers, the second one answers the
    // luminance, and the third one lets go of both.
    place(name, length) {
      if (!running[name]) {
        running[name] = new WebAssembly.Instance(decoders[name], imports).exports;
        if (running[name]._initialize) running[name]._initialize();
      }
      const x = running[name];
      job = { name, x, length, file: x.malloc(length), at: 0 };
      return job.file === 0 ? 'memory' : new Uint8Array(x.memory.buffer, job.file, length);
    },

    decode(width, height) {
      const { name, x, file, length } = job;
      delete running[name];
      let picture;
      try {
        picture = decoding[name](x, file, length);
      } catch {
        return 'damaged';
      }
      if (typeof picture === 'string') return picture;
      if (picture.width !== width || picture.height !== height) return 'damaged';
      job.at = picture.at;
      if (picture.bytesPerPixel === 4) toLuminance(new Uint8Array(x.memory.buffer, picture.at, width * height * 4));
      return new Uint8Array(x.memory.buffer, picture.at, width * height);
    },

    finish() {
      const { name, x, file, at } = job;
      if (at !== 0 && x.memory.buffer.byteLength <= keptBytes) {
        x.free(file);
        x.free(at);
        running[name] = x;
      }
      job = null;
    },

    // The place in the reader's memory that the next picture is written to: valid until the next call.
    reserve(length) {
      if (reserved !== 0) zxing._free(reserved);
      reserved = zxing._malloc(length);
      if (reserved === 0) throw new Error('out of memory');
      return new Uint8Array(zxing.HEAPU8.buffer, reserved, length);
    },

    read(width, height, options) {
      const found = zxing.readBarcodesFromPixmap(reserved, width, height, JSON.parse(options));
      const results = [];
      for (let i = 0; i < found.size(); i++) {
        const r = found.get(i);
        results.push({
          format: r.format, text: r.text, bytes: Array.from(r.bytes), identifier: r.symbologyIdentifier,
          corners: [r.position.topLeft, r.position.topRight, r.position.bottomRight, r.position.bottomLeft].map(point),
          inverted: r.isInverted, mirrored: r.isMirrored,
        });
      }
      found.delete();
      return JSON.stringify(results);
    },

    writeText: (text, options) => answer(zxing.writeBarcodeFromText(text, JSON.parse(options))),

    writeBytes(payload, options) {
      const pointer = zxing._malloc(payload.length);
      zxing.HEAPU8.set(payload, pointer);
      const written = zxing.writeBarcodeFromBytes(pointer, payload.length, JSON.parse(options));
      zxing._free(pointer);
      return answer(written);
    },
  };
})();
