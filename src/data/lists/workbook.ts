/** Workbooks (ECMA-376): the rows of a sheet as a list. */
import { createRequire } from 'node:module';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Problems, Span } from '../../diagnostic.ts';
import { MOST_LIST_BYTES, MOST_UNPACKED_BYTES } from '../limits.ts';
import { readBytes } from '../source/source.ts';
import { hintFor } from '../suggest.ts';
import { containerOf, SAVE_AS } from './list-formats.ts';
import { tableOfSheet } from './sheet-table.ts';
import type { Table } from './table.ts';
import { zipFault } from './zip.ts';

type Reader = typeof import('@e965/xlsx');

/** As the edition names it: the file, a place for what is wrong with all of it, and the sheet. */
interface WorkbookFile {
  readonly name: string;
  readonly file: string;
  readonly path: string;
  readonly namedAt?: Span;
  readonly sheet?: string;
}

/** The list that a sheet of a workbook holds; undefined, having reported why, where there is none. */
export function tableOfWorkbook(list: WorkbookFile, problems: Problems): Table | undefined {
  const { file, path, namedAt } = list;
  const bytes = readBytes(file, problems, { namedAt, path, most: MOST_LIST_BYTES });
  if (!bytes || !isSound(list, bytes, problems)) return undefined;
  // Few editions have a workbook, and its reader is large.
  const reader: Reader = createRequire(import.meta.url)('@e965/xlsx');
  try {
    const { SheetNames: names } = reader.read(bytes, { type: 'buffer', bookSheets: true });
    const name = sheetName(list, names, problems);
    if (name === undefined) return undefined;
    const book: WorkBook = reader.read(bytes, { ...READING, sheets: name });
    const sheet: WorkSheet | undefined = book.Sheets[name];
    if (!sheet) return bad(list, 'it has no such sheet of cells', problems);
    const is1904 = book.Workbook?.WBProps?.date1904 === true;
    const shown = (cell: CellObject) => dateShown(reader, cell, is1904);
    return tableOfSheet(sheet, { file, name, dateShown: shown }, problems);
  } catch (error) {
    // The reader throws whatever comes to it where a part is not as it should be.
    if (!(error instanceof Error)) throw error;
    return bad(list, 'it is damaged, or no workbook', problems);
  }
}

const READING = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: true,
  cellHTML: false,
  // Which rows are hidden is among the styles.
  cellStyles: true,
} as const;

function placeOf({ file, namedAt }: WorkbookFile): Span {
  return namedAt ?? { file, line: 1, column: 1 };
}

function bad(list: WorkbookFile, reason: string, problems: Problems): undefined {
  const message = `cannot read "${list.name}": ${reason}`;
  problems.error('bad-list', placeOf(list), message, SAVE_AS);
}

function isSound(list: WorkbookFile, bytes: Buffer, problems: Problems): boolean {
  const container = containerOf(bytes);
  if (container === 'compound') {
    // [MS-OFFCRYPTO] 2.3: an encrypted workbook is a stream of that name, in UTF-16, in a compound file.
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    const message = isEncrypted
      ? `"${list.name}" is protected by a password`
      : `"${list.name}" is an old workbook (.xls), whatever its name says`;
    const remedy = isEncrypted
      ? 'save it without a password (File, Info, Protect Workbook)'
      : SAVE_AS;
    problems.error('bad-list', placeOf(list), message, remedy);
    return false;
  }
  const fault =
    container === 'zip'
      ? zipFault(bytes, MOST_UNPACKED_BYTES)
      : ({ code: 'bad-list', reason: 'it is damaged, or no workbook' } as const);
  if (!fault) return true;
  if (fault.code === 'bad-list') bad(list, fault.reason, problems);
  else {
    const message = `cannot read "${list.name}": ${fault.reason}`;
    problems.error('too-large', placeOf(list), message, 'copy the rows of the list into a new one');
  }
  return false;
}

function sheetName(
  list: WorkbookFile,
  names: readonly string[],
  problems: Problems,
): string | undefined {
  const { sheet } = list;
  const found =
    sheet === undefined
      ? names[0]
      : (names.find((name) => name === sheet) ??
        names.find((name) => name.trim().toLowerCase() === sheet.trim().toLowerCase()));
  if (found !== undefined) return found;
  const message = sheet === undefined ? 'it has no sheet' : `it has no sheet "${sheet}"`;
  const hint = hintFor(sheet ?? '', names);
  problems.error('bad-list', placeOf(list), `cannot read "${list.name}": ${message}`, hint);
  return undefined;
}

/** `2027-07-05`, with a time where it is not midnight, for a number that the sheet shows as a date; else undefined. */
function dateShown({ SSF }: Reader, { v, z }: CellObject, is1904: boolean): string | undefined {
  if (typeof v !== 'number' || typeof z !== 'string' || !SSF.is_date(z)) return undefined;
  const parts = SSF.parse_date_code(v, { date1904: is1904 });
  if (!parts) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const seconds = parts.S === 0 ? '' : `:${two(parts.S)}`;
  const time = `${two(parts.H)}:${two(parts.M)}${seconds}`;
  // A time of day has no day, and a duration neither.
  if (v < 1 || /\[[hms]/i.test(z)) return undefined;
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  return time === '00:00' ? day : `${day} ${time}`;
}
