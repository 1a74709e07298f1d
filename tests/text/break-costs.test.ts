/** Where lines end that a reader does not stumble over. */
import { expect, test } from 'vitest';
import type { BreakStyle } from '../../src/text/break-costs.ts';
import { findBreaks } from '../../src/text/breaks.ts';
import { buildParagraph } from '../support/paragraph.ts';

const PROSE: BreakStyle = { name: false, balanced: false };
const NAME: BreakStyle = { name: true, balanced: true };
const TITLE: BreakStyle = { name: false, balanced: true };

/** The text with `|` at breaks that are withheld and `~` at those that cost something. */
function marked(text: string, language: string, breaking: BreakStyle): string {
  const base = language === 'ar' ? 'rtl' : 'ltr';
  const paragraph = { ...buildParagraph([{ type: 'text', text }], base, language), breaking };
  const signs = new Map(
    findBreaks(paragraph).map(({ position, withheld, cost }) => [
      position,
      withheld ? '|' : cost > 0 ? '~' : '',
    ]),
  );
  const { text: all } = paragraph;
  const out = [...all].map((char, index) => (signs.get(index) ?? '') + char).join('');
  return out.replace(/[\u2066-\u2069\u200E]/g, '');
}

test.each([
  // Names.
  ['en', 'Ms Doreen Bogdan-Martin', 'Ms |Doreen Bogdan-|Martin'],
  ['en', 'the Asia-Pacific co-ordination', 'the Asia-|Pacific co-~ordination'],
  ['ar', 'السيدة دورين بوغدان-مارتن', 'السيدة دورين بوغدان-|مارتن'],
  [
    'ru',
    'Дорин Богдан-Мартин, социально-экономический',
    'Дорин Богдан-|Мартин, социально-~экономический',
  ],
  ['zh', '多琳·伯格丹-马丁', '多琳·~伯格丹-|马丁'],
  ['en', 'by Ursula von der Leyen', 'by Ursula von ~der ~Leyen'],
  ['en', 'Alexander De Croo of Belgium', 'Alexander De ~Croo of Belgium'],
  ['ar', 'السيد عبد الله بن سعيد', 'السيد عبد |الله بن |سعيد'],
  ['en', 'Contact: Ms Gitanjali Sah, Dr Ng', 'Contact: Ms |Gitanjali Sah, Dr |Ng'],
  ['fr', 'à Mme Sah et M. De Croo', 'à Mme |Sah et M. |De Croo'],
  ['fr', 'ONU-Femmes et la co-organisation', 'ONU-Femmes et la co-~organisation'],
  // Dates.
  ['ar', 'من 7 إلى 11 يوليو 2025.', 'من 7 إلى 11 يوليو ~2025.'],
  ['en', 'on 6 July 2026 and in July 2026', 'on 6 July ~2026 and in July ~2026'],
  ['es', 'el 6 de julio de 2026', 'el 6 de julio ~de ~2026'],
  ['ru', 'до 6 июля 2026 года', 'до 6 июля ~2026 ~года'],
  ['fr', 'le 1er mars 2021', 'le 1er mars ~2021'],
  // Addresses.
  ['en', 'See www.wsis.org/forum.', 'See www.wsis.org/|forum.'],
  [
    'en',
    'See https://www.itu.int/net4/wsis-forum/2026/High-Level',
    'See https://www.itu.int/net4/wsis-~forum/2026/High-~Level',
  ],
  // Brackets.
  ['en', 'the Summit (the World Summit) here', 'the Summit (the ~World ~Summit) here'],
  // What needs nothing.
  ['en', 'We are able to do this well', 'We are able to do this well'],
  ['fr', 'La République de Corée', 'La République de Corée'],
  ['es', 'la Unión de los Estados', 'la Unión de los Estados'],
] satisfies [string, string, string][])('%s «%s»', (language, text, expected) => {
  expect(marked(text, language, PROSE)).toBe(expected);
});

test.each([
  ['en', 'Alexander De Croo', 'Alexander De |Croo'],
  ['en', 'Pedro Manuel Moreno', 'Pedro Manuel Moreno'],
  ['en', 'Jean-claude Nkem', 'Jean-|claude Nkem'],
  ['zh', '阿尔贝特·勒施蒂', '阿|尔|贝|特|·勒|施|蒂'],
] satisfies [string, string, string][])(
  'the name of a signatory, %s «%s»',
  (language, text, expected) => {
    expect(marked(text, language, NAME)).toBe(expected);
  },
);

test.each([
  ['ru', 'приглашение к участию', 'приглашение к участию'],
  ['en', 'Head of the Department', 'Head of ~the ~Department'],
  [
    'fr',
    'l’Union internationale des télécommunications',
    'l’Union internationale des ~télécommunications',
  ],
  ['ar', 'دعوة إلى المشاركة في المنتدى', 'دعوة إلى ~المشاركة في ~المنتدى'],
  ['zh', '关于论坛的通知', '关于论坛的通知'],
] satisfies [string, string, string][])('a title, %s «%s»', (language, text, expected) => {
  expect(marked(text, language, TITLE)).toBe(expected);
});
