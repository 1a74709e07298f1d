/** Drawings that show one feature of SVG each, 100 × 60 units. */
import { createCanvas } from '@napi-rs/canvas';

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** An SVG of 100 × 60 units with this inside. */
export function drawing(content: string, attributes = 'viewBox="0 0 100 60"'): string {
  return `<svg ${NAMESPACES} ${attributes}>${content}</svg>`;
}

/** Four quarters in colours that differ. */
function picture(type: 'png' | 'jpeg'): string {
  const canvas = createCanvas(40, 20);
  const context = canvas.getContext('2d');
  for (const [index, colour] of ['#c00', '#0a0', '#06c', '#fc0'].entries()) {
    context.fillStyle = colour;
    context.fillRect((index % 2) * 20, Math.floor(index / 2) * 10, 20, 10);
  }
  const bytes = type === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg');
  return `data:image/${type};base64,${bytes.toString('base64')}`;
}

const GLOBE = '<circle cx="50" cy="30" r="25" fill="#06c"/>';
const TWO =
  '<rect x="10" y="10" width="40" height="30" fill="#c00"/><rect x="30" y="20" width="40" height="30" fill="#06c"/>';
const STOPS = '<stop offset="0" stop-color="#c00"/><stop offset="1" stop-color="#06c"/>';
const FAINT =
  '<stop offset="0" stop-color="#c00"/><stop offset="1" stop-color="#06c" stop-opacity="0"/>';
const BAR = '<rect x="5" y="5" width="90" height="50" fill="url(#p)"/>';

/** What is drawn as lines and areas. */
export const VECTORS: Readonly<Record<string, string>> = {
  'basic shapes': drawing(
    '<rect x="2" y="2" width="20" height="20" rx="4" fill="#c00"/><circle cx="35" cy="12" r="10" fill="none" stroke="#06c" stroke-width="3"/><ellipse cx="65" cy="12" rx="15" ry="8" fill="rgb(10%,50%,90%)"/><line x1="2" y1="30" x2="40" y2="55" stroke="#000" stroke-width="2"/><polyline points="45,30 60,55 75,30" fill="none" stroke="#0a0" stroke-width="3"/><polygon points="80,30 98,30 89,55" fill="#fc0"/>',
  ),
  'paths of all commands': drawing(
    '<path d="M5 5h20v10H5zM30,5c10,0 10,20 20,20s10-20 20-20M5 40q10-20 20 0t20 0M55 40a10 6 30 0 1 20 10A8 8 0 1 0 90 40" fill="none" stroke="#06c" stroke-width="2"/><path d="M80 5l10 10-5.5.5.5-5z" fill="#c00"/>',
  ),
  'a style sheet with classes': drawing(
    '<style type="text/css"><![CDATA[.a{fill:#c00;} .b,.c{fill:none;stroke:#06c;stroke-width:4px} rect.d{fill:#0a0} #e{fill:#fc0}]]></style><rect class="a" x="5" y="5" width="40" height="40"/><circle class="b" cx="75" cy="30" r="20"/><rect class="d" x="10" y="10" width="10" height="10"/><rect id="e" class="a" x="25" y="10" width="10" height="10"/>',
  ),
  'styles of descendants, children and siblings': drawing(
    '<style>g circle{fill:#0a0} #x>circle{fill:#06c} circle+circle{stroke:#c00;stroke-width:3} rect[width="40"]{fill:#fc0} rect:first-child{stroke:#000}</style><g><rect width="40" height="40"/></g><g id="x"><circle cx="60" cy="20" r="15"/><circle cx="85" cy="45" r="12"/></g>',
  ),
  'a style attribute over a style sheet over an attribute': drawing(
    '<style>.a{fill:#0a0}rect{stroke:#000;stroke-width:2}</style><rect class="a" style="fill:#06c" fill="#c00" x="5" y="5" width="40" height="40"/><rect class="a" fill="#c00" stroke="#fc0" x="55" y="5" width="40" height="40"/>',
  ),
  inherit: drawing(
    '<g fill="#c00" stroke="#06c"><rect fill="inherit" x="5" y="5" width="40" height="40" style="stroke:inherit"/></g>',
  ),
  currentColor: drawing(
    '<g color="#c00"><rect width="50" height="60" fill="currentColor"/></g><rect x="50" width="50" height="60" fill="currentColor"/>',
  ),
  'colours of all notations': drawing(
    '<rect width="20" height="60" fill="hsl(120,50%,50%)"/><rect x="20" width="20" height="60" fill="RED"/><rect x="40" width="20" height="60" fill="#06cF"/><rect x="60" width="20" height="60" fill="rgba(0,102,204,.5)"/><rect x="80" width="20" height="60" fill="#0066cc80"/>',
  ),
  'opacity of shapes': drawing(
    `<rect width="60" height="60" fill="#c00" opacity=".5"/><rect x="30" y="10" width="60" height="30" fill="#06c" fill-opacity="40%" stroke="#000" stroke-width="4" stroke-opacity=".5"/>`,
  ),
  'a plain group with transforms': drawing(
    `<g transform="translate(20 5) rotate(20) scale(.5,.8) skewX(10)">${TWO}</g><g transform="matrix(0.3 0 0 0.3 60 5)">${TWO}</g>`,
  ),
  'use with place': drawing(
    '<defs><path id="s" d="M0 0h10v10z" fill="#080"/></defs><use xlink:href="#s" x="10" y="10"/><use href="#s" transform="translate(50 10) scale(3)"/>',
  ),
  'use of a symbol': drawing(
    '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#080"/></symbol><use xlink:href="#s" width="40" height="40"/><use href="#s" x="50" y="5" width="40" height="20" fill="#c00"/>',
  ),
  'a nested svg': drawing(
    `<svg x="10" y="10" width="40" height="40" viewBox="0 0 100 60">${TWO}</svg><svg x="55" y="10" width="40" height="40" viewBox="0 0 100 60" preserveAspectRatio="xMinYMin slice">${TWO}</svg>`,
  ),
  'a clip to a rectangle': drawing(
    `<defs><clipPath id="c"><rect x="20" y="15" width="40" height="30"/></clipPath></defs><g clip-path="url(#c)">${TWO}</g>`,
  ),
  'a clip to the page, as Figma exports': drawing(
    `<g clip-path="url(#clip0_1_2)">${TWO}</g><defs><clipPath id="clip0_1_2"><rect width="100" height="60" fill="white"/></clipPath></defs>`,
    'width="100" height="60" viewBox="0 0 100 60" fill="none"',
  ),
  'a clip to a moved rectangle': drawing(
    `<defs><clipPath id="c"><rect width="40" height="30" transform="translate(20 15)"/></clipPath></defs><g clip-path="url(#c)">${TWO}</g>`,
  ),
  'stroke styles': drawing(
    '<g fill="none" stroke="#06c" stroke-width="6"><path d="M10 50L25 10L40 50" stroke-linejoin="round" stroke-linecap="round"/><path d="M45 50L60 10L75 50" stroke-linejoin="bevel"/><path d="M82 50L88 15L94 50" stroke-miterlimit="2"/></g>',
  ),
  dashes: drawing(
    '<g fill="none" stroke="#c00" stroke-width="4"><path d="M5 10H95" stroke-dasharray="10 5"/><path d="M5 25H95" stroke-dasharray="10,5,2" stroke-dashoffset="4"/></g>',
  ),
  'a linear gradient': drawing(`<linearGradient id="p">${STOPS}</linearGradient>${BAR}`),
  'a turned gradient with units': drawing(
    `<linearGradient id="p" x1="10" x2="60" y2="0" gradientUnits="userSpaceOnUse" gradientTransform="rotate(30)">${STOPS}</linearGradient>${BAR}`,
  ),
  'a radial gradient with a focus': drawing(
    `<radialGradient id="p" cx=".5" cy=".5" r=".5" fx=".3" fy=".4">${STOPS}</radialGradient>${BAR}`,
  ),
  'a gradient by way of another': drawing(
    `<linearGradient id="a">${STOPS}</linearGradient><linearGradient id="p" xlink:href="#a" x2="0" y2="1"/>${BAR}`,
  ),
  'a gradient on a stroke': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><circle cx="50" cy="30" r="20" fill="none" stroke="url(#p)" stroke-width="8"/>`,
  ),
  'a gradient under transforms': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><g transform="translate(30 -20) rotate(40)"><rect x="5" y="5" width="60" height="30" fill="url(#p)"/></g>`,
  ),
  'units in shapes': drawing(
    '<rect x="1mm" y="2pt" width="1cm" height=".2in" fill="#c00"/><rect x="50%" y="50%" width="25%" height="25%" fill="#06c"/><rect x="4em" width="1pc" height="10px" fill="#0a0"/>',
  ),
  'fill rule': drawing(
    '<path fill-rule="evenodd" d="M5 5h50v50H5zM15 15h30v30H15z" fill="#c00"/><path d="M60 5h35v50H60zM70 15h15v30H70z" style="fill:#06c;fill-rule:evenodd"/>',
  ),
  'hidden parts': drawing(
    `<rect width="50" height="50" fill="#c00" display="none"/><rect width="40" height="40" fill="#06c" visibility="hidden"/><g style="display:none">${TWO}</g>${GLOBE}`,
  ),
  'an order of painting': drawing(
    '<circle cx="30" cy="30" r="18" fill="#fc0" stroke="#06c" stroke-width="12" paint-order="stroke"/><circle cx="75" cy="30" r="12" fill="#fc0" stroke="#06c" stroke-width="12" style="paint-order:stroke fill markers"/>',
  ),
  markers: drawing(
    '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2" orient="auto"><path d="M0 0L4 2L0 4z" fill="#c00"/></marker><path d="M10 50L40 10L80 30" fill="none" stroke="#06c" stroke-width="3" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"/>',
  ),
  'a choice': drawing(`<switch><g>${TWO}</g><g>${GLOBE}</g></switch>`),
  'a link': drawing(`<a href="#x">${TWO}</a>`),
  'a document type': `<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Adobe Illustrator 27.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${drawing(`<style type="text/css">\n\t.st0{fill:#C00;}\n\t.st1{fill-rule:evenodd;clip-rule:evenodd;fill:#06c;}\n</style><g id="Layer_1"><rect class="st0" width="50" height="60"/><rect x="50" class="st1" width="50" height="30"/></g>`, 'version="1.1" id="Layer_1" x="0px" y="0px" viewBox="0 0 100 60" style="enable-background:new 0 0 100 60;" xml:space="preserve"')}`,
  'notes of Inkscape': drawing(
    '<sodipodi:namedview id="n" pagecolor="#ffffff" inkscape:zoom="2"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><g inkscape:label="Layer 1" inkscape:groupmode="layer" style="display:inline"><path style="color:#000000;font-variation-settings:normal;opacity:1;vector-effect:none;fill:#cc0000;fill-opacity:1;fill-rule:nonzero;stroke:#0066cc;stroke-width:2.5;stroke-linecap:butt;stroke-linejoin:miter;stroke-miterlimit:4;stroke-dasharray:none;stroke-dashoffset:0;stroke-opacity:1;-inkscape-stroke:none;paint-order:markers stroke fill;stop-color:#000000" d="m 10,10 h 40 v 40 z" sodipodi:nodetypes="cccc"/></g>',
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="100mm" height="60mm" viewBox="0 0 100 60" inkscape:version="1.3"',
  ),
  'an image': drawing(
    `<image xlink:href="${picture('png')}" x="10" y="10" width="80" height="40"/>`,
  ),
  'a JPEG': drawing(`<image href="${picture('jpeg')}" x="10" y="10" width="80" height="40"/>`),
  'variables of styles': drawing(
    '<style>:root{--a:#c00;--b:var(--a)} .a{fill:var(--b)}</style><rect class="a" width="40" height="40"/><rect x="50" width="40" height="40" fill="var(--fill-0, #06C)"/>',
  ),
  'a clip and a mask of frames, as Figma exports': drawing(
    '<g clip-path="url(#clip0)"><path d="M0 10H50V50H0Z" fill="#D9D9D9"/><mask id="mask0_1" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60"><path d="M0 0H80V60H0V0Z" fill="white"/></mask><g mask="url(#mask0_1)"><path fill-rule="evenodd" clip-rule="evenodd" d="M60 10L90 30L60 50Z" fill="#06C"/></g></g><defs><clipPath id="clip0"><rect width="90" height="50" fill="white" transform="translate(5 5)"/></clipPath></defs>',
    'width="100" height="60" viewBox="0 0 100 60" fill="none"',
  ),
  'a clip in a turned group': drawing(
    `<clipPath id="c"><rect width="40" height="30"/></clipPath><g transform="translate(20 5) rotate(15)" clip-path="url(#c)" opacity=".5">${TWO}</g>`,
  ),
  'clips within clips': drawing(
    `<clipPath id="a"><rect width="60" height="40"/></clipPath><clipPath id="b"><rect x="20" y="20" width="60" height="40"/></clipPath><g clip-path="url(#a)"><g clip-path="url(#b)">${TWO}</g></g>`,
  ),
  'references in quotes': drawing(
    `<style>.m{clip-path:url("#m")}</style><clipPath id="m"><rect width="40" height="30"/></clipPath><g class="m">${TWO}</g><linearGradient id="p">${STOPS}</linearGradient><rect x="60" y="40" width="40" height="20" style="fill:url('#p');stroke:currentcolor"/>`,
  ),
  'elements of a prefix': `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><svg:rect width="50" height="60" fill="#c00"/></svg:svg>`,
};

/** What no lines and areas of a PDF show in each viewer. */
export const EFFECTS: Readonly<Record<string, string>> = {
  'a clip to a circle': drawing(
    `<clipPath id="c"><circle cx="30" cy="30" r="25"/></clipPath><rect clip-path="url(#c)" fill="#c00" width="100" height="60"/><g opacity=".5"><rect x="60" y="10" width="30" height="30" fill="#06c"/></g>`,
  ),
  'a clip in parts of the box': drawing(
    `<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath><rect clip-path="url(#c)" fill="#c00" width="100" height="60"/>`,
  ),
  'a mask': drawing(
    '<mask id="m"><rect width="100" height="60" fill="#fff"/><circle cx="30" cy="30" r="20" fill="#000"/></mask><rect mask="url(#m)" width="100" height="60" fill="#c00"/>',
  ),
  'a mask by alpha, as Figma exports': drawing(
    `<mask id="mask0" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60"><circle cx="50" cy="30" r="25" fill="#D9D9D9"/></mask><g mask="url(#mask0)">${TWO}</g>`,
  ),
  'a mask by alpha in black': drawing(
    `<mask id="m" style="mask-type: alpha; opacity:1" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60"><circle cx="50" cy="30" r="25"/></mask><g mask="url(#m)">${TWO}</g>`,
  ),
  'a mask by luminance, as Figma exports': drawing(
    `<mask id="mask0" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60"><path d="M100 0H0V60H100V0Z" fill="white"/></mask><g mask="url(#mask0)">${TWO}</g>`,
  ),
  'a blur': drawing(
    `<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect x="30" y="15" width="40" height="30" fill="#06c" filter="url(#f)"/>`,
  ),
  'a drop shadow, as Figma exports': drawing(
    `<g filter="url(#filter0_d)">${GLOBE}</g><defs><filter id="filter0_d" x="15" y="1" width="70" height="70" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow"/><feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow" result="shape"/></filter></defs>`,
  ),
  'functions of filters': drawing(`<g style="filter:drop-shadow(2px 3px 2px #0008)">${GLOBE}</g>`),
  'opacity of a group': drawing(`<g opacity=".5">${TWO}</g>`),
  blending: drawing(
    '<rect x="10" y="10" width="40" height="30" fill="#fc0"/><rect x="30" y="20" width="40" height="30" fill="#06c" style="mix-blend-mode:multiply"/>',
  ),
  'blending apart': drawing(
    '<rect x="10" y="10" width="40" height="30" fill="#fc0"/><g style="isolation:isolate"><rect x="30" y="20" width="40" height="30" fill="#06c" style="mix-blend-mode:multiply"/></g>',
  ),
  'a gradient that fades': drawing(`<linearGradient id="p">${FAINT}</linearGradient>${BAR}`),
  'a radial gradient that fades': drawing(`<radialGradient id="p">${FAINT}</radialGradient>${BAR}`),
  'a gradient with opacity': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><rect x="5" y="5" width="90" height="50" fill="url(#p)" opacity=".4"/>`,
  ),
  'a gradient that repeats': drawing(
    `<linearGradient id="p" x2=".3" spreadMethod="repeat">${STOPS}</linearGradient>${BAR}`,
  ),
  'a gradient that is reflected': drawing(
    `<radialGradient id="p" r=".2" spreadMethod="reflect">${STOPS}</radialGradient>${BAR}`,
  ),
  'a pattern': drawing(
    `<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="#c00"/></pattern>${BAR}`,
  ),
  'a pattern of odd tiles': drawing(
    `<pattern id="p" width="7.3" height="7.3" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="3" fill="#c00"/></pattern>${BAR}`,
  ),
  'a turned pattern': drawing(
    `<pattern id="p" width=".1" height=".2" patternTransform="rotate(30)"><rect width="5" height="5" fill="#c00"/></pattern>${BAR}`,
  ),
  'a picture as a pattern, as Figma exports': drawing(
    `<rect x="10" y="10" width="80" height="40" fill="url(#p)"/><defs><pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i" transform="scale(0.025 0.05)"/></pattern><image id="i" width="40" height="20" xlink:href="${picture('png')}"/></defs>`,
  ),
  'opacity of use': drawing(`<g id="a">${TWO}</g><use href="#a" x="20" y="5" opacity=".3"/>`),
  'a clip within a clip': drawing(
    `<clipPath id="a"><circle cx="40" cy="30" r="25"/></clipPath><clipPath id="b" clip-path="url(#a)"><rect x="30" y="10" width="50" height="40"/></clipPath><g clip-path="url(#b)">${TWO}</g>`,
  ),
  'a clip by two shapes': drawing(
    `<clipPath id="a"><circle cx="30" cy="30" r="15"/><rect x="50" y="25" width="20" height="20"/></clipPath><g clip-path="url(#a)">${TWO}</g>`,
  ),
  'an image that is faint': drawing(
    `<image href="${picture('png')}" x="10" y="10" width="80" height="40" opacity=".4"/>`,
  ),
  'a clip to a rounded rectangle': drawing(
    `<clipPath id="a"><rect x="15" y="15" width="50" height="30" rx="8"/></clipPath><g clip-path="url(#a)">${TWO}</g>`,
  ),
  'a clip to a turned rectangle': drawing(
    `<clipPath id="a"><rect width="40" height="30" transform="translate(30 10) rotate(20)"/></clipPath><g clip-path="url(#a)">${TWO}</g>`,
  ),
  'a clip in parts of the box, to a rectangle': drawing(
    `<clipPath id="a" clipPathUnits="objectBoundingBox"><rect width=".5" height=".5"/></clipPath><g clip-path="url(#a)">${TWO}</g>`,
  ),
  'a clip of Illustrator': drawing(
    '<style type="text/css">.st0{clip-path:url(#SVGID_00000_);}.st1{fill:url(#SVGID_2_);}.st2{opacity:0.6;fill:#06C;enable-background:new    ;}</style><g><defs><circle id="SVGID_1_" cx="40" cy="30" r="25"/></defs><clipPath id="SVGID_00000_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath><g class="st0"><linearGradient id="SVGID_2_" gradientUnits="userSpaceOnUse" x1="0" y1="30" x2="100" y2="30"><stop  offset="0" style="stop-color:#C00"/><stop  offset="1" style="stop-color:#FC0"/></linearGradient><rect class="st1" width="100" height="60"/></g><rect x="60" class="st2" width="30" height="60"/></g>',
  ),
  'faint gradients': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><rect width="80" height="50" fill="url(#p)" fill-opacity=".4"/>`,
  ),
  'a gradient without length': drawing(
    `<linearGradient id="p" x2="0">${STOPS}</linearGradient>${BAR}`,
  ),
  'a focus outside': drawing(`<radialGradient id="p" fx="1.5">${STOPS}</radialGradient>${BAR}`),
  'dots as dashes': drawing(
    '<path d="M5 40H95" fill="none" stroke="#c00" stroke-width="4" stroke-dasharray="0 8" stroke-linecap="round"/>',
  ),
  'an image that is cut': drawing(
    `<image href="${picture('png')}" x="10" y="10" width="50" height="40" preserveAspectRatio="xMidYMid slice"/>`,
  ),
};

const RECT = '<rect class="a" width="50" height="50"/>';
const sheet = (css: string, content = RECT) => drawing(`<style>${css}</style>${content}`);
const styled = (style: string) => drawing(`<rect style="${style}" width="50" height="50"/>`);
const filtered = (effect: string) =>
  drawing(`<filter id="f">${effect}</filter><rect filter="url(#f)" width="50" height="50"/>`);

/** What is refused, with the words that name it. */
export const REFUSED: Readonly<Record<string, string>> = {
  'the selector "rect:nth-child(2)"': sheet('rect:nth-child(2){fill:#06c}'),
  'the selector "rect:not(.b)"': sheet('.a{fill:red} rect:not(.b){fill:#06c}'),
  'the selector "circle~rect"': sheet('circle~rect{fill:#06c}', `<circle r="5"/>${RECT}`),
  'the selector "[id^="a"]"': sheet('[id^="a"]{fill:#06c}'),
  'the selector "#d path"': sheet(
    '#d path{fill:#c00}',
    '<defs id="d"><path id="s" d="M0 0h30v30z"/></defs><use href="#s"/>',
  ),
  '"@media" in its styles': sheet('@media print{.a{fill:#06c}}'),
  '"@supports" in its styles': sheet('.a{fill:red}@supports (fill:red){.a{fill:#06c}}'),
  '"@keyframes" in its styles': sheet('@keyframes x{from{opacity:0}}'),
  'a rule inside a rule': sheet('g{rect{fill:#06c}}'),
  '"fill #06c" in its styles': sheet('rect{fill #06c}'),
  '"fill: var(--none)"': sheet('.a{fill:var(--none)}'),
  '"fill: var(--c)"': sheet(':root{--c:#06c} .a{--c:#c00} .a{fill:var(--c)}'),
  '"fill: #06c !important"': sheet('.a{fill:#06c !important}'),
  '"fill: initial"': styled('fill:initial'),
  '"fill: notacolour"': styled('fill:notacolour'),
  '"FILL: #06c"': styled('FILL:#06c'),
  'fill="oklch(60% .2 200)"': drawing('<rect fill="oklch(60% .2 200)" width="50" height="50"/>'),
  'fill="rgb(200 0 100 / 50%)"': drawing('<path fill="rgb(200 0 100 / 50%)" d="M0 0h9v9"/>'),
  'fill="CanvasText"': drawing('<rect fill="CanvasText" width="50" height="50"/>'),
  'fill="context-stroke"': drawing('<rect fill="context-stroke" width="50" height="50"/>'),
  '"clip-path: circle(20px)"': styled('clip-path:circle(20px)'),
  '"mask-image: linear-gradient(#000,#fff)"': styled('mask-image:linear-gradient(#000,#fff)'),
  'a mask of a mask': drawing(`<mask id="a"/><mask id="m" mask="url(#a)"/>${RECT}`),
  '"mask-type: alpha"': sheet('mask{mask-type:alpha}', `<mask id="m"/>${RECT}`),
  '"mix-blend-mode: plus-lighter"': styled('mix-blend-mode:plus-lighter'),
  '"backdrop-filter: blur(3px)"': styled('backdrop-filter:blur(3px)'),
  '"transform: rotate(20deg)"': styled('transform:rotate(20deg)'),
  '"translate: 20px 10px"': styled('translate:20px 10px'),
  '"marker: url(#m)"': styled('marker:url(#m)'),
  '"width: 80px"': sheet('rect{width:80px}'),
  '"d: path("M0 0h50v50z")"': sheet('path{d:path("M0 0h50v50z")}', '<path/>'),
  '"animation: x 2s"': styled('animation:x 2s'),
  '<animate>, an animation': drawing(
    '<rect width="20" height="20"><animate attributeName="width" to="60" dur="1s" fill="freeze"/></rect>',
  ),
  '<set>, an animation': drawing(
    '<rect width="9" height="9"><set attributeName="width" to="80"/></rect>',
  ),
  '<feTurbulence>, a filter': filtered('<feTurbulence baseFrequency=".05"/>'),
  '<feDiffuseLighting>, a filter': filtered('<feDiffuseLighting/>'),
  'the filter "none", which is not there': drawing('<path filter="url(#none)" d="M0 0h9v9"/>'),
  'vector-effect="non-scaling-stroke"': drawing(
    '<path transform="scale(5)" d="M1 1h15" stroke="#c00" vector-effect="non-scaling-stroke"/>',
  ),
  'transform-origin="50 30"': drawing(
    '<rect width="40" height="20" transform="rotate(45)" transform-origin="50 30"/>',
  ),
  'color-interpolation="linearRGB"': drawing(
    `<linearGradient id="p" color-interpolation="linearRGB">${STOPS}</linearGradient>${BAR}`,
  ),
  'orient="auto-start-reverse"': drawing(
    '<marker id="m" orient="auto-start-reverse"><path d="M0 0h9v9"/></marker><path d="M0 0h9"/>',
  ),
  'fr=".2"': drawing(`<radialGradient id="p" fr=".2">${STOPS}</radialGradient>${BAR}`),
  pathLength: drawing('<path d="M0 9h90" stroke="#c00" pathLength="10" stroke-dasharray="1 1"/>'),
  'width="30vw"': drawing('<rect width="30vw" height="50"/>'),
  'width="3rem"': drawing('<rect width="3rem" height="50"/>'),
  'width="calc(10px + 20px)"': drawing('<rect width="calc(10px + 20px)" height="50"/>'),
  systemLanguage: drawing('<switch><rect systemLanguage="fr" width="50" height="50"/></switch>'),
  'href and xlink:href that differ': drawing(
    '<rect id="a" width="9" height="9"/><rect id="b" width="9" height="9"/><use href="#a" xlink:href="#b"/>',
  ),
  'the id "p", which stands more than once': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><linearGradient id="p"/>${BAR}`,
  ),
  '"background: #fc0"': drawing(RECT, 'viewBox="0 0 100 60" style="background:#fc0"'),
  'transform="translate(20 10)"': drawing(RECT, 'viewBox="0 0 9 9" transform="translate(20 10)"'),
  'media="print"': drawing(`<style media="print">.a{fill:#06c}</style>${RECT}`),
};

/** Sizes, by what stands at the first element, with the width through the height that they mean. */
export const SIZES: readonly (readonly [attributes: string, ratio: number])[] = [
  ['width="2in" height="30mm" viewBox="0 0 200 100"', 50.8 / 30],
  ['width="2in" height="30mm" viewBox="0 0 200 100" preserveAspectRatio="none"', 50.8 / 30],
  ['width="100mm" height="60mm" viewBox="0 0 100 60"', 100 / 60],
  ['width="10cm" height="60mm" viewBox="0 0 100 60"', 100 / 60],
  ['width="72pt" height="1in" viewBox="0 0 100 60"', 1],
  ['width="6pc" height="48px" viewBox="0 0 100 60"', 2],
  ['width="10em" height="80" viewBox="0 0 100 60"', 2],
  ['width="100%" height="100%" viewBox="0 0 100 60"', 100 / 60],
  ['width="50%" height="100%" viewBox="0 0 100 60"', 100 / 60],
  ['width="200" viewBox="0 0 100 60"', 100 / 60],
  ['height="1in" viewBox="0 0 100 60"', 100 / 60],
  ['width="200" height="100%" viewBox="0 0 100 60"', 100 / 60],
  ['viewBox="0,0,100,60"', 100 / 60],
  ['viewBox="10 10 50 30"', 50 / 30],
  ['width="100" height="60"', 100 / 60],
  ['width="5cm" height="1in"', 50 / 25.4],
  ['width="auto" height="auto" viewBox="0 0 100 60"', 100 / 60],
  ['style="width:100%;height:auto" viewBox="0 0 100 60"', 100 / 60],
];
