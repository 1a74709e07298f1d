/** Parts of pdfmake 0.3.11 that only src/pdf/pdfmake.ts may import; CommonJS without declarations. */
declare module 'pdfmake/js/*.js' {
  // biome-ignore lint/suspicious/noExplicitAny: pdfmake's parts have no declarations
  const part: { readonly default: new (...args: any[]) => any };
  export default part;
}
