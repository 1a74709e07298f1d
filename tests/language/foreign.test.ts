/** Fields and marks of other programs: none may be printed, and no sentence is refused for what only looks like one. */
import { describe, expect, test } from 'vitest';
import { findForeignMarks } from '../../src/language/foreign-markup.ts';
import { findMergeFields } from '../../src/language/merge-fields.ts';

function fields(text: string): string[] {
  return findMergeFields(text).map(({ start, end }) => text.slice(start, end));
}

function marks(text: string): string[] {
  return findForeignMarks(text).map(({ start, end }) => text.slice(start, end));
}

describe('fields of other programs', () => {
  test.each([
    ['Dear «Title» «LastName», <<FirstName>>', ['«Title»', '«LastName»', '<<FirstName>>']],
    ['Dear «First_Name» «Last_Name»', ['«First_Name»', '«Last_Name»']],
    ['Madame «Prénom_du_destinataire»', ['«Prénom_du_destinataire»']],
    ['Уважаемый «Имя_получателя»', ['«Имя_получателя»']],
    ['السيد «اسم_العائلة»', ['«اسم_العائلة»']],
    ['«Titre» «Nom», «AddressBlock»', ['«Titre» «Nom»', '«AddressBlock»']],
    ['«Имя» «Отчество»', ['«Имя» «Отчество»']],
    ['السيد «اللقب» «الاسم»', ['«اللقب» «الاسم»']],
    ['«TITLE» «Address1» «JobTitle»', ['«TITLE»', '«Address1»', '«JobTitle»']],
    ['<<First Name>> <<Имя>>', ['<<First Name>>', '<<Имя>>']],
    ['{event.name}, {Name} and {first_name}', ['{event.name}', '{Name}', '{first_name}']],
    [
      '{0} of {1}, $' + '{name}, #{name}, %{name}, $!{name}',
      ['{0}', '{1}', '$' + '{name}', '#{name}', '%{name}', '$!{name}'],
    ],
    [
      '{!Contact.Name} {$name} {#if x}5{/if} {% name %} {:else}',
      ['{!Contact.Name}', '{$name}', '{#if x}', '{/if}', '{% name %}', '{:else}'],
    ],
    ['{MERGEFIELD Name} { MERGEFIELD "Name" }', ['{MERGEFIELD Name}', 'MERGEFIELD']],
    ['{Имя} {الاسم} {姓名} ｛｛姓名｝｝', ['{Имя}', '{الاسم}', '{姓名}', '｛姓名｝']],
    ['*|FNAME|* *|MERGE1|* |LNAME|', ['*|FNAME|*', '*|MERGE1|*', '|LNAME|']],
    [
      '%Name% %%name%% %FIRST_NAME% %recipient.name%',
      ['%Name%', '%%name%%', '%FIRST_NAME%', '%recipient.name%'],
    ],
    ['$name$ $$NAME$$ $first_name$', ['$name$', '$$NAME$$', '$first_name$']],
    ['[[x]] [[First Name]]', ['[[x]]', '[[First Name]]']],
    [
      '[First Name] [LAST_NAME] [FirstName] [Title]',
      ['[First Name]', '[LAST_NAME]', '[FirstName]', '[Title]'],
    ],
    ['«Greeting»', ['«Greeting»']],
    ['[%name%] [% name %]', ['[%name%]', '[% name %]']],
    ['@@name@@ ##Name## <%= name %>', ['@@name@@', '##Name##', '<%= name %>']],
    ['Dear FIRST_NAME LAST_NAME', ['FIRST_NAME', 'LAST_NAME']],
    ['{{recipient.name}} and name}} and {{name', ['{{recipient.name}}', '}}', '{{name']],
  ])('%s', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  test('what letters do say', () => {
    const said = [
      'منتدى «القمة العالمية لمجتمع المعلومات» و«المنتدى» لعام 2027',
      'كلمة «الاسم» تعني كذا، و«العنوان» كذا',
      'موضوع «تكنولوجيا المعلومات» على «YouTube» و«WhatsApp»',
      'le « Forum », «Forum», «SMSI», «Titre», «Adresse», « Nom »',
      'les réseaux «LinkedIn», «YouTube», «GitHub», «eBay» et «OpenAI»',
      'remplir le champ «Title» puis la case «Last name»',
      'заполните поле «Title» и поле «First name»',
      'форум «Информационное общество», газета «Известия», «Имя»',
      'ОАО «Газпром» «Роснефть» «МТС»',
      'el campo «Name», la revista «Telos», «Ciudad»',
      'Manchester «City», la «City» de Londres, «Country»',
      '《信息社会》、「论坛」、【通知】、〔2027〕1号',
      '50%, 5 % and 6 %, 100% of 20%, 10%-20%',
      'de 5 % à 6 % ; entre 50% et 60% (%)',
      '$5 and $6, US$5 to US$10, A$5, 5$ 6$',
      'US$ and CAN$, $USD$',
      'C++, C#, F#, R&D, AT&T, Q&A; R&D;',
      'snake_case_name, 2*3*4, A*B, __init__, a_b_c, ISO_639',
      'first_name@itu.int, www.itu.int/first_name/%20Name%20, https://x.int/{id}?a=%D8%A7%D9%84',
      'https://www.itu.int/a_b/%E2%80%99?x=%Name%',
      '[Original signed] [1] [sic] […] [A/RES/80/173] [ITU] [Geneva] [2027] [ISO_639]',
      '[الأصل عليه توقيع] [Original signé] [Оригинал подписан] [原件已签]',
      '(First Name), Name: Title, Last Name',
      '#WSIS2027 #ITU @ITU @WSIS, #1, No. #5#',
      '« LastName », << Forum >> x',
      'a < b and c > d, x << y, 3 >> 2',
      'the set {1, 2, 3}, {a, b}',
      'A | B, |x|, a || b, | ITU | WSIS |',
      'UNESCO_WSIS, WSIS_FORUM_2027, COVID_19, NEXT_GENERATION_INTERNET',
      'Null, Nan, True, O’Neill, N’Golo, Jr, Sir, King, De, Mc',
      'Name_',
    ];
    expect(said.flatMap(fields)).toEqual([]);
  });
});

describe('marks of markup', () => {
  test.each([
    ['a **bold** word', ['**', '**']],
    ['**Annex:** x', ['**', '**']],
    ['a __bold__ word', ['__bold__']],
    ['an *emphasis*, and _another_.', ['*emphasis*', '_another_']],
    ['و_"الملتقى"_ و_(x)_لعام', ['_"الملتقى"_', '_(x)_']],
    ['a *lost * word', ['*lost *']],
    ['~~struck~~ H~2~O CO~2~ x^2^ m^3^ 1^er^', ['~~struck~~', '~2~', '~2~', '^2^', '^3^', '^er^']],
    ['==marked==', ['==marked==']],
    ['++new++ and $$x^2 + y$$', ['++new++', '$$x^2 + y$$']],
    ['::: note', [':::']],
    ['see[^1] and [^note]: x', ['[^1]', '[^note]:']],
    ['[pagebreak] [page break] [new page]', ['[pagebreak]', '[page break]', '[new page]']],
    [
      '\\pagebreak \\newpage{} \\textbf{x} text\\newline',
      ['\\pagebreak', '\\newpage', '\\textbf', '\\newline'],
    ],
    ['a\\nb one\\n', ['\\n']],
    [
      '&nbps; &nsbp; &amp; &#160; &eacute; &nbsp word',
      ['&nbps;', '&nsbp;', '&amp;', '&#160;', '&eacute;', '&nbsp'],
    ],
    [
      '<b>x</b> a<br/>b <a href="x">y</a> <!-- x -->',
      ['<b>', '</b>', '<br/>', '<a href="x">', '</a>', '<!--'],
    ],
    ['[site](https://itu.int)', ['[site](https://itu.int)']],
    ['the `code`', ['`code`']],
    ['## Heading', ['## H']],
    ['[ ] yes', ['[ ] ']],
  ])('%s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  test('what letters do say', () => {
    const said = [
      'snake_case_name, 2*3*4, A*B, 5 * 3, a * b * c, Price*, * excluding VAT',
      'Price* and cost* of all; *excluding VAT',
      'Name: ________ Date: ____ / ____',
      'ملف_الطلب_النهائي و أ_ب_ج',
      'C++ and Notepad++, a ++ b, $$ and US$$, a ::: b:::, std::vector',
      'C++ and C# and R&D and AT&T; R&D; Q&A; arts&crafts; research&development;',
      '50%, $5, ~5 to ~6, ~20 %, www.itu.int/~user/~x, a~b',
      '2^3, x^2, ^, 10^6 and 10^9',
      'a == b, x=1, ====',
      'his\\her, and\\or, C:\\Users\\name, a\\b',
      '<info@itu.int>, <https://itu.int>, a < b > c, <2 and >3',
      '[1] [a] [x], [Geneva](a), (see [1])',
      'O`Neill, 5` and 6``',
      '# 5, #WSIS2027, No. #1',
      'info_desk@itu.int, https://itu.int/a_b_c/__x__',
      '«منتدى» و"منتدى" – (WSIS) ٢٠٢٧',
      '联系人：_ 2027年*',
      '*** , * * *, _ , __',
      'A/RES/80/173 – CL-21/4 – №5 – n° 7 – § 3 – ½',
      'l’année d’Arcy, O’Neill, N\u2019Golo',
      'https://itu.int/?a=1&copy=2&amp_x',
    ];
    expect(said.flatMap(marks)).toEqual([]);
  });
});
