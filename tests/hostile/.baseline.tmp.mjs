// tests/hostile/.baseline.tmp.ts
import { mkdirSync as mkdirSync2, mkdtempSync, copyFileSync, rmSync as rmSync3, existsSync as existsSync3 } from "node:fs";
import { join as join10 } from "node:path";

// tests/hostile/files.ts
import { execFileSync as execFileSync3 } from "node:child_process";
import { rmSync as rmSync2 } from "node:fs";
import { join as join6 } from "node:path";

// tests/hostile/fonts.ts
import { readFileSync as readFileSync3 } from "node:fs";

// src/data/fonts.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { dirname as dirname3, join as join3 } from "node:path";

// src/diagnostic.ts
var Problems = class {
  all = [];
  error(code, span, message, hint) {
    this.add("error", code, span, message, hint);
  }
  warning(code, span, message, hint) {
    this.add("warning", code, span, message, hint);
  }
  add(severity, code, span, message, hint) {
    this.all.push({ severity, code, message, ...span && { span }, ...hint && { hint } });
  }
};
function hasErrors(diagnostics) {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

// src/language/phrase.ts
function phraseText(phrase) {
  return phrase.map(pieceText).join("");
}
function pieceText(piece) {
  if (typeof piece === "string") return piece;
  return "ltr" in piece ? piece.ltr : piece.raised;
}

// src/language/dates.ts
function dateForms(grammar) {
  return {
    date: (date, style = "full") => print(grammar, date, style === "full"),
    month: ({ year, month }) => print(grammar, { year, month }, true),
    range: (start, end, style = "heading") => style === "heading" ? heading(grammar, start, end) : prose(grammar, start, end),
    alternatives: (first2, second) => alternatives(grammar, first2, second)
  };
}
function print(grammar, date, withYear) {
  const { months, loneMonths = months, afterYear = "" } = grammar;
  const month = (date.day === void 0 ? loneMonths : months)[date.month - 1] ?? "";
  const tail = withYear ? `${month}${grammar.of}${date.year}${afterYear}` : month;
  return date.day === void 0 ? [tail] : [...grammar.day(date.day), `${grammar.of}${tail}`];
}
function shared(a, b) {
  if (a.year !== b.year) return "nothing";
  if (a.month !== b.month) return "year";
  return a.day === b.day ? "date" : "month";
}
function first(grammar, a, b) {
  const common = shared(a, b);
  if (common === "month" && a.day !== void 0) return grammar.day(a.day);
  return print(grammar, a, common === "nothing");
}
function heading(grammar, start, end) {
  const common = shared(start, end);
  if (common === "date") return print(grammar, end, true);
  if (common !== "month" || start.day === void 0 || end.day === void 0) {
    return [...first(grammar, start, end), grammar.wideDash, ...print(grammar, end, true)];
  }
  const days = [...grammar.day(start.day), grammar.dash, ...grammar.day(end.day)];
  const numeric = days.every((piece) => typeof piece === "string");
  const tail = [print(grammar, end, true).at(-1) ?? ""];
  return numeric ? [{ ltr: phraseText(days) }, ...tail] : [...days, ...tail];
}
function prose(grammar, start, end) {
  const last = print(grammar, end, true);
  if (shared(start, end) === "date") return grammar.at(last, end);
  const opening = { date: start, phrase: first(grammar, start, end) };
  return grammar.fromTo(opening, { date: end, phrase: last });
}
function alternatives(grammar, a, b) {
  if (shared(a, b) === "date") return print(grammar, a, true);
  const or = b.day === void 0 ? "/" : grammar.or(b.day);
  return [...first(grammar, a, b), or, ...print(grammar, b, true)];
}

// src/language/pack.ts
var SPACED_SIGNS = { comma: ", ", colon: ":", space: " ", brackets: [" (", ")"] };
var NAME_FIRST = {
  name: ["style", "courtesy", "name"],
  mention: ["person", "title", "country"],
  address: ["name", "title", "organisation", "country"],
  titleAbove: false
};
function commaList(count, and2, comma = ", ") {
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => i === count - 2 ? and2 : comma);
}
function groupDigits(value, space, decimal, solid = 3) {
  const [whole = "", fraction] = Math.abs(value).toString().split(".");
  const grouped2 = whole.length <= solid ? whole : whole.replace(/\B(?=(\d{3})+$)/g, space);
  const sign = value < 0 ? "\u2212" : "";
  return `${sign}${grouped2}${fraction === void 0 ? "" : decimal + fraction}`;
}
function clock({ hour, minute }, separator = ":") {
  const digits = (value) => String(value).padStart(2, "0");
  return `${digits(hour)}${separator}${digits(minute)}`;
}

// src/language/ar.ts
var MONTHS = [
  "\u064A\u0646\u0627\u064A\u0631",
  "\u0641\u0628\u0631\u0627\u064A\u0631",
  "\u0645\u0627\u0631\u0633",
  "\u0623\u0628\u0631\u064A\u0644",
  "\u0645\u0627\u064A\u0648",
  "\u064A\u0648\u0646\u064A\u0648",
  "\u064A\u0648\u0644\u064A\u0648",
  "\u0623\u063A\u0633\u0637\u0633",
  "\u0633\u0628\u062A\u0645\u0628\u0631",
  "\u0623\u0643\u062A\u0648\u0628\u0631",
  "\u0646\u0648\u0641\u0645\u0628\u0631",
  "\u062F\u064A\u0633\u0645\u0628\u0631"
];
var ORDINALS = {
  female: [
    "\u0627\u0644\u0623\u0648\u0644\u0649",
    "\u0627\u0644\u062B\u0627\u0646\u064A\u0629",
    "\u0627\u0644\u062B\u0627\u0644\u062B\u0629",
    "\u0627\u0644\u0631\u0627\u0628\u0639\u0629",
    "\u0627\u0644\u062E\u0627\u0645\u0633\u0629",
    "\u0627\u0644\u0633\u0627\u062F\u0633\u0629",
    "\u0627\u0644\u0633\u0627\u0628\u0639\u0629",
    "\u0627\u0644\u062B\u0627\u0645\u0646\u0629",
    "\u0627\u0644\u062A\u0627\u0633\u0639\u0629",
    "\u0627\u0644\u0639\u0627\u0634\u0631\u0629"
  ],
  male: [
    "\u0627\u0644\u0623\u0648\u0644",
    "\u0627\u0644\u062B\u0627\u0646\u064A",
    "\u0627\u0644\u062B\u0627\u0644\u062B",
    "\u0627\u0644\u0631\u0627\u0628\u0639",
    "\u0627\u0644\u062E\u0627\u0645\u0633",
    "\u0627\u0644\u0633\u0627\u062F\u0633",
    "\u0627\u0644\u0633\u0627\u0628\u0639",
    "\u0627\u0644\u062B\u0627\u0645\u0646",
    "\u0627\u0644\u062A\u0627\u0633\u0639",
    "\u0627\u0644\u0639\u0627\u0634\u0631"
  ]
};
var DATES = dateForms({
  months: MONTHS,
  of: " ",
  dash: "-",
  wideDash: " - ",
  or: () => " \u0623\u0648 ",
  day: (day) => [String(day)],
  at: (printed) => ["\u0641\u064A ", ...printed],
  fromTo: (start, end) => ["\u0645\u0646 ", ...start.phrase, " \u0625\u0644\u0649 ", ...end.phrase]
});
var EXCELLENCY = { female: "\u0635\u0627\u062D\u0628\u0629 \u0627\u0644\u0633\u0639\u0627\u062F\u0629\u060C", male: "\u0635\u0627\u062D\u0628 \u0627\u0644\u0633\u0639\u0627\u062F\u0629\u060C" };
var RANKS = {
  "head-of-state": {
    style: "\u0641\u062E\u0627\u0645\u0629",
    salutation: { female: "\u0635\u0627\u062D\u0628\u0629 \u0627\u0644\u0641\u062E\u0627\u0645\u0629\u060C", male: "\u0635\u0627\u062D\u0628 \u0627\u0644\u0641\u062E\u0627\u0645\u0629\u060C" },
    honoured: true
  },
  "head-of-government": {
    style: "\u062F\u0648\u0644\u0629",
    salutation: { female: "\u0635\u0627\u062D\u0628\u0629 \u0627\u0644\u062F\u0648\u0644\u0629\u060C", male: "\u0635\u0627\u062D\u0628 \u0627\u0644\u062F\u0648\u0644\u0629\u060C" },
    honoured: true
  },
  "royal-highness": {
    style: { female: "\u0635\u0627\u062D\u0628\u0629 \u0627\u0644\u0633\u0645\u0648 \u0627\u0644\u0645\u0644\u0643\u064A", male: "\u0635\u0627\u062D\u0628 \u0627\u0644\u0633\u0645\u0648 \u0627\u0644\u0645\u0644\u0643\u064A" },
    salutation: { female: "\u0635\u0627\u062D\u0628\u0629 \u0627\u0644\u0633\u0645\u0648 \u0627\u0644\u0645\u0644\u0643\u064A\u060C", male: "\u0635\u0627\u062D\u0628 \u0627\u0644\u0633\u0645\u0648 \u0627\u0644\u0645\u0644\u0643\u064A\u060C" },
    honoured: true
  },
  minister: {
    style: "\u0645\u0639\u0627\u0644\u064A",
    salutation: { female: "\u0645\u0639\u0627\u0644\u064A \u0627\u0644\u0648\u0632\u064A\u0631\u0629\u060C", male: "\u0645\u0639\u0627\u0644\u064A \u0627\u0644\u0648\u0632\u064A\u0631\u060C" },
    honoured: true
  },
  "vice-minister": {
    style: "\u0645\u0639\u0627\u0644\u064A",
    salutation: { female: "\u0635\u0627\u062D\u0628\u0629 \u0627\u0644\u0645\u0639\u0627\u0644\u064A\u060C", male: "\u0635\u0627\u062D\u0628 \u0627\u0644\u0645\u0639\u0627\u0644\u064A\u060C" },
    honoured: true
  },
  ambassador: {
    style: "\u0633\u0639\u0627\u062F\u0629",
    salutation: { female: "\u0633\u0639\u0627\u062F\u0629 \u0627\u0644\u0633\u0641\u064A\u0631\u0629\u060C", male: "\u0633\u0639\u0627\u062F\u0629 \u0627\u0644\u0633\u0641\u064A\u0631\u060C" },
    honoured: true
  },
  "head-of-organization": { style: "\u0633\u0639\u0627\u062F\u0629", salutation: EXCELLENCY, honoured: false },
  "senior-official": { style: "\u0633\u0639\u0627\u062F\u0629", salutation: EXCELLENCY, honoured: false },
  none: { salutation: "\u062D\u0636\u0631\u0629 {courtesy} {name}\u060C", honoured: false }
};
var COURTESY = { female: "\u0627\u0644\u0633\u064A\u062F\u0629", male: "\u0627\u0644\u0633\u064A\u062F" };
function closing(formula, { vocative }) {
  const esteem = formula === "standard" ? "\u0641\u0627\u0626\u0642 \u0627\u0644\u062A\u0642\u062F\u064A\u0631 \u0648\u0627\u0644\u0627\u062D\u062A\u0631\u0627\u0645" : "\u0623\u0633\u0645\u0649 \u0622\u064A\u0627\u062A \u0627\u0644\u062A\u0642\u062F\u064A\u0631 \u0648\u0627\u0644\u0627\u062D\u062A\u0631\u0627\u0645";
  const called = vocative === void 0 ? "" : `\u060C ${vocative}\u060C`;
  return `\u0648\u062A\u0641\u0636\u0644\u0648\u0627${called} \u0628\u0642\u0628\u0648\u0644 ${esteem}.`;
}
var arabic = {
  ...DATES,
  language: "ar",
  direction: "rtl",
  labels: {
    reference: "\u0627\u0644\u0645\u0631\u062C\u0639:",
    contact: "\u062C\u0647\u0629 \u0627\u0644\u0627\u062A\u0635\u0627\u0644:",
    telephone: "\u0627\u0644\u0647\u0627\u062A\u0641:",
    fax: "\u0627\u0644\u0641\u0627\u0643\u0633:",
    email: "\u0627\u0644\u0628\u0631\u064A\u062F \u0627\u0644\u0625\u0644\u0643\u062A\u0631\u0648\u0646\u064A:",
    to: "\u0625\u0644\u0649:",
    subject: "\u0627\u0644\u0645\u0648\u0636\u0648\u0639:",
    copies: "\u0646\u0633\u062E\u0629 \u0625\u0644\u0649:"
  },
  enclosures: (count) => {
    if (count === 1) return "\u0627\u0644\u0645\u0631\u0641\u0642:";
    return count === 2 ? "\u0627\u0644\u0645\u0631\u0641\u0642\u0627\u0646:" : `\u0627\u0644\u0645\u0631\u0641\u0642\u0627\u062A (${count}):`;
  },
  confidential: "\u0633\u0631\u064A",
  draft: "\u0645\u0633\u0648\u062F\u0629",
  page: "\u0627\u0644\u0635\u0641\u062D\u0629 {page} \u0645\u0646 {pages}",
  categories: {
    government: "\u0627\u0644\u062D\u0643\u0648\u0645\u0627\u062A",
    "private-sector": "\u0627\u0644\u0642\u0637\u0627\u0639 \u0627\u0644\u062E\u0627\u0635",
    "civil-society": "\u0627\u0644\u0645\u062C\u062A\u0645\u0639 \u0627\u0644\u0645\u062F\u0646\u064A",
    "academia-technical": "\u0627\u0644\u0647\u064A\u0626\u0627\u062A \u0627\u0644\u0623\u0643\u0627\u062F\u064A\u0645\u064A\u0629/\u0627\u0644\u0645\u062C\u062A\u0645\u0639 \u0627\u0644\u062A\u0642\u0646\u064A",
    "international-organization": "\u0627\u0644\u0645\u0646\u0638\u0645\u0627\u062A \u0627\u0644\u062F\u0648\u0644\u064A\u0629"
  },
  marks: { "original-signed": "[\u0627\u0644\u0623\u0635\u0644 \u0639\u0644\u064A\u0647 \u062A\u0648\u0642\u064A\u0639]", signed: "(\u062A\u0648\u0642\u064A\u0639)" },
  quotes: ["\xAB", "\xBB"],
  signs: { ...SPACED_SIGNS, comma: "\u060C " },
  order: NAME_FIRST,
  dateline: { withPlace: "{place}\u060C {date}", alone: "{date}" },
  time: (time2) => [{ ltr: clock(time2) }],
  timeRange: (from4, until) => [{ ltr: `${clock(from4)}-${clock(until)}` }],
  number: (value) => groupDigits(value, "\xA0", ","),
  ordinal: (value, gender) => ORDINALS[gender][value - 1],
  // و is written to the word that follows it.
  separators: (items, long = false) => items.slice(1).map(() => long ? "\u060C \u0648" : " \u0648"),
  ranks: RANKS,
  courtesy: COURTESY,
  courtesyAfterStyle: COURTESY,
  salutations: {
    stakeholders: "\u062D\u0636\u0631\u0627\u062A \u0627\u0644\u0633\u0627\u062F\u0629 \u0648\u0627\u0644\u0633\u064A\u062F\u0627\u062A\u060C",
    ministers: "\u0623\u0635\u062D\u0627\u0628 \u0627\u0644\u0645\u0639\u0627\u0644\u064A\u060C",
    excellencies: "\u0623\u0635\u062D\u0627\u0628 \u0627\u0644\u0645\u0639\u0627\u0644\u064A \u0648\u0627\u0644\u0633\u0639\u0627\u062F\u0629\u060C"
  },
  greeting: "\u062A\u062D\u064A\u0629 \u0637\u064A\u0628\u0629 \u0648\u0628\u0639\u062F\u060C",
  closing
};

// src/language/en.ts
var MONTHS2 = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];
var ORDINALS2 = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth"
];
var DATES2 = dateForms({
  months: MONTHS2,
  of: " ",
  dash: "\u2013",
  wideDash: " \u2013 ",
  or: () => " or ",
  day: (day) => [String(day)],
  at: (printed, date) => [date.day === void 0 ? "in " : "on ", ...printed],
  fromTo: (start, end) => ["from ", ...start.phrase, " to ", ...end.phrase]
});
var EXCELLENCY2 = {
  style: { female: "Her Excellency", male: "His Excellency" },
  salutation: "Excellency,",
  honoured: true
};
var NAMED = { salutation: "Dear {courtesy} {name},", honoured: false };
var COURTESY2 = { female: "Ms", male: "Mr" };
var english = {
  ...DATES2,
  language: "en",
  direction: "ltr",
  labels: {
    reference: "Ref.:",
    contact: "Contact:",
    telephone: "Tel.:",
    fax: "Fax:",
    email: "E-mail:",
    to: "To:",
    subject: "Subject:",
    copies: "Copy to:"
  },
  enclosures: (count) => count === 1 ? "Enclosure:" : `Enclosures (${count}):`,
  confidential: "Confidential",
  draft: "Draft",
  page: "Page {page} of {pages}",
  categories: {
    government: "Governments",
    "private-sector": "Private sector",
    "civil-society": "Civil society",
    "academia-technical": "Academia/technical community",
    "international-organization": "International organizations"
  },
  marks: { "original-signed": "[Original signed]", signed: "(Signed)" },
  quotes: ["\u201C", "\u201D"],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: "{place}, {date}", alone: "{date}" },
  time: (time2) => [{ ltr: clock(time2) }],
  timeRange: (from4, until) => [{ ltr: `${clock(from4)}\u2013${clock(until)}` }],
  number: (value) => groupDigits(value, ",", "."),
  ordinal: (value) => ORDINALS2[value - 1],
  separators: (items) => commaList(items.length, " and "),
  ranks: {
    "head-of-state": EXCELLENCY2,
    "head-of-government": EXCELLENCY2,
    "royal-highness": {
      style: { female: "Her Royal Highness", male: "His Royal Highness" },
      salutation: "Your Royal Highness,",
      honoured: true
    },
    minister: EXCELLENCY2,
    "vice-minister": EXCELLENCY2,
    ambassador: EXCELLENCY2,
    "head-of-organization": NAMED,
    "senior-official": NAMED,
    none: NAMED
  },
  courtesy: COURTESY2,
  courtesyAfterStyle: COURTESY2,
  salutations: {
    stakeholders: "Dear Sir/Madam,",
    ministers: "Excellencies,",
    excellencies: "Excellencies,"
  },
  closing: (formula, { signatories, addressees, vocative = "Sir/Madam" }) => {
    if (formula === "standard")
      return `Yours ${addressees === "one" ? "sincerely" : "faithfully"},`;
    const our = signatories === "many" ? "our" : "my";
    return `Accept, ${vocative}, the assurances of ${our} highest consideration.`;
  }
};

// src/language/es.ts
var MONTHS3 = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre"
];
var ORDINALS3 = [
  "primer",
  "segund",
  "tercer",
  "cuart",
  "quint",
  "sext",
  "s\xE9ptim",
  "octav",
  "noven",
  "d\xE9cim"
];
function from({ date, phrase }) {
  return [date.day === void 0 ? "de " : "del ", ...phrase];
}
function to({ date, phrase }) {
  return [date.day === void 0 ? "a " : "al ", ...phrase];
}
var DATES3 = dateForms({
  months: MONTHS3,
  of: " de ",
  dash: "-",
  wideDash: " \u2013 ",
  // "o" turns into "u" before ocho and once.
  or: (day) => day === 8 || day === 11 ? " u " : " o ",
  day: (day) => [String(day)],
  at: (printed, date) => [date.day === void 0 ? "en " : "el ", ...printed],
  fromTo: (start, end) => [...from(start), " ", ...to(end)]
});
function and(next) {
  return /^h?[ií](?![aeoáéó])/i.test(next) ? " e " : " y ";
}
function excellency(title) {
  return {
    style: "Su Excelencia",
    salutation: {
      female: `Excelent\xEDsima Se\xF1ora${title ? ` ${title.female}` : ""}:`,
      male: `Excelent\xEDsimo Se\xF1or${title ? ` ${title.male}` : ""}:`
    },
    honoured: true
  };
}
var NAMED2 = {
  salutation: { female: "Estimada {courtesy} {name}:", male: "Estimado {courtesy} {name}:" },
  honoured: false
};
var spanish = {
  ...DATES3,
  language: "es",
  direction: "ltr",
  labels: {
    reference: "Ref.:",
    contact: "Contacto:",
    telephone: "Tel.:",
    fax: "Fax:",
    email: "Correo-e:",
    to: "A:",
    subject: "Asunto:",
    copies: "Copia a:"
  },
  enclosures: (count) => count === 1 ? "Anexo:" : `Anexos (${count}):`,
  confidential: "Confidencial",
  draft: "Borrador",
  page: "P\xE1gina {page} de {pages}",
  categories: {
    government: "Gobiernos",
    "private-sector": "Sector privado",
    "civil-society": "Sociedad civil",
    "academia-technical": "Sector acad\xE9mico/comunidad t\xE9cnica",
    "international-organization": "Organizaciones internacionales"
  },
  marks: { "original-signed": "[Original firmado]", signed: "(Firmado)" },
  quotes: ["\xAB", "\xBB"],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: "{place}, {date}", alone: "{date}" },
  time: (time2) => [{ ltr: clock(time2) }],
  timeRange: (start, end) => [{ ltr: `${clock(start)}-${clock(end)}` }],
  // Four digits stay together: 1500, but 14 000.
  number: (value) => groupDigits(value, "\xA0", ",", 4),
  ordinal: (value, gender) => {
    const stem = ORDINALS3[value - 1];
    return stem && stem + (gender === "female" ? "a" : "o");
  },
  separators: (items) => commaList(items.length, and(items.at(-1) ?? "")),
  ranks: {
    "head-of-state": excellency(),
    "head-of-government": excellency(),
    "royal-highness": { style: "Su Alteza Real", salutation: "Alteza Real:", honoured: true },
    minister: excellency({ female: "Ministra", male: "Ministro" }),
    "vice-minister": excellency({ female: "Viceministra", male: "Viceministro" }),
    ambassador: excellency({ female: "Embajadora", male: "Embajador" }),
    "head-of-organization": NAMED2,
    "senior-official": NAMED2,
    none: NAMED2
  },
  courtesy: { female: "Sra.", male: "Sr." },
  courtesyAfterStyle: { female: "la Sra.", male: "el Sr." },
  salutations: {
    stakeholders: "Estimada Se\xF1ora/Estimado Se\xF1or:",
    ministers: "Excelencias:",
    excellencies: "Excelencias:"
  },
  closing: (formula, { signatories, addressees, vocative }) => {
    const many = signatories === "many";
    if (formula === "standard") return `Le ${many ? "saludan" : "saluda"} atentamente,`;
    const accept = addressees === "many" ? "Acepten" : "Acepte";
    const called = vocative === void 0 ? "" : `, ${vocative},`;
    const our = many ? "nuestra" : "mi";
    return `${accept}${called} las seguridades de ${our} m\xE1s alta consideraci\xF3n.`;
  }
};

// src/language/fr.ts
var MONTHS4 = [
  "janvier",
  "f\xE9vrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "ao\xFBt",
  "septembre",
  "octobre",
  "novembre",
  "d\xE9cembre"
];
var ORDINALS4 = [
  "premier",
  "deuxi\xE8me",
  "troisi\xE8me",
  "quatri\xE8me",
  "cinqui\xE8me",
  "sixi\xE8me",
  "septi\xE8me",
  "huiti\xE8me",
  "neuvi\xE8me",
  "dixi\xE8me"
];
function from2({ date, phrase }) {
  if (date.day !== void 0) return ["du ", ...phrase];
  return [/^[aeiou]/.test(phraseText(phrase)) ? "d'" : "de ", ...phrase];
}
function to2({ date, phrase }) {
  return [date.day === void 0 ? "\xE0 " : "au ", ...phrase];
}
var DATES4 = dateForms({
  months: MONTHS4,
  of: " ",
  dash: "-",
  wideDash: " \u2013 ",
  or: () => " ou ",
  day: (day) => day === 1 ? ["1", { raised: "er" }] : [String(day)],
  at: (printed, date) => [date.day === void 0 ? "en " : "le ", ...printed],
  fromTo: (start, end) => [...from2(start), " ", ...to2(end)]
});
var EXCELLENCY3 = { style: "Son Excellence", honoured: true };
var PLAIN = { salutation: { female: "Madame,", male: "Monsieur," }, honoured: false };
function time({ hour, minute }) {
  const minutes = minute === 0 ? "" : `\xA0${String(minute).padStart(2, "0")}`;
  return `${hour}\xA0h${minutes}`;
}
var french = {
  ...DATES4,
  language: "fr",
  direction: "ltr",
  labels: {
    reference: "R\xE9f. :",
    contact: "Contact :",
    telephone: "T\xE9l. :",
    fax: "Fax :",
    email: "Courriel :",
    to: "\xC0 :",
    subject: "Objet :",
    copies: "Copie :"
  },
  enclosures: (count) => count === 1 ? "Pi\xE8ce jointe :" : `Pi\xE8ces jointes (${count}) :`,
  confidential: "Confidentiel",
  draft: "Projet",
  page: "Page {page} sur {pages}",
  categories: {
    government: "Gouvernements",
    "private-sector": "Secteur priv\xE9",
    "civil-society": "Soci\xE9t\xE9 civile",
    "academia-technical": "Milieux universitaires/communaut\xE9 technique",
    "international-organization": "Organisations internationales"
  },
  marks: { "original-signed": "[Original sign\xE9]", signed: "(Sign\xE9)" },
  quotes: ["\xAB", "\xBB"],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: "{place}, le {date}", alone: "Le {date}" },
  time: (value) => [{ ltr: time(value) }],
  timeRange: (start, end) => [{ ltr: `${time(start)}-${time(end)}` }],
  number: (value) => groupDigits(value, "\u202F", ","),
  ordinal: (value, gender) => {
    return value === 1 && gender === "female" ? "premi\xE8re" : ORDINALS4[value - 1];
  },
  separators: (items) => commaList(items.length, " et "),
  ranks: {
    "head-of-state": { ...EXCELLENCY3, salutation: "Excellence," },
    "head-of-government": { ...EXCELLENCY3, salutation: "Excellence," },
    "royal-highness": {
      style: "Son Altesse Royale",
      salutation: "Votre Altesse Royale,",
      honoured: true
    },
    minister: {
      ...EXCELLENCY3,
      salutation: { female: "Madame la Ministre,", male: "Monsieur le Ministre," }
    },
    "vice-minister": {
      ...EXCELLENCY3,
      salutation: { female: "Madame la Vice-Ministre,", male: "Monsieur le Vice-Ministre," }
    },
    ambassador: {
      ...EXCELLENCY3,
      salutation: { female: "Madame l'Ambassadrice,", male: "Monsieur l'Ambassadeur," }
    },
    "head-of-organization": PLAIN,
    "senior-official": PLAIN,
    none: PLAIN
  },
  courtesy: { female: "Mme", male: "M." },
  courtesyAfterStyle: { female: "Madame", male: "Monsieur" },
  salutations: {
    stakeholders: "Madame, Monsieur,",
    ministers: "Excellences,",
    excellencies: "Excellences,"
  },
  closing: (formula, { signatories, vocative = "Madame, Monsieur" }) => {
    const many = signatories === "many";
    const our = many ? "notre" : "ma";
    if (formula === "ministers") {
      return `Veuillez agr\xE9er, ${vocative}, l'assurance de ${our} tr\xE8s haute consid\xE9ration.`;
    }
    const esteem = formula === "high" ? `${our} haute consid\xE9ration` : `${our} consid\xE9ration distingu\xE9e`;
    const pray = many ? "Nous vous prions" : "Je vous prie";
    return `${pray} d'agr\xE9er, ${vocative}, l'assurance de ${esteem}.`;
  }
};

// src/language/ru.ts
var MONTHS5 = [
  "\u044F\u043D\u0432\u0430\u0440\u044F",
  "\u0444\u0435\u0432\u0440\u0430\u043B\u044F",
  "\u043C\u0430\u0440\u0442\u0430",
  "\u0430\u043F\u0440\u0435\u043B\u044F",
  "\u043C\u0430\u044F",
  "\u0438\u044E\u043D\u044F",
  "\u0438\u044E\u043B\u044F",
  "\u0430\u0432\u0433\u0443\u0441\u0442\u0430",
  "\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F",
  "\u043E\u043A\u0442\u044F\u0431\u0440\u044F",
  "\u043D\u043E\u044F\u0431\u0440\u044F",
  "\u0434\u0435\u043A\u0430\u0431\u0440\u044F"
];
var LONE_MONTHS = [
  "\u044F\u043D\u0432\u0430\u0440\u044C",
  "\u0444\u0435\u0432\u0440\u0430\u043B\u044C",
  "\u043C\u0430\u0440\u0442",
  "\u0430\u043F\u0440\u0435\u043B\u044C",
  "\u043C\u0430\u0439",
  "\u0438\u044E\u043D\u044C",
  "\u0438\u044E\u043B\u044C",
  "\u0430\u0432\u0433\u0443\u0441\u0442",
  "\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044C",
  "\u043E\u043A\u0442\u044F\u0431\u0440\u044C",
  "\u043D\u043E\u044F\u0431\u0440\u044C",
  "\u0434\u0435\u043A\u0430\u0431\u0440\u044C"
];
var IN_MONTHS = [
  "\u044F\u043D\u0432\u0430\u0440\u0435",
  "\u0444\u0435\u0432\u0440\u0430\u043B\u0435",
  "\u043C\u0430\u0440\u0442\u0435",
  "\u0430\u043F\u0440\u0435\u043B\u0435",
  "\u043C\u0430\u0435",
  "\u0438\u044E\u043D\u0435",
  "\u0438\u044E\u043B\u0435",
  "\u0430\u0432\u0433\u0443\u0441\u0442\u0435",
  "\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u0435",
  "\u043E\u043A\u0442\u044F\u0431\u0440\u0435",
  "\u043D\u043E\u044F\u0431\u0440\u0435",
  "\u0434\u0435\u043A\u0430\u0431\u0440\u0435"
];
var ORDINALS5 = {
  female: [
    "\u043F\u0435\u0440\u0432\u0430\u044F",
    "\u0432\u0442\u043E\u0440\u0430\u044F",
    "\u0442\u0440\u0435\u0442\u044C\u044F",
    "\u0447\u0435\u0442\u0432\u0435\u0440\u0442\u0430\u044F",
    "\u043F\u044F\u0442\u0430\u044F",
    "\u0448\u0435\u0441\u0442\u0430\u044F",
    "\u0441\u0435\u0434\u044C\u043C\u0430\u044F",
    "\u0432\u043E\u0441\u044C\u043C\u0430\u044F",
    "\u0434\u0435\u0432\u044F\u0442\u0430\u044F",
    "\u0434\u0435\u0441\u044F\u0442\u0430\u044F"
  ],
  male: [
    "\u043F\u0435\u0440\u0432\u044B\u0439",
    "\u0432\u0442\u043E\u0440\u043E\u0439",
    "\u0442\u0440\u0435\u0442\u0438\u0439",
    "\u0447\u0435\u0442\u0432\u0435\u0440\u0442\u044B\u0439",
    "\u043F\u044F\u0442\u044B\u0439",
    "\u0448\u0435\u0441\u0442\u043E\u0439",
    "\u0441\u0435\u0434\u044C\u043C\u043E\u0439",
    "\u0432\u043E\u0441\u044C\u043C\u043E\u0439",
    "\u0434\u0435\u0432\u044F\u0442\u044B\u0439",
    "\u0434\u0435\u0441\u044F\u0442\u044B\u0439"
  ]
};
function inCase({ date, phrase }, months) {
  const index = date.month - 1;
  return phraseText(phrase).replace(LONE_MONTHS[index] ?? "", months[index] ?? "");
}
function from3(start) {
  if (start.date.day === void 0) return [`\u0441 ${inCase(start, MONTHS5)}`];
  return [start.date.day === 2 ? "\u0441\u043E " : "\u0441 ", ...start.phrase];
}
var DATES5 = dateForms({
  months: MONTHS5,
  loneMonths: LONE_MONTHS,
  afterYear: " \u0433\u043E\u0434\u0430",
  of: " ",
  dash: "\u2013",
  wideDash: " \u2014 ",
  or: () => " \u0438\u043B\u0438 ",
  day: (day) => [String(day)],
  at: (phrase, date) => date.day === void 0 ? [`\u0432 ${inCase({ date, phrase }, IN_MONTHS)}`] : phrase,
  fromTo: (start, end) => [...from3(start), " \u043F\u043E ", ...end.phrase]
});
var EXCELLENCY4 = {
  style: { female: "\u0415\u0435 \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u043E", male: "\u0415\u0433\u043E \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u043E" },
  styleInAddress: { female: "\u0415\u0435 \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u0443", male: "\u0415\u0433\u043E \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u0443" },
  salutation: "\u0412\u0430\u0448\u0435 \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u043E,",
  honoured: true
};
var NAMED3 = {
  salutation: { female: "\u0423\u0432\u0430\u0436\u0430\u0435\u043C\u0430\u044F {courtesy} {name},", male: "\u0423\u0432\u0430\u0436\u0430\u0435\u043C\u044B\u0439 {courtesy} {name}," },
  honoured: false
};
var russian = {
  ...DATES5,
  language: "ru",
  direction: "ltr",
  labels: {
    reference: "\u041E\u0441\u043D.:",
    contact: "\u0414\u043B\u044F \u043A\u043E\u043D\u0442\u0430\u043A\u0442\u043E\u0432:",
    telephone: "\u0422\u0435\u043B.:",
    fax: "\u0424\u0430\u043A\u0441:",
    email: "\u042D\u043B. \u043F\u043E\u0447\u0442\u0430:",
    to: "\u041A\u043E\u043C\u0443:",
    subject: "\u041F\u0440\u0435\u0434\u043C\u0435\u0442:",
    copies: "\u041A\u043E\u043F\u0438\u044F:"
  },
  enclosures: (count) => count === 1 ? "\u041F\u0440\u0438\u043B\u043E\u0436\u0435\u043D\u0438\u0435:" : `\u041F\u0440\u0438\u043B\u043E\u0436\u0435\u043D\u0438\u044F (${count}):`,
  confidential: "\u041A\u043E\u043D\u0444\u0438\u0434\u0435\u043D\u0446\u0438\u0430\u043B\u044C\u043D\u043E",
  draft: "\u041F\u0440\u043E\u0435\u043A\u0442",
  page: "\u0421\u0442\u0440. {page} \u0438\u0437 {pages}",
  categories: {
    government: "\u041F\u0440\u0430\u0432\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u0430",
    "private-sector": "\u0427\u0430\u0441\u0442\u043D\u044B\u0439 \u0441\u0435\u043A\u0442\u043E\u0440",
    "civil-society": "\u0413\u0440\u0430\u0436\u0434\u0430\u043D\u0441\u043A\u043E\u0435 \u043E\u0431\u0449\u0435\u0441\u0442\u0432\u043E",
    "academia-technical": "\u0410\u043A\u0430\u0434\u0435\u043C\u0438\u0447\u0435\u0441\u043A\u0438\u0435 \u043E\u0440\u0433\u0430\u043D\u0438\u0437\u0430\u0446\u0438\u0438/\u0442\u0435\u0445\u043D\u0438\u0447\u0435\u0441\u043A\u043E\u0435 \u0441\u043E\u043E\u0431\u0449\u0435\u0441\u0442\u0432\u043E",
    "international-organization": "\u041C\u0435\u0436\u0434\u0443\u043D\u0430\u0440\u043E\u0434\u043D\u044B\u0435 \u043E\u0440\u0433\u0430\u043D\u0438\u0437\u0430\u0446\u0438\u0438"
  },
  addressedCategories: {
    government: "\u041F\u0440\u0430\u0432\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u0430\u043C",
    "private-sector": "\u0427\u0430\u0441\u0442\u043D\u043E\u043C\u0443 \u0441\u0435\u043A\u0442\u043E\u0440\u0443",
    "civil-society": "\u0413\u0440\u0430\u0436\u0434\u0430\u043D\u0441\u043A\u043E\u043C\u0443 \u043E\u0431\u0449\u0435\u0441\u0442\u0432\u0443",
    "academia-technical": "\u0410\u043A\u0430\u0434\u0435\u043C\u0438\u0447\u0435\u0441\u043A\u0438\u043C \u043E\u0440\u0433\u0430\u043D\u0438\u0437\u0430\u0446\u0438\u044F\u043C/\u0442\u0435\u0445\u043D\u0438\u0447\u0435\u0441\u043A\u043E\u043C\u0443 \u0441\u043E\u043E\u0431\u0449\u0435\u0441\u0442\u0432\u0443",
    "international-organization": "\u041C\u0435\u0436\u0434\u0443\u043D\u0430\u0440\u043E\u0434\u043D\u044B\u043C \u043E\u0440\u0433\u0430\u043D\u0438\u0437\u0430\u0446\u0438\u044F\u043C"
  },
  marks: { "original-signed": "[\u041E\u0440\u0438\u0433\u0438\u043D\u0430\u043B \u043F\u043E\u0434\u043F\u0438\u0441\u0430\u043D]", signed: "(\u041F\u043E\u0434\u043F\u0438\u0441\u044C)" },
  quotes: ["\xAB", "\xBB"],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: "{place}, {date}", alone: "{date}" },
  time: (time2) => [{ ltr: clock(time2) }],
  timeRange: (start, end) => [{ ltr: `${clock(start)}\u2013${clock(end)}` }],
  number: (value) => groupDigits(value, "\xA0", ",", 4),
  ordinal: (value, gender) => ORDINALS5[gender][value - 1],
  separators: (items) => commaList(items.length, " \u0438 "),
  ranks: {
    "head-of-state": EXCELLENCY4,
    "head-of-government": EXCELLENCY4,
    "royal-highness": {
      style: { female: "\u0415\u0435 \u041A\u043E\u0440\u043E\u043B\u0435\u0432\u0441\u043A\u043E\u0435 \u0412\u044B\u0441\u043E\u0447\u0435\u0441\u0442\u0432\u043E", male: "\u0415\u0433\u043E \u041A\u043E\u0440\u043E\u043B\u0435\u0432\u0441\u043A\u043E\u0435 \u0412\u044B\u0441\u043E\u0447\u0435\u0441\u0442\u0432\u043E" },
      styleInAddress: { female: "\u0415\u0435 \u041A\u043E\u0440\u043E\u043B\u0435\u0432\u0441\u043A\u043E\u043C\u0443 \u0412\u044B\u0441\u043E\u0447\u0435\u0441\u0442\u0432\u0443", male: "\u0415\u0433\u043E \u041A\u043E\u0440\u043E\u043B\u0435\u0432\u0441\u043A\u043E\u043C\u0443 \u0412\u044B\u0441\u043E\u0447\u0435\u0441\u0442\u0432\u0443" },
      salutation: "\u0412\u0430\u0448\u0435 \u041A\u043E\u0440\u043E\u043B\u0435\u0432\u0441\u043A\u043E\u0435 \u0412\u044B\u0441\u043E\u0447\u0435\u0441\u0442\u0432\u043E,",
      honoured: true
    },
    minister: EXCELLENCY4,
    "vice-minister": EXCELLENCY4,
    ambassador: EXCELLENCY4,
    "head-of-organization": NAMED3,
    "senior-official": NAMED3,
    none: NAMED3
  },
  courtesy: { female: "\u0433\u043E\u0441\u043F\u043E\u0436\u0430", male: "\u0433\u043E\u0441\u043F\u043E\u0434\u0438\u043D" },
  courtesyAfterStyle: { female: "\u0433-\u0436\u0430", male: "\u0433-\u043D" },
  addressCourtesy: {
    alone: { female: "\u0413-\u0436\u0435", male: "\u0413-\u043D\u0443" },
    afterStyle: { female: "\u0433-\u0436\u0435", male: "\u0433-\u043D\u0443" }
  },
  salutations: {
    stakeholders: "\u0423\u0432\u0430\u0436\u0430\u0435\u043C\u0430\u044F \u0433\u043E\u0441\u043F\u043E\u0436\u0430, \u0443\u0432\u0430\u0436\u0430\u0435\u043C\u044B\u0439 \u0433\u043E\u0441\u043F\u043E\u0434\u0438\u043D,",
    ministers: "\u0412\u0430\u0448\u0435 \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u043E,",
    excellencies: "\u0412\u0430\u0448\u0438 \u041F\u0440\u0435\u0432\u043E\u0441\u0445\u043E\u0434\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u0430,"
  },
  closing: (formula, { signatories, vocative }) => {
    if (formula === "standard") return "\u0421 \u0443\u0432\u0430\u0436\u0435\u043D\u0438\u0435\u043C,";
    const called = vocative === void 0 ? "" : `, ${vocative},`;
    const our = signatories === "many" ? "\u043D\u0430\u0448\u0435\u043C" : "\u043C\u043E\u0451\u043C";
    return `\u041F\u0440\u0438\u043C\u0438\u0442\u0435${called} \u0443\u0432\u0435\u0440\u0435\u043D\u0438\u044F \u0432 ${our} \u0441\u0430\u043C\u043E\u043C \u0432\u044B\u0441\u043E\u043A\u043E\u043C \u0443\u0432\u0430\u0436\u0435\u043D\u0438\u0438.`;
  }
};

// src/language/zh-dates.ts
function changed(a, b) {
  if (a.year !== b.year) return "year";
  if (a.month !== b.month) return "month";
  return a.day === b.day ? null : "day";
}
function print2({ year, month, day }, from4 = "year") {
  const days = day === void 0 ? "" : `${day}\u65E5`;
  if (from4 === "day") return days;
  return `${from4 === "year" ? `${year}\u5E74` : ""}${month}\u6708${days}`;
}
function pair(a, b, between) {
  const difference = changed(a, b);
  return difference === null ? print2(a) : `${print2(a)}${between}${print2(b, difference)}`;
}
function heading2(a, b) {
  const difference = changed(a, b);
  const whole = print2(a);
  const sameUnit = difference === "day" || difference === "month" && a.day === void 0 && b.day === void 0;
  return sameUnit ? `${whole.slice(0, -1)}-${print2(b, difference)}` : pair(a, b, "-");
}
var chineseDates = {
  date: (date, style = "full") => [print2(date, style === "full" ? "year" : "month")],
  month: ({ year, month }) => [print2({ year, month })],
  range: (start, end, style = "heading") => [
    style === "heading" ? heading2(start, end) : pair(start, end, "\u81F3")
  ],
  alternatives: (first2, second) => [pair(first2, second, second.day === void 0 ? "/" : "\u6216")]
};

// src/language/zh.ts
var ORDINALS6 = "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
var SIGNS = { comma: "\uFF0C", colon: "\uFF1A", space: "", brackets: ["\uFF08", "\uFF09"] };
var ORDER = {
  name: ["name", "courtesy", "style"],
  mention: ["country", "title", "person"],
  address: ["country", "organisation", "title", "name"],
  titleAbove: true
};
var EXCELLENCY5 = { style: "\u9601\u4E0B", honoured: true };
var NAMED4 = { salutation: "\u5C0A\u656C\u7684{name}{courtesy}\uFF1A", honoured: false };
var COURTESY3 = { female: "\u5973\u58EB", male: "\u5148\u751F" };
var chinese = {
  ...chineseDates,
  language: "zh",
  direction: "ltr",
  labels: {
    reference: "\u6587\u53F7\uFF1A",
    contact: "\u8054\u7CFB\u4EBA\uFF1A",
    telephone: "\u7535\u8BDD\uFF1A",
    fax: "\u4F20\u771F\uFF1A",
    email: "\u7535\u5B50\u90AE\u4EF6\uFF1A",
    to: "\u81F4\uFF1A",
    subject: "\u4E8B\u7531\uFF1A",
    copies: "\u6284\u9001\uFF1A"
  },
  enclosures: (count) => count === 1 ? "\u9644\u4EF6\uFF1A" : `\u9644\u4EF6\uFF08${count}\uFF09\uFF1A`,
  confidential: "\u673A\u5BC6",
  draft: "\u8349\u7A3F",
  page: "\u7B2C{page}\u9875\uFF0C\u5171{pages}\u9875",
  categories: {
    government: "\u5404\u56FD\u653F\u5E9C",
    "private-sector": "\u79C1\u8425\u90E8\u95E8",
    "civil-society": "\u6C11\u95F4\u56E2\u4F53",
    "academia-technical": "\u5B66\u672F\u754C/\u6280\u672F\u754C",
    "international-organization": "\u56FD\u9645\u7EC4\u7EC7"
  },
  marks: { "original-signed": "[\u539F\u4EF6\u5DF2\u7B7E]", signed: "\uFF08\u7B7E\u540D\uFF09" },
  quotes: ["\u201C", "\u201D"],
  signs: SIGNS,
  order: ORDER,
  dateline: { withPlace: "{date}\uFF0C{place}", alone: "{date}" },
  time: (time2) => [{ ltr: clock(time2) }],
  timeRange: (start, end) => [{ ltr: `${clock(start)}-${clock(end)}` }],
  number: (value) => groupDigits(value, "\xA0", ".", 4),
  ordinal: (value) => ORDINALS6[value - 1] === void 0 ? void 0 : `\u7B2C${ORDINALS6[value - 1]}`,
  separators: (items) => commaList(items.length, "\u548C", "\u3001"),
  ranks: {
    "head-of-state": { ...EXCELLENCY5, salutation: "\u5C0A\u656C\u7684\u9601\u4E0B\uFF1A" },
    "head-of-government": { ...EXCELLENCY5, salutation: "\u5C0A\u656C\u7684\u9601\u4E0B\uFF1A" },
    "royal-highness": { style: "\u6BBF\u4E0B", salutation: "\u5C0A\u656C\u7684\u6BBF\u4E0B\uFF1A", honoured: true },
    minister: { ...EXCELLENCY5, salutation: "\u5C0A\u656C\u7684\u90E8\u957F\u9601\u4E0B\uFF1A" },
    "vice-minister": { ...EXCELLENCY5, salutation: "\u5C0A\u656C\u7684\u526F\u90E8\u957F\u9601\u4E0B\uFF1A" },
    ambassador: { ...EXCELLENCY5, salutation: "\u5C0A\u656C\u7684\u5927\u4F7F\u9601\u4E0B\uFF1A" },
    "head-of-organization": NAMED4,
    "senior-official": NAMED4,
    none: NAMED4
  },
  courtesy: COURTESY3,
  courtesyAfterStyle: COURTESY3,
  salutations: {
    stakeholders: "\u5C0A\u656C\u7684\u5148\u751F/\u5973\u58EB\uFF1A",
    ministers: "\u5C0A\u656C\u7684\u90E8\u957F\u9601\u4E0B\uFF1A",
    excellencies: "\u5C0A\u656C\u7684\u5404\u4F4D\u9601\u4E0B\uFF1A"
  },
  closing: (formula) => formula === "standard" ? "\u987A\u81F4\u656C\u610F" : "\u987A\u81F4\u6700\u5D07\u9AD8\u7684\u656C\u610F"
};

// src/language/languages.ts
var LANGUAGES = ["ar", "en", "fr", "es", "ru", "zh"];

// src/package.ts
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var root = folderWith("package.json", dirname(fileURLToPath(import.meta.url)));
function folderWith(name, folder) {
  return existsSync(join(folder, name)) ? folder : folderWith(name, dirname(folder));
}
function packageFile(...segments) {
  return join(root, ...segments);
}
function dependencyFile(path) {
  return createRequire(join(root, "package.json")).resolve(path);
}

// src/data/files.ts
import { existsSync as existsSync2, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname as dirname2, resolve, sep } from "node:path";

// src/data/suggest.ts
function editDistance(a, b) {
  const from4 = [...a];
  const to3 = [...b];
  let beforeLast = [];
  let last = Array.from({ length: to3.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from4.length; i++) {
    const row = [i];
    for (let j = 1; j <= to3.length; j++) {
      const same = from4[i - 1] === to3[j - 1];
      const replaced = cell(last, j - 1) + (same ? 0 : 1);
      const swapped = from4[i - 1] === to3[j - 2] && from4[i - 2] === to3[j - 1] ? cell(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, replaced, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return cell(last, to3.length);
}
function cell(row, index) {
  return row[index] ?? Infinity;
}
var LONGEST = 100;
function nearest(word, known) {
  if (word.length > LONGEST) return void 0;
  const wanted = word.toLowerCase();
  let best;
  let bound = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bound) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance >= bound) continue;
    best = candidate;
    bound = distance;
  }
  return best;
}
function didYouMean(word, known) {
  const words2 = [...known];
  const near = nearest(word, words2) ?? begunBy(word.toLowerCase(), words2);
  return near === void 0 ? void 0 : `did you mean "${near}"?`;
}
function begunBy(word, known) {
  const found = known.filter(
    (one) => one !== "" && word !== "" && (one.startsWith(word) || word.startsWith(one))
  );
  return found.length === 1 ? found[0] : void 0;
}
var LISTED = 12;
function hintFor(word, known) {
  const all2 = known.length > 0 && known.length <= LISTED ? `known: ${known.join(", ")}` : void 0;
  return didYouMean(word, known) ?? all2;
}

// src/data/files.ts
function fileInside(folder, name, problems) {
  const path = resolve(folder.real, name.value);
  if (!isInside(folder.real, path)) return outside(folder, name, problems);
  if (!existsSync2(path)) {
    const hint = missingHint(path, name.value);
    problems.error("missing-file", name.span, `there is no file "${name.value}"`, hint);
    return void 0;
  }
  const real = realpathSync(path);
  if (!isInside(folder.real, real)) return outside(folder, name, problems);
  if (statSync(real).isFile()) return real;
  problems.error("missing-file", name.span, `"${name.value}" is not a file`);
  return void 0;
}
function isInside(folder, path) {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
function outside({ title }, name, problems) {
  const message = `"${name.value}" lies outside ${title ?? "the edition"}`;
  const code = title === void 0 ? "outside-edition" : "outside-folder";
  const hint = `copy the file into ${title ?? "the edition's folder"}`;
  problems.error(code, name.span, message, hint);
}
function missingHint(path, name) {
  if (name.includes("\\")) return "write / between folders";
  return didYouMean(basename(path), namesIn(dirname2(path)));
}
function systemReason(error) {
  return error instanceof Error ? error.message.replace(/,.*/, "") : String(error);
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

// src/data/encoding.ts
import { isUtf8 } from "node:buffer";
var REMEDY = 'save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)")';
function decodeText(bytes) {
  if (isZip(bytes)) return refused("", "the file is a spreadsheet or an archive, not text");
  const utf16 = utf16Label(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  if (!isUtf8(bytes)) return legacy(bytes);
  return withoutNul(new TextDecoder("utf-8").decode(bytes));
}
function isZip(bytes) {
  return bytes[0] === 80 && bytes[1] === 75 && bytes[2] === 3 && bytes[3] === 4;
}
function utf16Label(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return void 0;
  const nuls = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index & 1 ? 1 : 0]++;
  if (Math.max(...nuls) * 20 < bytes.length) return void 0;
  return nuls[1] > nuls[0] ? "utf-16le" : "utf-16be";
}
function decodeUtf16(bytes, label) {
  try {
    return withoutNul(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return refused("", "the file is neither UTF-8 nor UTF-16 text");
  }
}
function withoutNul(text2) {
  const at = text2.indexOf("\0");
  return at < 0 ? { text: text2 } : refused(text2.slice(0, at), "the file is not text: it holds a NUL");
}
function refused(before, message) {
  const lines = before.split(/\r\n?|\n/);
  const place2 = { line: lines.length, column: [...lines.at(-1) ?? ""].length + 1 };
  return { place: place2, message, hint: REMEDY };
}
function legacy(bytes) {
  const text2 = new TextDecoder("utf-8").decode(bytes);
  const before = text2.slice(0, text2.indexOf("\uFFFD"));
  const damaged = /\P{ASCII}/u.test(before);
  const reason = damaged ? "it is damaged here" : `it looks like ${codePage(bytes)}`;
  return refused(before, `the file is not UTF-8; ${reason}`);
}
function codePage(bytes) {
  const text2 = new TextDecoder("windows-1256").decode(bytes);
  return /\p{Script=Arabic}{3}/u.test(text2) ? "Windows-1256 (Arabic)" : "Windows-1252 (Western)";
}

// src/data/limits.ts
var MEGABYTE = 1e6;
var MOST_TEXT_BYTES = 2 * MEGABYTE;
var MOST_TEMPLATE_BYTES = 0.5 * MEGABYTE;
var MOST_LIST_BYTES = 64 * MEGABYTE;
var MOST_PICTURE_BYTES = 10 * MEGABYTE;
var MOST_FONT_BYTES = 64 * MEGABYTE;
var MOST_ANNEX_BYTES = 50 * MEGABYTE;
var LONGEST_VALUE = 2e4;
function megabytes(bytes) {
  const rounded = Math.round(10 * bytes / MEGABYTE) / 10;
  return `${rounded >= 10 ? Math.round(rounded) : rounded} MB`;
}
function grouped(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

// src/data/jpeg.ts
var END = Buffer.from([255, 217]);

// src/data/png.ts
var GREY = 0;
var RGB = 2;
var INDEXED = 3;
var KINDS = {
  [GREY]: { bits: [1, 2, 4, 8, 16], samples: 1 },
  [RGB]: { bits: [8, 16], samples: 3 },
  [INDEXED]: { bits: [1, 2, 4, 8], samples: 1 },
  4: { bits: [8, 16], samples: 2 },
  6: { bits: [8, 16], samples: 4 }
};

// src/data/read-file.ts
import { closeSync, constants, fstatSync, openSync, readFileSync as readFileSync2 } from "node:fs";
var UnfitFile = class extends Error {
  name = "UnfitFile";
  code;
  constructor(code, message) {
    super(message);
    this.code = code;
  }
};
var READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
function readFileWithin(path, most) {
  const descriptor = openSync(path, READ_AT_ONCE);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new UnfitFile("missing-file", "it is not a file");
    if (stats.size > most) {
      const message = `it has ${megabytes(stats.size)}; at most ${megabytes(most)} are read`;
      throw new UnfitFile("too-large", message);
    }
    return readFileSync2(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// src/data/source.ts
var SURROGATE = /[\ud800-\udfff]/;
var Source = class {
  file;
  text;
  found;
  /** Index of the line found last: questions mostly come in order. */
  current = 0;
  constructor(file, text2) {
    this.file = file;
    this.text = text2;
  }
  /** Looked for when somebody first asks for a place: nobody does for a long list without fault. */
  get lines() {
    this.found ??= { starts: lineStarts(this.text), counted: SURROGATE.test(this.text) };
    return this.found;
  }
  /** The place of an offset; `length` in code points. */
  span(offset, length) {
    const index = this.lineAt(offset);
    const start = this.lines.starts[index] ?? 0;
    const column = this.points(start, offset) + 1;
    const { file } = this;
    return length === void 0 ? { file, line: index + 1, column } : { file, line: index + 1, column, length };
  }
  /** Code points between two offsets. */
  points(from4, to3) {
    return this.lines.counted ? countPoints(this.text, from4, to3) : to3 - from4;
  }
  /** The line with this 1-based number, without its end. */
  line(number) {
    const { starts } = this.lines;
    const start = starts[number - 1];
    if (start === void 0) return void 0;
    return this.text.slice(start, starts[number]).replace(/[\r\n]+$/, "");
  }
  lineAt(offset) {
    const { starts } = this.lines;
    const inCurrent = (starts[this.current] ?? 0) <= offset;
    let low = inCurrent ? this.current : 0;
    if (offset < (starts[low + 1] ?? Infinity)) return low;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.current = low;
    return low;
  }
};
function countPoints(text2, from4, to3) {
  let count = to3 - from4;
  for (let at = from4; at < to3; at++) {
    if ((text2.charCodeAt(at) & 64512) === 56320) count--;
  }
  return count;
}
function lineStarts(text2) {
  const starts = [0];
  for (const end of text2.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
function readSource(file, problems, reading = {}) {
  const bytes = readBytes(file, problems, reading);
  if (!bytes) return void 0;
  const decoded = decodeText(bytes);
  if ("text" in decoded) return new Source(file, decoded.text);
  const { place: place2, message, hint } = decoded;
  problems.error("not-utf8", { file, ...place2 }, message, hint);
  return void 0;
}
function readBytes(file, problems, { namedAt, path = file, most = MOST_TEXT_BYTES }) {
  try {
    return readFileWithin(path, most);
  } catch (error) {
    const code = error instanceof UnfitFile ? error.code : "missing-file";
    const span = namedAt ?? { file, line: 1, column: 1 };
    problems.error(code, span, `cannot read ${file}: ${systemReason(error)}`, hints[code]);
    return void 0;
  }
}
var hints = {
  "missing-file": void 0,
  "too-large": "is it the right file? Make it smaller, or divide it"
};

// src/data/svg-structure.ts
var MOST_ELEMENTS = 2e4;
var TOO_MANY = {
  code: "too-large",
  message: `the image has more than ${grouped(MOST_ELEMENTS)} elements`,
  hint: "simplify it, or export it as PNG"
};

// src/data/characters.ts
var SUSPECT = /[^ -~\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\ufff8]|[ØÙ]./;
var CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufeff\ufff9-\ufffb]/u;
var PRIVATE = /\p{Co}/u;
var UNFIT = new RegExp(
  `${CONTROL.source}|${PRIVATE.source}|[\\u202a-\\u202e\\u2066-\\u2069\\ufffd]`,
  "gu"
);
function printable(text2, problems) {
  if (text2.value.length > LONGEST_VALUE) return shortened(text2, problems);
  if (!SUSPECT.test(text2.value)) return text2;
  const found = control(text2.value) ?? privateUse(text2.value) ?? garbled(text2.value) ?? strayBidi(text2.value);
  if (!found) return text2;
  problems.error(found.code, place(text2, found.index), found.message, found.hint);
  return { value: text2.value.replace(UNFIT, "") || "?", span: text2.span };
}
function shortened({ value, span }, problems) {
  const message = `the value has ${grouped(value.length)} characters; at most ${grouped(LONGEST_VALUE)} are taken`;
  problems.error("too-large", span, message, "is a quotation mark or a line end missing?");
  return { value: value.slice(0, 100), span };
}
function place({ value, span }, index) {
  const before = [...value.slice(0, index)].length;
  return { file: span.file, line: span.line, column: span.column + before, length: 1 };
}
function control(value) {
  const match = CONTROL.exec(value);
  if (!match) return void 0;
  const message = `the value holds the control character ${codePointName(match[0])}`;
  return { code: "control-character", index: match.index, message, hint: "remove it" };
}
function privateUse(value) {
  const match = PRIVATE.exec(value);
  if (!match) return void 0;
  const message = `the value holds ${codePointName(match[0])}, a character for private use, which has a meaning in one font only`;
  const hint = "write what it stands for, or put its sign in an image";
  return { code: "private-character", index: match.index, message, hint };
}
function garbled(value) {
  const match = /\ufffd|(?:[ØÙ][\u00a0-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122€]){3}/u.exec(
    value
  );
  if (!match) return void 0;
  const message = "the text was garbled by a program that read it in the wrong encoding";
  const hint = "get the text from its source again, as UTF-8";
  return { code: "garbled-text", index: match.index, message, hint };
}
var OPENERS = {
  "\u202A": "pdf",
  "\u202B": "pdf",
  "\u2066": "pdi",
  "\u2067": "pdi",
  "\u2068": "pdi"
};
var CLOSERS = { "\u202C": "pdf", "\u2069": "pdi" };
function strayBidi(value) {
  const open = [];
  for (const [index, character] of [...value.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)].map(
    (match) => [match.index, match[0]]
  )) {
    const opens = OPENERS[character];
    if (opens) open.push({ closer: opens, index });
    else if (open.at(-1)?.closer === CLOSERS[character] && CLOSERS[character]) open.pop();
    else return bidiFinding(value, index);
  }
  const unclosed = open.at(0);
  return unclosed && bidiFinding(value, unclosed.index);
}
function bidiFinding(value, index) {
  const character = value.charAt(index);
  const override = character === "\u202D" || character === "\u202E";
  const what = override ? "overrides the order of letters" : "has no counterpart in the value";
  return {
    code: "bidi-control",
    index,
    message: `the direction control ${codePointName(character)} ${what}`,
    hint: "remove it: values are isolated from their surroundings without it"
  };
}
function codePointName(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// src/data/tree.ts
function entryOf(node, key) {
  return node.type === "map" ? node.entries.find((entry) => entry.key.value === key) : void 0;
}

// src/data/reader.ts
function fold(value) {
  if (!/[\r\n\t]/.test(value)) return value.trim();
  return value.split(/[\r\n\t]+/).map((line) => line.trim()).join(" ").trim();
}
var NAMES = { scalar: "a text", map: "a map of keys", list: "a list" };
function wrongType(node, expected, context) {
  if (node.type === "scalar" && fold(node.value) === "") return emptyValue(node, context);
  const message = `${context.path || "the file"} must be ${expected}, not ${NAMES[node.type]}`;
  context.problems.error("wrong-type", node.span, message);
}
function emptyValue(node, { problems, path }) {
  const hint = path ? "give it a value, or remove the key" : void 0;
  problems.error("empty-value", node.span, `${path || "the file"} is empty`, hint);
}
var text = (node, context) => {
  if (node.type !== "scalar") return wrongType(node, "a text", context);
  const found = { value: fold(node.value), span: node.span };
  if (found.value === "") return emptyValue(node, context);
  return printable(found, context.problems);
};
function scalar(parse) {
  return (node, context) => {
    const found = text(node, context);
    const value = found && parse(found, context.problems);
    return found && value !== void 0 ? { value, span: found.span } : void 0;
  };
}
function plain(parse) {
  const read = scalar(parse);
  return (node, context) => read(node, context)?.value;
}
function list(item) {
  return (node, context) => {
    const items = node.type === "list" ? node.items : [node];
    return items.flatMap((each, index) => {
      const path = node.type === "list" ? `${context.path}[${index + 1}]` : context.path;
      const value = item(each, { ...context, path });
      return value === void 0 ? [] : [value];
    });
  };
}
function choices(item, least = 0) {
  const read = list(item);
  return (node, context) => {
    if (node.type !== "list") return read(node, context);
    if (node.items.length < least) {
      context.problems.error("empty-value", node.span, `${context.path} is empty`);
      return void 0;
    }
    const seen = /* @__PURE__ */ new Set();
    for (const each of node.items) {
      if (each.type !== "scalar") continue;
      if (seen.has(each.value)) {
        const message = `"${each.value}" stands twice in ${context.path}`;
        context.problems.error("duplicate-entry", each.span, message);
      }
      seen.add(each.value);
    }
    return read(node, context);
  };
}
function record(key, value) {
  return (node, context) => {
    if (node.type !== "map") return wrongType(node, "a map of keys", context);
    const entries = node.entries.flatMap((entry) => {
      const name = key(entry.key, context.problems);
      const path = join2(context.path, entry.key.value);
      const read = value(entry.key)(entry.node, { ...context, path });
      return name === void 0 || read === void 0 ? [] : [[name, read]];
    });
    return Object.fromEntries(entries);
  };
}
function required(read) {
  return { presence: "required", read };
}
function optional(read) {
  return { presence: "optional", read };
}
function object(shape) {
  const read = partial(shape);
  const needed = Object.keys(shape).filter((name) => shape[name]?.presence === "required");
  return (node, context) => {
    const found = read(node, context);
    return found && needed.every((name) => name in found) ? found : void 0;
  };
}
function partial(shape) {
  const fields = Object.entries(shape).map(([name, field]) => [kebab(name), name, field]);
  const keys = fields.map(([key]) => key);
  return (node, context) => {
    if (node.type !== "map") return wrongType(node, "a map of keys", context);
    const typos = unknownKeys(node, keys, context);
    const result = { span: node.span };
    for (const [key, name, field] of fields) {
      const entry = entryOf(node, key);
      const inside = { ...context, path: join2(context.path, key) };
      const value = (entry && field.read(entry.node, inside)) ?? field.fallback;
      if (value !== void 0) result[name] = value;
      const absent = field.presence === "required" && !entry && !typos.has(key);
      if (absent) missingKey(key, node.span, context);
    }
    return result;
  };
}
function unknownKeys(node, known, context) {
  const present = new Set(node.entries.map((entry) => entry.key.value));
  const absent = known.filter((key) => !present.has(key));
  const meant = /* @__PURE__ */ new Set();
  for (const { key } of node.entries) {
    if (known.includes(key.value)) continue;
    const near = nearest(key.value, absent);
    if (near !== void 0) meant.add(near);
    const message = `unknown key "${key.value}"${context.path && ` in ${context.path}`}`;
    context.problems.error("unknown-key", key.span, message, hintFor(key.value, absent));
  }
  return meant;
}
function missingKey(key, span, { problems, path }) {
  problems.error("missing-key", span, `the key "${key}" is missing${path && ` in ${path}`}`);
}
function join2(path, key) {
  return path ? `${path}.${key}` : key;
}
function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// src/data/reserved.ts
function isReserved(name) {
  return name in Object.prototype;
}
function reportReserved({ value, span }, problems) {
  const message = `"${value}" cannot be a key: the tool's own language reserves the name`;
  problems.error("bad-id", span, message, `add to it, for example ${plain2(value)}-1`);
}
function plain2(name) {
  return name.replaceAll("_", "").toLowerCase();
}

// src/data/values.ts
var COMPARED = 200;
function oneOf(words2, code, what, otherwise) {
  return (text2, problems) => {
    const { value } = text2;
    const found = words2.find((word) => word === value);
    if (found !== void 0) return found;
    const article = /^[aeio]/.test(what) ? "an" : "a";
    const message = `"${value}" is not ${article} ${what}`;
    const near = words2.slice(0, COMPARED);
    problems.error(code, text2.span, message, hintFor(value, near));
    return nearest(value, near) ?? otherwise;
  };
}
var POINTS = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4 };
var boolean = ({ value, span }, problems) => {
  if (value === "true" || value === "false") return value === "true";
  problems.error("wrong-type", span, `"${value}" is neither true nor false`);
  return void 0;
};
var anyText = ({ value }) => value;

// src/data/yaml.ts
import {
  isAlias,
  isMap,
  isScalar,
  Lexer,
  parseDocument
} from "yaml";

// src/data/yaml-errors.ts
import { visit } from "yaml";
var LOCAL = ["BAD_SCALAR_START", "BAD_DQ_ESCAPE"];
function reportErrors(document, source, problems) {
  for (const error of independent(document.errors)) report(error, document, source, problems);
}
function independent(errors) {
  const structural = errors.findIndex(({ code }) => !LOCAL.includes(code));
  return structural < 0 ? errors : errors.slice(0, structural + 1);
}
function report(error, document, source, problems) {
  const [from4, to3] = error.pos;
  const open = error.code === "MISSING_CHAR" ? openQuote(document, from4) : void 0;
  const span = source.span(open ?? from4, open === void 0 ? source.points(from4, to3) : 1);
  const { message, hint } = open === void 0 ? explain(error) : UNCLOSED;
  problems.error("yaml-syntax", span, message, hint);
}
var UNCLOSED = { message: "this quotation mark is never closed", hint: void 0 };
function openQuote(document, end) {
  let start;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith("QUOTE") && range && range[0] < end && range[1] >= end) start = range[0];
    }
  });
  return start;
}
var QUOTE = 'put the whole value in quotation marks: "\u2026"';
var COLON = 'a value that holds ": " must stand in quotation marks';
var NO_KEY = 'write ": " after a key, and put a value that holds ": " in quotation marks';
var HINTS = {
  BAD_SCALAR_START: "put the value in quotation marks",
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: NO_KEY,
  MISSING_CHAR: NO_KEY
};
var WORDS = [
  [/at node end$/, "this does not belong to the value before it", QUOTE],
  [/^Tabs are not allowed/, "a tab stands where only spaces may", "indent with spaces"],
  [/^Implicit keys/, "this is neither a key with its value nor part of one", NO_KEY],
  [/^Nested mappings/, 'the value holds a second ": "', COLON],
  [
    /^All mapping items must start/,
    "this line is indented otherwise than those beside it",
    "begin it below the key before it"
  ],
  [
    /^Flow (?:map|sequence) in block/,
    "a bracket that was opened above is not closed before this line",
    "close it with } or ]"
  ],
  [
    /^Block collections are not allowed/,
    "this is read as a key within another",
    'part the items by a Latin comma, and put a value that holds ": " in quotation marks'
  ],
  [/^Missing , (?:between|or)/, "a comma is missing before this", QUOTE],
  [/^Unexpected/, "this does not fit here", QUOTE]
];
function explain({ code, message }) {
  if (code === "MULTIPLE_DOCS") {
    return { message: "a second document begins here", hint: "remove the line ---" };
  }
  const plain3 = message.replace(/\.$/, "");
  const [, told = plain3, hint = HINTS[code]] = WORDS.find(([said]) => said.test(plain3)) ?? [];
  return { message: told, hint };
}

// src/data/yaml.ts
function parseYaml(source, problems) {
  const excess = excessOf(source.text);
  if (excess) {
    problems.error(excess.code, source.span(excess.offset), excess.message, excess.hint);
    return void 0;
  }
  const options = { schema: "failsafe", prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(source.text, options);
  reportErrors(document, source, problems);
  if (document.errors.length > 0) return void 0;
  const builder = new TreeBuilder(source, problems);
  const tree = builder.node(document.contents, source.span(0));
  return builder.failed ? void 0 : tree;
}
var DEEPEST = 100;
var DEEP_START = new RegExp(`^[ \\t?:-]{${2 * DEEPEST}}`, "m");
var MOST_TEXTS = 1e6;
var SCALAR = "";
function excessOf(text2) {
  const start = DEEP_START.exec(text2);
  if (start) return tooDeep(start.index);
  let depth = 0;
  let texts = 0;
  let offset = 0;
  let previous = "";
  for (const token of new Lexer().lex(text2)) {
    if (previous === SCALAR) texts++;
    else depth = Math.max(0, depth + (DEPTH[token] ?? 0));
    if (depth > DEEPEST) return tooDeep(offset);
    if (texts > MOST_TEXTS) return tooManyTexts(offset);
    if (!INVISIBLE.includes(token)) offset += token.length;
    previous = token;
  }
  return void 0;
}
var DEPTH = { "[": 1, "{": 1, "]": -1, "}": -1 };
var INVISIBLE = ["", "", SCALAR];
function tooDeep(offset) {
  return { code: "yaml-syntax", offset, message: "the file is nested too deeply" };
}
function tooManyTexts(offset) {
  const message = `the file has more than ${grouped(MOST_TEXTS)} keys and values`;
  return { code: "too-large", offset, message, hint: "write a long list as CSV" };
}
var MOST_COPIES = 1e5;
var NO_ALIAS = "put a value that begins with * in quotation marks";
var INSIDE_ANCHOR = "an alias may not stand inside an anchored value";
var TOO_MANY_COPIES = `aliases stand for more than ${grouped(MOST_COPIES)} values`;
var TreeBuilder = class {
  source;
  problems;
  anchors = /* @__PURE__ */ new Map();
  /** Values that aliases have put into the tree. */
  copies = 0;
  /** Whether a fault was found that makes the tree unusable. */
  failed = false;
  /** Whether the current node is in the tree for an alias. */
  aliased = false;
  /** How many anchored nodes enclose the current one. */
  anchored = 0;
  constructor(source, problems) {
    this.source = source;
    this.problems = problems;
  }
  /** `owner`: where to point for a value that is not there. */
  node(node, owner) {
    if (this.aliased) this.copies++;
    if (isAlias(node)) return this.alias(node, owner);
    if (node?.anchor !== void 0) this.anchors.set(node.anchor, node);
    if (isScalar(node) || node === null) return this.scalar(node, owner);
    const inAnchor = node.anchor !== void 0;
    if (inAnchor) this.anchored++;
    const built = isMap(node) ? this.map(node, owner) : this.list(node, owner);
    if (inAnchor) this.anchored--;
    return built;
  }
  /** An alias within an anchored value could grow without bound, or hold itself. */
  alias(alias, owner) {
    const target = this.anchors.get(alias.source);
    if (target && this.anchored === 0 && this.copies <= MOST_COPIES) {
      this.aliased = true;
      const copy = this.node(target, owner);
      this.aliased = false;
      if (this.copies <= MOST_COPIES) return copy;
    }
    const span = this.source.span(alias.range[0], alias.source.length + 1);
    if (!target) this.fail("yaml-syntax", span, `there is no anchor &${alias.source}`, NO_ALIAS);
    else if (this.anchored > 0) this.fail("yaml-syntax", span, INSIDE_ANCHOR);
    else if (!this.failed) this.fail("too-large", span, TOO_MANY_COPIES, "use fewer aliases");
    return { type: "scalar", value: "", span, lines: [] };
  }
  fail(code, span, message, hint) {
    this.failed = true;
    this.problems.error(code, span, message, hint);
  }
  map(map, owner) {
    const seen = /* @__PURE__ */ new Set();
    const entries = map.items.flatMap((pair2) => {
      const key = this.key(pair2.key, owner);
      if (seen.has(key.value)) this.reportDouble(key);
      seen.add(key.value);
      const node = this.node(pair2.value, key.span);
      if (!isReserved(key.value)) return [{ key, node }];
      reportReserved(key, this.problems);
      return [];
    });
    const span = entries[0]?.key.span ?? this.source.span(map.range[0]);
    return { type: "map", span, entries };
  }
  reportDouble({ value, span }) {
    this.problems.error("duplicate-key", span, `the key "${value}" is given twice`);
  }
  key(node, owner) {
    if (isScalar(node)) {
      if (node.anchor !== void 0) this.anchors.set(node.anchor, node);
      const { value, span: span2 } = this.scalar(node, owner);
      return { value, span: span2 };
    }
    const span = node ? this.source.span(node.range[0]) : owner;
    const hint = "put a value that begins with { or [ in quotation marks";
    this.fail("yaml-syntax", span, "a key must be a text", hint);
    return { value: "", span };
  }
  list(list3, owner) {
    const span = this.source.span(list3.range[0]);
    const items = list3.items.map(
      (item) => this.node(item, item ? this.source.span(item.range[0]) : owner)
    );
    return { type: "list", span, items };
  }
  scalar(node, owner) {
    const value = typeof node?.value === "string" ? node.value : "";
    const [start, end] = node?.range ?? [0, 0];
    if (!node || start === end) return { type: "scalar", value, span: owner, lines: [] };
    if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
      return this.block(value, start, end, node.type === "BLOCK_LITERAL");
    }
    const quote = node.type === "PLAIN" || value === "" ? 0 : 1;
    const length = this.source.points(start, end) - 2 * quote;
    const span = this.source.span(start + quote, Math.max(1, length));
    return { type: "scalar", value, span, lines: [{ value, span }] };
  }
  /** In a literal block (`|`) each line of the value is a line of the file; a folded one has but its start. */
  block(value, start, end, literal) {
    const header = this.source.text.indexOf("\n", start) + 1;
    let offset = header;
    const sourceLines = this.source.text.slice(header, end).split("\n");
    const lines = withoutLineEnds(value).split("\n").map((line, index) => {
      const written = sourceLines[index]?.replace(/\r$/, "") ?? "";
      const indent = literal ? written.length - line.length : written.search(/\S|$/);
      const span2 = this.source.span(offset + indent, Math.max(1, [...line].length));
      if (literal) offset += (sourceLines[index]?.length ?? 0) + 1;
      return { value: line, span: span2 };
    });
    const span = lines.find((line) => line.value !== "")?.span ?? this.source.span(start);
    return { type: "scalar", value, span, lines };
  }
};
function withoutLineEnds(text2) {
  let end = text2.length;
  while (text2[end - 1] === "\n") end--;
  return text2.slice(0, end);
}

// src/data/fonts.ts
function readFonts(path, problems) {
  const source = readSource(join3(path, "fonts.yaml"), problems);
  const node = source && parseYaml(source, problems);
  if (!node) return void 0;
  const folder = { shown: path, real: realpathSync2(path), title: "the folder of the fonts" };
  const found = fontsFile(folder)(node, { problems, path: "" });
  return hasErrors(problems.all) ? void 0 : found;
}
function fontsFile(folder) {
  return (node, context) => {
    const described = entryOf(node, "families")?.node;
    const names2 = described?.type === "map" ? described.entries.map(({ key }) => key.value) : [];
    const families = record(anyText, (name) => shippedFamily(name, folder));
    const found = object({ families: required(families), chains: required(chains(names2)) })(
      node,
      context
    );
    return found && { families: Object.values(found.families), chains: found.chains };
  };
}
function chains(names2) {
  const read = record(
    oneOf(LANGUAGES, "unknown-language", "language of letters"),
    () => choices(plain(familyName(names2, "families")), 1)
  );
  return (node, context) => {
    if (node.type === "map") {
      const absent = LANGUAGES.filter((language) => !entryOf(node, language));
      for (const language of absent) missingKey(language, node.span, context);
    }
    return read(node, context);
  };
}
function familyName(names2, key) {
  return ({ value, span }, problems) => {
    if (names2.includes(value)) return value;
    const known = `known: ${names2.join(", ")}; a family of your own is described under "${key}"`;
    const hint = didYouMean(value, names2) ?? known;
    problems.error("unknown-font", span, `"${value}" is not a known family of fonts`, hint);
    return nearest(value, names2);
  };
}
var styles = (file) => ({
  regular: required(file),
  bold: optional(file),
  italic: optional(file),
  boldItalic: optional(file)
});
function shippedFamily({ value: name, span }, fonts2) {
  return (node, context) => {
    const folder = folderOf(node, fonts2, context);
    if (!folder) return void 0;
    const read = object({
      ...styles(plain((file, problems) => fileInside(folder, file, problems))),
      package: optional(text),
      scripts: required(choices(plain(script), 1)),
      large: optional(plain(boolean))
    });
    const found = read(node, context);
    if (!found) return void 0;
    const { package: _, large, ...family2 } = found;
    return { ...family2, ...large && { large }, name, span };
  };
}
function folderOf(family2, fonts2, { problems }) {
  const name = entryOf(family2, "package")?.node;
  if (name?.type !== "scalar") return fonts2;
  const real = packageFolder(name.value);
  if (real !== void 0) return { shown: real, real, title: `the package ${name.value}` };
  const message = `the package "${name.value}" is not installed`;
  problems.error("missing-package", name.span, message, 'run "npm ci" where wsis-letters is');
  return void 0;
}
var PACKAGE = /^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/;
function packageFolder(name) {
  try {
    if (PACKAGE.test(name)) return dirname3(realpathSync2(dependencyFile(`${name}/package.json`)));
  } catch {
  }
  return void 0;
}
var script = ({ value, span }, problems) => {
  try {
    if (/^[A-Z][a-z]{3}$/.test(value) && new RegExp(`\\p{sc=${value}}`, "u")) return value;
  } catch {
  }
  const hint = "give its four letters, like Arab, Latn, Cyrl or Hani";
  problems.error("unknown-script", span, `"${value}" is not a script`, hint);
  return void 0;
};

// tests/support/fonts.ts
function load() {
  const problems = new Problems();
  const fonts2 = readFonts(packageFile("fonts"), problems);
  if (!fonts2) throw new Error(problems.all.map(({ message }) => message).join("\n"));
  return fonts2.families;
}
var FAMILIES = load();
function family(name) {
  const found = FAMILIES.find((one) => one.name === name);
  if (!found) throw new Error(`there is no family ${name}`);
  return found;
}
function stylesOf({ regular, bold, italic, boldItalic }) {
  const files2 = { Regular: regular, Bold: bold, Italic: italic, BoldItalic: boldItalic };
  return Object.entries(files2).filter((entry) => entry[1] !== void 0);
}
function fontFile2(name, style = "Regular") {
  const found = stylesOf(family(name)).find(([one]) => one === style);
  if (!found) throw new Error(`${name} has no ${style}`);
  return found[1];
}

// tests/hostile/fonts.ts
function font() {
  return Buffer.from(readFileSync3(fontFile2("Tinos")));
}
function entryOf2(file, tag) {
  for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
    if (file.toString("latin1", entry, entry + 4) === tag) return entry;
  }
  throw new Error(`no table ${tag}`);
}
function tableOf(file, tag) {
  const entry = entryOf2(file, tag);
  const start = file.readUInt32BE(entry + 8);
  return file.subarray(start, start + file.readUInt32BE(entry + 12));
}
function changed2(tag, change) {
  const file = font();
  change(tableOf(file, tag), file);
  return file;
}
function shortened2(tag, length) {
  const file = font();
  file.writeUInt32BE(length, entryOf2(file, tag) + 12);
  return file;
}
function glyphOf(file, letter) {
  const loca = tableOf(file, "loca");
  const isLong = tableOf(file, "head").readUInt16BE(50) === 1;
  const gid = GLYPHS[letter] ?? 0;
  const at = (index) => isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index);
  return tableOf(file, "glyf").subarray(at(gid), at(gid + 1));
}
var GLYPHS = { A: 36, e: 72 };
function composed(gid) {
  const file = font();
  const glyph = glyphOf(file, "e");
  glyph.fill(0);
  glyph.writeInt16BE(-1, 0);
  for (let at = 10; at + 6 <= glyph.length; at += 6) {
    const isLast = at + 12 > glyph.length;
    glyph.writeUInt16BE(isLast ? 2 : 34, at);
    glyph.writeUInt16BE(gid, at + 2);
  }
  return file;
}
var LETTER_E = GLYPHS.e ?? 0;
function withoutPoints() {
  const file = font();
  const glyph = glyphOf(file, "e");
  const contours = glyph.readInt16BE(0);
  glyph.writeUInt16BE(6e4, 10 + 2 * (contours - 1));
  return file;
}

// tests/hostile/pdfs.ts
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join as join4 } from "node:path";
import { deflateSync } from "node:zlib";
function pdf(objects, trailer = "") {
  const parts = [Buffer.from("%PDF-1.7\n")];
  const offsets = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object2] of objects.entries()) {
    offsets.push(at);
    const whole = [`${index + 1} 0 obj
`, object2, "\nendobj\n"];
    const bytes = Buffer.concat(whole.map((part) => Buffer.from(part)));
    parts.push(bytes);
    at += bytes.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n 
`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref
0 ${size}
0000000000 65535 f 
${rows}trailer
<</Size ${size}/Root 1 0 R${trailer}>>
startxref
${at}
%%EOF
`
    )
  );
  return Buffer.concat(parts);
}
var PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]";
function pages(count, more = "", catalogue = "") {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(" ");
  return pdf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Count ${count}/Kids[${kids}]>>`,
    ...Array.from({ length: count }, () => `${PAGE}${more}>>`)
  ]);
}
function pagesInACircle() {
  return pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"]);
}
function inflating(megabytes2, type = "/ObjStm") {
  const data = deflateSync(Buffer.alloc(megabytes2 * 1e6, " "));
  const head = `<</Type${type}/N 1/First 4/Filter/FlateDecode/Length ${data.length}>>
stream
`;
  return pdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `${PAGE}>>`,
    Buffer.concat([Buffer.from(head), data, Buffer.from("\nendstream")])
  ]);
}
function encrypted(folder) {
  const [plain3, file] = ["plain.pdf", "annex.pdf"].map((name) => join4(folder, name));
  writeFileSync(plain3, pages(1));
  execFileSync("qpdf", ["--encrypt", "", "owner", "256", "--", plain3, file]);
}

// tests/hostile/pictures.ts
import { crc32, deflateSync as deflateSync2 } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";
var SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
function png(options = {}) {
  const { width = 64, height = 32, colourType = 2, bits = 8, filter = 0, chunks = [] } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, options.interlaced ? 1 : 0], 8);
  const row = 1 + Math.ceil(width * bits * (SAMPLES[colourType] ?? 1) / 8);
  const pixels = options.pixels ?? Buffer.alloc(options.bytes ?? row * height);
  if (!options.pixels) for (let at = 0; at < pixels.length; at += row) pixels[at] = filter;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\n", "latin1"),
    chunk("IHDR", header),
    ...chunks,
    chunk("IDAT", deflateSync2(pixels)),
    chunk("IEND", Buffer.alloc(0))
  ]);
}
function chunk(type, data) {
  const body2 = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body2.length + 8);
  out.writeUInt32BE(data.length, 0);
  body2.copy(out, 4);
  out.writeUInt32BE(crc32(body2), out.length - 4);
  return out;
}
var PALETTE = chunk("PLTE", Buffer.alloc(48, 51));
function transparency(...bytes) {
  return chunk("tRNS", Buffer.from(bytes));
}
function jpeg(width = 64, height = 32) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#138";
  for (let x = 0; x < width; x += 9) context.fillRect(x, 0, 4, height - x / 4);
  return canvas.toBuffer("image/jpeg");
}
var scanOf = (file) => file.indexOf(Buffer.from([255, 218]));
var END2 = Buffer.from([255, 217]);
function headersOnly() {
  const file = jpeg();
  return Buffer.concat([file.subarray(0, scanOf(file)), END2]);
}
function scanCutOff() {
  const file = jpeg(640, 320);
  return Buffer.concat([file.subarray(0, scanOf(file) + 40), END2]);
}
function scanOfNoise() {
  const file = Buffer.from(jpeg(640, 320));
  const start = scanOf(file) + 40;
  for (let at = start; at < Math.min(start + 400, file.length - 2); at++)
    file[at] = at * 37 % 250;
  return file;
}
function withFrame(marker) {
  const file = Buffer.from(jpeg());
  const at = file.indexOf(Buffer.from([255, 192]));
  file[at + 1] = marker;
  return file;
}
function claiming(width, height) {
  const file = Buffer.from(jpeg());
  const at = file.indexOf(Buffer.from([255, 192]));
  file.writeUInt16BE(height, at + 5);
  file.writeUInt16BE(width, at + 7);
  return file;
}
function svg(content, attributes = 'width="64" height="32"') {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
}
function embedded(type, bytes) {
  const data = `data:image/${type};base64,${bytes.toString("base64")}`;
  return `<image width="64" height="32" xlink:href="${data}"/>`;
}

// tests/hostile/spoil.ts
import { execFileSync as execFileSync2 } from "node:child_process";
import { mkdirSync, readFileSync as readFileSync4, rmSync, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname4, join as join5 } from "node:path";
function put(folder, name, content) {
  const file = join5(folder, name);
  mkdirSync(dirname4(file), { recursive: true });
  writeFileSync2(file, content);
}
function replace(folder, name, from4, to3) {
  const text2 = readFileSync4(join5(folder, name), "utf8");
  if (!text2.includes(from4)) throw new Error(`${name} does not have ${from4}`);
  put(
    folder,
    name,
    text2.replace(from4, () => to3)
  );
}
var EDITION = "edition.yaml";
var TEMPLATE = "templates/forum-invitation/en.md.hbs";
var HEAD = "---\nsubject: Invitation\nsalutation: stakeholders\nclosing: standard\n---\n";
var edition = (from4, to3) => (folder) => replace(folder, EDITION, from4, to3);
var list2 = (rows, header = "") => (folder) => {
  const columns = `id,category,language,name,gender,rank${header}`;
  put(folder, "stakeholders.csv", `${columns}
${rows}
`);
};
var body = (text2) => (folder) => put(folder, TEMPLATE, HEAD + text2);
var partial2 = (text2, more = {}) => (folder) => {
  body(text2)(folder);
  for (const [name, content] of Object.entries(more)) {
    put(folder, `templates/partials/${name}.en.md.hbs`, content);
  }
};
var all = (...spoils) => (folder) => {
  for (const spoil of spoils) spoil(folder);
};
var logo = (name, content) => (folder) => {
  put(folder, name, content);
  replace(
    folder,
    EDITION,
    "  end:\n",
    `  end:
    - {image: ${name}, alt: Logo, width: 30mm}
`
  );
};
var signature = (name, content) => (folder) => {
  put(folder, name, content);
  replace(
    folder,
    EDITION,
    "    mark: ink",
    `    mark: image
    images: {host: ${name}, secretary-general: ${name}}`
  );
};
var annex = (content) => (folder) => {
  put(folder, "annex.pdf", content);
  replace(folder, EDITION, "    mark: ink", "    mark: ink\n    annexes: [annex.pdf]");
};
var ownFont = (content) => (folder) => {
  put(folder, "own.ttf", content);
  const entry = "fonts: {Own: {regular: own.ttf}}\nsettings: {fonts: {en: [Own]}}\n";
  replace(folder, EDITION, "organisations:\n", `${entry}organisations:
`);
};
var fifo = (name) => (folder) => {
  const file = join5(folder, name);
  mkdirSync(dirname4(file), { recursive: true });
  rmSync(file, { force: true });
  execFileSync2("mkfifo", [file]);
};
var directory = (name) => (folder) => {
  rmSync(join5(folder, name), { force: true });
  mkdirSync(join5(folder, name), { recursive: true });
};

// tests/hostile/files.ts
var nested = (open, inner, close, depth) => open.repeat(depth) + inner + close.repeat(depth);
var NOISE = Buffer.from(Array.from({ length: 1e6 }, (_, at) => at * 89 % 256));
var TOO_FEW = png({ bytes: 500 });
var svgs = [
  ["unclosed", svg('<g><path d="M0 0h9v9z"/>').replace("</svg>", "")],
  ["closed by another name", svg('<g><path d="M0 0h9v9z"/></a>')],
  ["whose tag never ends", `${svg("").replace("</svg>", "")}<path d="M0 0h9v9z"`],
  ["without size", svg('<path d="M0 0h9v9z"/>', "")],
  ["with half a size", svg('<path d="M0 0h9v9z"/>', 'width="10"')],
  ["of no size", svg('<path d="M0 0h9v9z"/>', 'width="0" height="0"')],
  ["of negative size", svg('<path d="M0 0h9v9z"/>', 'width="-5" height="5"')],
  ["with a size in words", svg('<path d="M0 0h9v9z"/>', 'width="wide" height="high"')],
  ["with a huge box", svg('<path d="M0 0h9v9z"/>', 'viewBox="0 0 1e30 1e30"')],
  [
    "with a huge box and a size",
    svg('<path d="M0 0h9v9z"/>', 'width="9" height="9" viewBox="0 0 1e-30 1e-30"')
  ],
  ["with a box of three numbers", svg('<path d="M0 0h9v9z"/>', 'viewBox="0 0 9"')],
  ["with a huge number", svg('<path d="M0 0h1e30v9z"/>')],
  ["with a huge scale", svg('<g transform="scale(1e30)"><path d="M0 0h9v9z"/></g>')],
  ["5,000 deep", svg(nested("<g>", '<path d="M0 0h9v9z"/>', "</g>", 5e3))],
  ["of a million elements", svg('<path d="M0 0h9"/>'.repeat(3e5))],
  ["that uses itself", svg('<g id="a"><use xlink:href="#a"/><path d="M0 0h9v9z"/></g>')],
  [
    "that doubles",
    svg(
      `<defs><path id="u0" d="M0 0h9v9z"/>${Array.from({ length: 30 }, (_, at) => `<g id="u${at + 1}"><use xlink:href="#u${at}"/><use xlink:href="#u${at}"/></g>`).join("")}</defs><use xlink:href="#u30"/>`
    )
  ],
  [
    "with a pattern that fills itself",
    svg(
      '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>'
    )
  ],
  [
    "with a mask that masks itself",
    svg(
      '<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="9" height="9" mask="url(#m)"/>'
    )
  ],
  ["with comments opened 100,000 times", svg("<!--".repeat(1e5))],
  ["with quotes opened 100,000 times", svg('<a b="'.repeat(1e5))],
  ["with a broken PNG", svg(embedded("png", TOO_FEW))],
  [
    "with a PNG that is none",
    svg('<image width="9" height="9" xlink:href="data:image/png;base64,AAAA"/>')
  ],
  ["with a broken JPEG", svg(embedded("jpeg", headersOnly()))],
  ["with a JPEG of noise", svg(embedded("jpeg", scanOfNoise()))],
  ["that draws nothing", svg("")]
];
var rasters = [
  ["PNG with too few bytes", TOO_FEW],
  ["PNG with too many bytes", png({ bytes: 5e4 })],
  ["PNG without size", png({ width: 0, height: 0, bytes: 0 })],
  ["PNG of 6000 \xD7 4000", png({ width: 6e3, height: 4e3 })],
  ["PNG that claims 60,000 \xD7 60,000", png({ width: 6e4, height: 6e4, bytes: 1e3 })],
  ["PNG that inflates to 400 MB", png({ bytes: 4e8 })],
  ["PNG with an unknown filter", png({ colourType: 6, filter: 9 })],
  ["PNG without palette", png({ colourType: 3 })],
  ["PNG of an unknown kind", png({ colourType: 5 })],
  ["PNG with 3 bits", png({ bits: 3 })],
  ["interlaced PNG", png({ interlaced: true, bytes: 8e3 })],
  [
    "transparent PNG with 4 bits",
    png({ colourType: 3, bits: 4, chunks: [PALETTE, transparency(0)] })
  ],
  ["grey PNG with a transparent grey", png({ colourType: 0, chunks: [transparency(0, 255)] })],
  ["PNG with a transparent colour", png({ chunks: [transparency(0, 255, 0, 255, 0, 255)] })],
  ["JPEG of headers", headersOnly()],
  ["JPEG cut off", scanCutOff()],
  ["JPEG without an end", jpeg(640, 320).subarray(0, -400)],
  ["JPEG of noise", scanOfNoise()],
  ["JPEG with arithmetic coding", withFrame(201)],
  ["lossless JPEG", withFrame(195)],
  ["JPEG that claims 60,000 \xD7 60,000", claiming(6e4, 6e4)],
  ["JPEG without size", claiming(0, 0)],
  ["picture of 60 MB", Buffer.concat([jpeg(), Buffer.alloc(6e7)])]
];
var pictures = [
  ...svgs.map(([name, content]) => {
    const code = /million|doubles/.test(name) ? "too-large" : "bad-image";
    const file = /huge (?:number|scale)|of noise/.test(name) ? EDITION : "logo.svg";
    return [`an SVG ${name} as logo`, code, file, logo("logo.svg", content)];
  }),
  ...rasters.map(([name, content]) => {
    const code = /of 60 MB|\d,?000 ×/.test(name) ? "too-large" : "bad-image";
    return [`a ${name} as logo`, code, EDITION, logo("logo.img", content)];
  }),
  ["a PNG with too few bytes as signature", "bad-image", EDITION, signature("sign.png", TOO_FEW)],
  ["a JPEG of headers as signature", "bad-image", EDITION, signature("sign.jpg", headersOnly())],
  ["a JPEG of noise as signature", "bad-image", EDITION, signature("sign.jpg", scanOfNoise())],
  [
    "an SVG with a broken PNG as signature",
    "bad-image",
    "sign.svg",
    signature("sign.svg", svg(embedded("png", TOO_FEW)))
  ]
];
var files = [
  ["a pipe as edition", "missing-file", EDITION, fifo(EDITION)],
  ["a folder as edition", "missing-file", EDITION, directory(EDITION)],
  ["a pipe as list", "missing-file", EDITION, fifo("stakeholders.csv")],
  ["a folder as template", "missing-file", EDITION, directory(TEMPLATE)],
  ["a pipe as template", "missing-file", EDITION, fifo(TEMPLATE)],
  [
    "a pipe as partial",
    "missing-file",
    "p.en.md.hbs",
    all(body("{{> p}}"), fifo("templates/partials/p.en.md.hbs"))
  ],
  ["a pipe as picture", "missing-file", EDITION, all(logo("logo.png", ""), fifo("logo.png"))],
  [
    "a folder as picture",
    "missing-file",
    EDITION,
    all(logo("logo.png", ""), directory("logo.png"))
  ],
  ["a pipe as annex", "missing-file", EDITION, all(annex(""), fifo("annex.pdf"))],
  [
    "a device as edition",
    "missing-file",
    EDITION,
    (folder) => {
      rmSync2(join6(folder, EDITION));
      execFileSync3("ln", ["-s", "/dev/zero", join6(folder, EDITION)]);
    }
  ]
];
var fontRows = [
  ["whose glyphs are cut off", shortened2("glyf", 1e3)],
  ["without most places of glyphs", shortened2("loca", 40)],
  ["whose places of glyphs lead nowhere", changed2("loca", (loca) => loca.fill(255, 40, 80))],
  ["whose places of glyphs are all the same", changed2("loca", (loca) => loca.fill(0, 4))],
  ["with a letter of itself", composed(LETTER_E)],
  ["with a letter of a glyph that is not there", composed(65e3)],
  ["with a letter that lacks its points", withoutPoints()],
  ["with glyphs of noise", changed2("glyf", (glyf) => glyf.set(NOISE.subarray(0, glyf.length)))],
  ["without widths", shortened2("hmtx", 4)],
  ["of an em without units", changed2("head", (head) => head.writeUInt16BE(0, 18))],
  ["without glyphs", changed2("maxp", (maxp) => maxp.writeUInt16BE(0, 4))],
  ["with fewer glyphs than characters", changed2("maxp", (maxp) => maxp.writeUInt16BE(20, 4))],
  ["without its middle", Buffer.concat([font().subarray(0, 3e4), font().subarray(9e4)])],
  ["of its first kilobyte", font().subarray(0, 1e3)],
  ["of 70 MB", Buffer.concat([font(), Buffer.alloc(7e7)])]
];
var fonts = fontRows.map(([name, content]) => {
  const code = name === "of 70 MB" ? "too-large" : "bad-font";
  return [`a font ${name}`, code, EDITION, ownFont(content)];
});
var annexRows = [
  ["cut off", pages(3).subarray(0, 150)],
  ["without pages", pages(0)],
  ["of noise", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(9e4, 167)])],
  ["whose pages hold themselves", pagesInACircle()],
  ["that inflates to 600 MB", inflating(600)],
  ["that inflates to 600 MB under another name", inflating(600, "/Obj#53tm")],
  ["of 60 MB", Buffer.concat([pages(1), Buffer.alloc(6e7, " ")])]
];
var annexes = annexRows.map(([name, content]) => {
  return [
    `an annex ${name}`,
    name === "of 60 MB" ? "too-large" : "bad-annex",
    EDITION,
    annex(content)
  ];
});
var locked = [
  "an annex that is encrypted",
  "bad-annex",
  EDITION,
  all(annex(""), encrypted)
];
var FILES = [...pictures, ...fonts, ...annexes, locked, ...files];

// tests/hostile/texts.ts
var PERSON = "x,government,en,A Person,female,none";
var LONG = "a".repeat(2e4);
var aliases = (count) => Array.from({ length: count }, () => "*a").join(", ");
var numbers = (count) => Array.from({ length: count }, (_, at) => `x${at}`);
var nested2 = (open, inner, close, depth) => open.repeat(depth) + inner + close.repeat(depth);
var NAMES2 = ["__proto__", "constructor", "toString", "hasOwnProperty"];
var names = [
  ...NAMES2.map((name) => {
    return [`the key ${name}`, "bad-id", EDITION, edition("  place: {", `  ${name}: {`)];
  }),
  ...NAMES2.map((name) => {
    const spoil = edition("      proposals:", `      ${name}:`);
    return [`a deadline ${name}`, "bad-id", EDITION, spoil];
  }),
  ...NAMES2.map((name) => {
    return [`an organisation ${name}`, "bad-id", EDITION, edition("  undp:", `  ${name}:`)];
  }),
  ...NAMES2.map((name) => {
    const spoil = list2(`${PERSON},z`, `,${name}`);
    return [`a column ${name}`, "bad-id", "stakeholders.csv", spoil];
  }),
  [
    "a recipient constructor",
    "bad-id",
    "stakeholders.csv",
    list2("constructor,government,en,A,female,none")
  ],
  ["a letter constructor", "bad-id", EDITION, edition("id: invitation", "id: constructor")],
  ["a kind __proto__", "bad-id", EDITION, edition("kind: forum-invitation", "kind: __proto__")],
  ["a kind constructor", "bad-id", EDITION, edition("kind: forum-invitation", "kind: constructor")],
  ["a field __proto__ in a template", "unknown-field", TEMPLATE, body("{{event.__proto__}}")],
  ["a field constructor in a template", "unknown-field", TEMPLATE, body("{{letter.constructor}}")],
  ["a helper constructor", "unknown-field", TEMPLATE, body("{{constructor}}")],
  ["a block toString", "unknown-helper", TEMPLATE, body("{{#toString}}x{{/toString}}")],
  ["a partial constructor", "missing-template", TEMPLATE, body("{{> constructor}}")]
];
var yaml = [
  [
    "aliases by the thousand",
    "too-large",
    EDITION,
    edition(
      "organisations:\n",
      `x: &a [${numbers(5e3).join(", ")}]
y: [${aliases(5e3)}]
organisations:
`
    )
  ],
  [
    "laughs by the billion",
    "yaml-syntax",
    EDITION,
    edition(
      "organisations:\n",
      `a: &a [lol]
b: &b [*a, *a, *a]
c: &c [*b, *b, *b]
organisations:
`
    )
  ],
  [
    "keys by the hundred thousand",
    "unknown-key",
    EDITION,
    edition("organisations:\n", `${numbers(1e5).join(": 1\n")}: 1
organisations:
`)
  ],
  [
    "values by the million",
    "too-large",
    EDITION,
    edition("organisations:\n", `x: [${"1, ".repeat(12e5)}]
organisations:
`)
  ],
  [
    "brackets ten thousand deep",
    "yaml-syntax",
    EDITION,
    edition("organisations:\n", `x: ${nested2("[", "", "]", 1e4)}
organisations:
`)
  ],
  [
    "a file of 40 MB",
    "too-large",
    EDITION,
    edition("organisations:\n", `${`# ${"x".repeat(100)}
`.repeat(4e5)}organisations:
`)
  ],
  ["a list of 150 MB", "too-large", EDITION, list2(`${PERSON}
`.repeat(4e6))],
  [
    "a key of a million letters",
    "unknown-key",
    EDITION,
    edition("organisations:\n", `${"k".repeat(1e3)}: 1
organisations:
`)
  ],
  [
    "an id of 20,000 letters",
    "bad-id",
    EDITION,
    edition("id: invitation", `id: ${"h".repeat(2e4)}`)
  ]
];
var words = [
  ["a word of 20,000 letters in a template", "long-word", TEMPLATE, body(`A ${LONG} b.`)],
  ["a word of 100,000 letters", "too-large", TEMPLATE, body(`A ${LONG.repeat(5)} b.`)],
  [
    "a word of 20,000 letters in the edition",
    "long-word",
    EDITION,
    edition("{ar: \u062C\u0646\u064A\u0641, en: Geneva}", LONG)
  ],
  [
    "a word of 20,000 letters in a list",
    "long-word",
    "stakeholders.csv",
    list2(`x,government,en,${LONG},female,none`)
  ],
  [
    "a value of 200,000 words",
    "too-large",
    EDITION,
    edition("{ar: \u062C\u0646\u064A\u0641, en: Geneva}", "Geneva ".repeat(2e5))
  ]
];
var manySubjects = (folder) => {
  const lines = Array.from({ length: 5e3 }, () => `  - ${"Word ".repeat(15)}`).join("\n");
  put(
    folder,
    TEMPLATE,
    `---
subject:
${lines}
salutation: stakeholders
closing: standard
---
x`
  );
};
var PHASES = `phases:
${"      - {start: 2027-01-01, title: T, items: [a, b, c]}\n".repeat(400)}    signatories: [`;
var templates = [
  [
    "a value of 20,000 letters printed 10,000 times",
    "too-large",
    TEMPLATE,
    all(
      edition("{ar: \u062C\u0646\u064A\u0641, en: Geneva}", "Geneva ".repeat(2800)),
      body("{{event.place}} ".repeat(1e4))
    )
  ],
  ["5,000 lines of subject", "too-large", TEMPLATE, manySubjects],
  ["comments opened 120,000 times", "too-large", TEMPLATE, body(`x ${"<!--".repeat(12e4)}`)],
  ["comments opened 10,000 times", "too-large", TEMPLATE, body(`x ${"<!--".repeat(1e4)}`)],
  ["braces opened 100,000 times", "template-syntax", TEMPLATE, body("{{".repeat(4e4))],
  [
    "comments of Handlebars 20,000 times",
    "template-syntax",
    TEMPLATE,
    body("{{!--".repeat(19e3))
  ],
  ["10,000 quotes in a line", "too-deep", TEMPLATE, body(`${">".repeat(1e4)} x`)],
  [
    "400 lists in lists",
    "too-deep",
    TEMPLATE,
    body(Array.from({ length: 400 }, (_, at) => `${" ".repeat(2 * at)}- x`).join("\n"))
  ],
  ["400 lists in a line", "too-deep", TEMPLATE, body(`${"- ".repeat(400)}x`)],
  ["400 numbered lists in a line", "too-deep", TEMPLATE, body(`${"1. ".repeat(400)}x`)],
  [
    "stars by the ten thousand",
    "too-large",
    TEMPLATE,
    body(`${"*a ".repeat(1e4)}${"a* ".repeat(1e4)}`)
  ],
  ["brackets by the ten thousand", "too-large", TEMPLATE, body(`${"[ ".repeat(2e4)}x`)],
  [
    "3,000 helpers in helpers",
    "too-deep",
    TEMPLATE,
    body(`{{#if ${nested2("(not ", "event", ")", 3e3)}}}x{{/if}}`)
  ],
  [
    "3,000 blocks in blocks",
    "too-deep",
    TEMPLATE,
    body(nested2("{{#if event}}", "x", "{{/if}}", 3e3))
  ],
  [
    "loops in loops in loops",
    "too-large",
    TEMPLATE,
    all(
      edition("signatories: [", PHASES),
      body(nested2("{{#each letter.phases}}", "x y\n\n", "{{/each}}", 3))
    )
  ],
  [
    "partials that double",
    "too-large",
    "p24.en.md.hbs",
    partial2("{{> p0}}", {
      ...Object.fromEntries(
        Array.from({ length: 24 }, (_, at) => [`p${at}`, `{{> p${at + 1}}}{{> p${at + 1}}}`])
      ),
      p24: "x "
    })
  ],
  [
    "loops in loops that print nothing",
    "too-large",
    TEMPLATE,
    all(
      edition("signatories: [", PHASES),
      body(nested2("{{#each letter.phases}}", "", "{{/each}}", 3))
    )
  ],
  [
    "partials that include each other",
    "template-syntax",
    "b.en.md.hbs",
    partial2("{{> a}}", { a: "{{> b}}", b: "{{> a}}" })
  ],
  ["a path of 10,000 parts", "unknown-field", TEMPLATE, body(`{{event${".x".repeat(1e4)}}}`)],
  [
    "front matter by the megabyte",
    "too-large",
    EDITION,
    (folder) => put(
      folder,
      TEMPLATE,
      `---
subject: ${"S ".repeat(6e5)}
salutation: stakeholders
closing: standard
---
x`
    )
  ]
];
var TEXTS = [...names, ...yaml, ...words, ...templates];

// tests/hostile/editions.ts
var HOSTILE = [...TEXTS, ...FILES];

// tests/support/measured.ts
import { spawn } from "node:child_process";
import { join as join9 } from "node:path";
import { pathToFileURL as pathToFileURL2 } from "node:url";

// tests/support/cli.ts
import { join as join7, resolve as resolve2 } from "node:path";
var BIN = resolve2("/work/wt-hostile/tests/support", "/tmp/hostile/old/bin/wsis-letters.js");

// tests/support/mortal.ts
import { join as join8 } from "node:path";
import { pathToFileURL } from "node:url";
var MORTAL = [
  "--import",
  pathToFileURL(join8("/work/wt-hostile/tests/support", "end-with-parent.js")).href
];
var running = /* @__PURE__ */ new Set();
process.on("exit", () => {
  for (const child of running) kill(child);
});
function kill({ pid }) {
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
  }
}

// tests/support/measured.ts
var MOST_SECONDS = 40;
var HEAP = "--max-old-space-size=600";
var METER = pathToFileURL2(join9("/work/wt-hostile/tests/support", "meter.js")).href;
function measured(args) {
  const options = [...MORTAL, "--import", METER, HEAP, BIN, ...args];
  const child = spawn(process.execPath, options, { stdio: ["pipe", "pipe", "pipe", "pipe"] });
  const started = performance.now();
  const timer = setTimeout(() => child.kill("SIGKILL"), MOST_SECONDS * 1e3);
  const [stdout, stderr, meter] = [1, 2, 3].map((number) => {
    const chunks = [];
    child.stdio[number]?.on("data", (chunk2) => chunks.push(chunk2));
    return () => Buffer.concat(chunks).toString();
  });
  return new Promise((resolve3, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve3({
        code,
        stdout: stdout?.() ?? "",
        stderr: stderr?.() ?? "",
        seconds: (performance.now() - started) / 1e3,
        megabytes: Number(meter?.() ?? 0) / 1024
      });
    });
  });
}

// tests/hostile/.baseline.tmp.ts
var only = process.argv[2];
for (const [name, code, file, spoil] of HOSTILE) {
  if (only && !new RegExp(only).test(name)) continue;
  const outer = mkdtempSync("/tmp/hostile/e-");
  const dir = join10(outer, "forum-x");
  mkdirSync2(dir);
  for (const f of ["edition.yaml", "stakeholders.csv"]) copyFileSync(join10("src/commands/init", f), join10(dir, f));
  spoil(dir);
  for (const cmd of ["check", "render"]) {
    const r = await measured([cmd, dir, "--json"]);
    const lines = r.stderr.trim().split("\n");
    const brief = lines.slice(0, 40).map((l) => {
      try {
        const d = JSON.parse(l);
        return d.severity === "warning" ? "" : `${d.code}@${d.file?.split("/").pop()}:${d.line}:${d.column} ${d.message.slice(0, 70)}`;
      } catch {
        return "RAW " + l.slice(0, 80);
      }
    }).filter(Boolean);
    const ok = r.code === 1 && brief.some((b) => b.startsWith(code + "@") && new RegExp(file.split("/").pop()).test(b)) && !brief.some((b) => b.startsWith("RAW")) && !existsSync3(join10(dir, "out")) && r.megabytes < 900;
    console.log(`${ok ? "ok  " : "FAIL"} ${cmd.padEnd(6)} ${name.padEnd(45)} code=${r.code} ${r.seconds.toFixed(1)}s ${r.megabytes.toFixed(0)}MB ${existsSync3(join10(dir, "out")) ? "WRITTEN " : ""}${lines.length} ${brief[0] ?? ""}`);
    if (ok && false) break;
  }
  rmSync3(outer, { recursive: true, force: true });
}
