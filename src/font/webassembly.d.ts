/** The part of the WebAssembly JavaScript interface that is used here; the libraries of TypeScript have it for browsers only. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Table {
    grow(count: number): number;
    set(index: number, value: unknown): void;
  }
}
