/** Keeps passwords and tokens out of everything that is recorded or shown. */
import type { SignIn } from '../model.ts';

const LONGEST = 1000;

/** Takes secrets out of a text, and what would act on a terminal or fill the ledger. */
export type Redact = (text: string) => string;

/** The same means of signing in, and a function that knows every secret that went through them. */
export function watchSecrets(signIn: SignIn | undefined): {
  signIn: SignIn | undefined;
  redact: Redact;
} {
  const secrets = new Set<string>();
  const watched = signIn && watch(signIn, (secret) => secrets.add(secret));
  const redact: Redact = (text) => {
    const clean = [...secrets]
      .flatMap(formsOf)
      .reduce((rest, form) => rest.replaceAll(form, '…'), text);
    return clean
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST);
  };
  return { signIn: watched, redact };
}

function watch(signIn: SignIn, note: (secret: string) => void): SignIn {
  if (signIn.method === 'password') {
    note(signIn.password);
    return signIn;
  }
  const token = async (): Promise<string> => {
    const fresh = await signIn.token();
    note(fresh);
    return fresh;
  };
  return { ...signIn, token };
}

/** As SMTP says it, and as it is said inside AUTH. An empty secret is none. */
function formsOf(secret: string): string[] {
  return secret === '' ? [] : [secret, Buffer.from(secret).toString('base64')];
}
