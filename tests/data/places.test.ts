import { expect, test } from 'vitest';
import { baseEdition, loadClean } from './editions.ts';

/** What is looked up when asked for must be the same as what is written. */
test('each value of a list knows its place', () => {
  const [, second] = loadClean(baseEdition()).stakeholders;
  const places = {
    row: second?.span,
    name: second?.name?.span,
    inName: second?.name?.all?.span,
    category: second?.category.span,
    country: second?.country?.span,
    inCountry: second?.country?.name.fr?.name.span,
    cc: second?.cc.map(({ span }) => span),
    address: second?.addressLines?.map(({ span }) => span),
    extra: second?.extra.notes?.span,
  };
  const at = (line: number, column: number, length?: number) =>
    expect.objectContaining({ line, column, ...(length && { length }) });
  expect(places).toEqual({
    row: at(3, 1),
    name: at(3, 23, 10),
    inName: at(3, 23, 10),
    category: at(3, 4, 14),
    country: at(3, 38, 6),
    inCountry: at(3, 38, 6),
    cc: [at(3, 62, 13), at(3, 77, 13)],
    address: [at(3, 92), at(4, 1), at(4, 10)],
    extra: at(4, 23, 6),
  });
});
