/** The one instance of bidi-js; its declarations describe an ES module, Node loads the CommonJS one. */

import type { Bidi } from 'bidi-js';
import * as bidiModule from 'bidi-js';

const factory = bidiModule.default as unknown as () => Bidi;
export const bidi: Bidi = factory();
