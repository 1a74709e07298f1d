/** From a place in a list to the recipient whose row it is in. */
import { join } from 'node:path';
import type { Span } from '../diagnostic.ts';
import type { Edition } from '../model.ts';

/** What a list has after the name of its workbook. */
const SHEET = /(?<=\.xls[xm])#.*$/is;

interface Row {
  readonly line: number;
  readonly id: string;
}

export class RowFinder {
  readonly #edition: Edition;
  readonly #shown: string;
  /** By file and sheet; the places of rows are looked up when the first question comes. */
  readonly #rows = new Map<string, readonly Row[]>();

  /** @param shown The edition's folder as spans have it. */
  constructor(edition: Edition, shown: string) {
    this.#edition = edition;
    this.#shown = shown;
  }

  isList(file: string): boolean {
    return file.endsWith('.csv') || this.#rowsOf(file).length > 0;
  }

  /** The recipient whose row a place is in; undefined in the header and outside of lists. */
  recipientAt({ file, line, cell }: Span): string | undefined {
    const rows = this.#rowsOf(file, sheetOf(cell));
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.line ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return rows[low - 1]?.id;
  }

  #rowsOf(file: string, sheet?: string): readonly Row[] {
    const key = JSON.stringify([file, sheet]);
    const known = this.#rows.get(key);
    if (known) return known;
    const rows = this.#edition.stakeholders
      .filter(({ list }) => join(this.#shown, list.replace(SHEET, '')) === file)
      .map(({ id, span }) => ({ id: id.value, line: span.line, sheet: sheetOf(span.cell) }))
      .filter((row) => sheet === undefined || row.sheet === sheet);
    this.#rows.set(key, rows);
    return rows;
  }
}

/** Of `Sheet1!C7`, the sheet. */
function sheetOf(cell: string | undefined): string | undefined {
  return cell?.slice(0, cell.lastIndexOf('!'));
}
