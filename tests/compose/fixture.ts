/** Editions on disk for tests of the composer: small, complete, and changed where a test needs it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { Edition, Inline, Letter, Line, Selection } from '../../src/model.ts';

export const EDITION = `id: sample
event:
  name: {ar: المنتدى, en: the Forum, fr: le Forum, es: el Foro}
  acronym: {ar: WSIS, en: WSIS, fr: SMSI, es: CMSI}
  theme: {ar: الموضوع, en: Theme, fr: Thème, es: Tema}
  start: 2026-07-06
  end: 2026-07-10
  periods:
    policy: {start: 2026-06-28, end: 2026-07-02}
  place: {ar: جنيف, en: Geneva, fr: Genève, es: Ginebra}
  country: CH
  hosts: [itu, undp]
  organisers: [itu]
  coorganisers: []
  agencies: [itu, undp, unesco]
organisations:
  itu:
    name:
      ar: الاتحاد الدولي للاتصالات
      en: {name: International Telecommunication Union, article: the}
      fr: {name: Union internationale des télécommunications, article: "l'"}
      es: {name: Unión Internacional de Telecomunicaciones, article: la}
    acronym: {ar: ITU, en: ITU, fr: UIT, es: UIT}
  undp:
    name:
      ar: برنامج الأمم المتحدة الإنمائي
      en: {name: United Nations Development Programme, article: the}
      fr: {name: Programme des Nations Unies pour le développement, article: le}
      es: {name: Programa de las Naciones Unidas para el Desarrollo, article: el}
    acronym: {ar: UNDP, en: UNDP, fr: PNUD, es: PNUD}
  unesco:
    name:
      ar: منظمة الأمم المتحدة للتربية والعلم والثقافة
      en: {name: "United Nations Educational, Scientific and Cultural Organization", article: the}
      fr: {name: "Organisation des Nations Unies pour l'éducation, la science et la culture", article: "l'"}
      es: {name: "Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura", article: la}
    short: {ar: اليونسكو, en: UNESCO, fr: {name: UNESCO, article: "l'"}, es: {name: UNESCO, article: la}}
    acronym: UNESCO
contact:
  name: Gitanjali Sah
  telephone: "+41 22 730 6240"
  email: wsis-info@itu.int
letterhead: {start: [], end: []}
signatories:
  one:
    name: {ar: دورين, en: Doreen, fr: Doreen, es: Doreen}
    gender: female
    title: {ar: الأمينة العامة, en: Secretary-General, fr: Secrétaire générale, es: Secretaria General}
    organisation: itu
  two:
    name: {ar: ألبرت, en: Albert, fr: Albert, es: Albert}
    gender: male
    courtesy: {ar: السيد, en: Mr, fr: M., es: Sr.}
    title: {ar: وزير, en: Minister, fr: Ministre, es: Ministro}
letters:
  - id: invitation
    kind: test
    forms: [circular, personal]
    languages: [ar, en, fr, es]
    date: 2026-04-10
    place: {ar: جنيف, en: Geneva, fr: Genève, es: Ginebra}
    reference: CL-21/4
    rows: [reference, contact, telephone, email]
    head: stacked
    addressees:
      lines: {ar: الجميع, en: All, fr: Tous, es: Todos}
      categories: [government, private-sector]
    deadlines: {proposals: 2026-06-01}
    links: {site: www.wsis.org/forum, form: {ar: "https://example.org/ar", en: "https://example.org/en", fr: "https://example.org/fr", es: "https://example.org/es"}}
    resolutions: {outcome: {symbol: A/RES/80/173, adopted: 2025-12-17}}
    phases:
      - {start: 2026-05-02, title: First, from: "14:30", until: "15:30", items: [a, b]}
      - {start: 2026-05, or: 2026-06, title: Second, items: []}
      - {start: 2026-05-03, end: 2026-05-05, title: Third, items: []}
    persons: {chair: {name: Max, gender: male, rank: vice-minister, title: Deputy, country: RU}}
    numbers: {projects: 14000, single: 1}
    texts: {note: Note}
    signatories: [one]
    mark: original-signed
lists: [list.csv]
`;

export const LIST = `id,category,language,name,gender,rank,title,organisation,country,family-name,note
minister,government,en,Ann Lee,female,minister,Minister,Ministry,CH,Lee,x
nobody,private-sector,en,Bob Ray,male,none,Director,Acme,FR,Ray,y
`;

const FRONT = 'subject: "Subject"\nsalutation: stakeholders\nclosing: standard';

/** A template with a body, and a front matter of five lines: the body begins at line 6. */
export function template(body: string, front = FRONT): string {
  return `---\n${front}\n---\n${body}\n`;
}

export type Files = Readonly<Record<string, string | Buffer>>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes an edition with the files given; those that are not given are the plain ones. */
export function writeEdition(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'compose-')));
  folders.push(folder);
  const all: Files = { 'edition.yaml': EDITION, 'list.csv': LIST, ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Loads an edition that must be sound. */
export function load(files: Files = {}): Edition {
  const folder = writeEdition(files);
  const { edition, diagnostics } = loadEdition(folder);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!edition || errors.length > 0) throw new Error(JSON.stringify(diagnostics, undefined, 1));
  return edition;
}

export interface Outcome {
  readonly letters: readonly Letter[];
  /** `error unknown-field templates/test/en.md.hbs:6:3` */
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Composes an edition; problems as code and place, with files relative to the edition. */
export function compose(files: Files, selection: Selection = {}): Outcome {
  const edition = load(files);
  const { letters, diagnostics } = composeEdition(edition, selection);
  const found = diagnostics.map(({ severity, code, span }) => {
    const place = span
      ? `${span.file.slice(edition.folder.length + 1)}:${span.line}:${span.column}`
      : '-';
    return `${severity} ${code} ${place}`;
  });
  return { letters, found, diagnostics };
}

/** Composes the English circular from a body. */
export function circular(body: string, more: Files = {}): Outcome {
  return compose(
    { 'templates/test/en.md.hbs': template(body), ...more },
    { languages: ['en'], forms: ['circular'] },
  );
}

/** A line as text: isolates in ⟨⟩ (⟨> left to right), bold **, italic *, links [text](address), breaks ⏎. */
export function shown(line: Line): string {
  return line.map(inline).join('');
}

function inline(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return '⏎';
    case 'strong':
      return `**${shown(node.children)}**`;
    case 'emphasis':
      return `*${shown(node.children)}*`;
    case 'superscript':
      return `^${shown(node.children)}`;
    case 'link':
      return `[${shown(node.children)}](${node.href})`;
    case 'isolate':
      return `⟨${node.direction === 'ltr' ? '>' : ''}${shown(node.children)}⟩`;
  }
}

/** The blocks of a body as text, one a line. */
export function body(letter: Letter | undefined): string[] {
  return (letter?.body ?? []).flatMap((block) => blockLines(block));
}

function blockLines(block: Letter['body'][number]): string[] {
  switch (block.type) {
    case 'paragraph':
      return [shown(block.children)];
    case 'heading':
      return [`${'#'.repeat(block.level)} ${shown(block.children)}`];
    case 'quote':
      return block.children.flatMap(blockLines).map((line) => `> ${line}`);
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${block.start + index}.` : '-';
        return item.flatMap(blockLines).map((line, at) => `${at === 0 ? mark : ' '} ${line}`);
      });
  }
}
