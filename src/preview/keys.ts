/**
 * What requests for the edition carry beside the cookie. Browsers send a cookie of 127.0.0.1 to every port, so a server
 * on another one can read it; the keys lie in the storage of the page's origin, which has a port.
 */

/** Secrets of one preview, by the names under which the page stores them. */
export interface Keys {
  /** Sent as a header. */
  readonly 'wsis-letters-key': string;
  /** Good for the frame of a message alone, which browsers load by its address. */
  readonly 'wsis-letters-frame-key': string;
}

/** Where servers look for the key of a request. */
export const KEY_HEADER = 'x-wsis-letters-key';
/** Where they look for that of a frame. */
export const FRAME_PARAMETER = 'key';
