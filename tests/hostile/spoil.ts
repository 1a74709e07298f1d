/** Ways to make a sound edition hostile. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes the sound edition in the folder hostile. */
export type Spoil = (folder: string) => void;
/** A row: what it is, the code and the file (or folder) of the error that must be told, and how it is made. */
export type Hostile = readonly [name: string, code: string, file: string, spoil: Spoil];

/** Writes a file of the edition. */
export function put(folder: string, name: string, content: string | Uint8Array): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Replaces a text that stands in a file of the edition. */
function replace(folder: string, name: string, from: string, to: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} does not have ${from}`);
  put(
    folder,
    name,
    text.replace(from, () => to),
  );
}

/** Files of the edition. */
export const EDITION = 'edition.yaml';
export const TEMPLATE = 'templates/forum-invitation/en.md.hbs';
const HEAD = '---\nsubject: Invitation\nsalutation: stakeholders\nclosing: standard\n---\n';

/** A text of edition.yaml in place of another. */
export const edition =
  (from: string, to: string): Spoil =>
  (folder) =>
    replace(folder, EDITION, from, to);

/** A list of these rows. */
export const list =
  (rows: string, header = ''): Spoil =>
  (folder) => {
    const columns = `id,category,language,name,gender,rank${header}`;
    put(folder, 'stakeholders.csv', `${columns}\n${rows}\n`);
  };

/** A template with this body. */
export const body =
  (text: string): Spoil =>
  (folder) =>
    put(folder, TEMPLATE, HEAD + text);

/** A template with this body, and partials by name. */
export const partial =
  (text: string, more: Readonly<Record<string, string>> = {}): Spoil =>
  (folder) => {
    body(text)(folder);
    for (const [name, content] of Object.entries(more)) {
      put(folder, `templates/partials/${name}.en.md.hbs`, content);
    }
  };

/** One after the other. */
export const all =
  (...spoils: Spoil[]): Spoil =>
  (folder) => {
    for (const spoil of spoils) spoil(folder);
  };

/** A picture in the letterhead. */
export const logo =
  (name: string, content: string | Uint8Array): Spoil =>
  (folder) => {
    put(folder, name, content);
    replace(
      folder,
      EDITION,
      '  end:\n',
      `  end:\n    - {image: ${name}, alt: Logo, width: 30mm}\n`,
    );
  };

/** A picture of a signature. */
export const signature =
  (name: string, content: string | Uint8Array): Spoil =>
  (folder) => {
    put(folder, name, content);
    replace(
      folder,
      EDITION,
      '    mark: ink',
      `    mark: image\n    images: {host: ${name}, secretary-general: ${name}}`,
    );
  };

/** An annex of the letter. */
export const annex =
  (content: string | Uint8Array): Spoil =>
  (folder) => {
    put(folder, 'annex.pdf', content);
    replace(folder, EDITION, '    mark: ink', '    mark: ink\n    annexes: [annex.pdf]');
  };

/** A font of the edition, in which its English letters are set. */
export const ownFont =
  (content: Uint8Array): Spoil =>
  (folder) => {
    put(folder, 'own.ttf', content);
    const entry = 'fonts: {Own: {regular: own.ttf}}\nsettings: {fonts: {en: [Own]}}\n';
    replace(folder, EDITION, 'organisations:\n', `${entry}organisations:\n`);
  };

/** A file that is none, in place of one. */
export const fifo =
  (name: string): Spoil =>
  (folder) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    execFileSync('mkfifo', [file]);
  };
/** A folder in place of a file. */
export const directory =
  (name: string): Spoil =>
  (folder) => {
    rmSync(join(folder, name), { force: true });
    mkdirSync(join(folder, name), { recursive: true });
  };
