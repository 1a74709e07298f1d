/** A long list of recipients, of which only the parts that are looked at are asked for. */
import { signal } from '@preact/signals';
import { address, getJson, type Query, type RecipientInfo, type RecipientPage } from '../api.ts';

const PAGE = 100;

/** The recipients that pass one filter, at one revision of the edition. */
export class RecipientPages {
  readonly total: number;
  /** Grows as more of the list arrives. */
  readonly version = signal(0);
  private readonly filter: Query;
  private readonly pages = new Map<number, readonly RecipientInfo[]>();
  private readonly asked = new Map<number, Promise<void>>();

  /** `around` is an index to have at once, so that nothing flickers when the list takes another's place. */
  static async load(filter: Query, around: number, signal: AbortSignal): Promise<RecipientPages> {
    const page = Math.floor(around / PAGE);
    const answer = await fetchPage(filter, page, signal);
    if (answer.items.length > 0 || page === 0) return new RecipientPages(filter, page, answer);
    return RecipientPages.load(filter, 0, signal);
  }

  private constructor(filter: Query, page: number, answer: RecipientPage) {
    this.filter = filter;
    this.total = answer.total;
    this.keep(page, answer);
  }

  /** Undefined as long as it has not arrived. */
  at(index: number): RecipientInfo | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Where a recipient stands, among those that have arrived; -1 if not there. */
  indexOf(id: string | null): number {
    for (const [page, items] of this.pages) {
      const index = items.findIndex((item) => item.id === id);
      if (index >= 0) return page * PAGE + index;
    }
    return -1;
  }

  /** Asks for what is missing from `first` to `last`, both included; done when all of it is there. */
  async ensure(first: number, last: number): Promise<void> {
    const waiting: Promise<void>[] = [];
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (!this.pages.has(page)) waiting.push(this.request(page));
    }
    await Promise.all(waiting);
  }

  private request(page: number): Promise<void> {
    const running = this.asked.get(page) ?? this.fetch(page);
    this.asked.set(page, running);
    return running;
  }

  private async fetch(page: number): Promise<void> {
    try {
      this.keep(page, await fetchPage(this.filter, page));
    } finally {
      this.asked.delete(page);
    }
  }

  private keep(page: number, { items }: RecipientPage): void {
    this.pages.set(page, items);
    this.version.value += 1;
  }
}

function fetchPage(filter: Query, page: number, signal?: AbortSignal): Promise<RecipientPage> {
  const query = { ...filter, offset: page * PAGE, limit: PAGE };
  return getJson<RecipientPage>(address('recipients', query), signal);
}
