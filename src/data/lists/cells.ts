/** What the cells of a list say, as texts with places. */
import type { Text } from '../../model.ts';
import { fold } from '../schema/reader.ts';
import { PlacedPart, placedValue } from '../source/placed.ts';
import type { Cell, Row } from './table.ts';

/** The cells of a column that have a value. */
export function* cellsOf(rows: Iterable<Row>, column: string): Generator<Text> {
  for (const row of rows) {
    const cell = row.cell(column);
    if (cell && !cell.fault) yield cell;
  }
}

/** The text in one line. */
export function foldText(text: Text): Text {
  return placedValue(fold(text.value), text);
}

/** The lines of a cell, each with its place. */
export function linesOf(cell: Cell): readonly Text[] {
  // A line end within quotation marks is a line end of the file.
  const place = (index: number) => new PlacedPart(cell, index, 0);
  const lines = cell.value.split(/\r\n?|\n/);
  return cell.lines ?? lines.map((value, index) => placedValue(value, place(index)));
}

/** The parts of a line that are not empty, trimmed, each with its place. */
export function split(text: Text, separator: string): Text[] {
  let before = 0;
  return text.value.split(separator).flatMap((part) => {
    const place = new PlacedPart(text, 0, before + part.search(/\S|$/));
    before += [...part].length + separator.length;
    const trimmed = fold(part);
    return trimmed === '' ? [] : [placedValue(trimmed, place)];
  });
}
