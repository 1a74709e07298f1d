import { describe, expect, test } from 'vitest';
import { printApostrophes } from '../../src/language/apostrophes.ts';

describe('apostrophes of print', () => {
  test.each([
    ["l'Union de l'Europe", 'l’Union de l’Europe'],
    ["aujourd'hui, qu'il n'y ait", 'aujourd’hui, qu’il n’y ait'],
    ["L'État « qu'on » dit", 'L’État « qu’on » dit'],
    ["Governments' and ITU's", 'Governments’ and ITU’s'],
    ["(ITU)'s, the 1990's", '(ITU)’s, the 1990’s'],
    ["Côte d'Ivoire, O'Brien", 'Côte d’Ivoire, O’Brien'],
    ["the 'open' process of ITU's", "the 'open' process of ITU’s"],
    ["'open'", "'open'"],
    ["5' 3''", "5' 3''"],
    ["o'brien@example.org", "o'brien@example.org"],
    ["https://example.org/l'a l'a", "https://example.org/l'a l’a"],
    ["(www.example.org/l'a)", "(www.example.org/l'a)"],
    ['l’Union', 'l’Union'],
    ['', ''],
  ])('%s', (written, printed) => {
    expect(printApostrophes(written)).toBe(printed);
    expect(printApostrophes(printed)).toBe(printed);
  });

  test.each([
    ["'s", 'TU', '', '’s'],
    ["de l'", '', 'Un', 'de l’'],
    ["'Union", '', '', "'Union"],
    ["'", 'l', 'Un', '’'],
  ])('%s between «%s» and «%s»', (text, before, after, printed) => {
    expect(printApostrophes(text, before, after)).toBe(printed);
  });
});
