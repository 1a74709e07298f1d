/**
 * The same letter by stock pdfmake: equal text, font, sizes and blocks, but words in the wrong order
 * (which is why it is only a yardstick). Run alone it renders one letter: `node stock.js letter.json out.pdf`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Text of inlines as pdfmake takes it. */
function inlines(line) {
  return line.map((inline) => {
    if (inline.type === 'text') return inline.text;
    if (inline.type === 'break') return '\n';
    const style = {
      ...(inline.type === 'strong' ? { bold: true } : {}),
      ...(inline.type === 'link' ? { link: inline.href, color: '#054690' } : {}),
    };
    return { text: inlines(inline.children), ...style };
  });
}

const paragraph = (line, style = {}) => ({ text: inlines(line), ...style });

function block(node) {
  if (node.type === 'list') {
    return { ul: node.items.map((item) => ({ stack: item.map(block) })) };
  }
  return paragraph(node.children, { alignment: 'justify', margin: [0, 0, 0, 6] });
}

const labelled = ({ label, lines }) => [
  paragraph(label),
  { stack: lines.map((line) => paragraph(line)) },
];

const letterheadSide = (items) => ({
  stack: items.filter(Array.isArray).map((line) => paragraph(line)),
});

function definition(letter) {
  const { address, subject, letterhead } = letter;
  return {
    info: { title: letter.title },
    defaultStyle: { font: 'Letter', fontSize: 12.4, alignment: 'right' },
    content: [
      { columns: [letterheadSide(letterhead.start), letterheadSide(letterhead.end)] },
      paragraph(letter.dateline),
      { table: { body: letter.rows.map(labelled) }, layout: 'noBorders' },
      { stack: address.lines.map((line) => paragraph(line)) },
      { ul: address.bullets.map((line) => paragraph(line)) },
      ...subject.lines.map((line) => paragraph(line, { bold: true, alignment: 'center' })),
      ...letter.salutation.map((line) => paragraph(line)),
      ...letter.body.map(block),
      paragraph(letter.closing),
      {
        columns: letter.signatories.map(({ name, lines }) => ({
          stack: [paragraph(name), ...lines.map((line) => paragraph(line))],
        })),
      },
    ],
  };
}

/** The PDF of a composed letter. */
export async function renderStock(letter) {
  const Printer = require('pdfmake/js/Printer.js').default;
  const UrlResolver = require('pdfmake/js/URLResolver.js').default;
  const [{ regular, bold }] = letter.fonts;
  const fonts = { Letter: { normal: regular, bold, italics: regular, bolditalics: bold } };
  const printer = new Printer(fonts, null, new UrlResolver());
  const document = await printer.createPdfKitDocument(definition(letter));
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => {
    document.on('end', resolve);
  });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , input, output] = process.argv;
  writeFileSync(output, await renderStock(JSON.parse(readFileSync(input, 'utf8'))));
}
