/**
 * Headings that word processors, address books and CRM programs write (Word, Outlook, Google Contacts, Salesforce, CiviCRM,
 * Dynamics, HubSpot), and those that offices write by hand, in the six languages. Only what has one meaning stands here.
 */

/** Columns that are no field of a recipient of their own, but of which fields are made. */
export const NAME_PARTS = ['given-name', 'middle-name', 'family-name', 'name-suffix'] as const;

/** Headings by the column that they mean; spelling, accents and signs as {@link headingKey} folds them. */
const HEADINGS: Readonly<Record<string, string>> = {
  id: 'contact id|record id|internal contact id|идентификатор|编号|المعرف',
  category: 'catégorie|categoría|категория|类别|الفئة',
  language:
    'preferred language|correspondence language|langue|langue préférée|langue de correspondance|idioma|idioma preferido|язык|предпочитаемый язык|语言|语种|اللغة|لغة المراسلة',
  name: 'full name|complete name|nom complet|prénom et nom|nombre completo|nombre y apellidos|nombre y apellido|фио|ф.и.о.|полное имя|имя и фамилия|姓名|全名|الاسم|الاسم الكامل|الاسم بالكامل|الاسم الثلاثي|الاسم واللقب',
  'given-name':
    'first name|given name|given names|forename|prénom|prénoms|nombre de pila|الاسم الأول|الاسم الشخصي|名字',
  'middle-name': 'middle name|additional name|deuxième prénom|segundo nombre|отчество|الاسم الأوسط',
  'family-name':
    'last name|surname|nom de famille|apellido|apellidos|фамилия|姓|姓氏|اسم العائلة|الاسم العائلي|اسم الأسرة|الاسم الأخير|لقب العائلة',
  'name-suffix': 'suffix|individual suffix|suffixe|sufijo',
  courtesy:
    'courtesy title|name prefix|individual prefix|prefix|honorific|honorific prefix|civilité|titre de civilité|titre de courtoisie|tratamiento|tratamiento de cortesía|尊称|لقب المخاطبة',
  salutation: 'обращение|称呼|称谓',
  title:
    'job title|jobtitle|job position|position|designation|organisation title|organisation 1 title|fonction|poste|titre du poste|intitulé du poste|cargo|puesto|должность|职务|职位|头衔|المنصب|الوظيفة|المسمى الوظيفي',
  organisation:
    'company|company name|account name|employer|current employer|employer name|organisation name|organisation 1 name|institution|société|nom de la société|organisme|entreprise|empresa|nombre de la empresa|compañía|organización|institución|entidad|организация|компания|учреждение|название организации|наименование организации|место работы|单位|公司|机构|组织|工作单位|公司名称|单位名称|المؤسسة|المنظمة|الشركة|الجهة|اسم الشركة|اسم المؤسسة|اسم المنظمة|جهة العمل',
  country:
    'country/region|country or region|country name|business country|business country/region|mailing country|address 1 country|address 1 country/region|pays|pays/région|pays ou région|país|país o región|país/región|страна|страна/регион|страна или регион|государство|国家|国家/地区|国家或地区|国别|البلد|الدولة|البلد/المنطقة|الدولة/المنطقة',
  email:
    'email address|e-mail address|email 1 value|e-mail 1 value|emailaddress1|email address 1|primary email|primary e-mail|courriel|adresse courriel|adresse e-mail|adresse email|adresse électronique|adresse de courriel|adresse de messagerie|mél|correo|correo electrónico|correo-e|dirección de correo electrónico|dirección de correo|электронная почта|эл. почта|адрес электронной почты|адрес эл. почты|e-mail адрес|电子邮件|电子邮箱|邮箱|电邮|电子邮件地址|邮箱地址|البريد الإلكتروني|بريد إلكتروني|الإيميل|عنوان البريد الإلكتروني',
};

/** What these mean, the headings beside them decide: `Nom` is the family name beside `Prénom`, and a whole name alone. */
const BESIDE: readonly {
  readonly heading: string;
  readonly beside: readonly string[];
  readonly meaning: string;
  readonly alone?: string;
}[] = [
  { heading: 'nom', beside: ['given-name'], meaning: 'family-name', alone: 'name' },
  { heading: 'nombre', beside: ['family-name'], meaning: 'given-name', alone: 'name' },
  { heading: 'nombres', beside: ['family-name'], meaning: 'given-name', alone: 'name' },
  { heading: 'имя', beside: ['family-name'], meaning: 'given-name', alone: 'name' },
  { heading: '名', beside: ['family-name'], meaning: 'given-name' },
  { heading: 'اللقب', beside: ['given-name'], meaning: 'family-name' },
];

/** A heading without accents, signs and capitals: `E-mail 1 - Value` → `e-mail-1-value`. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/^organization(?=-|$)/, 'organisation');
}

let known: ReadonlyMap<string, string> | undefined;

function columnsByHeading(): ReadonlyMap<string, string> {
  known ??= new Map(
    Object.entries(HEADINGS).flatMap(([column, headings]) =>
      headings.split('|').map((heading) => [headingKey(heading), column] as const),
    ),
  );
  return known;
}

/**
 * The columns of ours that headings mean which are not ours themselves; several may mean the same.
 * @param headings normalised, as `columnName` gives them
 */
export function knownHeadings(headings: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const heading of headings) {
    const column = columnsByHeading().get(headingKey(heading));
    if (column !== undefined && column !== heading) found.set(heading, column);
  }
  const meant = new Set([...headings, ...found.values()]);
  for (const heading of headings) {
    const rule = BESIDE.find((one) => headingKey(one.heading) === headingKey(heading));
    const column = rule?.beside.some((one) => meant.has(one)) ? rule.meaning : rule?.alone;
    if (column) found.set(heading, column);
  }
  return found;
}
