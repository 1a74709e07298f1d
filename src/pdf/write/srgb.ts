/** A small ICC profile of sRGB (IEC 61966-2-1), the output intent that PDF/A asks for. */

/** Points of the tone curve. */
const CURVE_POINTS = 64;
const HEADER = 128;
/** Chromaticities of sRGB adapted to D50, the white of the connection space (ICC.1:2001-04, annex E). */
const WHITE = [0.9642, 1, 0.8249];
const PRIMARIES = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};

/** The bytes of the profile: ICC version 2.1, class display, matrix and tone curves. */
export function srgbProfile(): Buffer {
  const curve = toneCurve();
  const tags: [string, Buffer][] = [
    ['desc', description('sRGB')],
    ['cprt', text('No copyright')],
    ['wtpt', xyz(WHITE)],
    ...Object.entries(PRIMARIES).map(([name, value]): [string, Buffer] => [name, xyz(value)]),
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
  ];
  return assemble(tags);
}

/** Tags that hold the same data share it. */
function assemble(tags: readonly [string, Buffer][]): Buffer {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  const offsets = new Map<Buffer, number>();
  const blocks: Buffer[] = [];
  let end = HEADER + table.length;
  tags.forEach(([name, data], index) => {
    if (!offsets.has(data)) {
      offsets.set(data, end);
      blocks.push(data);
      end += data.length;
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(offsets.get(data) ?? 0, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  });
  return Buffer.concat([header(end), table, ...blocks]);
}

function header(size: number): Buffer {
  const out = Buffer.alloc(HEADER);
  out.writeUInt32BE(size, 0);
  out.writeUInt32BE(0x02100000, 8);
  out.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1].forEach((part, index) => {
    out.writeUInt16BE(part, 24 + index * 2);
  });
  out.write('acsp', 36, 'latin1');
  xyzNumbers(WHITE).copy(out, 68);
  return out;
}

function description(name: string): Buffer {
  const ascii = `${name}\0`;
  const out = Buffer.alloc(padded(12 + ascii.length + 78));
  out.write('desc', 'latin1');
  out.writeUInt32BE(ascii.length, 8);
  out.write(ascii, 12, 'latin1');
  return out;
}

function text(value: string): Buffer {
  const out = Buffer.alloc(padded(8 + value.length + 1));
  out.write('text', 'latin1');
  out.write(value, 8, 'latin1');
  return out;
}

function xyz(value: readonly number[]): Buffer {
  const type = Buffer.alloc(8);
  type.write('XYZ ', 'latin1');
  return Buffer.concat([type, xyzNumbers(value)]);
}

/** Numbers as s15Fixed16. */
function xyzNumbers(value: readonly number[]): Buffer {
  const out = Buffer.alloc(12);
  value.forEach((number, index) => {
    out.writeInt32BE(Math.round(number * 65536), index * 4);
  });
  return out;
}

function toneCurve(): Buffer {
  const out = Buffer.alloc(12 + CURVE_POINTS * 2);
  out.write('curv', 'latin1');
  out.writeUInt32BE(CURVE_POINTS, 8);
  for (let i = 0; i < CURVE_POINTS; i += 1) {
    out.writeUInt16BE(Math.round(linear(i / (CURVE_POINTS - 1)) * 65535), 12 + i * 2);
  }
  return out;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
