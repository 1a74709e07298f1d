/** Colours as SVG writes them, in the notations that are drawn as browsers draw them. */

/** Names (CSS Color 3, 4.3). Those of a system's colours differ from screen to screen. */
const NAMES = new Set(
  `
  aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
  burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue
  darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange
  darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise
  darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia
  gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo
  ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue
  lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon
  mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
  mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin
  navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen
  paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red
  rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue
  slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white
  whitesmoke yellow yellowgreen
`
    .trim()
    .split(/\s+/),
);

const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const NUMBER = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)%?';
/** Three or four numbers, the last of them the opacity; with a slash or a unit of angles they are not read. */
const FUNCTION = new RegExp(
  `^(?:rgb|hsl)a?\\(\\s*${NUMBER}(?:(?:\\s*,\\s*|\\s+)${NUMBER}){2,3}\\s*\\)$`,
  'i',
);

/** Whether a value is a colour whose notation is drawn. */
export function isColour(value: string): boolean {
  const name = value.toLowerCase();
  return NAMES.has(name) || name === 'transparent' || HEX.test(value) || FUNCTION.test(value);
}
