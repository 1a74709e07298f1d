/**
 * Whether a name is the name of one person, and nothing more: courtesies and ranks are put before it by the letter.
 * A word is a courtesy only where its place, its dot or its neighbours say so: Dr, Major, Prince and Hon are names as well.
 */
import type { Slip } from './slip.ts';

/** With a name after them they can be nothing else, and would be printed twice: “Mr Mr John Doe”. */
const SURE = [
  // Latin
  /^(?:Mr|Mrs|Ms|Mx|Mme|Mlle|Miss|Herr|Frau|Monsieur|Madame|Mademoiselle|Messrs|Señora?)\.?$/u,
  /^(?:Sr|Sra|Srta|Mme|MM|Mlles|H\.E|H\.R\.H|H\.M|H\.H|H\.E\.M|S\.E|S\.E\.M|S\.A\.R|S\.M|Excmo|Excma|Exmo|Exma|Hon|Dña)\.$/u,
  // Cyrillic, Arabic
  /^(?:г-н|г-жа|г-ну|г-же|господин|госпожа|господину|госпоже|Е\.П\.)$/iu,
  /^(?:السيدة|الآنسة|حضرة|أصحاب)$/u,
];
const SURE_PHRASE =
  /^(?:(?:His|Her|Your) (?:Excellency|Majesty|Royal Highness|Highness|Eminence)|H ?E(?= (?:Mr|Mrs|Ms|Dr|Mme)\b)|(?:The )?(?:Right |Most )?Honou?rable|The (?:Rt\.?|Right) Hon\.?|(?:Son|Sa|Votre) (?:Excellence|Majesté|Altesse)|Su (?:Excelencia|Majestad|Alteza)|(?:Его|Ее|Её) Превосходительств[оу]|صاحبة? (?:السمو|الجلالة|المعالي|السعادة|الفخامة)|Madame la|Monsieur le|Señora? Don|Dear) /iu;
/** Of a profession or an office: printed beside “Mr” unless the row has them in `courtesy`; some are names at times. */
const PROBABLE = [
  /^(?:Dr|Dra|Prof|Professor|Doctor|Dott|Ambassador|Minister|Ambassadeur|Embajador|Ministre|Ministro|Professeur)\.?$/u,
  /^(?:Eng|Ing|Lic|Arq|Amb|Gen|Col|Capt|Maj|Sgt|Lt|Rev|Fr|Sen|Dipl|Mgr|Adv|Dott|Drs|Ir|Me|Pr)\.$/u,
  /^(?:д-р|проф\.|профессор|министр|посол)$/iu,
  /^(?:السيد|معالي|سعادة|فخامة|الدكتور|الدكتورة|المهندس|المهندسة|الأستاذ|الأستاذة|السفير|السفيرة|الوزير|الوزيرة|د\.|أ\.|م\.|أ\.د\.)$/u,
];
/** French for Mr, where it is no initial: before two names, in a French name. */
const MONSIEUR = /^M\. (?:\p{Lu}[\p{Ll}’'-]+)(?: [\p{L}’'-]+)+$/u;

/** After the name. */
const AFTER =
  /[,(（]\s*((?:Mr|Mrs|Ms|Mme|Mlle|Dr|H\.E\.|Sra|г-н|г-жа|السيد|السيدة)\.?)\s*(?:[)）]?$|(?<=^[^(（]*) \p{Lu})/u;
const CHINESE =
  /(?<=^[\p{Script=Han}·•・]{2,})(先生|女士|小姐|阁下|殿下|陛下|博士|教授|部长|大使)$/u;

const OFFICE =
  /^(?:the )?(?:(?:office|bureau|ministry|embassy|department|directorate|secretariat|delegation|government|permanent (?:mission|delegation)|mission|division|commission|cabinet|council|board|section|unit) (?:of|for|to)\b|(?:director|head|chief|secretary|secretary-general|director-general|minister|president|chair|permanent representative|manager|chief executive officer) (?:of|for) |to whom it may concern|dear |sir or madam|secretariat$|director(?:-general)?$|minister$)|^(?:le |la |l['’])?(?:bureau|ministère|ambassade|département|secrétariat|direction|délégation|mission permanente|cabinet) (?:de|du|des|d['’])|^(?:la |el )?(?:oficina|ministerio|embajada|departamento|secretaría|dirección|delegación|misión permanente) (?:de|del)|^(?:министерство|посольство|департамент|секретариат|управление|постоянное представительство)|^(?:مكتب|وزارة|سفارة|إدارة|أمانة|الأمانة|قسم|البعثة|بعثة|مديرية|حكومة) |(?:部|办公室|大使馆|秘书处|代表团)$/iu;

/** What nearly no name has. */
const LINK = /[&+/;،]| (?:and|et|und|и|و) /;
const AND =
  /(?<=\s)(?:and|et|(?<!von )und|и) |\s[&+]\s|\s\/\s|(?<=\p{L} \p{L}[^;]*);(?=\s*\p{L}+ \p{L})|\sو\s|^[^/]*\p{L} \p{L}[^/]*\/[^/]*\p{L} \p{L}[^/]*$/u;
/** Son or daughter of, in names of Malaysia, Singapore and India; care of. */
const OF_PARENT = /(?<!\p{L})[asdwco]\/[olpf](?!\p{L})/iu;

/** Letters after a name, and what belongs to it though a comma comes before. */
const SUFFIX =
  /^(?:jr|sr|jnr|snr|junior|senior|filho|neto|hijo|fils|père|esq|ph\.? ?d|m\.?d|ll\.?[mbd]|m\.?sc|b\.?sc|d\.?phil|dr\.?-?ing|2nd|3rd|inc|ltd|limited|llc|llp|plc|corp|co|company|gmbh|ag|s\.?a\.?|s\.?a\.?r\.?l|b\.?v|pty|pte|ooo|ооо|ао)(?!\p{L})/iu;
const HONOURS = /^(?:\p{Lu}\.?){2,6}$|^[IVX]+$/u;
const PEERAGE =
  /\b(?:of|de|du|von|prince|princess|duke|duchess|count|countess|earl|baron|baroness|lord|lady|viscount|marquess|king|queen|crown|emir|sultan|sheikh)\b/iu;

/** What is wrong with the name of a person; undefined of nearly all. */
export function findNameSlip(value: string, isFrench: boolean): Slip | undefined {
  return (
    (value.includes('@') ? inName(0, 'the name holds an e-mail address', TAKE_OUT) : undefined) ??
    couple(value) ??
    courtesyIn(value, isFrench) ??
    officeIn(value) ??
    twoPersons(value) ??
    turnedName(value)
  );
}

const COURTESY_ALONE =
  /^(?:Mr|Mrs|Ms|Mx|Miss|Mme|Mlle|M\.|Dr|Dra|Prof|H\.E|HE|Hon|Sr|Sra|Srta|Herr|Frau|Monsieur|Madame|Señora?|г-н|г-жа|السيد|السيدة|الدكتور|الدكتورة|د|معالي|سعادة|先生|女士)\.?$/u;

/** Other programs call “Ms” a title; ours is what stands below the name. */
export function findTitleSlip(value: string): Slip | undefined {
  if (!COURTESY_ALONE.test(value)) return undefined;
  const message = `“${value}” is a courtesy, and would be printed as the title below the name`;
  return inName(
    0,
    message,
    'put it into the column "courtesy", and the office that is held into "title"',
  );
}

const TAKE_OUT = 'leave the name alone in its column';

function inName(
  index: number,
  message: string,
  hint: string,
  severity: Slip['severity'] = 'error',
): Slip {
  return { severity, code: 'doubtful-name', index, message, hint };
}

function probably(index: number, message: string, hint: string): Slip {
  return inName(index, message, hint, 'warning');
}

function courtesyIn(value: string, isFrench: boolean): Slip | undefined {
  const { found, sure } = courtesiesOf(value);
  if (found !== '') {
    const rest = value.slice(found.length).trim();
    const message = `“${found.trim()}” stands in the name, and the letter puts its own before it`;
    const hint = `write “${rest}”; a courtesy of one's own has the column "courtesy"`;
    return inName(0, message, hint, sure ? 'error' : 'warning');
  }
  const after = AFTER.exec(value) ?? CHINESE.exec(value);
  if (after) {
    const message = `“${after[1]}” stands in the name, and the letter puts its own to it`;
    return inName(after.index, message, TAKE_OUT);
  }
  if (!isFrench || !MONSIEUR.test(value)) return undefined;
  return probably(
    0,
    '“M.” may stand for Monsieur, which the letter puts before the name',
    `write “${value.slice(3)}”`,
  );
}

/** Without the space after it. */
const JOINED = /^(?:Mr|Mrs|Ms|Mme|Dr|Prof|H\.E|[أد]\.د|د)\.(?=\p{L})/u;

/** The courtesies before a name; in Arabic, where many are names, two in a row are sure. */
function courtesiesOf(value: string): { readonly found: string; readonly sure: boolean } {
  let rest = value;
  let hasOther = false;
  let sure = false;
  for (;;) {
    const phrase = SURE_PHRASE.exec(rest)?.[0];
    const word = phrase ?? JOINED.exec(rest)?.[0] ?? /^\S+\s+(?=\S)/u.exec(rest)?.[0];
    if (word === undefined) break;
    const isSure = phrase !== undefined || SURE.some((pattern) => pattern.test(word.trim()));
    if (!isSure && !PROBABLE.some((pattern) => pattern.test(word.trim()))) break;
    sure ||= isSure || (hasOther && /\p{Script=Arabic}/u.test(word));
    hasOther = true;
    rest = rest.slice(word.length);
  }
  return { found: value.slice(0, value.length - rest.length), sure };
}

const OFFICE_HINT =
  'an office goes into title or organisation; a row without a person has its lines in the columns address and salutation';

function officeIn(value: string): Slip | undefined {
  if (!OFFICE.test(value)) return undefined;
  return probably(
    0,
    `“${value}” looks like an office, where the name of a person is expected`,
    OFFICE_HINT,
  );
}

const COUPLE =
  /^(?:Mr|Mrs|Ms|Dr|M|Mme|Sr|Sra|Herr|Frau|H\.E)\.? (?:&|and|et|und|y|\/) |^(?:السيد والسيدة|г-н и г-жа) /u;

function couple(value: string): Slip | undefined {
  if (!COUPLE.test(value)) return undefined;
  return inName(0, `“${value}” names two persons`, ONE_EACH);
}

const ONE_EACH = 'give each a row of their own';

function twoPersons(value: string): Slip | undefined {
  if (!LINK.test(value)) return undefined;
  const match = OF_PARENT.test(value) ? null : AND.exec(value);
  if (!match) return undefined;
  return probably(match.index, `“${value}” looks like the names of two persons`, ONE_EACH);
}

/** “LEE, Ann” in capitals is sure; after a comma there may be letters of honour, or a territory. */
function turnedName(value: string): Slip | undefined {
  const [, last = '', first = ''] = /^([^,;]+),\s*([^,;]+)$/u.exec(value) ?? [];
  if (first === '' || SUFFIX.test(first) || HONOURS.test(first) || PEERAGE.test(first))
    return undefined;
  const sure = /\p{Lu}{2}/u.test(last) && !/\p{Ll}/u.test(last);
  const message = `the family name stands first in “${value}”, before a comma`;
  const hint = `write “${first} ${last}”, and “${last}” in the column family-name`;
  return inName(last.length, message, hint, sure ? 'error' : 'warning');
}
