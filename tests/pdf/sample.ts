/** A letter of two pages with every kind of block, in Arabic and in English. */
import { resolve } from 'node:path';
import type { Block, Inline, Letter, Line } from '../../src/model.ts';
import { bareLetter, text } from '../position/letter.ts';

const LOGO = resolve(import.meta.dirname, '../../examples/forum-2026/logo.svg');

/** Arabic sentences that must come back from the PDF as they went in. */
export const ARABIC = [
  'يسرنا أن ندعوكم إلى المشاركة في المنتدى الذي يعقد في جنيف من 6 إلى 10 يوليو 2026.',
  'ويمكن لجميع أصحاب المصلحة تقديم مقترحاتهم عن طريق الموقع قبل 31 مارس 2026.',
  'ولا تترددوا في الاتصال بأمانة المنتدى للحصول على أي معلومات إضافية.',
] as const;

const ENGLISH = [
  'We are pleased to invite you to take part in the forum, which is held in Geneva from 6 to 10 July 2026.',
  'All stakeholders may send their proposals through the site before 31 March 2026.',
  'Please do not hesitate to write to the secretariat of the forum for any further information.',
] as const;

const paragraph = (children: Line): Block => ({ type: 'paragraph', children });

function body(language: 'ar' | 'en', sentences: readonly string[]): Block[] {
  const [first = '', second = '', third = ''] = sentences;
  const link: Inline = { type: 'link', href: 'https://www.itu.int/wsis/', children: text(second) };
  const value: Inline = { type: 'isolate', direction: 'auto', children: text('(ACME) عربي') };
  const more = Array.from({ length: language === 'ar' ? 8 : 14 }, () =>
    paragraph(text(`${first} ${second} ${third}`)),
  );
  return [
    paragraph(text(first)),
    paragraph([{ type: 'strong', children: [link] }, { type: 'text', text: ' ' }, value]),
    { type: 'heading', level: 2, children: text(third) },
    {
      type: 'list',
      ordered: true,
      start: 1,
      items: [[paragraph(text(first))], [paragraph(text('A/RES/80/173, +41 22 730 6240, 14 000'))]],
    },
    ...more,
  ];
}

export function sampleLetter(language: 'ar' | 'en', parts: Partial<Letter> = {}): Letter {
  const sentences = language === 'ar' ? ARABIC : ENGLISH;
  return bareLetter(language === 'ar' ? 'rtl' : 'ltr', {
    letterhead: { start: [{ path: LOGO, alt: 'Logo' }], end: [text('WSIS')] },
    dateline: text(language === 'ar' ? 'جنيف، 10 أبريل 2026' : 'Geneva, 10 April 2026'),
    rows: [{ label: text('Tel.:'), lines: [text('+41 22 730 6240')] }],
    address: { lines: [text('WSIS')], bullets: [text('ITU'), text('UNESCO')], position: 'head' },
    subject: { lines: [text(language === 'ar' ? 'دعوة إلى المنتدى' : 'Invitation to the forum')] },
    body: body(language, sentences),
    closing: text(language === 'ar' ? 'مع التقدير' : 'Yours faithfully,'),
    signatories: ['Alpha', 'Bravo', 'Charlie'].map((name) => ({
      name: text(name),
      lines: [text('ITU')],
    })),
    footer: { page: '{page}/{pages}', reference: text('WSIS') },
    ...parts,
  });
}
