import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messageContent, readyMessages } from '../../src/mail/content.ts';
import type { Plan } from '../../src/mail/plan.ts';
import { edit } from '../support/edition.ts';
import { office } from './support/office.ts';

function rows({ messages }: Plan): string[] {
  return messages.map(({ id, form, mailbox, blocks }) => {
    const codes = blocks.map(({ code }) => code).join(' ');
    return [id, form, mailbox?.address ?? '-', codes].join(' ').trim();
  });
}

/** The number of the first line that has a text. */
function lineOf(outer: string, part: string): number {
  const lines = readFileSync(join(outer, 'forum-x', 'edition.yaml'), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(part)) + 1;
}

const CIRCULAR = ['forms: [circular, personal]', 'forms: [circular]'] as const;

describe('who gets what', () => {
  test('a personal letter to each recipient, in the recipient’s language; copies are messages of their own', () => {
    expect(rows(office().plan())).toEqual([
      'invitation/gov-jo-01/ar/to personal minister@example.org',
      'invitation/gov-jo-01/ar/cc:cabinet@example.org personal cabinet@example.org',
      'invitation/gov-ke-01/en/to personal mission@example.org',
      'invitation/pri-sg-01/en/to personal m.tan@example.org',
      'invitation/civ-ma-01/ar/to personal y.amrani@example.org',
      'invitation/aca-nz-01/en/to personal a.walker@example.org',
      'invitation/int-ch-01/en/to personal sg@example.org',
    ]);
  });

  test('a circular goes to the stakeholders of its categories, one message each', () => {
    const { outer, plan } = office();
    edit(outer, 'edition.yaml', ...CIRCULAR);
    edit(
      outer,
      'edition.yaml',
      'categories: [government, private-sector,',
      'categories: [government,',
    );
    edit(outer, 'edition.yaml', ', international-organization]', ']');
    expect(rows(plan())).toEqual([
      'invitation/gov-jo-01/ar/to circular minister@example.org',
      'invitation/gov-jo-01/ar/cc:cabinet@example.org circular cabinet@example.org',
      'invitation/gov-ke-01/en/to circular mission@example.org',
      'invitation/civ-ma-01/ar/to circular y.amrani@example.org',
      'invitation/aca-nz-01/en/to circular a.walker@example.org',
    ]);
  });

  test('who is addressed in person does not get the circular as well', () => {
    const { outer, plan } = office();
    edit(
      outer,
      'edition.yaml',
      '    signatories: [host',
      '    recipients: {categories: [government]}\n    signatories: [host',
    );
    const forms = plan().messages.map(({ key, form }) => `${key.recipient} ${form}`);
    expect(forms).toContain('gov-jo-01 personal');
    expect(forms).toContain('pri-sg-01 circular');
    expect(forms).not.toContain('gov-jo-01 circular');
    expect(new Set(plan().messages.map(({ id }) => id)).size).toBe(plan().messages.length);
  });

  test('a circular that lists no categories is mailed to nobody, and that is said', () => {
    const { outer, plan } = office();
    edit(outer, 'edition.yaml', ...CIRCULAR);
    edit(
      outer,
      'edition.yaml',
      '      categories: [government, private-sector, civil-society, academia-technical, international-organization]\n',
      '',
    );
    expect(rows(plan())).toEqual([]);
    expect(plan().diagnostics.map(({ code, span }) => `${code}:${span?.line}`)).toEqual([
      `no-recipients:${lineOf(outer, 'lines: {ar: جميع')}`,
    ]);
  });

  test.each([
    ['letters', { letters: ['other'] }, 0],
    ['languages', { languages: ['ar'] }, 3],
    ['recipients', { recipients: ['gov-jo-01'] }, 2],
    ['categories', { categories: ['civil-society'] }, 1],
    ['lists', { lists: ['other.csv'] }, 0],
    [
      'the circular of a letter, of which whoever gets it in person gets none',
      { forms: ['circular'], recipients: ['gov-jo-01'] },
      0,
    ],
  ] as const)('only some %s', (_name, selection, count) => {
    expect(office().plan(selection).messages.length).toBe(count);
  });
});

describe('a letter in two languages', () => {
  test('goes to the readers of either, with a message in their own; the filter of languages spares the others', () => {
    const { outer, plan } = office();
    edit(outer, 'edition.yaml', ...CIRCULAR);
    edit(
      outer,
      'edition.yaml',
      'languages: [ar, en]',
      'languages: [en, ar]\n    layout: bilingual',
    );
    const { messages } = plan();
    expect(messages.flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(new Set(messages.map(({ key }) => key.language))).toEqual(new Set(['ar', 'en']));
    edit(
      outer,
      'edition.yaml',
      '    signatories: [host',
      '    recipients: {languages: [en]}\n    signatories: [host',
    );
    expect(new Set(plan().messages.map(({ key }) => key.language))).toEqual(new Set(['en']));
  });
});

describe('what stands in the way', () => {
  test('a draft is not mailed', () => {
    const { outer, plan } = office();
    edit(
      outer,
      'edition.yaml',
      '    signatories: [host',
      '    draft: true\n    signatories: [host',
    );
    const codes = plan().messages.map(({ blocks }) => blocks.map(({ code }) => code));
    expect(codes).toEqual(codes.map(() => ['draft']));
    expect(codes).not.toEqual([]);
  });

  test('a missing address, a language without a letter, a letter that cannot be composed', () => {
    const { list, plan } = office();
    list(
      'a,government,en,A,female,minister,,c@example.org',
      'b,government,fr,B,female,minister,b@example.org,',
      'c,government,en,C,female,,c@example.org,',
    );
    expect(rows(plan())).toEqual([
      'invitation/a/en/to personal - missing-email',
      'invitation/a/en/cc:c@example.org personal c@example.org',
      'invitation/b/fr/to personal b@example.org language-not-offered',
      'invitation/c/en/to personal c@example.org not-composed',
    ]);
  });

  test('a mailbox that several share is a warning, whatever its case; other letters to it are not', () => {
    const { list, plan } = office();
    list(
      'a,government,en,A,female,minister,office@example.org,B@example.org',
      'b,government,en,B,female,minister,Office@Example.org,',
      'c,government,en,C,female,minister,c@example.org,',
      'd,government,en,D,female,minister,b@example.org,',
    );
    const shared = plan().diagnostics.map(({ code, severity, span, message }) => [
      code,
      severity,
      span?.line,
      message,
    ]);
    expect(shared).toEqual([
      [
        'shared-mailbox',
        'warning',
        3,
        'Office@Example.org gets 2 messages with the letter "invitation", for "a", "b"',
      ],
      [
        'shared-mailbox',
        'warning',
        5,
        'b@example.org gets 2 messages with the letter "invitation", for "a", "d"',
      ],
    ]);
  });

  test('a copy to somebody who has the letter already is left out', () => {
    const { list, plan } = office();
    list(
      'a,government,en,A,female,minister,a@example.org,A@example.org; b@example.org b@example.org',
    );
    expect(rows(plan())).toEqual([
      'invitation/a/en/to personal a@example.org',
      'invitation/a/en/cc:b@example.org personal b@example.org',
    ]);
    expect(plan().diagnostics.map(({ code }) => code)).toEqual(['repeated-copy', 'repeated-copy']);
  });
});

describe('what a message says', () => {
  function contents(prepare: (o: ReturnType<typeof office>) => void = () => {}) {
    const o = office();
    prepare(o);
    const edition = o.load();
    return readyMessages(o.plan().messages).map((message) => messageContent(edition, message));
  }

  test('subject, salutation by rank, and the sender, in the language of the letter', () => {
    const [arabic, , english] = contents();
    expect(arabic?.from).toEqual({ address: 'forum@example.org', name: 'أمانة المنتدى' });
    expect(arabic?.direction).toBe('rtl');
    expect(arabic?.text).toMatch(/^صاحبة المعالي|^معالي/);
    expect(english?.text).toMatch(/^Excellency,\n/);
    expect(english?.to).toEqual({ address: 'mission@example.org', name: 'Peter Mwangi' });
    expect(english?.letterId).toBe('forum-2027/invitation/gov-ke-01/en/to');
    expect(english?.text).toContain('forum-2027-invitation-en.pdf');
  });

  test('a copy says that it is one, and names whom the letter is for', () => {
    const copy = contents()[1];
    expect(copy?.subject).toMatch(/^نسخة: /);
    expect(copy?.text).toContain('رانيا المصري');
    expect(copy?.to).toEqual({ address: 'cabinet@example.org' });
  });

  test('a copy is greeted as an office, and names its addressee by style', () => {
    const { list, load, plan } = office();
    list('a,government,en,Ann Lee,female,minister,a@example.org,c@example.org');
    const edition = load();
    const [original, copy] = readyMessages(plan().messages).map((message) =>
      messageContent(edition, message),
    );
    expect(original?.text).toMatch(/^Excellency,\n/);
    // The letter has one or more who sign it; the message is the office's.
    expect(original?.text).toContain('Accept, Excellency, the assurances of our highest consider');
    expect(copy?.text).toMatch(
      /^Copy for information: .* Her Excellency Ms .?Ann Lee.?\.\n\nDear Sir/,
    );
    expect(copy?.text).toContain('a copy of the letter dated');
    expect(copy?.text).toContain('Yours faithfully,');
    expect(copy?.text).not.toMatch(/Excellency,|highest/);
    expect(copy?.text).toMatch(/“.?forum-2027-invitation-en\.pdf.?”/);
  });

  test.each([
    // Only what the list has is said of the addressee.
    ['b,government,en,Bob Ray,male,none,', /to .?Mr .?Bob Ray/],
    ['b,government,en,King Bob,male,majesty,', /to .?His Majesty .?King Bob/],
  ])('the addressee of %s', (row, expected) => {
    const { list, load, plan } = office();
    list(`${row}b@example.org,c@example.org`);
    const edition = load();
    const [, copy] = readyMessages(plan().messages).map((one) => messageContent(edition, one));
    expect(copy?.text).toMatch(expected);
  });

  test('of a circular, the copy names who has had it as far as the list knows them', () => {
    const { outer, list, load, plan } = office();
    edit(outer, 'edition.yaml', ...CIRCULAR);
    list('b,government,en,Bob Ray,,,b@example.org,c@example.org');
    const edition = load();
    const [original, copy] = readyMessages(plan().messages).map((one) =>
      messageContent(edition, one),
    );
    expect(original?.text).toMatch(/^Dear Sir\/Madam,\n/);
    expect(original?.text).toContain('Yours faithfully,');
    expect(copy?.text).toMatch(/addressed to .?Bob Ray/);
  });

  test('values are text: no markup, no template, no HTML', () => {
    const name = '**Bold** <b>x</b> [y](http://evil.example) {{event.name}}';
    const [content] = contents(({ list }) =>
      list(`a,government,en,${name},female,none,a@example.org,c@example.org`),
    );
    expect(content?.text).toContain(name);
    expect(content?.html).toContain('**Bold** &lt;b&gt;x&lt;/b&gt; [y](');
    expect(content?.html).toContain('{{event.name}}');
    expect(content?.html).not.toContain('<b>');
  });

  test('the edition may set the subject, and name attachments readably', () => {
    const [content] = contents(({ outer }) =>
      edit(
        outer,
        'edition.yaml',
        'mail:\n',
        'mail:\n  subject: {ar: "ذكرى {{year event.start}}", en: "{{event.acronym}} {{year event.start}}"}\n  attachment: readable\n',
      ),
    );
    expect(content?.subject).toMatch(/^ذكرى .*2027/);
    expect(content?.fileName).toMatch(/^دعوة.*\.pdf$/);
    expect([...(content?.fileName ?? '')].length).toBeLessThanOrEqual(90);
    expect(content?.asciiFileName).toBe('forum-2027-invitation-ar.pdf');
  });

  test.each([
    ['CL-27/4', 'CL-27-4-ar.pdf'],
    ['"A/RES/80:173"', /^دعوة/],
    ['Our letter of 5 July', /^دعوة/],
    ['信函2027', /^دعوة/],
  ])('a readable name is the reference if that is a symbol: %s', (reference, expected) => {
    const [content] = contents(({ outer }) => {
      edit(outer, 'edition.yaml', 'mail:\n', 'mail:\n  attachment: readable\n');
      edit(
        outer,
        'edition.yaml',
        'reference: {ar: منتدى عام 2027, en: WSIS Forum 2027}',
        `reference: ${reference}`,
      );
    });
    if (typeof expected === 'string') expect(content?.fileName).toBe(expected);
    else expect(content?.fileName).toMatch(expected);
  });

  test('a fault in a template of messages has its place', () => {
    const { outer, plan } = office();
    edit(outer, 'edition.yaml', 'mail:\n', 'mail:\n  subject: "{{event.nmae}}"\n');
    const [fault] = plan().diagnostics;
    expect(fault).toMatchObject({ code: 'unknown-field', hint: 'did you mean "name"?' });
    expect(fault?.span?.line).toBe(lineOf(outer, '{{event.nmae}}'));
    expect(plan().messages.every(({ blocks }) => blocks[0]?.code === 'not-composed')).toBe(true);
  });
});
