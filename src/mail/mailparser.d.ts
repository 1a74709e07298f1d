/** The part of mailparser 3.9.31 that this tool uses; the package has no types of its own. */
declare module 'mailparser' {
  export interface ParsedAttachment {
    readonly contentType: string;
    readonly filename?: string;
    readonly content: Buffer;
    /** Octets. */
    readonly size: number;
  }
  export interface ParsedAddresses {
    readonly text: string;
    readonly value: readonly { readonly address?: string; readonly name: string }[];
  }
  export interface ParsedMail {
    readonly attachments: readonly ParsedAttachment[];
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string | false;
    readonly messageId?: string;
    readonly date?: Date;
    readonly from?: ParsedAddresses;
    readonly to?: ParsedAddresses;
    readonly replyTo?: ParsedAddresses;
    readonly headerLines: readonly { readonly key: string; readonly line: string }[];
  }
  export function simpleParser(
    source: Buffer | string,
    options?: { readonly keepDeliveryStatus?: boolean; readonly skipImageLinks?: boolean },
  ): Promise<ParsedMail>;
}
