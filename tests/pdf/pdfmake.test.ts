/**
 * src/pdf/pdfmake.ts extends parts of pdfmake and pdfkit that are not their public interface. This
 * test says what it takes for granted; when it fails after an update, look there first.
 */
import { createRequire } from 'node:module';
import docMeasure from 'pdfmake/js/DocMeasure.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import { describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);

test('the version is pinned exactly, and installed', () => {
  const { dependencies } = require('../../package.json');
  expect(dependencies.pdfmake).toBe('0.3.11');
  expect(require('pdfmake/package.json').version).toBe('0.3.11');
});

/** Methods that are overridden or called, with the number of arguments that they declare. */
const METHODS = [
  ['DocMeasure', docMeasure, 5, { measureLeaf: 1 }],
  ['LayoutBuilder', layoutBuilder, 3, { layoutDocument: 9, tryLayoutDocument: 8, processLeaf: 1 }],
  ['Line', lineModule, 1, { getHeight: 0, getWidth: 0, clone: 0 }],
  ['SVGMeasure', svgMeasure, 0, { measureSVG: 1 }],
  [
    'Renderer',
    rendererModule,
    2,
    { renderPages: 1, renderLine: 3, renderVector: 1, renderImage: 1, renderSVG: 1 },
  ],
  [
    'PDFDocument',
    pdfDocument,
    0,
    {
      ref: 1,
      addContent: 1,
      _write: 1,
      _finalize: 0,
      _convertRect: 4,
      endMarkings: 0,
      endMetadata: 0,
      end: 0,
    },
  ],
] as const;

describe.each(METHODS)('%s', (_, part, constructorArguments, methods) => {
  test('is a class', () => {
    expect(typeof part.default).toBe('function');
    expect(part.default.length).toBe(constructorArguments);
  });

  test.each(Object.entries(methods))('has %s with %i arguments', (name, count) => {
    const method = part.default.prototype[name];
    expect(typeof method).toBe('function');
    expect(method.length).toBe(count);
  });
});

const SETTINGS = { autoFirstPage: false, compress: true, lang: 'ar', info: {}, font: null };
const emptyDocument = () => new pdfDocument.default({}, {}, {}, {}, SETTINGS, null, () => false);

describe('a document', () => {
  test('has the fields that fonts, structure and metadata are written to', () => {
    const document = emptyDocument();
    document.addPage({ size: [100, 100], margin: 0 });
    expect(document._root.data).toMatchObject({ Type: 'Catalog' });
    expect(Array.isArray(document._offsets)).toBe(true);
    expect(document._offset).toBeGreaterThan(0);
    expect(document._id).toBeInstanceOf(Uint8Array);
    expect(Array.isArray(document.page.annotations)).toBe(true);
    expect(document.page.fonts).toEqual({});
    expect(document.page.dictionary.id).toBeGreaterThan(0);
    expect(document._convertRect(10, 20, 30, 40)).toEqual([10, 40, 40, 80]);
  });

  test('ends with the catalogue and the information known', () => {
    const document = emptyDocument();
    const ids: unknown[] = [];
    document._finalize = () => ids.push(document._root.id, document._info.id);
    document.addPage({ size: [100, 100], margin: 0 });
    document.end();
    expect(ids).toEqual([expect.any(Number), expect.any(Number)]);
  });

  test('writes an object in one go, between its number and `endobj`', () => {
    const document = emptyDocument();
    const written: (string | Uint8Array)[] = [];
    const reference = document.ref({ Type: 'Test' });
    document._write = (data: string) => written.push(data);
    reference.finalize();
    expect(written.map(String)).toEqual([
      `${reference.id} 0 obj`,
      expect.stringContaining('/Type /Test'),
      'endobj',
    ]);
  });

  test('writes a stream between `stream` and `endstream`', () => {
    const document = emptyDocument();
    const written: (string | Uint8Array)[] = [];
    const reference = document.ref({});
    reference.compress = false;
    reference.write(Buffer.from('bytes'));
    document._write = (data: string) => written.push(data);
    reference.finalize();
    expect(written.map(String).slice(2)).toEqual(['stream', 'bytes', '\nendstream', 'endobj']);
  });

  test('asks before it reads a file', () => {
    expect(() => emptyDocument().provideImage('/etc/hostname')).toThrow(/denied/i);
  });
});

test('a layout hands on what a line is given, and where it stands', () => {
  const seen: unknown[] = [];
  class Layout extends layoutBuilder.default {
    processLeaf(node: { text: string; positions: unknown[] }): void {
      const context = this.writer.context();
      seen.push(
        context.availableWidth,
        context.availableHeight,
        context.y,
        context.pageMargins.top,
      );
      const line = new lineModule.default(context.availableWidth);
      line.getHeight = () => 12;
      line.placed = node.text;
      node.positions.push(this.writer.addLine(line));
    }
  }
  const size = { width: 200, height: 300, orientation: 'portrait' };
  const margins = { left: 10, top: 20, right: 30, bottom: 40 };
  const builder = new Layout(size, margins, new svgMeasure.default());
  const measured = { text: 'a', _inlines: [], _minWidth: 1, _maxWidth: 2 };
  builder.tryLayoutDocument = layoutWithoutMeasuring;
  const pages = builder.layoutDocument({ stack: [measured] }, emptyDocument(), {}, {});
  expect(seen).toEqual([160, 240, 20, 20]);
  expect(pages).toHaveLength(1);
  const [{ type, item }] = pages[0].items;
  expect(type).toBe('line');
  expect(item).toMatchObject({ placed: 'a', x: 10, y: 20 });
  expect(typeof builder.writer.moveToNextPage).toBe('function');
});

/** As pdfmake does, but with a measure that leaves our text nodes alone. */
function layoutWithoutMeasuring(this: typeof layoutBuilder.default.prototype, ...args: unknown[]) {
  class Measure extends docMeasure.default {
    measureLeaf(node: unknown): unknown {
      return node;
    }
  }
  const [, document, styles, style] = args;
  this.docMeasure = new Measure(document, styles, style, this.svgMeasure, this.tableLayouts);
  return layoutBuilder.default.prototype.tryLayoutDocument.apply(this, args);
}
