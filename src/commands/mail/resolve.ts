/** `mail resolve`: a person's word on a message that the ledger cannot know about. */
import { userInfo } from 'node:os';
import { resolveMail, type Verdict } from '../../app/mail/resolve.ts';
import { UsageError } from '../../diagnostic.ts';
import { plural } from '../../words.ts';
import { type MailOptions, printJson, say } from './common.ts';
import { unlessLocked } from './exit-codes.ts';

export interface ResolveOptions extends MailOptions {
  readonly delivered?: boolean;
  readonly resend?: boolean;
  readonly hold?: boolean;
  readonly reason: string;
  /** Default: the user of this machine. */
  readonly by?: string;
}

/** Gives the exit code. @throws UsageError unless just one verdict is given; UserError if the message cannot take it */
export async function resolve(
  folder: string,
  id: string,
  options: ResolveOptions,
): Promise<number> {
  const verdict = verdictOf(options);
  const { reason, by = userInfo().username } = options;
  return unlessLocked(options, async () => {
    const { state, attempts } = await resolveMail(folder, id, { ...options, verdict, by });
    if (options.json) printJson({ id, state, by, reason });
    else say(`${id} is ${state} after ${plural(attempts, 'attempt')}, by ${by}: ${reason}`);
    return 0;
  });
}

function verdictOf(options: ResolveOptions): Verdict {
  const given = (['delivered', 'resend', 'hold'] as const).filter((name) => options[name]);
  const [verdict, ...others] = given;
  if (verdict && others.length === 0) return verdict;
  const message = given.length === 0 ? 'no verdict is given' : 'two verdicts are given';
  throw new UsageError('bad-verdict', message, 'give one of --delivered, --resend and --hold');
}
