/** Text of the wrong encoding is known by what it was, and sound text of any language is left alone. */
import { expect, test } from 'vitest';
import { isBackwards, lettersOfForms, turned } from '../../src/data/source/arabic-forms.ts';
import { type CodePage, characterOf } from '../../src/data/source/code-pages.ts';
import { findGarbled } from '../../src/data/source/mojibake.ts';

const NAMES = [
  'José Muñoz',
  'Ångström',
  'Émile Zola',
  'Société Civile',
  'C’est l’été',
  'JOSÉ MUÑOZ',
  'Gökçe Şahin',
  'Šárka Dvořáková',
  'Łukasz Żółć',
  'Nguyễn Thị Hương',
  'Анна Иванова',
  'Министр связи',
  'رانيا المصري',
  'وزيرة الاقتصاد',
  '信息通信部',
  'Γιώργος Παπαδόπουλος',
  'משה כהן',
];

/** The UTF-8 of a text, read in an encoding of 8 bits. */
function readIn(page: CodePage, text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : characterOf(byte, page)))
    .join('');
}

test.each<CodePage>([
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'macintosh',
  'ibm850',
  'ibm437',
])('UTF-8 read as %s', (page) => {
  const read = NAMES.map((name) => readIn(page, name)).filter((text) => !text.includes('\ufffd'));
  const whole = NAMES.filter((name) => !readIn(page, name).includes('\ufffd'));
  expect(read.length).toBeGreaterThan(10);
  expect(read.map((text) => findGarbled(text)?.meant)).toEqual(whole);
});

test('UTF-8 read as Latin-1, with its controls, and more than once', () => {
  const latin1 = (text: string) => Buffer.from(text).toString('latin1');
  expect(NAMES.map((name) => findGarbled(latin1(name))?.meant)).toEqual(NAMES);
  const twice = ['José Muñoz', 'Société Civile', 'رانيا المصري'];
  expect(twice.map((name) => findGarbled(latin1(latin1(name)))?.meant)).toEqual(twice);
});

test.each([
  // Bytes that have no character were left out by the program.
  ['ÐÐ½Ð½Ð° ÐÐ²Ð°Ð½Ð¾Ð²Ð°', '?нна ?ванова'],
  ['Nguyá»…n Thá»‹ HÆ°Æ¡ng', 'Nguyễn Thị Hương'],
  ['GarcÃa', 'García'],
  ['VoilÃ', 'Voilà'],
  ['Câ€™est', 'C’est'],
  ['AntÂ´onio', 'Ant´onio'],
  ['Â©2026', '©2026'],
  // Windows-1251, 1256 and KOI8-R
  ['Àííà Èâàíîâà', 'Анна Иванова'],
  ['ÌÈÍÈÑÒÐ ÑÂßÇÈ', 'МИНИСТР СВЯЗИ'],
  ['ÑÇäíÇ ÇáãÕÑí', 'رانيا المصري'],
  ['ïÌØÇÁ', 'Ольга'],
  // Windows-1252 read as an encoding of DOS or Mac, and the other way round
  ['Mu±oz', 'Muñoz'],
  ['M³ller', 'Müller'],
  ['M¸ller', 'Müller'],
  ['Mu¤oz', 'Muñoz'],
  ['Jos\ufffd', undefined],
])('%s', (garbled, meant) => {
  expect(findGarbled(garbled)).toBeDefined();
  expect(findGarbled(garbled)?.meant).toBe(meant);
});

/** What has letters, quotes and spaces next to each other that wrong encodings have as well. */
const SOUND =
  `São Paulo|Ångström|Ä|NÃO|AMANHÃ|«AMANHÃ»|"AMANHÃ"|“AMANHÔ|AMANHÃ…|IRMÃ – MÃE|Où…|OÙ…|« OÙ »|« où »|« OÙ ? »|« MARCHÉ »|«MARCHÉ»|CAFÉ™|NESCAFÉ®|Î»|Århus|Æðey|Öö|Jõgeva|Õäö|Þór|Ýr|Óðinn|Ñandú|«ESPAÑ…»|Zürich–Genève|Paris–Évry|Orléans—Équipe|„Ärzte“|‚Ärger‘|„Ä“|Nguyễn Thị Ánh|Đặng Thị Ngọc Thịnh|TRẦN ĐẠI QUANG|Lê Ðức Anh|İlham Əliyev|Łukasz Żółć|Đurđević|Čapek Ňučov|Ağrı|ÇİÇEK|Straße|l’École|D’Àvila|« Ça va ? »|CHÂTEAU|PÂQUES|BÂLE|ÎLE|RÉUNION|N° 5|Nº 4|1ª|m²|20 °C|½|© 2026|Á la carte|À la une|à »|été »|né ; « été »|naïve »|« né » « allé » « été »|così “è”|più…|perché?”|Ñ|ТРЁХ|ВСЁ|РЁВ|Україна її партії лінії Індії Азії|РІК СІРІ РІВНЕ|УКРАЇНСЬКІ|Ђорђе Љубомир Њеџић|Ќирил Ѓорѓи|Ўзбекистон|Қазақстан Әлия|«РЁ»|رانيا المصري|گلناز رحیمی|پژمان چگینی|ٹیپو سلطان|بڑھئی|ئۇيغۇر|کوردی ڕۆژ|طهران، قم|ظ؛|خط؟|李文博|日本語|한국어|Γιώργος Παπαδόπουλος|«Ω»|משה כהן|ÄÖÜ|Åäö|Ä–Ö|Øystein Ørsted|KØBENHAVN|«Ø»|Peña Nieto|NÚÑEZ IBÁÑEZ|cœur|L’Œil|L’Haÿ-les-Roses|Aÿ|Louÿs|√2|x÷y|5 × 4|ÆØÅ|Ðorđe|(Á)|“É”|“Ñ”|«Ý»|MacÉinrí|Kőszeg Űr|ÁRVÍZTŰRŐ TÜKÖRFÚRÓGÉP|Þýðing|Tšernyševski|Curaçao|D´Angelo|Côte d´Ivoire|Brontë|“À bientôt…”|Île d’Oléron…|Ó hUiginn|Ìyá Ọ̀ṣun|Ẹ̀kọ́|Tupã|paral·lel|Qurʾān|Ḥasan ʿAlī|Māori Ūropi|Ħamrun Ġgantija|Țepeș Ștefan|«Â»|¿Qué?|¡Olé!|†|5 ‰|№ 5`.split(
    '|',
  );

test.each(SOUND)('%s is sound', (text) => {
  expect(findGarbled(text)).toBeUndefined();
});

test('presentation forms become letters, in whichever order they stand', () => {
  expect(lettersOfForms('ﺭﺍﻧﻴﺎ ﺍﻟﻤﺼﺮﻱ')).toBe('رانيا المصري');
  expect(lettersOfForms('ﻭﺯﻳﺮﺓ ﺍﻻﻗﺘﺼﺎﺩ ﷲ')).toBe('وزيرة الاقتصاد الله');
  // Signs of their own stay; a vowel sign has no space to stand on.
  expect(lettersOfForms('ﷺ ﷼ ﴾ ﴿')).toBe('ﷺ ﷼ ﴾ ﴿');
  expect(lettersOfForms('ﻣﹹﺤﻤﹽﺪ')).toBe('مُحمّد');
  const forwards = ['ﺭﺍﻧﻴﺎ', 'ﻭﺯﻳﺮﺓ ﺍﻻﻗﺘﺼﺎﺩ', 'ﻭ', 'ﷲ', 'محمد', 'ﺩﺍﺭ', 'ﮔﻠﻨﺎﺯ'];
  expect(forwards.filter(isBackwards)).toEqual([]);
  const backwards = ['ﻱﺮﺼﻤﻟﺍ ﺎﻴﻧﺍﺭ', 'ﺩﺎﺼﺘﻗﻻﺍ ﺓﺮﻳﺯﻭ', 'ﻡﺎﻋ 2027 (WSIS Forum) ﻲﻓ', 'ﺪﻤﺤﻣ'];
  expect(backwards.filter(isBackwards)).toEqual(backwards);
  expect(backwards.map(turned)).toEqual([
    'رانيا المصري',
    'وزيرة الاقتصاد',
    'في (WSIS Forum) 2027 عام',
    'محمد',
  ]);
});
