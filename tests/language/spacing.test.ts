import { describe, expect, test } from 'vitest';
import { arabicDigits } from '../../src/language/ar/digits.ts';
import { spaceFrench } from '../../src/language/fr/spacing.ts';

/** No-break space as ~, narrow no-break space as _. */
function shown(text: string): string {
  return text.replace(/\u00A0/g, '~').replace(/\u202F/g, '_');
}

describe('French spacing', () => {
  test.each([
    // written, open, closed
    ['Réf. :', 'Réf.~:', 'Réf.:'],
    ['Réf.:', 'Réf.~:', 'Réf.:'],
    ['Objet\u00A0: x', 'Objet~: x', 'Objet: x'],
    ['un; deux ; trois', 'un_; deux_; trois', 'un; deux; trois'],
    ['Oui ! Non?', 'Oui_! Non_?', 'Oui! Non?'],
    ['Quoi ?!', 'Quoi_?!', 'Quoi?!'],
    ['«mot»', '«~mot~»', '«mot»'],
    ['« mot »', '«~mot~»', '«mot»'],
    ['«\u202Fmot\u202F»', '«~mot~»', '«mot»'],
    ['« Pourquoi? »', '«~Pourquoi_?~»', '«Pourquoi?»'],
    ['à 14:30', 'à 14:30', 'à 14:30'],
    ['https://www.itu.int/a?b=c', 'https://www.itu.int/a?b=c', 'https://www.itu.int/a?b=c'],
    ['voir www.wsis.org/forum?', 'voir www.wsis.org/forum_?', 'voir www.wsis.org/forum?'],
    ['mailto:a@example.org', 'mailto:a@example.org', 'mailto:a@example.org'],
    ['(SMSI) : suite', '(SMSI)~: suite', '(SMSI): suite'],
    ['A/RES/80/173', 'A/RES/80/173', 'A/RES/80/173'],
    ['', '', ''],
    [':', ':', ':'],
  ])('%s', (written, open, closed) => {
    expect(shown(spaceFrench(written, 'open'))).toBe(open);
    expect(shown(spaceFrench(written, 'closed'))).toBe(closed);
    expect(shown(spaceFrench(spaceFrench(written, 'open'), 'open'))).toBe(open);
    expect(shown(spaceFrench(spaceFrench(written, 'closed'), 'closed'))).toBe(closed);
  });

  test('looks across the borders of bold and links', () => {
    expect(shown(spaceFrench(': suite', 'open', 'ot', ''))).toBe('~: suite');
    expect(shown(spaceFrench(': suite', 'open', 't ', ''))).toBe(': suite');
    expect(shown(spaceFrench('voir 14:', 'open', '', '30'))).toBe('voir 14:');
  });
});

test.each([
  ['10 أبريل 2026', '١٠ أبريل ٢٠٢٦'],
  ['6-10 يوليو', '٦-١٠ يوليو'],
  ['14:30-15:30', '١٤:٣٠-١٥:٣٠'],
  ['القرار A/RES/80/173 لعام 2025', 'القرار A/RES/80/173 لعام ٢٠٢٥'],
  ['CL-21/4', 'CL-21/4'],
  ['WSIS+20', 'WSIS+20'],
  ['+41 22 730 6240', '+41 22 730 6240'],
  ['https://www.itu.int/net4/wsis/forum/2025/ar', 'https://www.itu.int/net4/wsis/forum/2025/ar'],
  ['a2026@example.org', 'a2026@example.org'],
  ['G20 و5G', 'G20 و5G'],
  ['لا أرقام', 'لا أرقام'],
])('Arabic digits: %s', (european, arabic) => {
  expect(arabicDigits(european)).toBe(arabic);
});
