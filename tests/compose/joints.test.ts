/** Where a template's text meets a value: Arabic prefixes and Russian prepositions. */
import { describe, expect, test } from 'vitest';
import { finishLine } from '../../src/compose/parts/finish-line.ts';
import { defaultSettings } from '../../src/data/schema/sections.ts';
import { byLanguage } from '../../src/language/languages.ts';
import { joinPreposition } from '../../src/language/ru/prepositions.ts';
import type { Inline } from '../../src/model.ts';
import { lineText } from '../../src/walk-letter.ts';
import { shown } from './fixture.ts';

const SETTINGS = defaultSettings(byLanguage(() => []));

function value(text: string): Inline {
  return { type: 'isolate', direction: 'auto', children: [{ type: 'text', text }] };
}

describe('an Arabic prefix before a value', () => {
  test.each([
    ['ل', 'الاتحاد الدولي للاتصالات', 'للاتحاد الدولي للاتصالات'],
    ['دعماً ل', 'اليونسكو', 'دعماً لليونسكو'],
    ['ول', 'الأونكتاد', 'وللأونكتاد'],
    ['ل', 'اللجنة', 'للجنة'],
    ['ل', 'برنامج الأغذية', 'لبرنامج الأغذية'],
    ['ب', 'الاتحاد', 'بالاتحاد'],
    ['ك', 'الاتحاد', 'كالاتحاد'],
    ['ل', 'ألمانيا', 'لألمانيا'],
    ['ل', 'Smart Africa', 'لـ ⟨Smart Africa⟩'],
    ['ب', 'UNESCO', 'بـ ⟨UNESCO⟩'],
    ['ل', '50', 'لـ ⟨50⟩'],
    ['ل', 'المنتدى WSIS+20 لعام 2025', 'للمنتدى⟨ WSIS+20 لعام 2025⟩'],
    // No prefixes: و joins nothing, a word that ends in ل is not one, a space keeps both apart.
    ['و', 'الاتحاد', 'و⟨الاتحاد⟩'],
    ['ل ', 'الاتحاد', 'ل ⟨الاتحاد⟩'],
    ['و', 'UNESCO', 'و⟨UNESCO⟩'],
    ['خلال', 'الاتحاد', 'خلالالاتحاد'],
  ])('%s + %s', (before, after, expected) => {
    const line = finishLine([{ type: 'text', text: before }, value(after)], 'ar', SETTINGS);
    expect(shown(line)).toBe(expected);
  });

  test('inside bold text too', () => {
    const bold: Inline = {
      type: 'strong',
      children: [{ type: 'text', text: 'ل' }, value('المنتدى')],
    };
    expect(lineText(finishLine([bold], 'ar', SETTINGS))).toBe('للمنتدى');
  });
});

describe('a Russian preposition before a value', () => {
  test.each([
    ['с ', 'Всемирной организацией', 'со '],
    ['С ', 'Структурой «ООН-женщины»', 'Со '],
    ['с ', 'Швейцарией', 'со '],
    ['с ', 'Международным союзом', 'с '],
    ['с ', 'Сингапуром', 'с '],
    ['с ', 'Замбией', 'с '],
    ['с ', 'Владимиром', 'с '],
    ['с ', 'ВСЕ', 'с '],
    ['с ', 'ВОЗ', 'с '],
    ['в ', 'Франции', 'во '],
    ['в ', 'Вьетнаме', 'во '],
    ['в ', 'Женеве', 'в '],
    ['в ', 'ФРГ', 'в '],
    ['в ', '2027 году', 'в '],
    ['о ', '11 проектах', 'об '],
    ['о ', '11\u00a0000', 'об '],
    ['о ', '1 проекте', 'об '],
    ['о ', '1\u00a0000 проектах', 'о '],
    ['о ', '10 проектах', 'о '],
    ['о ', '111 проектах', 'о '],
    ['о ', 'Организации', 'об '],
    ['о ', '«Организации»', 'об '],
    ['о ', 'ООН', 'об '],
    ['о ', 'ЮНЕСКО', 'о '],
    ['о ', 'Европе', 'о '],
    ['к ', 'Всемирной встрече', 'ко '],
    ['к ', 'Форуму', 'к '],
    ['класс ', 'Всемирной', 'класс '],
    ['т. о ', 'Организации', 'т. об '],
    ['', 'Всемирной', ''],
  ])('%s%s', (before, after, expected) => {
    expect(joinPreposition(before, after)).toBe(expected);
  });

  test('in a line', () => {
    const line: Inline[] = [
      { type: 'text', text: 'совместно с ' },
      value('Всемирной организацией'),
    ];
    expect(lineText(finishLine(line, 'ru', SETTINGS))).toBe('совместно со Всемирной организацией');
  });
});
