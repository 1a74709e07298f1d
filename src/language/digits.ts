/** Digits that are not 0-9. */

/** ٠-٩ and ۰-۹ as 0-9; offsets stay. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0x0f),
  );
}
