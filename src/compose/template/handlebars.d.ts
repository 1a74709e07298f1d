/// <reference types="handlebars" />

/** Handlebars' parser alone: its compiler and runtime would only cost time at start. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export function parse(input: string): hbs.AST.Program;
}
