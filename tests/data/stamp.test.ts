import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { untilChanged } from '../../src/data/source/stamp.ts';
import { temporaryFolder } from '../support/cli.ts';

test('a good file is looked at again when it has changed, a bad one each time', async () => {
  const [file, other] = ['a', 'b'].map((name) => join(temporaryFolder(), name)) as [string, string];
  const looked: string[] = [];
  let defect: string | undefined;
  const check = untilChanged(async (path) => {
    looked.push(path);
    return defect;
  });
  for (const path of [file, other]) writeFileSync(path, 'first');
  expect([await check(file), await check(file), looked]).toEqual([undefined, undefined, [file]]);
  await check(other);
  expect(looked).toEqual([file, other]);
  defect = 'is damaged';
  writeFileSync(file, 'second, longer');
  expect([await check(file), await check(file)]).toEqual([defect, defect]);
  defect = undefined;
  expect(await check(file)).toBeUndefined();
  expect(looked.length).toBe(5);
});
