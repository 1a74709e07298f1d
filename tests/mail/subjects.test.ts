import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { type MessageContent, messageContent, readyMessages } from '../../src/mail/content.ts';
import { planMail } from '../../src/mail/plan.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');

/** The messages that an example edition sends with a letter, by language. */
function messages(example: string, letter: string): Map<string, MessageContent> {
  const { edition } = loadEdition(resolve(EXAMPLES, example));
  if (!edition) throw new Error(`${example} cannot be loaded`);
  const selection = { letters: [letter] };
  const plan = planMail(edition, composeEdition(edition, selection).letters, selection);
  return new Map(
    readyMessages(plan.messages).map((message) => [
      message.key.language,
      messageContent(edition, message),
    ]),
  );
}

/** As a mail program shows it. */
function subject(example: string, letter: string, language: string): string {
  const text = messages(example, letter).get(language)?.subject ?? '';
  return text.replace(/[\p{Bidi_Control}]/gu, '');
}

// The parts of a subject are never parted by a dash, which ranges of dates have.
test.each([
  ['forum-2026', 'invitation', 'en', /\(WSIS\) Forum: 6–10 July 2026, Geneva, Switzerland$/],
  ['forum-2026', 'invitation', 'fr', /\(SMSI\) : 6-10 juillet 2026, Genève \(Suisse\)$/],
  ['forum-2026', 'invitation', 'es', /\(CMSI\): 6-10 de julio de 2026, Ginebra \(Suiza\)$/],
  ['forum-2026', 'invitation', 'ar', /المعلومات: 6-10 يوليو 2026، جنيف، سويسرا$/],
  ['forum-2026', 'invitation', 'zh', /论坛：2026年7月6-10日，瑞士日内瓦$/],
  // A colon stands in the title already.
  ['forum-2026', 'invitation', 'ru', /: приглашение к участию\. 6–10 июля 2026 года, Женева/],
  ['forum-2019', 'consultation', 'en', /Geneva, Switzerland: Call for contributions/],
  ['forum-2021', 'invitation', 'en', /Forum 2021 \(from January 2021 to the final week, 17–21 May/],
  ['forum-2021', 'invitation', 'zh', /论坛（自2021年1月起，/],
])('%s, %s, %s', (example, letter, language, expected) => {
  expect(subject(example, letter, language)).toMatch(expected);
});

test('a reader of the second language of a bilingual letter gets a message in that language and direction', () => {
  const arabic = messages('forum-2026', 'bilingual').get('ar');
  expect(arabic).toMatchObject({ language: 'ar', direction: 'rtl' });
  expect(arabic?.html).toContain('<html lang="ar" dir="rtl">');
  expect(arabic?.subject).toMatch(/^دعوة إلى/);
});
