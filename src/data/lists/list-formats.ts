/** Formats of lists: those that are read, and those that spreadsheets write and that are not. */
import type { Problems, Span } from '../../diagnostic.ts';

/** Workbooks that are read. */
export const WORKBOOKS: readonly string[] = ['.xlsx', '.xlsm'];

/** What other formats are called. */
export const NOT_READ: Readonly<Record<string, string>> = {
  '.xls': 'a workbook of Excel before 2007',
  '.xlsb': 'a binary workbook',
  '.xlt': 'a template of workbooks',
  '.xltx': 'a template of workbooks',
  '.ods': 'a spreadsheet of LibreOffice',
  '.fods': 'a spreadsheet of LibreOffice',
  '.numbers': 'a spreadsheet of Numbers',
  '.gsheet': 'a link to a spreadsheet of Google',
  '.doc': 'a document of Word',
  '.docx': 'a document of Word',
  '.mdb': 'a database of Access',
  '.accdb': 'a database of Access',
  '.vcf': 'a file of address cards',
};

export const SAVE_AS = 'open it and save it as Excel Workbook (.xlsx) or CSV UTF-8';

type Named = {
  readonly name: string;
  readonly file: string;
  readonly namedAt?: Span;
};

/** Reports a list in a format that is not read. */
export function reportFormat(
  { name, file, namedAt }: Named,
  extension: string,
  problems: Problems,
): undefined {
  const message = `"${name}" is ${NOT_READ[extension]}, which is not read`;
  problems.error('bad-list', namedAt ?? { file, line: 1, column: 1 }, message, SAVE_AS);
}

const ZIP = 'PK\x03\x04';
/** Compound files (MS-CFB, 2.2): old workbooks, and new ones with a password. */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What the first bytes of a file say that it is. */
export function containerOf(bytes: Buffer): 'zip' | 'compound' | undefined {
  const start = bytes.toString('latin1', 0, COMPOUND.length);
  if (start.startsWith(ZIP)) return 'zip';
  return start === COMPOUND ? 'compound' : undefined;
}

/** Whether a file is an old workbook under the name of a text, which is reported. */
export function isWorkbook(
  { name, file, namedAt }: Named,
  bytes: Buffer,
  problems: Problems,
): boolean {
  if (containerOf(bytes) !== 'compound') return false;
  const message = `"${name}" is a workbook, whatever its name says`;
  problems.error('bad-list', namedAt ?? { file, line: 1, column: 1 }, message, SAVE_AS);
  return true;
}
